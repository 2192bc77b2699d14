/** A source of random numbers in [0, 1) that a seed determines (mulberry32). */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Ids in UUID form, the same series for the same seed. Document 000: `[A-Za-z0-9\-]{1,36}`. */
export class Ids {
	private random: () => number;

	constructor(seed: number) {
		this.random = seededRandom(seed);
	}

	/** Begins the series of a seed, from its first id. */
	restart(seed: number): void {
		this.random = seededRandom(seed);
	}

	next(): string {
		return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(this.random() * 16).toString(16));
	}
}
