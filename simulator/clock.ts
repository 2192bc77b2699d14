/** How simulator time runs: with the wall clock, a number of times faster, or only when advanced. */
export type ClockMode = 'real' | 'stepped' | { fast: number };

interface Due {
	at: number;
	order: number;
	run: () => void;
}

/** Longest delay that setTimeout takes. */
const LONGEST = 2_147_483_647;

/** `real`, `stepped` or `fast:<factor>`. Throws on anything else. */
export function parseClockMode(text: string): ClockMode {
	if (text === 'real' || text === 'stepped') return text;
	const factor = Number(/^fast:(\d+(?:\.\d+)?)$/.exec(text)?.[1] ?? NaN);
	if (!(factor > 0)) throw new Error(`Clock ${text} is not one of real, stepped, fast:<factor>`);
	return { fast: factor };
}

/**
 * The simulator's clock, in milliseconds since the epoch. Everything that happens later is scheduled here,
 * in order of time and then of scheduling; with the stepped clock nothing happens but on `advance` and `set`.
 */
export class Clock {
	private readonly factor: number;
	private base = 0;
	private since = 0;
	private frozen: number | undefined;
	private due: Due[] = [];
	private count = 0;
	private timer: NodeJS.Timeout | undefined;

	constructor(
		readonly mode: ClockMode,
		private readonly start?: number,
	) {
		this.factor = mode === 'real' ? 1 : mode === 'stepped' ? 0 : mode.fast;
		this.reset();
	}

	/** Simulator time now. */
	now(): number {
		return this.frozen ?? Math.floor(this.base + (performance.now() - this.since) * this.factor);
	}

	/** Simulator time now, ISO 8601. */
	iso(): string {
		return new Date(this.now()).toISOString();
	}

	/** Runs `run` at a moment; at once on the next tick of the clock if it has passed. Returns a cancel function. */
	at(moment: number, run: () => void): () => void {
		const entry: Due = { at: moment, order: this.count++, run };
		const place = this.placeAfter(moment);
		this.due.splice(place, 0, entry);
		if (place === 0) this.arm();
		return () => {
			const index = this.due.indexOf(entry);
			if (index >= 0) this.due.splice(index, 1);
		};
	}

	/** Runs `run` after a time in milliseconds. Returns a cancel function. */
	after(delay: number, run: () => void): () => void {
		return this.at(this.now() + delay, run);
	}

	/** Moves time forward and runs what falls due on the way, each at its own moment. */
	advance(ms: number): void {
		if (!(ms >= 0)) throw new RangeError('Time moves forward only');
		const target = this.now() + ms;
		this.runUntil(target);
		this.base = target;
		this.since = performance.now();
		this.arm();
	}

	/** Moves time forward to a moment. */
	set(moment: number): void {
		this.advance(moment - this.now());
	}

	/** Number of things still to happen, and the moment of the next one. */
	pending(): { count: number; next: number | undefined } {
		return { count: this.due.length, next: this.due[0]?.at };
	}

	/** Forgets everything scheduled and goes back to the start (of this process's time unless one was given). */
	reset(): void {
		this.stop();
		this.base = this.start ?? Date.now();
		this.since = performance.now();
	}

	/** Forgets everything scheduled. */
	stop(): void {
		clearTimeout(this.timer);
		this.due = [];
	}

	/** Index of the first entry that is due later than a moment. */
	private placeAfter(moment: number): number {
		let low = 0;
		let high = this.due.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.due[middle] as Due).at > moment) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	private runUntil(target: number): void {
		for (let next = this.due[0]; next && next.at <= target; next = this.due[0]) {
			this.due.shift();
			this.frozen = Math.max(next.at, this.frozen ?? next.at);
			next.run();
		}
		this.frozen = undefined;
	}

	private arm(): void {
		clearTimeout(this.timer);
		const next = this.due[0];
		if (this.factor === 0 || !next || this.frozen !== undefined) return;
		const delay = Math.min(LONGEST, Math.max(0, Math.ceil((next.at - this.now()) / this.factor)));
		this.timer = setTimeout(() => {
			this.runUntil(this.now());
			this.arm();
		}, delay);
		this.timer.unref();
	}
}
