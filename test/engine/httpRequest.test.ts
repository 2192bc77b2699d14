import type { IExecuteFunctions, IHttpRequestOptions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import type { NodeApiError } from 'n8n-workflow';

import { waitFor } from '../../scripts/lib/waitFor';
import type { Fault } from '../../simulator/faults/fault';
import type { Outcome } from './harness';
import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

type Helper = 'requestWithAuthentication' | 'httpRequestWithAuthentication';

/** Places one order for each item as n8n's HTTP Request node does: through n8n's own helper, all items at once. */
const orderNode = (helper: Helper, url: string): INodeType => ({
	description: {
		displayName: 'Orders',
		name: 'orders',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'coltOAuth2Api', required: true }],
		properties: [],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const one = async (start: unknown, item: number): Promise<INodeExecutionData> => {
			const body = {
				numberRangeList: [{ numberRangeStart: start, numberRangeEnd: start }],
				productOffering: { name: 'Wholesale SIP' },
				relatedParty: { reseller: { country: 'GB' } },
			};
			const target = `${url}/numberManagement/v1/reservation/order`;
			const request = { method: 'POST', uri: target, url: target, body, json: true, timeout: 20_000 };
			try {
				const answer: unknown = await this.helpers[helper].call(
					this,
					'coltOAuth2Api',
					request as IHttpRequestOptions,
					undefined,
					item,
				);
				return { json: { answer: answer as object } };
			} catch (error) {
				const { message, httpCode } = error as NodeApiError;
				return { json: { error: message, httpCode } };
			}
		};
		return [await Promise.all(this.getInputData().map(async ({ json }, item) => await one(json.start, item)))];
	},
});

const ITEMS = 5;

interface Counted extends Outcome {
	/** Orders that the helper sent. */
	posts: number;
	tokens: number;
}

/** @param firstNumber its last four digits */
async function order(
	{ engine, simulator }: Simulated,
	helper: Helper,
	count: number,
	firstNumber: number,
): Promise<Counted> {
	const { control } = simulator;
	const starts = Array.from(
		{ length: count },
		(_, index) => `+44208132${String(firstNumber + index).padStart(4, '0')}`,
	);
	control.seed({ numbers: starts.map((start) => ({ start, country: 'GB' as const })) });
	const before = [
		control.calls({ operation: 'reserveNumbers' }).length,
		control.calls({ operation: 'requestToken' }).length,
	];
	const outcome = await engine.run({
		parameters: {},
		items: starts.map((start) => ({ start })),
		own: orderNode(helper, simulator.url),
	});
	return {
		...outcome,
		posts: control.calls({ operation: 'reserveNumbers' }).length - (before[0] ?? 0),
		tokens: control.calls({ operation: 'requestToken' }).length - (before[1] ?? 0),
	};
}

let open: Simulated | undefined;
afterEach(async () => await open?.simulator.close());

async function start(tokenMs?: number): Promise<Simulated> {
	open = await startSimulated(tokenMs === undefined ? {} : { settings: { tokenMs } });
	return open;
}

/** A simulator, and a credential that already holds the token of an earlier run. */
async function withToken(helper: Helper): Promise<Simulated> {
	const simulated = await start();
	const { posts, tokens } = await order(simulated, helper, 1, 0);
	expect([posts, tokens]).toEqual([1, 1]);
	return simulated;
}

const past = async (end: number): Promise<unknown> =>
	await waitFor('the end of a token', () => (Date.now() > end ? true : undefined));

const HELPERS: Helper[] = ['requestWithAuthentication', 'httpRequestWithAuthentication'];

describe.each(HELPERS)("n8n's %s with the OAuth2 credential", (helper) => {
	test.each<[string, Partial<Fault>]>([
		['504 after the order was placed', { status: 504, phase: 'after' }],
		['500 after the order was placed', { status: 500, phase: 'after' }],
		['500 with an effect nobody knows', { status: 500 }],
		['502', { status: 502, phase: 'after' }],
		['503', { status: 503, phase: 'after' }],
		['a reset after the order was placed', { kind: 'reset', phase: 'after' }],
		['a connection that is closed', { kind: 'hangUp', phase: 'after' }],
		['400', { status: 400, code: '002' }],
		['403', { status: 403 }],
		['409', { status: 409 }],
		['429', { status: 429 }],
	])('sends each order once: %s', async (_, fault) => {
		const simulated = await withToken(helper);
		simulated.simulator.control.addFault({ operation: 'reserveNumbers', count: 99, ...fault });
		const { posts, tokens, json } = await order(simulated, helper, ITEMS, 100);
		expect([json.filter(({ error }) => error !== undefined).length, posts, tokens]).toEqual([ITEMS, ITEMS, 0]);
	});

	it('asks for no new token after 401/004, which is about the country', async () => {
		const simulated = await withToken(helper);
		simulated.simulator.control.addFault({ operation: 'reserveNumbers', count: 99, status: 401, code: '004' });
		expect((await order(simulated, helper, ITEMS, 100)).tokens).toBe(0);
		expect(simulated.simulator.control.books()).toHaveLength(1);
	});

	test.each(['expire', 'forget'] as const)(
		'at 401, as Colt lets the tokens %s: one new token for all, each order is placed once',
		async (how) => {
			const simulated = await withToken(helper);
			simulated.simulator.control.endTokens(how);
			const { posts, tokens, json } = await order(simulated, helper, ITEMS, 100);
			expect([json.every(({ answer }) => answer !== undefined), posts, tokens]).toEqual([true, 2 * ITEMS, 1]);
			expect(simulated.simulator.control.books()).toHaveLength(1 + ITEMS);
		},
	);

	it('lets no order out with a token whose life is over, and gets one new token for all', async () => {
		const simulated = await start(1_000);
		await order(simulated, helper, 1, 0);
		await past(Date.now() + 1_000);
		simulated.simulator.control.addFault({ operation: 'reserveNumbers', count: 99, status: 504, phase: 'after' });
		const { posts, tokens } = await order(simulated, helper, ITEMS, 100);
		expect([posts, tokens]).toEqual([ITEMS, 1]);
		expect(simulated.simulator.control.books()).toHaveLength(1 + ITEMS);
	});

	it('places orders with the new token after the old one has ended', async () => {
		const simulated = await start(1_000);
		await order(simulated, helper, 1, 0);
		await past(Date.now() + 1_000);
		const { posts, tokens, json } = await order(simulated, helper, ITEMS, 100);
		expect([json.every(({ answer }) => answer !== undefined), posts, tokens]).toEqual([true, ITEMS, 1]);
	});

	it('sends an order once whose token ends while the answer is awaited', async () => {
		const simulated = await start(3_000);
		const { control } = simulated.simulator;
		await order(simulated, helper, 1, 0);
		control.addFault({ operation: 'reserveNumbers', count: 99, status: 504, phase: 'after', delayMs: 3_500 });
		const { posts } = await order(simulated, helper, ITEMS, 100);
		expect([posts, control.books().length]).toEqual([ITEMS, 1 + ITEMS]);
	});
});
