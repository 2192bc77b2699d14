/** Escapes a text for a table cell. */
export const cell = (text: string): string =>
	text
		.replaceAll('|', '\\|')
		.replace(/\s*\n\s*/g, ' ')
		.trim();

/** A Markdown table; cells are escaped. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Parts of a page with one empty line between them, and one line break at its end. */
export const page = (...parts: readonly string[]): string => `${parts.map((part) => part.trim()).join('\n\n')}\n`;

export const code = (text: string): string => `\`${text}\``;

/** The name GitHub gives a heading's anchor. */
export const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');
