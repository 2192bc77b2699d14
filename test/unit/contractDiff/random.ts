/** Numbers that follow from a seed (mulberry32). */
export class Random {
	constructor(private state: number) {}

	/** From 0 up to, not including, 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	pick<T>(list: readonly T[]): T {
		const chosen = list[Math.floor(this.next() * list.length)];
		if (chosen === undefined) throw new Error('Nothing to pick from');
		return chosen;
	}
}
