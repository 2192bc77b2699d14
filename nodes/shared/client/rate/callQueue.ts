import { faultProblem } from '../../errors/faults';
import { ColtError } from '../../errors/problem';
import { CubicRate } from './cubicRate';
import type { Permit } from './cubicRate';

/** Time and waiting, so that a test can bring its own. */
export interface Clock {
	/** Milliseconds that never go back. */
	now(): number;
	/** Resolves after the time, or when the signal fires. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** What one node execution brings along. */
export interface ExecutionLimits {
	/** Ends all waiting. */
	signal?: AbortSignal;
	/** The user's own upper limit; none when absent. */
	mostPerSecond?: number;
}

interface WaitingCall {
	notBefore: number;
	/** A call that was sent before and refused. */
	isResend: boolean;
	send(permit: Permit): void;
	cancel(error: Error): void;
}

/** A call gives up after this long without any accepted call since a refusal. */
const GIVE_UP_MS = 180_000;
/** As for the rate: calls that a busy machine sends late are made up for. */
const CATCH_UP_MS = 250;
/** A timer takes no longer time, and would fire at once. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;

/** The calls of one node execution on their way to Colt. */
export class ExecutionCalls {
	private waiting: WaitingCall[] = [];
	private nextAt = 0;

	constructor(
		private readonly queue: CallQueue,
		private readonly limits: ExecutionLimits,
	) {
		limits.signal?.addEventListener('abort', () => this.cancelAll(), { once: true });
	}

	/** When its next call may go as far as this execution is concerned; Infinity when none waits. */
	get readyAt(): number {
		return Math.max(this.nextAt, Math.min(...this.waiting.map(({ notBefore }) => notBefore)));
	}

	now(): number {
		return this.queue.clock.now();
	}

	/**
	 * Resolves when the call may be sent.
	 * @param retryAfterMs for a call that was refused: how long Colt asked it to wait, 0 if it did not say
	 * @throws ColtError of kind `cancelled` when the execution ends
	 */
	async enter(retryAfterMs?: number): Promise<Permit> {
		return await new Promise((resolve, reject) => {
			if (this.limits.signal?.aborted === true) return reject(cancelled());
			const isResend = retryAfterMs !== undefined;
			const call = { notBefore: this.now() + (retryAfterMs ?? 0), isResend, send: resolve, cancel: reject };
			const firstNew = isResend ? this.waiting.findIndex((other) => !other.isResend) : -1;
			this.waiting.splice(firstNew < 0 ? this.waiting.length : firstNew, 0, call);
			this.queue.join(this);
		});
	}

	/** Colt answered the call, whatever it said but 429. */
	accepted(permit: Permit): void {
		this.queue.rate.accepted(permit, this.now());
		this.queue.sendReady();
	}

	/** Colt answered the call with 429. */
	refused(permit: Permit, retryAfterMs?: number): void {
		this.queue.rate.refused(permit, this.now(), retryAfterMs);
		this.queue.sendReady();
	}

	/** Whether no call of this client was accepted for too long, seen from a call first refused at that time. */
	isStalled(since: number): boolean {
		return this.now() - Math.max(since, this.queue.rate.lastSuccessAt) > GIVE_UP_MS;
	}

	/** The first call that may go, refused ones first. */
	take(now: number): WaitingCall | undefined {
		const index = this.waiting.findIndex(({ notBefore }) => notBefore <= now);
		if (index < 0) return undefined;
		const { mostPerSecond } = this.limits;
		if (mostPerSecond !== undefined) this.nextAt = Math.max(now - CATCH_UP_MS, this.nextAt) + 1_000 / mostPerSecond;
		return this.waiting.splice(index, 1)[0];
	}

	private cancelAll(): void {
		const stopped = this.waiting;
		this.waiting = [];
		for (const call of stopped) call.cancel(cancelled());
		this.queue.sendReady();
	}
}

const cancelled = (): ColtError => new ColtError(faultProblem('stoppedWaiting', { effect: 'read' }));

/** Sends the calls of one client at Colt, one execution after the other, at the rate Colt has been found to allow. */
export class CallQueue {
	readonly rate = new CubicRate();
	private executions: ExecutionCalls[] = [];
	private alarm: { at: number; off: AbortController } | undefined;

	constructor(readonly clock: Clock) {}

	/** The place of one node execution in the queue. */
	open(limits: ExecutionLimits = {}): ExecutionCalls {
		return new ExecutionCalls(this, limits);
	}

	/** Puts an execution with waiting calls in the round. */
	join(execution: ExecutionCalls): void {
		if (!this.executions.includes(execution)) this.executions.push(execution);
		this.sendReady();
	}

	/** Sends what may go now, and sets the alarm for the next. */
	sendReady(): void {
		for (;;) {
			const now = this.clock.now();
			this.executions = this.executions.filter(({ readyAt }) => readyAt < Number.POSITIVE_INFINITY);
			if (this.executions.length === 0) return this.setAlarm(undefined);
			const next = Math.min(...this.executions.map(({ readyAt }) => readyAt));
			if (next > now) return this.setAlarm(next);
			const wait = this.rate.wait(now);
			if (wait > 0) return this.setAlarm(now + wait);
			this.takeTurn(now)?.send(this.rate.sent(now));
		}
	}

	/** The first ready execution gives a call and goes to the end of the round. */
	private takeTurn(now: number): WaitingCall | undefined {
		const execution = this.executions.find(({ readyAt }) => readyAt <= now);
		if (execution === undefined) return undefined;
		this.executions = [...this.executions.filter((other) => other !== execution), execution];
		return execution.take(now);
	}

	private setAlarm(at: number | undefined): void {
		if (this.alarm !== undefined && at !== undefined && this.alarm.at <= at && this.alarm.at > this.clock.now()) return;
		this.alarm?.off.abort();
		this.alarm = undefined;
		if (at === undefined) return;
		const alarm = { at, off: new AbortController() };
		this.alarm = alarm;
		void this.waitForAlarm(alarm);
	}

	private async waitForAlarm(alarm: { at: number; off: AbortController }): Promise<void> {
		const ms = Math.min(alarm.at - this.clock.now(), LONGEST_SLEEP_MS);
		await this.clock.sleep(ms, alarm.off.signal).catch(() => undefined);
		if (this.alarm !== alarm) return;
		this.alarm = undefined;
		this.sendReady();
	}
}
