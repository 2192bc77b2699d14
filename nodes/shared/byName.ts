const rank = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders menu entries by their English name. Without `localeCompare`, whose first use costs 7 ms of load time. */
export const byName = (a: { name: string }, b: { name: string }): number =>
	rank(a.name.toLowerCase(), b.name.toLowerCase());

/** The same for fields. */
export const byLabel = (a: { displayName: string }, b: { displayName: string }): number =>
	rank(a.displayName.toLowerCase(), b.displayName.toLowerCase());
