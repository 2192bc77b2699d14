import { randomUUID } from 'node:crypto';
import { waitFor } from '../../../scripts/lib/waitFor';
import { executionsOf } from '../../../scripts/n8n/executions';
import { createWorkflow, publish, withCredential } from '../../../scripts/n8n/storedWorkflows';
import { coltNode, node } from '../../e2e/stage';
import { BRITISH } from '../../e2e/suites/lives/parts';
import { report } from '../report';
import type { QueueStage } from '../stage';

const LETTER = 'this is the letter of authorisation';

/** A file that the webhook process took is read by a worker: n8n keeps it in the database in between. */
export async function fileForWorker({ cluster, simulator, credential }: QueueStage): Promise<void> {
	const path = randomUUID();
	const portIn = coltNode('Port In', {
		resource: 'porting',
		operation: 'portIn',
		numberRangeStart: '={{ $json.body.number }}',
		endCustomer: BRITISH,
		documents: { document: [{ type: 'loa', binaryField: 'letter' }] },
	});
	const posted = node(
		'Posted',
		'n8n-nodes-base.webhook',
		2,
		{ httpMethod: 'POST', path, options: {} },
		{ webhookId: path },
	);
	const connections = { Posted: { main: [[{ node: 'Port In', type: 'main' as const, index: 0 }]] } };
	const template = { name: 'Test: file', nodes: [posted, portIn], connections };
	const workflow = await createWorkflow(cluster.rest, withCredential(template, credential));
	await publish(cluster.rest, workflow);
	await waitFor('the file to be taken', async () => {
		const form = new FormData();
		form.set('number', '+442079460001');
		form.set('letter', new Blob([LETTER], { type: 'application/pdf' }), 'loa.pdf');
		const url = `${cluster.webhooks[0]?.url ?? ''}/webhook/${path}`;
		return (await fetch(url, { method: 'POST', body: form })).status === 200 || undefined;
	});
	const [execution] = await waitFor('the execution', async () => {
		const all = await executionsOf(cluster.rest, workflow.id);
		return all.length > 0 && all.every(({ finished }) => finished) ? all : undefined;
	});
	expect([execution?.status, execution?.error]).toEqual(['success', undefined]);
	const file = execution?.runs.find(({ node: name }) => name === 'Posted')?.outputs[0]?.[0]?.binary?.['letter'];
	const calls = simulator.control.calls({ operation: 'portIn' });
	expect(calls).toHaveLength(1);
	expect(JSON.stringify(calls[0]?.body)).toContain(Buffer.from(LETTER).toString('base64'));
	expect(file?.id).toMatch(/^database:/);
	report('A file from the webhook process to a worker', { kept: file?.id?.split(':')[0] ?? '', orders: calls.length });
}
