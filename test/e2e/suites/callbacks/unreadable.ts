import { itemsOf } from '../../../../scripts/n8n/executions';
import type { Stage } from '../../stage';
import { callbackCredential, Hook, SECRET, TRIGGER } from './hook';

/** JSON that says nothing of an order, or nothing that can be read. */
const BODIES: readonly unknown[] = [
	{ eventType: 'OrderCompletionNotification' },
	{ eventType: 'completed', orderId: '../etc' },
	{ message: 'Your order is ready' },
	[
		{ orderId: 'a-1', status: 'Completed' },
		{ orderId: 'a-2', status: 'Completed' },
	],
];

/** From the right caller, what cannot be read starts the workflow once as it came, also where orders are verified. */
export async function unreadableCallbacks(stage: Stage): Promise<void> {
	const hook = await Hook.open(stage, await callbackCredential(stage));
	const send = async (body: unknown, secret = SECRET.value): Promise<number> => {
		const response = await fetch(hook.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', [SECRET.name]: secret },
			body: JSON.stringify(body),
		});
		return response.status;
	};
	try {
		for (const body of BODIES) expect(await send(body, 'the secret of somebody else')).toBe(401);
		for (const body of [...BODIES, ...BODIES]) expect(await send(body)).toBe(200);
		const executions = await hook.executions(BODIES.length);
		const items = executions.flatMap((execution) => itemsOf(execution, TRIGGER));
		expect(items).toMatchObject(BODIES.map((raw) => ({ event: 'other', orderId: null, raw, source: 'callback' })));
		expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(BODIES.length);
		expect(await hook.count()).toBe(BODIES.length);
	} finally {
		await hook.close();
	}
}
