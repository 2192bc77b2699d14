/** Colt never nests deeper: its documents nest 4 levels. Code that walks a value recurses once per level. */
export const DEEPEST_JSON = 200;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** Whether lists and objects are nested deeper than allowed, without parsing the text. */
export function isTooDeep(text: string, deepest = DEEPEST_JSON): boolean {
	if (text.length <= deepest) return false;
	let depth = 0;
	let inString = false;
	for (let index = 0; index < text.length; index += 1) {
		const sign = text.charCodeAt(index);
		if (inString && sign === BACKSLASH) index += 1;
		else if (sign === QUOTE) inString = !inString;
		else if (!inString && OPENING.has(sign)) depth += 1;
		else if (!inString && CLOSING.has(sign)) depth -= 1;
		if (depth > deepest) return true;
	}
	return false;
}

/**
 * Parses a text that somebody else wrote. Never throws.
 * @returns undefined for what is no JSON, or nested so deeply that code walking it would exhaust the stack
 */
export function parseJson(text: string): { value: unknown } | undefined {
	if (isTooDeep(text)) return undefined;
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return undefined;
	}
}
