import type { BookEntry } from '../../../../simulator/control/control';

const LONGEST = 260;
const lines: string[] = [];

/** What Colt sent is left out. */
const withoutRaw = (name: string, value: unknown): unknown => (name === 'raw' ? undefined : value);

const oneLine = (said: unknown): string => {
	const text = typeof said === 'string' ? said : JSON.stringify(said, withoutRaw);
	const flat = text.replaceAll(/\s+/g, ' ').trim();
	return flat.length > LONGEST ? `${flat.slice(0, LONGEST)} …` : flat;
};

const order = ({ id, type, ranges = [] }: BookEntry): string =>
	`${type} ${id} (${ranges.map(({ start, end }) => (start === end ? start : `${start} to ${end}`)).join(', ')})`;

/** A tool's answer: JSON, unless n8n has made something else of it. */
export function opened(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** Notes what was said in a test, and what stands in the books after it. */
export function note(title: string, said: readonly unknown[], books: readonly BookEntry[]): void {
	lines.push(
		title,
		...said.map((text) => `  said   ${oneLine(text)}`),
		`  books  ${books.length === 0 ? 'no order' : `${books.length}: ${books.map(order).join('; ')}`}`,
		'',
	);
}

/** Prints all that was noted. */
export const print = (): void =>
	void process.stdout.write(`\nWhat was meant, and what was ordered\n\n${lines.join('\n')}\n`);
