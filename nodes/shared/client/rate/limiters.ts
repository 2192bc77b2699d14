import { createHash } from 'node:crypto';

import { sleep } from 'n8n-workflow';

import { Limiter } from './limiter';
import type { Clock } from './limiter';

const clock: Clock = {
	now: () => performance.now(),
	sleep: async (ms, signal) => await sleep(Math.max(0, ms), signal),
};

const limiters = new Map<string, Limiter>();

/** The one limiter of this process for a client at Colt: all nodes with the same credential share its allowance. */
export function limiterOf(client: readonly unknown[]): Limiter {
	const key = createHash('sha256').update(JSON.stringify(client)).digest('hex');
	let limiter = limiters.get(key);
	if (limiter === undefined) {
		limiter = new Limiter(clock);
		limiters.set(key, limiter);
	}
	return limiter;
}
