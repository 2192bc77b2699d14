import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import { step } from '../lib/terminal';
import { waitForEnd } from '../n8n/executions';
import { createWorkflow, deleteWorkflow, runManually, withCredential } from '../n8n/storedWorkflows';
import { withBenchN8n } from './benchN8n';
import type { BenchN8n } from './benchN8n';
import { TITLES, WORK, workflowOf } from './subjects';
import type { Subject } from './subjects';
import { currentMemory, peakMemory, resetPeak } from './peakMemory';
import { report } from './printRuns';
import type { Peak, PerSubject, Run } from './printRuns';

const ITEMS = 1_000;
const LATENCY_MS = 20;
const ROUNDS = 5;
const ALL: readonly Subject[] = ['ours', 'http', 'httpCredential'];

const numbers = Array.from({ length: ITEMS }, (_, index) => `+44208132${String(index).padStart(4, '0')}`);

/**
 * 1,000 reservations in a real n8n, by our node and by n8n's HTTP Request node in turns against one simulator, then
 * the peak memory of a fresh n8n for each.
 */
export async function benchExecute(): Promise<void> {
	const simulator = await startSimulator({ settings: { latencyMs: LATENCY_MS } });
	try {
		const runs = await step(`${ROUNDS} rounds of ${ITEMS} reservations each`, () => race(simulator));
		const peaks = {
			ours: await memoryOf('ours', simulator),
			http: await memoryOf('http', simulator),
			httpCredential: await memoryOf('httpCredential', simulator),
		};
		report(
			`${ITEMS} reservations in n8n, ${LATENCY_MS} ms latency: median (least to most) of ${ROUNDS} runs in turns`,
			runs,
			peaks,
		);
	} finally {
		await simulator.close();
	}
}

async function race(simulator: Simulator): Promise<PerSubject<Run[]>> {
	const runs: PerSubject<Run[]> = { ours: [], http: [], httpCredential: [] };
	await withBenchN8n(simulator, async (bench) => {
		for (const subject of ALL) await place(bench, simulator, subject);
		for (let round = 0; round < ROUNDS; round += 1) {
			for (const subject of ALL) runs[subject].push(await place(bench, simulator, subject));
		}
	});
	return runs;
}

async function memoryOf(subject: Subject, simulator: Simulator): Promise<Peak> {
	return await step(`Memory: ${TITLES[subject]}`, () =>
		withBenchN8n(simulator, async (bench) => {
			const { n8n } = bench;
			const before = currentMemory(n8n.pid);
			resetPeak(n8n.pid);
			await place(bench, simulator, subject);
			const peak = peakMemory(n8n.pid);
			return { peak, growth: peak - before };
		}),
	);
}

/** One execution; all its orders must have been placed. */
async function place(
	{ n8n: { rest }, credentials, token }: BenchN8n,
	simulator: Simulator,
	subject: Subject,
): Promise<Run> {
	const { control } = simulator;
	control.reset();
	control.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const })) });
	const template = credentials.reduce(withCredential, workflowOf(subject, simulator, token, numbers));
	const workflow = await createWorkflow(rest, template);
	control.resetStats();
	const execution = await waitForEnd(rest, await runManually(rest, workflow), { timeoutMs: 300_000 });
	const { requests, connections, mostConnectionsAtOnce } = control.stats();
	await deleteWorkflow(rest, workflow);
	const placed = control.books().length;
	if (placed !== ITEMS)
		throw new Error(
			`${TITLES[subject]} placed ${placed} of ${ITEMS} orders: ${execution.error?.message ?? execution.status}`,
		);
	const ms = execution.runs.find(({ node }) => node === WORK)?.durationMs ?? NaN;
	return { ms, requests, connections, mostConnectionsAtOnce };
}
