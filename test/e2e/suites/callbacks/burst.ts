import { waitFor } from '../../../../scripts/lib/waitFor';
import { node } from '../../stage';
import { callbackCredential, Hook, hookWorkflow } from './hook';
import type { HookStage } from './hook';

const look = node(
	'Look',
	'n8n-nodes-colt.coltInbound',
	1,
	{ resource: 'order', operation: 'get', orderId: '={{ $json.orderId }}' },
	{ credentials: { coltOAuth2Api: { id: '', name: '' } } },
);

/** What a burst came to; times in milliseconds. */
export interface BurstFigures {
	orders: number;
	/** Repeats included. */
	callbacks: number;
	executions: number;
	/** Look-ups by the workflow, each of another order if there are as many as callbacks. */
	looks: number;
	/** Until the last callback was answered, and until the last execution had ended. */
	answeredMs: number;
	endedMs: number;
	medianMs: number;
	slowestMs: number;
}

/**
 * Orders raised all at once: each callback must become one execution. Every execution looks its order up in a node of
 * the workflow, so that the simulator itself has counted what was executed.
 */
export async function burst(stage: HookStage, count: number, parallel = 20): Promise<BurstFigures> {
	const { callbacks, inboundControl } = stage.simulator;
	const hook = await Hook.open(stage, await callbackCredential(stage), hookWorkflow({ lookUp: 'none' }, [look]));
	try {
		hook.register({ parallel });
		// Every tenth comes twice, so that repeats stand in the middle of the burst.
		callbacks.disturb({ duplicate: Math.floor(count / 10) });
		const since = performance.now();
		inboundControl.seed({
			orders: Array.from({ length: count }, () => ({ type: 'activation' as const, country: 'GB' })),
		});
		await callbacks.idle();
		const answeredMs = performance.now() - since;
		const looks = () => inboundControl.calls({ operation: 'inbound.getOrder' }).filter(({ status }) => status === 200);
		await waitFor(
			'every order to be looked at',
			() => new Set(looks().map(({ path }) => path)).size === count || undefined,
		);
		await waitFor('the executions to be stored', async () => (await hook.count()) >= count || undefined);
		const endedMs = performance.now() - since;
		const times = callbacks
			.list()
			.flatMap(({ attempts }) => attempts.map(({ durationMs }) => durationMs))
			.sort((a, b) => a - b);
		expect(callbacks.list().filter(({ state }) => state !== 'delivered')).toEqual([]);
		return {
			orders: count,
			callbacks: callbacks.list().length,
			executions: await hook.count(),
			looks: looks().length,
			answeredMs: Math.round(answeredMs),
			endedMs: Math.round(endedMs),
			medianMs: times[Math.floor(times.length / 2)] ?? 0,
			slowestMs: times.at(-1) ?? 0,
		};
	} finally {
		await hook.close();
	}
}
