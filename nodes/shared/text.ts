/** Any parameter value as text: nothing for null and undefined, JSON for what is no plain value. */
export function toText(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
		? `${value}`
		: JSON.stringify(value);
}

/** Trimmed text of an optional field; undefined when it is empty. */
export function optionalText(value: unknown): string | undefined {
	const text = toText(value).trim();
	return text === '' ? undefined : text;
}

/** The text without slashes at its end; in one pass, however many there are. */
export function withoutTrailingSlashes(text: string): string {
	let end = text.length;
	while (end > 0 && text[end - 1] === '/') end -= 1;
	return text.slice(0, end);
}
