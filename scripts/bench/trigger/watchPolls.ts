import type { Simulator } from '../../../simulator/server';
import { waitFor } from '../../lib/waitFor';
import { N8nDatabase } from '../../n8n/database';
import { createWorkflow, publish, unpublish, withCredential } from '../../n8n/storedWorkflows';
import type { StoredWorkflow } from '../../n8n/storedWorkflows';
import { withBenchN8n } from '../benchN8n';
import type { BenchN8n } from '../benchN8n';
import { currentMemory, peakMemory, resetPeak } from '../peakMemory';
import { Recorder } from './recorder';
import type { WorkflowReport } from './recorder';
import { watcherWorkflow } from './watcherWorkflows';
import type { Watcher } from './watcherWorkflows';

export interface Size {
	orders: number;
	open: number;
	/** Orders that change before each measured poll. */
	changes: number;
	rounds: number;
}

/** What one poll took. */
export interface Poll {
	requests: number;
	/** From the poll's first request to the end of the workflow. */
	ms: number;
	/** Items that came of it. */
	items: number;
	/** Bytes that n8n keeps for the next poll. */
	state: number;
	/** Peak memory of n8n during the poll, megabytes. */
	peak: number;
	/** Of it, what was not there before. */
	growth: number;
}

/** The first poll, and those after so many changes each. */
export interface WatchedPolls {
	first: Pick<Poll, 'requests' | 'state'>;
	polls: Poll[];
}

const TIMEOUT_MS = 120_000;

/** Lets one of the two watch an account in a fresh n8n: the first poll, then rounds of changes and a poll. */
export async function watch(watcher: Watcher, simulator: Simulator, size: Size): Promise<WatchedPolls> {
	const { control } = simulator;
	control.reset();
	control.addAccount(size);
	return await withBenchN8n(simulator, async (bench) => {
		const recorder = await Recorder.start();
		try {
			const template = watcherWorkflow(watcher, simulator, bench.token, recorder.url);
			const workflow = await createWorkflow(bench.n8n.rest, bench.credentials.reduce(withCredential, template));
			const stage = { bench, simulator, recorder, workflow, watcher };
			const first = await pollOnce(stage, watcher === 'builtIn');
			const polls: Poll[] = [];
			for (let round = 0; round < size.rounds; round += 1) {
				control.changeOpen(size.changes);
				polls.push(await pollOnce(stage, true));
			}
			return { first, polls };
		} finally {
			await recorder.close();
		}
	});
}

interface Stage {
	bench: BenchN8n;
	simulator: Simulator;
	recorder: Recorder;
	workflow: StoredWorkflow;
	watcher: Watcher;
}

/**
 * One poll: n8n polls a trigger when its workflow is published; the schedule fires two seconds after, and is taken back
 * as soon as its execution has begun, so that polls do not overlap. What a trigger finds n8n only runs while published.
 */
async function pollOnce(
	{ bench: { n8n }, simulator: { control }, recorder, workflow, watcher }: Stage,
	hasNews: boolean,
): Promise<Poll> {
	control.clearCalls();
	control.resetStats();
	const before = currentMemory(n8n.pid);
	resetPeak(n8n.pid);
	let began = 0;
	const start = waitFor('the first request', () => (control.stats().requests > 0 ? performance.now() : undefined), {
		everyMs: 1,
		timeoutMs: TIMEOUT_MS,
	});
	const published = publish(n8n.rest, workflow);
	began = await start;
	await published;
	if (watcher === 'builtIn') await unpublish(n8n.rest, workflow);
	const report = hasNews ? await recorder.next(TIMEOUT_MS) : await isKept(n8n.userFolder, workflow.id);
	if (watcher === 'ours') await unpublish(n8n.rest, workflow);
	const peak = peakMemory(n8n.pid);
	return {
		requests: control.stats().requests,
		ms: report.at - began,
		items: report.items,
		state: stateOf(n8n.userFolder, workflow.id, watcher),
		peak,
		growth: peak - before,
	};
}

/** A first poll without events has ended when its state is stored. */
async function isKept(userFolder: string, workflowId: string): Promise<WorkflowReport> {
	const database = new N8nDatabase(userFolder);
	await waitFor('the state', () => database.kept(workflowId).includes('orders') || undefined, {
		timeoutMs: TIMEOUT_MS,
		everyMs: 20,
	});
	return { items: 0, at: performance.now() };
}

function stateOf(userFolder: string, workflowId: string, watcher: Watcher): number {
	const database = new N8nDatabase(userFolder);
	if (watcher === 'ours') return Buffer.byteLength(database.kept(workflowId));
	const [row] = database.all(
		'SELECT sum(length(CAST(value AS BLOB))) AS bytes FROM processed_data WHERE workflowId = ?',
		workflowId,
	);
	return Number(row?.['bytes'] ?? 0);
}
