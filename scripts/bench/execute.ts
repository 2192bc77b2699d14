import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import { simulatorCredential } from '../lib/simulatorCredential';
import { step } from '../lib/terminal';
import { waitForEnd } from '../n8n/executions';
import { ensureN8n } from '../n8n/home';
import { startN8n } from '../n8n/server';
import type { N8nServer } from '../n8n/server';
import { createCredential, createWorkflow, deleteWorkflow, runManually, withCredential } from '../n8n/workflows';
import type { StoredCredential } from '../n8n/workflows';
import { ensurePacked } from '../pack';
import { TITLES, WORK, workflowOf } from './contestants';
import type { Contestant } from './contestants';
import { currentMemory, peakMemory, resetPeak } from './memory';
import { median, spread } from './statistics';
import { printTable } from './table';

const ITEMS = 1_000;
const LATENCY_MS = 20;
const ROUNDS = 5;
const BOTH: readonly Contestant[] = ['ours', 'http'];

interface Run {
	ms: number;
	requests: number;
	connections: number;
	mostConnectionsAtOnce: number;
}

type Credentials = Record<Contestant, StoredCredential>;

const numbers = Array.from({ length: ITEMS }, (_, index) => `+44208132${String(index).padStart(4, '0')}`);

/**
 * 1,000 reservations in a real n8n, by our node and by n8n's HTTP Request node in turns against one simulator, then
 * the peak memory of a fresh n8n for each.
 */
export async function benchExecute(): Promise<void> {
	const simulator = await startSimulator({ settings: { latencyMs: LATENCY_MS } });
	try {
		const runs = await step(`${ROUNDS} rounds of ${ITEMS} reservations each`, () => race(simulator));
		const peaks = { ours: await memoryOf('ours', simulator), http: await memoryOf('http', simulator) };
		report(runs, peaks);
	} finally {
		await simulator.close();
	}
}

async function race(simulator: Simulator): Promise<Record<Contestant, Run[]>> {
	const runs: Record<Contestant, Run[]> = { ours: [], http: [] };
	await withN8n(simulator, async (n8n, credentials) => {
		for (const contestant of BOTH) await place(n8n, simulator, contestant, credentials);
		for (let round = 0; round < ROUNDS; round += 1) {
			for (const contestant of BOTH) runs[contestant].push(await place(n8n, simulator, contestant, credentials));
		}
	});
	return runs;
}

async function memoryOf(contestant: Contestant, simulator: Simulator): Promise<{ peak: number; growth: number }> {
	return await step(`Memory: ${TITLES[contestant]}`, () =>
		withN8n(simulator, async (n8n, credentials) => {
			const before = currentMemory(n8n.pid);
			resetPeak(n8n.pid);
			await place(n8n, simulator, contestant, credentials);
			const peak = peakMemory(n8n.pid);
			return { peak, growth: peak - before };
		}),
	);
}

/** One execution; all its orders must have been placed. */
async function place({ rest }: N8nServer, simulator: Simulator, contestant: Contestant, credentials: Credentials): Promise<Run> {
	const { control } = simulator;
	control.reset();
	control.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const })) });
	const workflow = await createWorkflow(rest, withCredential(workflowOf(contestant, simulator, numbers), credentials[contestant]));
	control.resetStats();
	const execution = await waitForEnd(rest, await runManually(rest, workflow), { timeoutMs: 300_000 });
	const { requests, connections, mostConnectionsAtOnce } = control.stats();
	await deleteWorkflow(rest, workflow);
	const placed = control.books().length;
	if (placed !== ITEMS) throw new Error(`${TITLES[contestant]} placed ${placed} of ${ITEMS} orders: ${execution.error?.message ?? execution.status}`);
	const ms = execution.runs.find(({ node }) => node === WORK)?.durationMs ?? NaN;
	return { ms, requests, connections, mostConnectionsAtOnce };
}

async function withN8n<T>(simulator: Simulator, work: (n8n: N8nServer, credentials: Credentials) => Promise<T>): Promise<T> {
	const n8n = await startN8n({ home: await ensureN8n(), tarball: await ensurePacked() });
	try {
		return await work(n8n, {
			ours: await createCredential(n8n.rest, { name: 'Colt simulator', type: 'coltOAuth2Api', data: simulatorCredential(simulator) }),
			http: await createCredential(n8n.rest, {
				name: 'Bearer token',
				type: 'httpHeaderAuth',
				data: { name: 'Authorization', value: `Bearer ${await fetchToken(simulator)}` },
			}),
		});
	} finally {
		await n8n.stop();
	}
}

async function fetchToken({ tokenUrl, clientId, clientSecret }: Simulator): Promise<string> {
	const response = await fetch(tokenUrl, {
		method: 'POST',
		headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`, 'x-tracking-id': 'bench-token' },
		body: new URLSearchParams({ grant_type: 'client_credentials' }),
	});
	const { access_token: token } = (await response.json()) as { access_token?: string };
	if (token === undefined) throw new Error(`The simulator gave no token: ${response.status}`);
	return token;
}

function report(runs: Record<Contestant, Run[]>, peaks: Record<Contestant, { peak: number; growth: number }>): void {
	const of = (contestant: Contestant, key: keyof Run) => runs[contestant].map((run) => run[key]);
	const row = (title: string, key: keyof Run, digits: number, aim: string) => {
		const ratio = median(of('ours', key)) / median(of('http', key));
		return [title, spread(of('ours', key), digits), spread(of('http', key), digits), `${ratio.toFixed(2)} ×`, aim];
	};
	const megabytes = (title: string, key: 'peak' | 'growth') =>
		[title, peaks.ours[key].toFixed(0), peaks.http[key].toFixed(0), `${(peaks.ours[key] / peaks.http[key]).toFixed(2)} ×`, ''];
	printTable(
		`${ITEMS} reservations in n8n, ${LATENCY_MS} ms latency: median (least to most) of ${ROUNDS} runs in turns`,
		['', TITLES.ours, TITLES.http, 'ratio', 'aim'],
		[
			row('wall time of the node, ms', 'ms', 0, '≤ 1.0 ×'),
			row('requests', 'requests', 0, ''),
			row('connections', 'connections', 0, ''),
			row('most connections at once', 'mostConnectionsAtOnce', 0, '≤ 0.1 ×'),
			megabytes('peak memory of n8n, MB', 'peak'),
			megabytes('of it, more than before the run, MB', 'growth'),
		],
	);
}
