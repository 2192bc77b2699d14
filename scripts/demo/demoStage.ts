import { ensureN8n } from '../n8n/home';
import { startN8n } from '../n8n/n8nServer';
import type { N8nServer } from '../n8n/n8nServer';
import { createCredential, createWorkflow, publish, withCredential } from '../n8n/storedWorkflows';
import type { StoredWorkflow } from '../n8n/storedWorkflows';
import { ensurePacked } from '../pack';
import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import { demandFree } from '../lib/freePort';
import { simulatorCredential } from '../lib/simulatorCredential';
import { pollingEvery, readTemplate } from '../lib/templates';
import { step } from '../lib/terminal';
import type { DemoOptions } from './demoOptions';

/** Long enough for the trigger to see an order in progress. */
const ORDER_DELAY_MS = 4_000;
const POLL_SECONDS = 2;

export interface Stage {
	colt: Simulator;
	n8n: N8nServer;
	story: StoredWorkflow;
	trigger: StoredWorkflow;
}

/**
 * Everything the demo needs, from a fresh clone: n8n, the packed package, the simulator, the credential and the two
 * workflows, the trigger's published. `onStarted` gets a closing function for each thing that runs, as soon as it runs.
 */
export async function setStage(options: DemoOptions, onStarted: (close: () => Promise<void>) => void): Promise<Stage> {
	const program = await ensureN8n();
	const tarball = await ensurePacked();
	if (options.simulatorPort !== undefined) await demandFree(options.simulatorPort);
	const colt = await startSimulator({ port: options.simulatorPort, settings: { orderDelayMs: ORDER_DELAY_MS } });
	onStarted(() => colt.close());
	const n8n = await step('n8n started', () => startN8n({ program, tarball, port: options.port }));
	onStarted(() => n8n.stop());
	const credential = await createCredential(n8n.rest, {
		name: 'Colt simulator',
		type: 'coltOAuth2Api',
		data: simulatorCredential(colt),
	});
	const story = withCredential(readTemplate('search-reserve-activate-check'), credential);
	const trigger = withCredential(pollingEvery(POLL_SECONDS, readTemplate('order-trigger')), credential);
	const progress = { ...story.settings, saveExecutionProgress: true };
	const stage = {
		colt,
		n8n,
		story: await createWorkflow(n8n.rest, { ...story, settings: progress }),
		trigger: await createWorkflow(n8n.rest, trigger),
	};
	await step('Trigger workflow published', () => publish(n8n.rest, stage.trigger));
	if (options.fail !== undefined) colt.control.failNext(options.fail);
	return stage;
}
