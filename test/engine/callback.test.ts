import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';

import type { IDataObject, IWebhookResponseData } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { forgetMemory } from '../../nodes/ColtInbound/callback/memory';
import { receive } from '../../nodes/ColtInbound/callback/receive';
import { startEngine } from './harness';
import type { Engine } from './harness';

const SECRET = { method: 'header', headerName: 'x-secret', headerSecret: 'long random text' };
const HEADERS = { 'x-secret': SECRET.headerSecret, 'content-type': 'application/json' };

/** An answer as n8n makes it; what the trigger answers itself is kept. */
class Response extends EventEmitter {
	statusCode = 200;
	writeHead(status: number): void {
		this.statusCode = status;
	}
	end(): void {
		this.emit('finish');
	}
}

interface Called {
	result: IWebhookResponseData;
	status: number;
	/** What n8n's database holds afterwards. */
	stored: string;
}

/** One callback as n8n 2.41 takes it: read from the database, the node asked, the execution made, saved, answered. */
async function call(engine: Engine, stored: string, event: string, parameters: IDataObject = {}): Promise<Called> {
	const body = Readable.from([Buffer.from(JSON.stringify({ eventType: event, orderId: 'order-1' }))]);
	const response = new Response();
	const raw = JSON.parse(stored) as IDataObject;
	const { context, workflow } = engine.called({
		type: 'coltInboundTrigger',
		parameters: { lookUp: 'none', ...parameters },
		stored: raw,
		request: Object.assign(body, { headers: HEADERS, ip: '127.0.0.1' }),
		response,
	});
	const result = await receive(context);
	if (result.workflowData !== undefined) {
		// The execution has its own workflow around the same stored data.
		new Workflow({ nodes: [], connections: {}, active: false, nodeTypes: {} as never, staticData: raw });
		expect(result.webhookResponse).toEqual({ result: 'received' });
	}
	const after = workflow.staticData.__dataChanged === true ? JSON.stringify(workflow.staticData) : stored;
	response.emit('finish');
	return { result, status: response.statusCode, stored: after };
}

test('every event is in the database when n8n has answered, so that a process that starts anew knows it', async () => {
	const engine = await startEngine({ coltCallbackApi: SECRET });
	let stored = '{}';
	for (const isNew of [true, false]) {
		for (const event of ['raised', 'completed', 'failed']) {
			const called = await call(engine, stored, event);
			expect([event, called.result.workflowData !== undefined]).toEqual([event, isNew]);
			stored = called.stored;
		}
		forgetMemory('workflow', engine.called({ type: 'coltInboundTrigger' }).context.getNode().id);
	}
});

test('what cannot be evaluated lets nobody in', async () => {
	const engine = await startEngine({ coltCallbackApi: SECRET });
	const { result, status, stored } = await call(engine, '{}', 'raised', { allowedAddresses: '={{ foo( }}' });
	expect({ result, status, stored }).toEqual({ result: { noWebhookResponse: true }, status: 503, stored: '{}' });
});

test('settings from expressions are read in words and by names', async () => {
	const engine = await startEngine({ coltCallbackApi: SECRET });
	const parameters = { lookUp: '={{ "None" }}', events: '={{ "Order Raised, failed" }}' };
	const started = async (event: string): Promise<boolean> =>
		(await call(engine, '{}', event, parameters)).result.workflowData !== undefined;
	expect([await started('raised'), await started('completed')]).toEqual([true, false]);
});

test.each<[IDataObject, string]>([
	[{ filters: { countries: '={{ [] }}' } }, 'Countries is empty'],
	[{ filters: { orderTypes: '={{ "portIn" }}' } }, 'Order Types "portIn" is not one of its values'],
	[{ lookUp: '={{ "sometimes" }}' }, 'Order Look-Up "sometimes" is not one of its values'],
	[{ events: '={{ "never" }}' }, 'Events "never" is not one of its values'],
	[{ allowedAddresses: '={{ ({}) }}' }, 'Allowed Addresses is an object'],
])('%j does not go live, and lets nobody in', async (parameters, message) => {
	const engine = await startEngine({ coltCallbackApi: SECRET });
	await expect(engine.makeLive({ type: 'coltInboundTrigger', parameters })).rejects.toThrow(message);
	expect((await call(engine, '{}', 'raised', parameters)).status).toBe(503);
});
