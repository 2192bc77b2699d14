import type { INode } from 'n8n-workflow';
import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import { waitFor } from '../lib/waitFor';
import { ensureN8n } from '../n8n/home';
import { startN8n } from '../n8n/n8nServer';
import type { N8nServer } from '../n8n/n8nServer';
import { createCredential, createWorkflow, publish, withCredential } from '../n8n/storedWorkflows';
import type { StoredCredential } from '../n8n/storedWorkflows';
import { ensurePacked } from '../pack';
import { peakMemory, resetPeak } from './peakMemory';

const CALLBACKS = Number(process.env.COLT_BURST ?? 1_000);
/** Connections that Colt is taken to open at once. */
const PARALLEL = 20;
const SECRET = { name: 'x-callback-secret', value: 'a-secret-of-the-bench-51c0' };

const isOurs = (type: string): boolean => type.includes('colt');

/** A trigger and a node that does nothing: what is measured is the way in. */
function nodesOf(type: string, webhookId: string): INode[] {
	const parameters = isOurs(type) ? { lookUp: 'none' } : { path: webhookId, httpMethod: 'POST', options: {} };
	const trigger = {
		id: 'trigger',
		name: 'Trigger',
		type,
		typeVersion: isOurs(type) ? 1 : 2,
		position: [0, 0] as [number, number],
		webhookId,
		parameters,
	};
	return [
		{ ...trigger, ...(isOurs(type) && { credentials: { coltCallbackApi: { id: '', name: '' } } }) },
		{ id: 'end', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
	];
}

async function measure(n8n: N8nServer, simulator: Simulator, secret: StoredCredential, type: string): Promise<void> {
	const webhookId = crypto.randomUUID();
	const connections = { Trigger: { main: [[{ node: 'End', type: 'main' as const, index: 0 }]] } };
	const workflow = await createWorkflow(
		n8n.rest,
		withCredential({ name: type, nodes: nodesOf(type, webhookId), connections }, secret),
	);
	await publish(n8n.rest, workflow);
	const url = `${n8n.url}/webhook/${webhookId}${isOurs(type) ? '/colt' : ''}`;
	await waitFor('the address to answer', async () =>
		(await fetch(url, { method: 'POST' })).status === 404 ? undefined : true,
	);
	simulator.callbacks.clear();
	simulator.callbacks.register({ url, authentication: { type: 'header', ...SECRET }, parallel: PARALLEL });
	resetPeak(n8n.pid);
	const since = performance.now();
	simulator.inboundControl.seed({
		orders: Array.from({ length: CALLBACKS }, () => ({ type: 'activation' as const, country: 'GB' as const })),
	});
	await simulator.callbacks.idle();
	const ms = performance.now() - since;
	const times = simulator.callbacks
		.list()
		.flatMap(({ attempts }) => attempts.map(({ durationMs }) => durationMs))
		.sort((a, b) => a - b);
	const filter = JSON.stringify({ workflowId: workflow.id });
	// n8n answers when an execution is to begin; it is counted once it has begun.
	const count = await waitFor('the executions to begin', async () => {
		const begun = await n8n.rest.get<{ count: number }>('/executions', { filter, limit: 1 });
		return begun.count >= CALLBACKS ? begun.count : undefined;
	});
	const middle = Math.round(times[Math.floor(times.length / 2)] ?? 0);
	console.log(
		`  ${type.padEnd(34)} ${(ms / CALLBACKS).toFixed(1).padStart(7)} ms per callback, answer ${middle} ms in ` +
			`the middle, peak ${Math.round(peakMemory(n8n.pid))} MB, ${count} executions`,
	);
}

/** A burst of callbacks into our trigger, beside n8n's own Webhook node, which checks nothing; in a real n8n. */
export async function benchCallbacks(): Promise<void> {
	const simulator = await startSimulator();
	const n8n = await startN8n({ program: await ensureN8n(), tarball: await ensurePacked() });
	try {
		const data = { method: 'header', headerName: SECRET.name, headerSecret: SECRET.value };
		const secret = await createCredential(n8n.rest, { name: 'Callbacks', type: 'coltCallbackApi', data });
		console.log(`\nBurst of ${CALLBACKS} callbacks over ${PARALLEL} connections`);
		for (const type of ['n8n-nodes-base.webhook', 'n8n-nodes-colt.coltInboundTrigger'])
			await measure(n8n, simulator, secret, type);
	} finally {
		await n8n.stop();
		await simulator.close();
	}
}
