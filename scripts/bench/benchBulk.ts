import type { INode } from 'n8n-workflow';
import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import { step } from '../lib/terminal';
import { itemsOf, waitForEnd } from '../n8n/executions';
import { createWorkflow, deleteWorkflow, runManually, withCredential } from '../n8n/storedWorkflows';
import type { WorkflowTemplate } from '../n8n/storedWorkflows';
import { withBenchN8n } from './benchN8n';
import type { BenchN8n } from './benchN8n';
import { currentMemory, peakMemory, resetPeak } from './peakMemory';
import { median, spread } from './statistics';
import { printTable } from './printTable';

const ROWS = 10_000;
const LATENCY_MS = 20;
const ROUNDS = 3;
const WORK = 'Activate';

const numbers = Array.from({ length: ROWS }, (_, index) => `+44208133${String(index).padStart(4, '0')}`);

interface Run {
	ms: number;
	requests: number;
	/** Megabytes. */
	peak: number;
	growth: number;
}

/** 10,000 rows of a bulk activation in a real n8n: time and peak memory, each round in a fresh n8n. */
export async function benchBulk(): Promise<void> {
	const simulator = await startSimulator({ settings: { latencyMs: LATENCY_MS } });
	const runs: Run[] = [];
	try {
		for (let round = 1; round <= ROUNDS; round += 1) {
			runs.push(
				await step(`Round ${round} of ${ROWS} rows`, () =>
					withBenchN8n(simulator, (bench) => activate(bench, simulator)),
				),
			);
		}
	} finally {
		await simulator.close();
	}
	const of = (key: keyof Run) => runs.map((run) => run[key]);
	printTable(
		`Bulk activation of ${ROWS} rows in n8n, ${LATENCY_MS} ms latency: median (least to most) of ${ROUNDS} runs`,
		['', 'measured'],
		[
			['wall time of the node, ms', spread(of('ms'), 0)],
			['rows a second', ((ROWS / median(of('ms'))) * 1000).toFixed(0)],
			['bulk orders', spread(of('requests'), 0)],
			['peak memory of n8n, MB', spread(of('peak'), 0)],
			['of it, more than before the run, MB', spread(of('growth'), 0)],
		],
	);
}

/** One execution; every row must have come back with its order. */
async function activate({ n8n, credentials }: BenchN8n, simulator: Simulator): Promise<Run> {
	const { control } = simulator;
	control.reset();
	control.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const })) });
	const workflow = await createWorkflow(n8n.rest, credentials.reduce(withCredential, template()));
	const before = currentMemory(n8n.pid);
	resetPeak(n8n.pid);
	const execution = await waitForEnd(n8n.rest, await runManually(n8n.rest, workflow), { timeoutMs: 600_000 });
	const peak = peakMemory(n8n.pid);
	const placed = itemsOf(execution, WORK).filter(({ orderId }) => orderId !== undefined).length;
	if (placed !== ROWS)
		throw new Error(`${placed} of ${ROWS} rows have an order: ${execution.error?.message ?? execution.status}`);
	const requests = control.calls({ operation: 'bulkActivate' }).length;
	await deleteWorkflow(n8n.rest, workflow);
	return {
		ms: execution.runs.find(({ node }) => node === WORK)?.durationMs ?? NaN,
		requests,
		peak,
		growth: peak - before,
	};
}

function template(): WorkflowTemplate {
	const start: INode = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const customer = {
		endCustomerName: 'Example Bakery Ltd',
		houseNumber: '20',
		streetName: 'Great Eastern Street',
		city: 'London',
		postalCode: 'EC2A 3EH',
	};
	const work: INode = {
		id: WORK,
		name: WORK,
		type: 'n8n-nodes-colt.coltWholesaleSip',
		typeVersion: 1,
		position: [200, 0],
		parameters: {
			...{
				resource: 'bulkOrder',
				operation: 'activate',
				numberRangeStart: '={{ $json.number }}',
				country: 'GB',
				bulkSize: 100,
			},
			endCustomer: { mappingMode: 'defineBelow', value: customer },
			additionalFields: { serviceProfile: 'ANH' },
		},
		credentials: { coltOAuth2Api: { id: '', name: '' } },
	};
	return {
		name: 'Benchmark: bulk activation',
		nodes: [start, work],
		connections: { Start: { main: [[{ node: WORK, type: 'main', index: 0 }]] } },
		pinData: { Start: numbers.map((number) => ({ json: { number } })) },
	};
}
