/** A text as it is, a number or truth value written out, nothing for anything else. */
export const asText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
