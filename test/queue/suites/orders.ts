import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from '../../../scripts/lib/waitFor';
import { readExecution, waitForEnd } from '../../../scripts/n8n/executions';
import { OrderWorkflow, foundEarlier, orderByHand } from '../orders';
import { report } from '../report';
import { SIZE } from '../size';
import type { QueueStage } from '../stage';

const LOOK_BACK = { lookBackHours: 24 };

/** Longer than a worker's Redis clients wait between two tries, shorter than n8n waits before it ends itself. */
const REDIS_AWAY_MS = 5_000;

/** The lots that executions get. */
const lots = (numbers: readonly string[], size: number): string[][] =>
	Array.from({ length: Math.ceil(numbers.length / size) }, (_, index) =>
		numbers.slice(index * size, (index + 1) * size),
	);

/**
 * Orders over two workers, one of them killed in the middle. What n8n gives up is run again with *Look for Earlier
 * Orders*, as the deployment guide says.
 */
export async function workerKilled(stage: QueueStage): Promise<void> {
	const numbers = stage.stock(SIZE.executions * SIZE.orders);
	const workflow = await OrderWorkflow.open(stage);
	const again = await OrderWorkflow.open(stage, LOOK_BACK);
	const all = lots(numbers, SIZE.orders);
	for (const lot of all) await workflow.order(lot);
	await stage.ordered(numbers.length / 3);
	const [victim] = stage.cluster.workers;
	await victim?.kill();
	try {
		const executions = await workflow.ended(all.length);
		const lost = executions.filter(({ status }) => status !== 'success');
		await stage.atRest();
		const placed = stage.books().length;
		expect(lost.length).toBeGreaterThan(0);
		expect(placed).toBeLessThan(numbers.length);
		// n8n has emptied what it gave up: the user knows what was to be ordered, not how far it came.
		const done = new Set(executions.filter(({ status }) => status === 'success').flatMap(numbersOf));
		const open = all.filter((lot) => !lot.every((number) => done.has(number)));
		for (const lot of open) await again.order(lot);
		const second = await again.ended(open.length);
		expect(second.map(({ status }) => status)).toEqual(open.map(() => 'success'));
		stage.expectOnce(numbers);
		report(`${numbers.length} orders over two workers, one killed in the middle (rows 1, 2, 5)`, {
			'in the books at the end of the first runs': placed,
			'executions given up by n8n': lost.length,
			'said by n8n': `"${lost[0]?.error?.message ?? lost[0]?.status ?? ''}"`,
			'run again with the look-back, found': foundEarlier(second),
			'in the books': stage.books().length,
			doubled: stage.books().length - numbers.length,
			'token calls': stage.tokenCalls(),
		});
		// Each process has its own token; a look-back needs no other.
		expect(stage.tokenCalls()).toBeLessThanOrEqual(stage.cluster.processes().length);
	} finally {
		await victim?.startAgain();
	}
}

const numbersOf = ({ runs }: { runs: Array<{ node: string; outputs: Array<Array<{ json: object }>> }> }): string[] =>
	runs
		.filter(({ node }) => node === 'Numbers')
		.flatMap(({ outputs }) => outputs.flat().map(({ json }) => String((json as { number?: unknown }).number)));

/**
 * Another process than the first takes a start of less than five seconds ago for that of the retry, and then adopts
 * nothing: the order "may be it".
 */
const FIRST_IS_OLDER_MS = 6_000;

/** n8n's *Retry execution* of a failed execution, on another worker than the first. */
export async function retriedElsewhere(stage: QueueStage): Promise<void> {
	const { cluster, simulator } = stage;
	const numbers = stage.stock(SIZE.orders);
	const began = Date.now();
	const id = await orderByHand(stage, numbers, {}, { saveExecutionProgress: true });
	await stage.ordered(numbers.length / 3);
	simulator.control.addFault({ operation: 'updateCustomer', status: 400, code: '002', message: 'refused once' });
	const failed = await waitForEnd(cluster.rest, id);
	expect(failed.status).toBe('error');
	const placed = stage.books().length;
	const first = cluster.workerOf(id);
	await first?.kill();
	try {
		await pause(Math.max(0, began + FIRST_IS_OLDER_MS - Date.now()));
		const retried = await cluster.rest.post<{ id: string }>(`/executions/${id}/retry`, { loadWorkflow: false });
		const execution = await waitForEnd(cluster.rest, retried.id);
		expect(execution.error).toBeUndefined();
		expect(cluster.workerOf(retried.id)).not.toBe(first);
		stage.expectOnce(numbers);
		report('Retry execution on another worker', {
			orders: numbers.length,
			'placed by the first': placed,
			'found by the second': foundEarlier([execution]),
			'in the books': stage.books().length,
			doubled: stage.books().length - numbers.length,
		});
	} finally {
		await first?.startAgain();
	}
}

/** Redis is away for a while in the middle of two executions. */
export async function redisAway(stage: QueueStage): Promise<void> {
	const { redis } = stage.cluster;
	const numbers = stage.stock(2 * SIZE.orders);
	const workflow = await OrderWorkflow.open(stage);
	for (const lot of lots(numbers, SIZE.orders)) await workflow.order(lot);
	await stage.ordered(numbers.length / 4);
	await redis.close();
	await pause(REDIS_AWAY_MS);
	await redis.open();
	const executions = await workflow.ended(2);
	expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
	expect(stage.cluster.processes().map((process) => process.exitCode())).toEqual(
		stage.cluster.processes().map(() => undefined),
	);
	stage.expectOnce(numbers);
	report(`Redis away for ${REDIS_AWAY_MS / 1_000} s`, {
		orders: numbers.length,
		'in the books': stage.books().length,
		doubled: stage.books().length - numbers.length,
	});
}

/** *Stop* of an execution that was started through the main process reaches its worker. */
export async function stopped(stage: QueueStage): Promise<void> {
	const { rest } = stage.cluster;
	const numbers = stage.stock(4 * SIZE.orders);
	const id = await orderByHand(stage, numbers);
	await stage.ordered(20);
	const before = stage.books().length;
	await rest.post(`/executions/${id}/stop`, {});
	const { status } = await waitForEnd(rest, id);
	await stage.atRest();
	await stage.quiet();
	const ordered = stage.books().flatMap(({ ranges = [] }) => ranges.map(({ start }) => start));
	expect(status).toBe('canceled');
	expect(new Set(ordered).size).toBe(ordered.length);
	expect(ordered.length).toBeLessThan(numbers.length);
	report('Stop of an execution started through main (row 4)', {
		'ordered before': before,
		after: ordered.length - before,
		'of those left': numbers.length - before,
	});
}

/** The same through a webhook process: n8n's message does not reach the worker. What happens is noted only. */
export async function stoppedFromWebhook(stage: QueueStage): Promise<void> {
	const { rest } = stage.cluster;
	const numbers = stage.stock(SIZE.orders);
	const workflow = await OrderWorkflow.open(stage);
	await workflow.order(numbers);
	await stage.ordered(20);
	const before = stage.books().length;
	const [{ id = '' } = {}] = await waitFor('the execution', async () => {
		const all = await workflow.executions();
		return all.length > 0 ? all : undefined;
	});
	await rest.post(`/executions/${id}/stop`, {}).catch(() => undefined);
	await stage.atRest();
	await stage.quiet();
	const { status } = await readExecution(rest, id);
	const ordered = stage.books().flatMap(({ ranges = [] }) => ranges.map(({ start }) => start));
	expect(new Set(ordered).size).toBe(ordered.length);
	report('Stop of an execution started through a webhook process (row 4)', {
		'ordered before': before,
		after: ordered.length - before,
		'of those left': numbers.length - before,
		status,
	});
}

/** A token call that is refused for its rate waits its turn. */
export async function tokenRefused(stage: QueueStage): Promise<void> {
	const { control } = stage.simulator;
	const numbers = stage.stock(20);
	control.endTokens('forget');
	const refusals = 6;
	control.addFault({ operation: 'requestToken', status: 429, count: refusals });
	const workflow = await OrderWorkflow.open(stage);
	for (const lot of lots(numbers, 10)) await workflow.order(lot);
	const executions = await workflow.ended(2);
	expect(executions.map(({ status, error }) => [status, error?.message])).toEqual(
		executions.map(() => ['success', undefined]),
	);
	stage.expectOnce(numbers);
	report(`Token calls refused ${refusals} times with 429 (row 7)`, {
		orders: stage.books().length,
		'failed executions': 0,
		'token calls': stage.tokenCalls(),
	});
}
