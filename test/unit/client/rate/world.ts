import { CubicRate } from '../../../../nodes/shared/client/rate/cubicRate';

/** A server's limit: whether a call that arrives at a time, in milliseconds, is let in. */
export type Limit = (now: number) => boolean;

/** A token bucket, full at the start. */
export function bucket(perSecond: number | ((now: number) => number), burst: number): Limit {
	const rateAt = typeof perSecond === 'number' ? () => perSecond : perSecond;
	let tokens = burst;
	let last = 0;
	return (now) => {
		tokens = Math.min(burst, tokens + ((now - last) * rateAt(now)) / 1_000);
		last = now;
		if (tokens < 1) return false;
		tokens -= 1;
		return true;
	};
}

/** So many calls in any stretch of that length. */
export function slidingWindow(most: number, lengthMs = 1_000): Limit {
	let times: number[] = [];
	return (now) => {
		times = times.filter((time) => time > now - lengthMs);
		if (times.length >= most) return false;
		times.push(now);
		return true;
	};
}

/** So many calls in each stretch, counted anew with the next. */
export function fixedWindow(most: number, lengthMs: number): Limit {
	let current = 0;
	let count = 0;
	return (now) => {
		const window = Math.floor(now / lengthMs);
		if (window !== current) count = 0;
		current = window;
		if (count >= most) return false;
		count += 1;
		return true;
	};
}

/** A fixed series of numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export interface Trial {
	calls: number;
	latencyMs: number;
	limit: Limit;
	retryAfterMs?: number;
	parallel?: number;
	seed?: number;
	/** The client's machine stands still for up to so long, now and then. */
	stallMs?: number;
}

export interface TrialResult {
	/** Until the last answer, milliseconds. */
	ms: number;
	refused: number;
	/** Arrival of every call that was let in. */
	accepted: number[];
}

/**
 * Runs calls through a rate against a limit, event by event; timers are late and answers spread as on a busy machine.
 */
export function run(
	{ calls, latencyMs, limit, retryAfterMs, parallel = 40, seed = 1, stallMs = 0 }: Trial,
	rate = new CubicRate(randomFrom(seed + 1)),
): TrialResult {
	const random = randomFrom(seed);
	let stallFrom = 0;
	let stallTo = 0;
	/** When the client gets to see what happens at that time. */
	const seen = (at: number): number => {
		while (stallMs > 0 && at >= stallTo) {
			stallFrom = stallTo + 500 * random();
			stallTo = stallFrom + stallMs * random();
		}
		return at >= stallFrom ? Math.max(at, stallTo) : at;
	};
	const events: Array<{ at: number; act: (now: number) => void }> = [];
	const later = (at: number, act: (now: number) => void): void => {
		events.push({ at, act });
	};
	const result: TrialResult = { ms: 0, refused: 0, accepted: [] };
	let unsent = calls;
	let busy = 0;
	const ready: number[] = [];
	let timer = Number.POSITIVE_INFINITY;
	const send = (now: number): void => {
		const permit = rate.sent(now);
		const half = () => (latencyMs / 2) * (0.9 + 0.4 * random());
		later(now + half(), (arrival) => {
			const ok = limit(arrival);
			later(seen(arrival + half()), (answer) => {
				if (ok) {
					rate.accepted(permit, answer);
					busy -= 1;
					result.accepted.push(arrival);
					result.ms = answer;
				} else {
					result.refused += 1;
					rate.refused(permit, answer, retryAfterMs);
					later(answer + (retryAfterMs ?? 0), (at) => ready.push(at));
				}
			});
		});
	};
	const pump = (now: number): void => {
		for (;;) {
			const again = ready.length > 0;
			if (!again && (unsent === 0 || busy >= parallel)) return;
			const wait = rate.wait(now);
			if (wait > 0) {
				if (now + wait < timer || timer <= now) {
					timer = now + wait;
					later(seen(timer + 1.5 * random()), () => undefined);
				}
				return;
			}
			if (again) ready.shift();
			else {
				unsent -= 1;
				busy += 1;
			}
			send(now);
		}
	};
	pump(0);
	while (events.length > 0) {
		let index = 0;
		for (let other = 1; other < events.length; other += 1)
			if ((events[other]?.at ?? 0) < (events[index]?.at ?? 0)) index = other;
		const [event] = events.splice(index, 1);
		if (event === undefined) break;
		event.act(event.at);
		pump(event.at);
	}
	return result;
}
