import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from '../../../scripts/lib/waitFor';
import { waitForEnd } from '../../../scripts/n8n/executions';
import { OrderWorkflow, foundEarlier, orderByHand } from '../orders';
import { report } from '../report';
import { SIZE } from '../size';
import type { QueueStage } from '../stage';

/** Longer than what a node takes for a suspension of its process. */
const FROZEN_MS = 40_000;
const LIMIT_PER_SECOND = 20;
/** Calls in parallel of the node: so many can be past the last check, with their request not yet on its way. */
const UNDER_WAY = 5;

/**
 * A worker is frozen past its lock; n8n gives the execution up, the user runs it again elsewhere, and then the first
 * worker wakes with half of the orders before it.
 */
export async function standstill(stage: QueueStage): Promise<void> {
	const { cluster } = stage;
	const numbers = stage.stock(SIZE.orders);
	const id = await orderByHand(stage, numbers);
	await stage.ordered(numbers.length / 3);
	const frozen = cluster.workerOf(id);
	frozen?.signal('SIGSTOP');
	const since = Date.now();
	try {
		const given = await waitForEnd(cluster.rest, id);
		await stage.atRest();
		const placed = stage.books().length;
		const again = await OrderWorkflow.open(stage, { lookBackHours: 24 });
		await again.order(numbers);
		const second = await again.ended(1);
		expect(second.map(({ status }) => status)).toEqual(['success']);
		expect(stage.books()).toHaveLength(numbers.length);
		await pause(Math.max(0, since + FROZEN_MS - Date.now()));
		const calls = () => stage.simulator.control.calls().length;
		const before = calls();
		frozen?.signal('SIGCONT');
		await waitFor('the first worker to go on', () => calls() > before || undefined);
		await stage.quiet();
		await stage.atRest();
		const ordered = stage.books().flatMap(({ ranges = [] }) => ranges.map(({ start }) => start));
		expect([...new Set(ordered)].sort()).toEqual([...numbers].sort());
		// What was about to be written when the process was frozen leaves it when it wakes; no node can stop that.
		expect(ordered.length - numbers.length).toBeLessThanOrEqual(UNDER_WAY);
		report('A worker that was frozen and wakes after its execution was run again (row 3)', {
			orders: numbers.length,
			'placed before': placed,
			'the execution ended as': given.status,
			'found by the second run': foundEarlier(second),
			'in the books at last': stage.books().length,
			doubled: stage.books().length - numbers.length,
		});
	} finally {
		frozen?.signal('SIGCONT');
	}
}

/** A limit that is shared by workers that do not know of each other. What each gets is noted only. */
export async function sharedLimit(stage: QueueStage): Promise<void> {
	const { control } = stage.simulator;
	control.change({ latencyMs: 0, bucketPerSecond: LIMIT_PER_SECOND });
	const { workers } = stage.cluster;
	const size = 150;
	const numbers = stage.stock(size * workers.length);
	const workflow = await OrderWorkflow.open(stage);
	const started = Date.now();
	for (let lot = 0; lot < workers.length; lot += 1) await workflow.order(numbers.slice(lot * size, (lot + 1) * size));
	const executions = await workflow.ended(workers.length);
	const seconds = (Date.now() - started) / 1_000;
	expect(executions.map(({ status }) => status)).toEqual(workers.map(() => 'success'));
	stage.expectOnce(numbers);
	const perWorker = workers.map(
		(worker) => executions.filter(({ id }) => stage.cluster.workerOf(id) === worker).length,
	);
	const durations = executions.map(({ runs }) => (runs.at(-1)?.durationMs ?? 0) / 1_000);
	const refused = control.calls({ operation: 'updateCustomer' }).filter(({ status }) => status === 429).length;
	report(`A limit of ${LIMIT_PER_SECOND} calls a second over ${workers.length} workers (row 6)`, {
		orders: numbers.length,
		failed: 0,
		seconds: seconds.toFixed(1),
		'of the limit': `${Math.round((numbers.length / seconds / LIMIT_PER_SECOND) * 100)} %`,
		'executions by worker': perWorker.join(' + '),
		'orders a second of each': durations.map((time) => (size / time).toFixed(1)).join(' and '),
		'refused with 429': refused,
	});
}
