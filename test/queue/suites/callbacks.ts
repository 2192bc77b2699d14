import { burst } from '../../e2e/suites/callbacks/burst';
import { callbackCredential, Hook, hookWorkflow, SECRET } from '../../e2e/suites/callbacks/hook';
import { payload } from '../../e2e/suites/callbacks/refusals';
import { waitFor } from '../../../scripts/lib/waitFor';
import { report } from '../report';
import { SIZE } from '../size';
import type { QueueStage } from '../stage';

const REMEMBERED = 20;
const headers = { 'content-type': 'application/json', [SECRET.name]: SECRET.value };

/** A burst through one webhook process, repeats included. */
export async function burstThroughOne(stage: QueueStage): Promise<void> {
	stage.simulator.control.change({ latencyMs: 0 });
	const figures = await burst(stage.asOneN8n(), SIZE.callbacks);
	expect(figures).toMatchObject({ executions: SIZE.callbacks, looks: SIZE.callbacks });
	report('A burst of callbacks through the webhook process (row 9)', {
		callbacks: figures.callbacks,
		executions: figures.executions,
		'answered in the middle after ms': Math.round(figures.medianMs),
		'at most': Math.round(figures.slowestMs),
		'all after': figures.answeredMs,
	});
}

/** What was delivered is known after the webhook process was killed. */
export async function knownAfterRestart(stage: QueueStage): Promise<void> {
	const [webhook] = stage.cluster.webhooks;
	const one = stage.asOneN8n();
	const hook = await Hook.open(one, await callbackCredential(one), hookWorkflow({ lookUp: 'none' }));
	const sendAll = async (): Promise<unknown[]> => {
		const answers: unknown[] = [];
		for (let index = 0; index < REMEMBERED; index += 1) {
			const response = await fetch(hook.url, { method: 'POST', headers, body: payload(`order-${index}`) });
			answers.push(((await response.json()) as { result?: unknown }).result);
		}
		return answers;
	};
	try {
		expect(await sendAll()).toEqual(Array(REMEMBERED).fill('received'));
		await webhook?.kill();
		await webhook?.startAgain();
		expect(await sendAll()).toEqual(Array(REMEMBERED).fill('received before'));
		await hook.executions(REMEMBERED);
		expect(await hook.count()).toBe(REMEMBERED);
		report('Callbacks repeated after the webhook process was killed', {
			callbacks: 2 * REMEMBERED,
			executions: await hook.count(),
		});
	} finally {
		await hook.close();
	}
}

/**
 * The same callbacks to two webhook processes at once: each becomes at least one execution; how many become two is
 * noted. Two processes know of each other's events by the database alone, so at most what is under way is doubled.
 */
export async function overTwo(stage: QueueStage): Promise<void> {
	const [one, other] = [stage.asOneN8n(0), stage.asOneN8n(1)];
	const hook = await Hook.open(one, await callbackCredential(one), hookWorkflow({ lookUp: 'none' }));
	const path = hook.url.slice(one.n8n.url.length);
	const orders = Array.from({ length: SIZE.callbacks }, (_, index) => `order-${index}`);
	const send = async (url: string, orderId: string): Promise<number> =>
		(await fetch(url, { method: 'POST', headers, body: payload(orderId) })).status;
	try {
		await waitFor('the other address to answer', async () =>
			(await fetch(other.n8n.url + path, { method: 'POST' })).status === 404 ? undefined : true,
		);
		const urls = [hook.url, other.n8n.url + path];
		for (const [index, orderId] of orders.entries()) {
			// Every tenth comes to both at once, as after an answer that came too late.
			const to = index % 10 === 0 ? urls : [urls[index % 2] ?? ''];
			expect(await Promise.all(to.map((url) => send(url, orderId)))).toEqual(to.map(() => 200));
		}
		const count = await waitFor('the executions', async () => {
			const found = await hook.count();
			return found >= SIZE.callbacks ? found : undefined;
		});
		expect(count).toBeLessThanOrEqual(SIZE.callbacks + SIZE.callbacks / 10);
		report('Callbacks over two webhook processes, a tenth sent to both at once (row 8)', {
			events: SIZE.callbacks,
			executions: count,
			'started twice with equal event ids': count - SIZE.callbacks,
		});
	} finally {
		await hook.close();
	}
}
