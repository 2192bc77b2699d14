/** A call's permission to be sent; handed back with the call's outcome. */
export interface Permit {
	sentAt: number;
}

/** After a refusal the rate falls to this part of the refused one: β of RFC 9438. */
const BETA = 0.9;
/** How fast the rate climbs, in calls a second per cubed second: C of RFC 9438, lower for rates below 25 a second. */
const SCALE = 1;
const FULL_SCALE_RATE = 25;
/**
 * Until the first rate is refused that was chosen here, the rate grows by this factor a second: RFC 9438's slow
 * start.
 */
const SLOW_START_GROWTH = 8;
const LOWEST_RATE = 0.5;
/** The accepted rate is measured over this time. */
const MEASURED_MS = 250;
/** Calls that a busy machine sends late are caught up, up to this time. */
const CATCH_UP_MS = 250;
/** While nothing is accepted, calls come at a part of the time that this lasts already, between these bounds. */
const PROBE_PART = 1 / 4;
const SHORTEST_PROBE_MS = 100;
const LONGEST_PROBE_MS = 5_000;
/** An unused limit is forgotten after this time. */
const FORGET_MS = 60_000;

/**
 * The rate Colt allows one client, learned from what it refuses with 429: Colt publishes no figure (colt-api section
 * 8). Nothing is limited until the first refusal. From then on calls are spaced evenly, and the rate follows CUBIC
 * (RFC 9438), as in the adaptive retry mode of the AWS SDKs: it falls a little at a refusal, returns quickly to just
 * below the refused rate, and then climbs ever faster. Processes that share a limit come to equal parts of it, since
 * those climb alike.
 *
 * Pure: each method is given the time, in milliseconds that never go back.
 */
export class CubicRate {
	private perSecond = Number.POSITIVE_INFINITY;
	/** The rate that was last refused: W_max. */
	private refusedRate = Number.POSITIVE_INFINITY;
	private isSlowStart = true;
	private lastRefusedAt = Number.NEGATIVE_INFINITY;
	private lastGrownAt = Number.NEGATIVE_INFINITY;
	private lastAcceptedAt = 0;
	private lastSentAt = Number.NEGATIVE_INFINITY;
	private nextAt = 0;
	/** Calls accepted among those sent since the last refusal. */
	private acceptedSince = 0;
	/** Whether a call had to wait since the last refusal; otherwise there is no need to grow. */
	private isUsed = false;
	/** While everything is refused: the distance between calls. */
	private probeMs: number | undefined;
	private accepts: number[] = [];

	/** @param random a number from 0 to 1, so that processes which share a limit do not probe in step */
	constructor(private readonly random: () => number = Math.random) {}

	/** Calls per second at present; Infinity while no limit is known. */
	get limit(): number {
		return this.perSecond;
	}

	/** When a call was last accepted. */
	get lastSuccessAt(): number {
		return this.lastAcceptedAt;
	}

	/** Milliseconds until the next call may be sent; 0 for now. */
	wait(now: number): number {
		if (now - this.lastSentAt > FORGET_MS) this.forget();
		if (this.perSecond === Number.POSITIVE_INFINITY || this.nextAt <= now) return 0;
		this.isUsed = true;
		return this.nextAt - now;
	}

	/** A call is sent now. */
	sent(now: number): Permit {
		this.lastSentAt = now;
		this.nextAt =
			this.probeMs === undefined
				? Math.max(now - CATCH_UP_MS, this.nextAt) + 1_000 / this.perSecond
				: now + this.spread(this.probeMs);
		return { sentAt: now };
	}

	/** A call was answered with anything but 429. */
	accepted({ sentAt }: Permit, now: number): void {
		this.lastAcceptedAt = now;
		this.accepts = [...this.accepts.filter((at) => at > now - MEASURED_MS), now];
		if (this.perSecond === Number.POSITIVE_INFINITY) return;
		if (sentAt < this.lastRefusedAt) return this.countFirstCalls();
		this.acceptedSince += 1;
		if (this.probeMs !== undefined) return this.resume(now);
		if (this.isUsed) this.grow(now, now - sentAt);
	}

	/**
	 * A call was answered 429. Calls sent before the last refusal was known add no information.
	 * @param retryAfterMs what Retry-After asks for; it binds the refused call, and all calls while nothing is accepted
	 */
	refused({ sentAt }: Permit, now: number, retryAfterMs = 0): void {
		if (sentAt < this.lastRefusedAt) return;
		if (this.perSecond === Number.POSITIVE_INFINITY) this.meetLimit(now);
		else if (this.acceptedSince === 0) this.probe(now, retryAfterMs);
		else this.reduce(now);
		this.lastGrownAt = now;
	}

	private meetLimit(now: number): void {
		this.perSecond = Math.max(1, this.accepts.length);
		this.startPeriod(now);
	}

	/** Calls under way when the limit was met first show how many go through at once. */
	private countFirstCalls(): void {
		if (this.refusedRate !== Number.POSITIVE_INFINITY) return;
		this.perSecond = Math.max(this.perSecond, this.accepts.length);
	}

	/** Nothing was accepted since the last refusal: the limit is used up, which says nothing about the rate. */
	private probe(now: number, retryAfterMs: number): void {
		const silentMs = now - this.lastAcceptedAt;
		this.probeMs = Math.min(LONGEST_PROBE_MS, Math.max(SHORTEST_PROBE_MS, silentMs * PROBE_PART));
		this.nextAt = now + Math.max(retryAfterMs, this.spread(this.probeMs));
		this.lastRefusedAt = now;
	}

	private resume(now: number): void {
		this.probeMs = undefined;
		this.isSlowStart = false;
		if (this.refusedRate === Number.POSITIVE_INFINITY) this.refusedRate = this.perSecond;
		this.startPeriod(now);
		this.acceptedSince = 1;
	}

	private reduce(now: number): void {
		const accepted = (this.accepts.filter((at) => at > now - MEASURED_MS).length * 1_000) / MEASURED_MS;
		// Slow start overshoots the limit; the accepted calls show where it is.
		this.refusedRate = this.isSlowStart
			? Math.max(this.perSecond / 2, Math.min(this.perSecond, accepted))
			: this.perSecond;
		this.isSlowStart = false;
		this.perSecond = Math.max(LOWEST_RATE, this.refusedRate * BETA);
		this.startPeriod(now);
	}

	private startPeriod(now: number): void {
		this.lastRefusedAt = now;
		this.acceptedSince = 0;
		this.isUsed = false;
		this.nextAt = now + 1_000 / this.perSecond;
	}

	private grow(now: number, roundTripMs: number): void {
		if (this.isSlowStart) {
			const perSecond = Math.min(SLOW_START_GROWTH, 2 ** (1_000 / Math.max(1, roundTripMs)));
			this.perSecond *= perSecond ** Math.min(1, (now - this.lastGrownAt) / 1_000);
			this.lastGrownAt = now;
			return;
		}
		const scale = SCALE * Math.min(1, Math.sqrt(this.refusedRate / FULL_SCALE_RATE));
		const seconds = (now - this.lastRefusedAt) / 1_000;
		// K of RFC 9438: when the rate that was refused is reached again.
		const returnSeconds = Math.cbrt((this.refusedRate * (1 - BETA)) / scale);
		this.perSecond = Math.max(this.perSecond, this.refusedRate + scale * (seconds - returnSeconds) ** 3);
	}

	private spread(ms: number): number {
		return ms * (0.5 + this.random());
	}

	private forget(): void {
		this.perSecond = Number.POSITIVE_INFINITY;
		this.refusedRate = Number.POSITIVE_INFINITY;
		this.isSlowStart = true;
		this.probeMs = undefined;
	}
}
