import { faultProblem } from '../../errors/faults';
import { ColtError } from '../../errors/problem';
import type { Limiter } from './limiter';
import type { Turn } from './pace';

/** A call that waits for its turn. */
export interface Waiter {
	notBefore: number;
	/** A call that was sent before and refused. */
	isAgain: boolean;
	go(turn: Turn): void;
	stop(error: Error): void;
}

/** What a node execution brings along. */
export interface LaneOptions {
	/** Ends all waiting. */
	signal?: AbortSignal;
	/** The user's own upper limit; none when absent. */
	mostPerSecond?: number;
}

/** Without any success of the client for so long after a refusal, a call gives up. */
const PATIENCE_MS = 180_000;
/** As for the pace: slots missed by a busy machine are made up. */
const CATCH_UP_MS = 250;

/** The calls of one node execution on their way to Colt. */
export class Lane {
	private waiting: Waiter[] = [];

	private nextAt = 0;

	constructor(
		private readonly limiter: Limiter,
		private readonly options: LaneOptions,
	) {
		options.signal?.addEventListener('abort', () => this.stop(), { once: true });
	}

	get isWaiting(): boolean {
		return this.waiting.length > 0;
	}

	/** When its next call may go as far as the lane is concerned; Infinity when it has none. */
	get readyAt(): number {
		return Math.max(this.nextAt, Math.min(...this.waiting.map(({ notBefore }) => notBefore)));
	}

	now(): number {
		return this.limiter.clock.now();
	}

	/**
	 * Resolves when the call may be sent.
	 * @param retryAfterMs for a call that was refused: how long Colt asked it to wait, 0 if it did not say
	 * @throws ColtError of kind `cancelled` when the execution ends
	 */
	async enter(retryAfterMs?: number): Promise<Turn> {
		return await new Promise((resolve, reject) => {
			if (this.options.signal?.aborted === true) return reject(cancelled());
			const isAgain = retryAfterMs !== undefined;
			const waiter = { notBefore: this.now() + (retryAfterMs ?? 0), isAgain, go: resolve, stop: reject };
			const behind = isAgain ? this.waiting.findIndex((other) => !other.isAgain) : -1;
			this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, waiter);
			this.limiter.join(this);
		});
	}

	/** Colt answered the call, whatever it said but 429. */
	accepted(turn: Turn): void {
		this.limiter.pace.accepted(turn, this.now());
		this.limiter.run();
	}

	/** Colt answered the call with 429. */
	refused(turn: Turn, retryAfterMs?: number): void {
		this.limiter.pace.refused(turn, this.now(), retryAfterMs);
		this.limiter.run();
	}

	/** Whether nothing of this client has got through for too long, seen from a call first refused at that time. */
	isStalled(since: number): boolean {
		return this.now() - Math.max(since, this.limiter.pace.lastSuccessAt) > PATIENCE_MS;
	}

	/** The first call that may go, refused ones first. */
	take(now: number): Waiter | undefined {
		const index = this.waiting.findIndex(({ notBefore }) => notBefore <= now);
		if (index < 0) return undefined;
		const { mostPerSecond } = this.options;
		if (mostPerSecond !== undefined) this.nextAt = Math.max(now - CATCH_UP_MS, this.nextAt) + 1_000 / mostPerSecond;
		return this.waiting.splice(index, 1)[0];
	}

	private stop(): void {
		const stopped = this.waiting;
		this.waiting = [];
		for (const waiter of stopped) waiter.stop(cancelled());
		this.limiter.run();
	}
}

const cancelled = (): ColtError => new ColtError(faultProblem('stoppedWaiting', { effect: 'read' }));
