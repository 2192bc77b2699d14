import { createHash } from 'node:crypto';

import { sleep } from 'n8n-workflow';

import { CallQueue } from './callQueue';
import type { Clock } from './callQueue';

const clock: Clock = {
	now: () => performance.now(),
	sleep: async (ms, signal) => await sleep(Math.max(0, ms), signal),
};

const queues = new Map<string, CallQueue>();

/** The one queue of this process for a client at Colt: all nodes with the same credential share its rate. */
export function callQueueOf(client: readonly unknown[]): CallQueue {
	const key = createHash('sha256').update(JSON.stringify(client)).digest('hex');
	let queue = queues.get(key);
	if (queue === undefined) {
		queue = new CallQueue(clock);
		queues.set(key, queue);
	}
	return queue;
}
