import { Tally } from './tally';

/** A call's leave to go; given back with its outcome. */
export interface Turn {
	/** Of which stretch of sending it was part. */
	round: number;
	/** It made up for a missed slot, and so came closer to the one before it than the pace says. */
	isEarly: boolean;
}

/** Outcomes after which a stretch is judged: all well while feeling for the limit, or while well below it. */
const CALM_ROUND = 16;
const RECOVERING_ROUND = 4;
/** So many refusals end a stretch at once. */
const REFUSALS = 3;
/** How far the pace falls, by the part of a stretch that was refused. A part of 1/2 says little: a bucket of one call refuses every second one even just above its rate. */
const SHRINK: ReadonlyArray<readonly [part: number, factor: number]> = [
	[0.75, 0.5],
	[0.375, 0.85],
	[0.19, 0.93],
	[0.1, 0.96],
	[0, 0.98],
];
/** Growth of the first calm stretch at the limit, and how it grows itself with each further one. */
const FIRST_GROWTH = 0.002;
const GROWTH_FACTOR = 3;
const LARGEST_GROWTH = 0.5;
const RECOVERY = 1.5;
/** Calls under way when the limit was met first: each of them that is refused too says by how much. */
const LANDING = 0.93;
/** Up to this part of the pace that was last refused, recovery is quick. */
const NEAR = 0.95;
/** A first refusal this little above a pace that went well leads back to just below it. */
const STEP_BACK_WITHIN = 1.1;
const STEP_BACK = 0.98;
/** Chance alone refuses this part of a stretch where calls must not come unevenly. */
const TOLERATED = 0.09;
/** From this part of a stretch on, the refusals tell that the pace is well above the limit. */
const TOO_FAST = 0.19;
/** Slots missed by a busy machine are made up, but no more than this, and less where it is found to be refused. */
const CATCH_UP_MS = 250;
const CATCH_UP_FALL = 0.5;
const CATCH_UP_GROWTH = 1.1;
const SHORTEST_CATCH_UP_MS = 2;
const EARLY = 0.8;
/** No success for so long: the door is closed, not the pace too high. */
const CLOSED_MS = 400;
/** While it is closed the gaps grow with the time, between these. */
/** Then calls go on at this part of the rate that went well before. */
const REOPEN = 0.9;
const SHORTEST_KNOCK_MS = 100;
const LONGEST_KNOCK_MS = 5_000;
/** Unused for so long, the limit is forgotten. */
const FORGET_MS = 60_000;

/**
 * The allowed rate of one client at Colt, learned from what is refused with 429. Colt publishes no figure (colt-api
 * section 8), so nothing is limited until the first refusal; from then on calls are spaced evenly just below the pace
 * that is refused, and the pace feels its way up again. Pure: every method is told the time, in milliseconds that
 * never go back.
 */
export class Pace {
	private perSecond = Number.POSITIVE_INFINITY;
	/** The pace that was last refused. */
	private ceiling = Number.POSITIVE_INFINITY;
	/** The pace of the last stretch without refusal; 0 while there is none. */
	private calm = 0;
	private catchUpMs = CATCH_UP_MS;
	private nextAt = 0;
	private round = 0;
	private passed = 0;
	private refusals = 0;
	private calmRounds = 0;
	/** Whether a call of this stretch had to wait: else the pace is not what bounds it. */
	private isUsed = false;
	private lastSentAt = Number.NEGATIVE_INFINITY;
	private lastPassedAt = Number.NEGATIVE_INFINITY;
	/** Refusals since the last success. */
	private silent = 0;
	/** The stretch in which the limit was met first. */
	private landing = -1;
	private lastShrunkAt = Number.NEGATIVE_INFINITY;
	/** The rate that went well before the door was closed. */
	private openRate = 0;
	private isClosed = false;
	/** While the door is closed: nothing is sent before. */
	private closedUntil = 0;
	private readonly sends = new Tally();
	private readonly passes = new Tally();

	/** Calls per second at present; Infinity while no limit is known. */
	get limit(): number {
		return this.perSecond;
	}

	/** When the last call was not refused. */
	get lastSuccessAt(): number {
		return this.lastPassedAt;
	}

	/** Milliseconds until the next call may be sent; 0 for now. */
	wait(now: number): number {
		if (now - this.lastSentAt > FORGET_MS) this.forget();
		if (this.perSecond === Number.POSITIVE_INFINITY) return 0;
		const wait = Math.max(this.nextAt, this.isClosed ? this.closedUntil : 0) - now;
		if (wait > 0) this.isUsed = true;
		return Math.max(0, wait);
	}

	/** A call is sent now. */
	sent(now: number): Turn {
		const gap = 1_000 / this.perSecond;
		const isEarly = now - this.lastSentAt < gap * EARLY;
		this.lastSentAt = now;
		this.sends.add(now);
		if (this.perSecond !== Number.POSITIVE_INFINITY) this.nextAt = Math.max(now - this.catchUpMs, this.nextAt) + gap;
		return { round: this.round, isEarly };
	}

	/** A call was answered with anything but 429. */
	accepted({ round, isEarly }: Turn, now: number): void {
		const hasOpened = this.silent >= REFUSALS && now - this.lastPassedAt >= CLOSED_MS;
		this.silent = 0;
		this.isClosed = false;
		this.lastPassedAt = now;
		this.passes.add(now);
		if (hasOpened) {
			this.perSecond = Math.max(this.perSecond, this.openRate * REOPEN);
			this.ceiling = Math.max(this.perSecond, this.openRate);
			this.startRound();
			this.passed = 1;
			this.nextAt = Math.min(this.nextAt, now + 1_000 / this.perSecond);
			return;
		}
		if (isEarly) this.catchUpMs = Math.min(CATCH_UP_MS, this.catchUpMs * CATCH_UP_GROWTH);
		if (round !== this.round || this.perSecond === Number.POSITIVE_INFINITY) return;
		this.passed += 1;
		if (this.passed + this.refusals >= this.roundSize()) this.judge(now);
	}

	/**
	 * A call was answered 429.
	 * @param retryAfterMs what the answer's Retry-After asks for; it binds the refused call, and all calls when nothing gets through
	 */
	refused({ round, isEarly }: Turn, now: number, retryAfterMs = 0): void {
		if (this.perSecond === Number.POSITIVE_INFINITY) {
			this.openRate = this.passes.total(now);
			// A refusal that comes late tells of sends that are long over.
			this.perSecond = Math.max(1, this.sends.perSecond(now));
			this.ceiling = this.perSecond;
			this.landing = this.round;
			this.nextAt = now + SHORTEST_KNOCK_MS / 4;
			this.startRound();
			return;
		}
		this.silent += 1;
		if (round === this.landing) this.land(now);
		if (round !== this.round) return;
		if (isEarly && this.catchUpMs > SHORTEST_CATCH_UP_MS) {
			this.catchUpMs = Math.max(SHORTEST_CATCH_UP_MS, this.catchUpMs * CATCH_UP_FALL);
			return;
		}
		this.refusals += 1;
		// The refused call has used no allowance: its slot is given back once.
		if (this.refusals === 1) {
			this.nextAt = Math.min(this.nextAt, now);
			this.stepBack();
		}
		if (this.refusals >= REFUSALS || this.passed + this.refusals >= this.roundSize()) this.judge(now, retryAfterMs);
	}

	private land(now: number): void {
		this.perSecond = Math.max(this.perSecond * LANDING, Math.min(this.perSecond, this.passes.total(now)), 1);
	}

	private stepBack(): void {
		if (this.perSecond <= this.calm || this.perSecond > this.calm * STEP_BACK_WITHIN) return;
		this.ceiling = this.perSecond;
		this.perSecond = this.calm;
		this.calmRounds = 0;
	}

	private roundSize(): number {
		return this.perSecond < this.ceiling * NEAR ? RECOVERING_ROUND : CALM_ROUND;
	}

	private startRound(): void {
		this.round += 1;
		this.passed = 0;
		this.refusals = 0;
		this.isUsed = false;
	}

	private judge(now: number, retryAfterMs = 0): void {
		if (this.refusals === 0) this.grow();
		else this.shrink(now, retryAfterMs);
		this.startRound();
	}

	private grow(): void {
		if (!this.isUsed) return;
		this.calm = this.perSecond;
		if (this.perSecond < this.ceiling * NEAR) {
			this.perSecond = Math.min(this.ceiling * NEAR, this.perSecond * RECOVERY);
			return;
		}
		this.perSecond *= 1 + Math.min(LARGEST_GROWTH, FIRST_GROWTH * GROWTH_FACTOR ** this.calmRounds);
		this.calmRounds += 1;
	}

	private shrink(now: number, retryAfterMs: number): void {
		const part = this.refusals / (this.passed + this.refusals);
		this.calmRounds = 0;
		if (part < TOO_FAST && this.perSecond <= this.calm) {
			if (part <= TOLERATED) return;
			this.calm *= STEP_BACK;
			this.perSecond = this.calm;
			return;
		}
		// Where nothing gets through, the calls before were too many; it says nothing about this pace.
		if (this.passed > 0) this.ceiling = Math.max(this.perSecond, this.passes.total(now));
		this.calm = 0;
		this.perSecond *= SHRINK.find(([least]) => part >= least)?.[1] ?? 1;
		if (this.lastPassedAt > this.lastShrunkAt) this.openRate = this.passes.total(now);
		this.lastShrunkAt = now;
		if (this.passed > 0) return;
		const silence = now - this.lastPassedAt;
		this.isClosed = silence >= CLOSED_MS;
		if (this.isClosed) this.closedUntil = now + retryAfterMs;
		const knock = Math.min(LONGEST_KNOCK_MS, Math.max(SHORTEST_KNOCK_MS, silence / 4));
		this.perSecond = Math.max(this.perSecond, Math.min(1_000 / knock, Math.max(1, this.openRate)));
	}

	private forget(): void {
		this.perSecond = Number.POSITIVE_INFINITY;
		this.ceiling = Number.POSITIVE_INFINITY;
		this.isClosed = false;
		this.calmRounds = 0;
		this.startRound();
	}
}
