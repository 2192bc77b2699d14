import type { IDataObject } from 'n8n-workflow';
import { itemsOf } from '../../../../scripts/n8n/executions';
import { readTemplate } from '../../../../scripts/lib/templates';
import type { Stage } from '../../stage';
import { callbackCredential, Hook, TRIGGER } from './hook';

const ORDERING = 'inbound-reserve-activate';

/**
 * A number found, reserved and activated by one workflow, while another is started by Colt's callbacks; then one that
 * fails.
 */
export async function callbacksOfAnActivation(stage: Stage): Promise<void> {
	const { inboundControl, callbacks } = stage.simulator;
	const hook = await Hook.open(stage, await callbackCredential(stage));
	try {
		hook.register();
		expect((await stage.run(readTemplate(ORDERING))).status).toBe('success');
		inboundControl.failNext('activation', { code: 'SIM42', text: 'No route to the customer' });
		expect((await stage.run(readTemplate(ORDERING))).status).toBe('error');
		const executions = await hook.executions(8);
		expect(executions.map(({ status }) => status)).toEqual(Array(8).fill('success'));
		const told = executions.flatMap((execution) => itemsOf(execution, TRIGGER));
		const ids = inboundControl.books().map(({ id }) => id);
		const byOrder = ids.map((id) =>
			told
				.filter(({ orderId }) => orderId === id)
				.map(({ orderType, event, eventId }): IDataObject => ({ orderType, event, eventId })),
		);
		const pair = (index: number, orderType: string, end: string) =>
			['raised', end].map((event) => ({ orderType, event, eventId: `${ids[index]}:${event}` }));
		expect(byOrder).toEqual([
			pair(0, 'reservation', 'completed'),
			pair(1, 'activation', 'completed'),
			pair(2, 'reservation', 'completed'),
			pair(3, 'activation', 'failed'),
		]);
		expect(told.find(({ event }) => event === 'failed')).toMatchObject({
			source: 'callback',
			country: 'GB',
			status: 'Failed with error',
			group: 'failed',
			isFinal: true,
			reason: { code: 'SIM42' },
			nextStep: 'Read the reason that Colt gives, correct the cause and order again',
			raw: expect.anything() as unknown,
			rawOrder: expect.anything() as unknown,
		});
		expect(callbacks.list().map(({ state, attempts }) => [state, attempts.length])).toEqual(
			Array(8).fill(['delivered', 1]),
		);
		expect(await hook.count()).toBe(8);
		stage.countCallbacks(8);
	} finally {
		await hook.close();
	}
}
