import { Lane } from './lane';
import type { LaneOptions, Waiter } from './lane';
import { Pace } from './pace';

/** Time and waiting, so that a test can bring its own. */
export interface Clock {
	/** Milliseconds that never go back. */
	now(): number;
	/** Resolves after the time, or when the signal fires. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** A timer takes no longer time, and would fire at once. The alarm is set again then. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;

/** Lets the calls of one client at Colt go, one lane after the other, at the pace Colt has been found to allow. */
export class Limiter {
	readonly pace = new Pace();

	private lanes: Lane[] = [];

	private alarm: { at: number; off: AbortController } | undefined;

	constructor(readonly clock: Clock) {}

	/** A lane of its own for one node execution. */
	lane(options: LaneOptions = {}): Lane {
		return new Lane(this, options);
	}

	/** Puts a lane with waiting calls in the round. */
	join(lane: Lane): void {
		if (!this.lanes.includes(lane)) this.lanes.push(lane);
		this.run();
	}

	/** Lets go whatever may go now, and sets the alarm for the next. */
	run(): void {
		for (;;) {
			const now = this.clock.now();
			this.lanes = this.lanes.filter((lane) => lane.isWaiting);
			if (this.lanes.length === 0) return this.setAlarm(undefined);
			const next = Math.min(...this.lanes.map((lane) => lane.readyAt));
			if (next > now) return this.setAlarm(next);
			const wait = this.pace.wait(now);
			if (wait > 0) return this.setAlarm(now + wait);
			this.takeTurn(now)?.go(this.pace.sent(now));
		}
	}

	/** The first ready lane gives a call and goes to the end of the round. */
	private takeTurn(now: number): Waiter | undefined {
		const lane = this.lanes.find(({ readyAt }) => readyAt <= now);
		if (lane === undefined) return undefined;
		this.lanes = [...this.lanes.filter((other) => other !== lane), lane];
		return lane.take(now);
	}

	private setAlarm(at: number | undefined): void {
		if (this.alarm !== undefined && at !== undefined && this.alarm.at <= at && this.alarm.at > this.clock.now()) return;
		this.alarm?.off.abort();
		this.alarm = undefined;
		if (at === undefined) return;
		const alarm = { at, off: new AbortController() };
		this.alarm = alarm;
		void this.ring(alarm);
	}

	private async ring(alarm: { at: number; off: AbortController }): Promise<void> {
		await this.clock
			.sleep(Math.min(alarm.at - this.clock.now(), LONGEST_SLEEP_MS), alarm.off.signal)
			.catch(() => undefined);
		if (this.alarm !== alarm) return;
		this.alarm = undefined;
		this.run();
	}
}
