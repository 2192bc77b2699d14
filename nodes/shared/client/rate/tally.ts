const SLICE_MS = 50;
const SLICES = 20;

/** How often something happened within the last second, in slices of 50 ms. Times in milliseconds, never going back. */
export class Tally {
	private readonly counts = new Array<number>(SLICES).fill(0);

	private slice = Number.NEGATIVE_INFINITY;

	private first = Number.NEGATIVE_INFINITY;

	add(now: number): void {
		this.move(now);
		if (this.total(now) === 0) this.first = now;
		const index = this.slice % SLICES;
		this.counts[index] = (this.counts[index] ?? 0) + 1;
	}

	total(now: number): number {
		this.move(now);
		return this.counts.reduce((sum, count) => sum + count, 0);
	}

	/** Per second, over the part of the last second in which it happened at all; a short part counts as 50 ms. */
	perSecond(now: number): number {
		const span = Math.min(1_000, Math.max(SLICE_MS, now - this.first));
		return (this.total(now) * 1_000) / span;
	}

	private move(now: number): void {
		const slice = Math.floor(now / SLICE_MS);
		const gone = Math.min(SLICES, slice - this.slice);
		for (let step = 0; step < gone; step += 1) this.counts[(slice - step) % SLICES] = 0;
		if (slice > this.slice) this.slice = slice;
	}
}
