import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';

import type { IDataObject, IWebhookResponseData } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { forgetMemory } from '../../nodes/ColtInbound/callback/eventMemory';
import { receive } from '../../nodes/ColtInbound/callback/receive';
import type { Simulator } from '../../simulator/server';
import { startEngine } from './harness';
import type { Engine } from './harness';
import { freshOrder } from './inboundOrders';
import { startSimulated } from './startSimulated';

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

interface Sent {
	/** The callback's JSON; an event of an order by its name. */
	body?: unknown;
	parameters?: IDataObject;
	ip?: string;
}

/** One callback as n8n 2.41 takes it: read from the database, the node asked, the execution made, saved, answered. */
async function call(
	engine: Engine,
	stored: string,
	event: string,
	{ body: json = { eventType: event, orderId: 'order-1' }, parameters = {}, ip = '127.0.0.1' }: Sent = {},
): Promise<Called> {
	const body = Readable.from([Buffer.from(JSON.stringify(json))]);
	const response = new Response();
	const raw = JSON.parse(stored) as IDataObject;
	const { context, workflow } = engine.called({
		type: 'coltInboundTrigger',
		parameters: { lookUp: 'none', ...parameters },
		stored: raw,
		request: Object.assign(body, { headers: HEADERS, ip }),
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

test.each<[string, unknown, string, number]>([
	['what cannot be evaluated', '={{ foo( }}', '127.0.0.1', 503],
	['an expression that gives nothing', '={{ $vars.none }}', '127.0.0.1', 503],
	['what is not an address', 'office', '127.0.0.1', 503],
	['separators alone', ', ;', '127.0.0.1', 503],
	['another block', '203.0.113.0/24', '127.0.0.1', 403],
	['its block, with a port', '203.0.113.0/24', '203.0.113.9:51234', 200],
	['its block by expression, IPv6 with a port', '={{ "2001:db8::/32" }}', '[2001:db8::1]:443', 200],
	['nothing', '', '198.51.100.1', 200],
])('Allowed Addresses with %s', async (_, allowedAddresses, ip, expected) => {
	const engine = await startEngine({ coltCallbackApi: SECRET });
	const parameters = { allowedAddresses } as IDataObject;
	const { result, status } = await call(engine, '{}', 'raised', { parameters, ip });
	expect([status, result.workflowData !== undefined]).toEqual([expected, expected === 200]);
	forgetMemory('workflow', engine.called({ type: 'coltInboundTrigger' }).context.getNode().id);
});

test.each<[string, object]>([
	['header', { method: 'header', headerName: 'x-secret', headerSecret: 'short' }],
	['password', { method: 'basic', user: 'colt', password: 'short' }],
	['shared secret', { method: 'signedToken', algorithm: 'HS256', secret: 'short' }],
])('a %s that is too short lets nobody in, and the trigger is not activated', async (_, credential) => {
	const engine = await startEngine({ coltCallbackApi: credential as never });
	expect((await call(engine, '{}', 'raised')).status).toBe(503);
	await expect(engine.makeLive({ type: 'coltInboundTrigger', parameters: { lookUp: 'none' } })).rejects.toThrow(
		/has 5 (characters|bytes)/,
	);
});

const itemsOf = ({ result }: Called): unknown => result.workflowData?.[0]?.map(({ json }) => json);

describe('a callback that cannot be read', () => {
	const sent = { body: { message: 'Your order is ready', parts: [1, 2] } };

	test('starts the workflow once as "other", as it came', async () => {
		const engine = await startEngine({ coltCallbackApi: SECRET });
		const first = await call(engine, '{}', '', sent);
		expect(itemsOf(first)).toMatchObject([
			{ event: 'other', orderId: null, raw: sent.body, problem: 'No order ID was found', source: 'callback' },
		]);
		const repeat = await call(engine, first.stored, '', sent);
		expect([repeat.status, repeat.result.workflowData]).toEqual([200, undefined]);
		expect(itemsOf(await call(engine, first.stored, '', { body: { message: 'Another' } }))).toHaveLength(1);
	});

	test('is left out where "Other" is not chosen, and its members are in the log', async () => {
		const engine = await startEngine({ coltCallbackApi: SECRET });
		const { result, status } = await call(engine, '{}', '', { ...sent, parameters: { events: ['completed'] } });
		expect([status, result.workflowData]).toEqual([200, undefined]);
	});
});

describe('with Order Look-Up', () => {
	const lookingUp = { parameters: { lookUp: 'verify' } };
	let simulator: Simulator;
	let engine: Engine;
	beforeEach(async () => ({ simulator, engine } = await startSimulated({}, {}, { coltCallbackApi: SECRET })));
	afterEach(async () => await simulator.close());

	test('a callback that names an order alone is the event of its status', async () => {
		const orderId = freshOrder(simulator, 'Completed');
		const called = await call(engine, '{}', '', { body: { orderId }, ...lookingUp });
		expect(itemsOf(called)).toMatchObject([{ eventId: `${orderId}:completed`, event: 'completed', orderId }]);
	});

	test('an ID that is only the notification’s is no reason to refuse', async () => {
		const body = { id: 'n-77', eventType: 'completed', reference: 'the other one' };
		const called = await call(engine, '{}', '', { body, ...lookingUp });
		expect(itemsOf(called)).toMatchObject([{ event: 'other', orderId: null, raw: body }]);
		const named = await call(engine, '{}', '', { body: { orderId: 'n-77', eventType: 'completed' }, ...lookingUp });
		expect([named.status, named.result.workflowData]).toEqual([404, undefined]);
	});
});

test('settings from expressions are read in words and by names', async () => {
	const engine = await startEngine({ coltCallbackApi: SECRET });
	const parameters = { lookUp: '={{ "None" }}', events: '={{ "Order Raised, failed" }}' };
	const started = async (event: string): Promise<boolean> =>
		(await call(engine, '{}', event, { parameters })).result.workflowData !== undefined;
	expect([await started('raised'), await started('completed')]).toEqual([true, false]);
});

test.each<[IDataObject, string]>([
	[{ filters: { countries: '={{ [] }}' } }, 'Countries is empty'],
	[{ filters: { orderTypes: '={{ "portIn" }}' } }, 'Order Types "portIn" is not one of its values'],
	[{ lookUp: '={{ "sometimes" }}' }, 'Order Look-Up "sometimes" is not one of its values'],
	[{ events: '={{ "never" }}' }, 'Trigger On "never" is not one of its values'],
	[{ allowedAddresses: '={{ ({}) }}' }, 'Allowed Addresses is an object'],
])('%j does not go live, and lets nobody in', async (parameters, message) => {
	const engine = await startEngine({ coltCallbackApi: SECRET });
	await expect(engine.makeLive({ type: 'coltInboundTrigger', parameters })).rejects.toThrow(message);
	expect((await call(engine, '{}', 'raised', { parameters })).status).toBe(503);
});
