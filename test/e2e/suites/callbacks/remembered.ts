import type { Stage } from '../../stage';
import { callbackCredential, Hook, hookWorkflow, SECRET } from './hook';
import { payload } from './refusals';

const EVENTS: ReadonlyArray<[orderId: string, event: string]> = [
	['order-1', 'raised'],
	['order-1', 'completed'],
	['order-2', 'raised'],
	['order-2', 'failed'],
];

/** The trigger forgets what it has in memory when it is switched off; what it has told is in n8n's database. */
export async function repeatsAreKnownLater(stage: Stage): Promise<void> {
	const hook = await Hook.open(stage, await callbackCredential(stage), hookWorkflow({ lookUp: 'none' }));
	const sendAll = async (): Promise<unknown[]> => {
		const answers: unknown[] = [];
		for (const [orderId, event] of EVENTS) {
			const response = await fetch(hook.url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', [SECRET.name]: SECRET.value },
				body: payload(orderId, event),
			});
			answers.push([response.status, await response.json()]);
		}
		return answers;
	};
	try {
		expect(await sendAll()).toEqual(EVENTS.map(() => [200, { result: 'received' }]));
		await hook.executions(EVENTS.length);
		await hook.off();
		await hook.on();
		expect(await sendAll()).toEqual(EVENTS.map(() => [200, { result: 'received before' }]));
		expect(await hook.count()).toBe(EVENTS.length);
	} finally {
		await hook.close();
	}
}
