/** Generated parts of a page by the names of their markers. */
export type Parts = Readonly<Record<string, string>>;

const PART = /(<!-- generated: (.+?) -->\n)[^]*?(<!-- end -->)/g;

/**
 * Fills the generated parts of a page that is otherwise written by hand. A part is everything between
 * `<!-- generated: NAME -->` and the next `<!-- end -->`.
 *
 * @throws Error when a marker has no part, or a part has no marker
 */
export function fillMarkers(page: string, parts: Parts): string {
	const names = [...page.matchAll(PART)].map(([, , name]) => name);
	for (const name of names)
		if (name === undefined || !Object.hasOwn(parts, name)) throw new Error(`Nothing generates the part "${name}"`);
	for (const name of Object.keys(parts))
		if (!names.includes(name)) throw new Error(`The page lacks the marker <!-- generated: ${name} -->`);
	return page.replace(PART, (_, start: string, name: string, end: string) => `${start}\n${parts[name]}\n\n${end}`);
}
