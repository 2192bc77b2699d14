/** `1 item`, `2 items`. */
export const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;

/** Items as people count them, from 1, for indexes that count from 0: `items 1 to 5, 8`. */
export function formatItems(indexes: readonly number[]): string {
	const runs: Array<[from: number, to: number]> = [];
	for (const index of indexes) {
		const last = runs.at(-1);
		if (last !== undefined && last[1] === index - 1) last[1] = index;
		else runs.push([index, index]);
	}
	const numbers = runs.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1} to ${to + 1}`));
	return `item${indexes.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
}

/** The first entries, and how many more there are. */
export const firstOf = (entries: readonly string[], most: number): string[] =>
	entries.length <= most ? [...entries] : [...entries.slice(0, most), `and ${entries.length - most} more`];
