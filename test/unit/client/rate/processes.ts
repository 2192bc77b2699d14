import { CubicRate } from '../../../../nodes/shared/client/rate/cubicRate';
import { randomFrom } from './world';
import type { Limit } from './world';

/** Processes that share a limit and do not know of each other, each with more calls than it can send. */
export interface Sharing {
	limit: Limit;
	/** When each of them begins, milliseconds. */
	starts: readonly number[];
	untilMs: number;
	latencyMs: number;
	seed: number;
}

/** What one process has got. */
export interface ProcessResult {
	/** Arrival of every call that was let in. */
	accepted: number[];
	refused: number;
}

/** Calls a process has under way or waiting for another try. */
const PARALLEL = 40;
const LATE_TIMER_MS = 1.5;

/** Runs the processes event by event; timers are late and answers spread as on a busy machine. */
export function shareLimit({ limit, starts, untilMs, latencyMs, seed }: Sharing): ProcessResult[] {
	const random = randomFrom(seed);
	const events = new Map<number, Array<() => void>>();
	const times: number[] = [];
	const later = (at: number, act: () => void): void => {
		const others = events.get(at);
		if (others !== undefined) return void others.push(act);
		events.set(at, [act]);
		times.splice(positionOf(times, at), 0, at);
	};
	const half = (): number => (latencyMs / 2) * (0.9 + 0.4 * random());
	const results = starts.map((start, index): ProcessResult => {
		const rate = new CubicRate(randomFrom(seed * 31 + index + 1));
		const result: ProcessResult = { accepted: [], refused: 0 };
		let busy = 0;
		let again = 0;
		let alarm = Number.NEGATIVE_INFINITY;
		const send = (now: number): void => {
			const permit = rate.sent(now);
			const arrival = now + half();
			later(arrival, () => {
				const isIn = limit(arrival);
				const answer = arrival + half();
				later(answer, () => {
					if (isIn) {
						busy -= 1;
						result.accepted.push(arrival);
						rate.accepted(permit, answer);
					} else {
						again += 1;
						result.refused += 1;
						rate.refused(permit, answer);
					}
					pump(answer);
				});
			});
		};
		const pump = (now: number): void => {
			while (again > 0 || busy < PARALLEL) {
				const wait = rate.wait(now);
				if (wait > 0) {
					if (alarm > now && alarm <= now + wait) return;
					alarm = now + wait;
					const woken = alarm + LATE_TIMER_MS * random();
					return later(woken, () => pump(woken));
				}
				if (again > 0) again -= 1;
				else busy += 1;
				send(now);
			}
		};
		later(start, () => pump(start));
		return result;
	});
	for (let at = times.pop(); at !== undefined && at <= untilMs; at = times.pop()) {
		const due = events.get(at) ?? [];
		events.delete(at);
		for (const act of due) act();
	}
	return results;
}

/** Where a time belongs in a list of times, the latest first. */
function positionOf(times: readonly number[], at: number): number {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((times[middle] ?? 0) > at) low = middle + 1;
		else high = middle;
	}
	return low;
}
