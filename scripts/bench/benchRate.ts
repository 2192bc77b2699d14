import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import type { Settings } from '../../simulator/settings';
import { step } from '../lib/terminal';
import { itemsOf, waitForEnd } from '../n8n/executions';
import { createWorkflow, deleteWorkflow, runManually, withCredential } from '../n8n/storedWorkflows';
import type { WorkflowTemplate } from '../n8n/storedWorkflows';
import { withBenchN8n } from './benchN8n';
import type { BenchN8n } from './benchN8n';
import { TITLES, WORK, workflowOf } from './subjects';
import { printTable } from './printTable';

const ITEMS = 1_000;
const LATENCY_MS = 20;
/** Orders take this long, so that an order sent twice is accepted twice and is in the books twice. */
const NEVER_MS = 3_600_000;

const numbers = Array.from({ length: ITEMS }, (_, index) => `+44208132${String(index).padStart(4, '0')}`);

/** A rate limit of the simulator that the subjects do not know. */
interface Limit {
	title: string;
	perSecond: number;
	settings: Partial<Settings>;
}

const BUCKET: Limit = {
	title: 'token bucket of 20, 20 a second',
	perSecond: 20,
	settings: { bucketPerSecond: 20, bucketBurst: 20 },
};

/** For our node alone, with `npm run bench -- rates`. */
const OTHERS: readonly Limit[] = [
	{ title: 'token bucket of 1, 20 a second', perSecond: 20, settings: { bucketPerSecond: 20, bucketBurst: 1 } },
	{ title: 'sliding second of 20', perSecond: 20, settings: { rateLimitPerSecond: 20 } },
	{
		title: 'sliding second of 20, Retry-After 1 s',
		perSecond: 20,
		settings: { rateLimitPerSecond: 20, retryAfterSeconds: 1 },
	},
	{ title: 'token bucket of 10, 50 a second', perSecond: 50, settings: { bucketPerSecond: 50, bucketBurst: 10 } },
	{ title: 'token bucket of 20, 100 a second', perSecond: 100, settings: { bucketPerSecond: 100, bucketBurst: 20 } },
];

/** Ways of meeting a rate limit. */
const WAYS: ReadonlyArray<{ title: string; template: (simulator: Simulator, token: string) => WorkflowTemplate }> = [
	{ title: TITLES.ours, template: (simulator, token) => workflowOf('ours', simulator, token, numbers) },
	{ title: 'HTTP Request, as it is', template: (simulator, token) => workflowOf('http', simulator, token, numbers) },
	{
		title: 'HTTP Request, tuned by hand',
		template: (simulator, token) => tuned(workflowOf('http', simulator, token, numbers)),
	},
];

/** What n8n offers against rate limits: batches with a pause between them, and Retry On Fail. */
function tuned(template: WorkflowTemplate): WorkflowTemplate {
	const nodes = template.nodes.map((node) =>
		node.name === WORK
			? {
					...node,
					retryOnFail: true,
					maxTries: 3,
					waitBetweenTries: 1_000,
					parameters: { ...node.parameters, options: { batching: { batch: { batchSize: 20, batchInterval: 1_000 } } } },
				}
			: node,
	);
	return { ...template, nodes };
}

interface Outcome {
	status: string;
	/** Items that came out with an order. */
	done: number;
	/** Orders in the simulator's books. */
	orders: number;
	/** Of them, those for a number that has another. */
	doubled: number;
	requests: number;
	refused: number;
	seconds: number;
}

/** 1,000 reservations in a real n8n under a limit of 20 a second: our node, and n8n's HTTP Request node in two ways. */
export async function benchRate(): Promise<void> {
	await compete([BUCKET], WAYS);
}

/** Our node under limits of other kinds. */
export async function benchRates(): Promise<void> {
	await compete(OTHERS, WAYS.slice(0, 1));
}

async function compete(limits: readonly Limit[], ways: typeof WAYS): Promise<void> {
	for (const limit of limits) {
		const rows: string[][] = [];
		for (const way of ways) {
			const outcome = await step(`${way.title}: ${limit.title}`, () => trial(limit, way));
			rows.push(row(way.title, limit, outcome));
		}
		printTable(
			`${ITEMS} reservations in n8n, ${limit.title}, ${LATENCY_MS} ms latency`,
			[
				'',
				'n8n says',
				'items with an order',
				'failed',
				'orders',
				'doubled',
				'seconds',
				'% of the allowed rate',
				'requests',
				'of them refused',
			],
			rows,
		);
	}
}

const row = (
	title: string,
	{ perSecond }: Limit,
	{ status, done, orders, doubled, requests, refused, seconds }: Outcome,
): string[] => [
	title,
	status,
	`${done}`,
	`${ITEMS - done}`,
	`${orders}`,
	`${doubled}`,
	seconds.toFixed(1),
	((orders / perSecond / seconds) * 100).toFixed(0),
	`${requests}`,
	`${refused}`,
];

/** One execution in a fresh n8n, so that no limit is known from before. */
async function trial({ settings }: Limit, { template }: (typeof WAYS)[number]): Promise<Outcome> {
	const simulator = await startSimulator({
		settings: { latencyMs: LATENCY_MS, orderDelayMs: NEVER_MS, acceptRepeats: true },
	});
	try {
		return await withBenchN8n(simulator, async (bench) => {
			const workflow = await prepare(bench, simulator, template(simulator, bench.token));
			simulator.control.change(settings);
			const execution = await waitForEnd(bench.n8n.rest, await runManually(bench.n8n.rest, workflow), {
				timeoutMs: 900_000,
			});
			await deleteWorkflow(bench.n8n.rest, workflow);
			const calls = simulator.control.calls({ operation: 'reserveNumbers' });
			const starts = simulator.control.books().flatMap(({ ranges }) => (ranges ?? []).map(({ start }) => start));
			return {
				status: execution.status,
				done: itemsOf(execution, WORK).filter(hasOrder).length,
				orders: starts.length,
				doubled: starts.length - new Set(starts).size,
				requests: calls.length,
				refused: calls.filter(({ status }) => status === 429).length,
				seconds: (execution.runs.find(({ node }) => node === WORK)?.durationMs ?? NaN) / 1_000,
			};
		});
	} finally {
		await simulator.close();
	}
}

/** Our node adds the order's id; the other node returns the answer as it is. */
const hasOrder = ({ orderId, order }: { orderId?: unknown; order?: unknown }): boolean =>
	orderId !== undefined || order !== undefined;

async function prepare(
	{ n8n: { rest }, credentials }: BenchN8n,
	{ control }: Simulator,
	template: WorkflowTemplate,
): ReturnType<typeof createWorkflow> {
	control.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const })) });
	const workflow = await createWorkflow(rest, credentials.reduce(withCredential, template));
	control.clearCalls();
	return workflow;
}
