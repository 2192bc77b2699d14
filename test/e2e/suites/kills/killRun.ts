import { setTimeout as pause } from 'node:timers/promises';
import { simulatorCredential } from '../../../../scripts/lib/simulatorCredential';
import { pollingEvery, readTemplate } from '../../../../scripts/lib/templates';
import { waitFor } from '../../../../scripts/lib/waitFor';
import { N8nDatabase } from '../../../../scripts/n8n/database';
import { startN8n } from '../../../../scripts/n8n/n8nServer';
import type { N8nServer, StartOptions } from '../../../../scripts/n8n/n8nServer';
import { createCredential, createWorkflow, publish, withCredential } from '../../../../scripts/n8n/storedWorkflows';
import { seededRandom } from '../../../../simulator/ids';
import { startSimulator } from '../../../../simulator/server';
import type { Simulator } from '../../../../simulator/server';
import { judge } from './truth';
import type { Delivered, Verdict } from './truth';

export interface KillsRequest {
	kills: number;
	changes: number;
	/** Whether n8n keeps the trigger's state by its durable cursors. */
	durable: boolean;
	seed: number;
	n8n: Pick<StartOptions, 'program' | 'tarball'>;
}

export interface KillsReport extends Verdict {
	executions: number;
	/** Executions that n8n died in, after the hand-over. */
	crashed: number;
	/**
	 * Starts at which n8n ended by itself and was started once more, as a supervisor does: n8n 2.41.1 fails over
	 * recording an execution that was stored and had not begun when it was killed, and starts the second time.
	 */
	refusals: number;
}

type Arrivals = Omit<KillsReport, 'refusals'>;

const TRIGGER = 'Colt order changed';
const ACCOUNT = { orders: 600, open: 300 };
/** The longest time from the first poll of an n8n to its end. */
const LIFE_MS = 3_000;

/**
 * An n8n that dies while it activates a workflow leaves that activation to its successor only after two minutes, and
 * looks for it every 15 seconds. Shorter here, which changes the wait and nothing else as long as activation takes
 * less than 42 seconds: otherwise n8n takes it back, and its durable cursor with it.
 */
const QUICK_RETURN: Readonly<Record<string, string>> = {
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '60',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
};

/**
 * n8n's switches for durable cursors. The times only shorten the wait after a kill: a poll that died holds its lease,
 * and its successor waits for that.
 */
const DURABLE: Readonly<Record<string, string>> = {
	...QUICK_RETURN,
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
	N8N_SCHEDULER_JITTER_RATIO: '0',
	N8N_SCHEDULER_REAPER_INTERVAL: '2',
	N8N_SCHEDULER_LEASE_DURATION: '30',
};

/**
 * Lets orders change while n8n is killed again and again, at random moments and, every other time, shortly after it has
 * begun a poll that finds something; then lets it go on until everything has arrived or no longer can.
 * A change has arrived when an execution with it exists in n8n's database: from then on it is n8n's, which marks the
 * executions it died in as crashed.
 */
export async function killAgainAndAgain(request: KillsRequest): Promise<KillsReport> {
	const simulator = await startSimulator({ seed: request.seed });
	try {
		simulator.control.addAccount(ACCOUNT);
		const n8n = await startN8n({ ...request.n8n, env: request.durable ? DURABLE : QUICK_RETURN });
		try {
			const report = await run(request, n8n, simulator);
			if (report.faults.length > 0) process.stdout.write(`\n${aftermath(n8n, simulator)}\n`);
			return report;
		} finally {
			await n8n.stop();
		}
	} finally {
		await simulator.close();
	}
}

/** What n8n and the simulator tell of a run in which something did not arrive. */
function aftermath(n8n: N8nServer, { control }: Simulator): string {
	const lists = control.calls({ operation: 'listOrders' }).map(({ at, status }) => `${at} ${status}`);
	return [
		'The last requests for the order list:',
		...lists.slice(-20),
		`now ${new Date().toISOString()}`,
		'The end of the log of n8n:',
		n8n.logTail(80),
	].join('\n');
}

async function run({ kills, changes, seed }: KillsRequest, n8n: N8nServer, simulator: Simulator): Promise<KillsReport> {
	const database = new N8nDatabase(n8n.userFolder);
	const workflowId = await startWorkflow(n8n, simulator);
	await waitFor('the baseline', () => database.kept(workflowId).includes('orders') || undefined);
	const random = seededRandom(seed);
	let refusals = 0;
	for (let kill = 1; kill <= kills; kill += 1) {
		await waitForPolls(simulator, 1);
		const due = Math.round((changes * kill) / kills) - simulator.control.changes().length;
		await live(simulator, due, random, kill % 2 === 0);
		await n8n.crash().catch(async () => {
			refusals += 1;
			await n8n.crash();
		});
	}
	return { ...(await settle(database, workflowId, simulator)), refusals };
}

async function startWorkflow({ rest }: N8nServer, simulator: Simulator): Promise<string> {
	const credential = await createCredential(rest, {
		name: 'Colt simulator',
		type: 'coltOAuth2Api',
		data: simulatorCredential(simulator),
	});
	const workflow = await createWorkflow(
		rest,
		withCredential(pollingEvery(1, readTemplate('order-trigger')), credential),
	);
	await publish(rest, workflow);
	return workflow.id;
}

const polls = ({ control }: Simulator): number => control.calls({ operation: 'listOrders' }).length;

async function waitForPolls(simulator: Simulator, count: number): Promise<void> {
	const before = polls(simulator);
	await waitFor(`${count} requests of a poll`, () => polls(simulator) >= before + count || undefined, { everyMs: 5 });
}

/** One life: the changes that are due come in up to six lots at random times, and the kill at another. */
async function live(simulator: Simulator, due: number, random: () => number, inPoll: boolean): Promise<void> {
	const end = random() * LIFE_MS;
	const lots = Array.from({ length: Math.min(due, 6) }, () => random() * end * 1.2).sort((a, b) => a - b);
	const began = performance.now();
	for (const [index, moment] of lots.entries()) {
		const share = Math.round((due * (index + 1)) / lots.length) - Math.round((due * index) / lots.length);
		await pause(Math.max(0, Math.min(moment, end) - (performance.now() - began)));
		simulator.control.changeOpen(share);
	}
	if (inPoll) await waitForPolls(simulator, 1);
	await pause(inPoll ? random() * 150 : Math.max(0, end - (performance.now() - began)));
}

/** How long everything may take to arrive after the last kill, and how many polls must then bring nothing else. */
const ARRIVAL = { timeoutMs: 240_000, everyMs: 500 };
const QUIET_REQUESTS = 3;

async function settle(database: N8nDatabase, workflowId: string, simulator: Simulator): Promise<Arrivals> {
	const look = (): Arrivals => judgeNow(database, workflowId, simulator);
	const hasArrived = await waitFor('every change', () => look().faults.length === 0 || undefined, ARRIVAL).catch(
		() => false,
	);
	if (hasArrived) await waitForPolls(simulator, QUIET_REQUESTS);
	return look();
}

function judgeNow(database: N8nDatabase, workflowId: string, simulator: Simulator): Arrivals {
	const executions = database.handedOver(workflowId, TRIGGER);
	const deliveries = executions.flatMap(({ items }) => items) as unknown as Delivered[];
	return {
		...judge(simulator.control.changes(), deliveries),
		executions: executions.length,
		crashed: executions.filter(({ status }) => status === 'crashed').length,
	};
}
