import { randomUUID } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Call } from '../../../nodes/shared/client/client';
import type { BulkRule, Params } from '../../../nodes/shared/operation/types';
import type { OrderKey } from '../../../nodes/shared/placing/orderMemory';
import type { OrderRow as Row, PriorAttempt } from '../../../nodes/shared/placing/shipment';
import { performBulk } from '../../../nodes/shared/runner/performBulk';
import { perform } from '../../../nodes/shared/runner/perform';
import type { Prepared } from '../../../nodes/shared/runner/prepare';
import { retriedExecution, runKeyOf } from '../../../nodes/shared/runner/runKey';
import { ok, refused, scripted } from '../client/scripted';
import type { Step } from '../client/scripted';
import { operationOf, requestOf } from '../operations/sent';
import { problemFrom } from '../thrown';

const START = Date.parse('2026-01-10T12:00:00Z');
const NUMBER = '+442081324758';
const prior: PriorAttempt = { since: START, wasSubmitted: false };
const keyOf = (identity: string = randomUUID()): OrderKey => ({
	account: 'A',
	identity,
	signature: identity,
	run: identity,
});
const DATE = { date: new Date().toUTCString() };

const prepared = (name: string, params: Params, more: Partial<Prepared> = {}): Prepared => {
	const call: Call = { operation: operationOf(name).wire, request: requestOf(name, params), trackingId: 'trk-1' };
	return { call, params, limit: Number.POSITIVE_INFINITY, key: keyOf(), patienceMs: 0, prior, ...more };
};
const order = (id: string, type: string, more: object = {}) => ({
	id,
	orderType: type,
	creationDate: new Date().toISOString(),
	country: 'GB',
	numberRangeList: [{ numberRangeStart: NUMBER, numberRangeEnd: NUMBER }],
	...more,
});
const list = (...orders: object[]) => ({
	...ok(orders),
	headers: { ...DATE, 'x-total-count': String(orders.length) },
});
const created = ok({ order: { id: 'NEW' } });
const run = async (steps: Parameters<typeof scripted>[0], name: string, item: Prepared) => {
	const script = scripted(steps);
	const result = await perform(script.client, operationOf(name), item).catch((error: unknown) =>
		problemFrom(Promise.reject(error as Error)),
	);
	return { result, posts: script.sends.filter(({ request }) => request.method === 'POST').length };
};
const PORT_UPDATE = { orderId: { mode: 'id', value: 'P-1' } };

describe('an order that an earlier run may have placed', () => {
	const reserve = (more: Partial<Prepared> = {}) => prepared('number: reserve', { numberRangeStart: NUMBER }, more);

	it('is found and given back', async () => {
		const id = randomUUID();
		const { result, posts } = await run(
			[list(order(id, 'Number Reservation')), list(), list(), list()],
			'number: reserve',
			reserve(),
		);
		expect(result).toMatchObject([{ orderId: id, outcome: 'adopted', alreadyPlaced: true, trackingId: 'trk-1' }]);
		expect(posts).toBe(0);
	});

	it('is sent when no such order is there, an older one notwithstanding', async () => {
		const old = order(randomUUID(), 'Number Reservation', { creationDate: '2020-01-01T00:00:00Z' });
		const { result, posts } = await run([list(old), list(), list(), created], 'number: reserve', reserve());
		expect(result).toMatchObject([{ orderId: 'NEW' }]);
		expect(posts).toBe(1);
	});

	test.each<[string, Partial<Prepared>, Step[]]>([
		['Colt cannot be asked', {}, Array.from({ length: 40 }, () => refused(403))],
		[
			'two could be it',
			{},
			[list(order(randomUUID(), 'Number Reservation'), order(randomUUID(), 'Number Reservation')), list(), list()],
		],
		[
			'it is not known since when',
			{ prior: { ...prior, isGuess: true } },
			[list(order(randomUUID(), 'Number Reservation')), list(), list()],
		],
	])('is not sent when %s', async (_, more, steps) => {
		const { result, posts } = await run(steps, 'number: reserve', reserve(more));
		expect(result).toMatchObject({
			outcome: 'unknown',
			trackingId: 'trk-1',
			remedy: expect.stringMatching(/may exist.*trk-1/) as string,
		});
		expect(posts).toBe(0);
	});

	it("is not sent by the next try either: an order that was only seen is nobody's", async () => {
		const seen = list(order(randomUUID(), 'Number Reservation'));
		const item = reserve({ prior: { ...prior, isGuess: true } });
		for (const _ of ['first', 'second', 'third']) {
			const { result, posts } = await run([seen, list(), list(), list()], 'number: reserve', item);
			expect(result).toMatchObject({ outcome: 'unknown', remedy: expect.stringContaining('may be it') as string });
			expect(posts).toBe(0);
		}
	});

	it('that a try has left open and no status guards is not sent, though no list tells of it', async () => {
		const update = prepared('porting: cancel', PORT_UPDATE, { prior: { since: Date.now(), wasSubmitted: true } });
		const { result, posts } = await run([{ ...ok({ id: 'P-1' }), headers: DATE }, list()], 'porting: cancel', update);
		expect(result).toMatchObject({
			outcome: 'unknown',
			remedy: expect.stringContaining('no such order was found') as string,
		});
		expect(posts).toBe(0);
	});

	it('that a try has left open is known by what that try asked for, whatever this one would ask for', async () => {
		const withReference = (customerReference: string): Prepared =>
			prepared('number: reserve', { numberRangeStart: NUMBER, additionalFields: { customerReference } });
		const { prior: _, ...first } = withReference('at 12:00:00');
		const { prior: __, ...second } = { ...withReference('at 12:00:09'), key: first.key };
		const lost = await run([refused(504), ...Array.from({ length: 20 }, () => refused(403))], 'number: reserve', first);
		expect(lost).toMatchObject({ result: { outcome: 'unknown' }, posts: 1 });
		const id = randomUUID();
		const found = list(
			order(id, 'Number Reservation', { relatedParty: { endCustomerDetails: { customerReference: 'at 12:00:00' } } }),
		);
		const { result, posts } = await run([found, found, found, found], 'number: reserve', second);
		expect(result).toMatchObject([{ orderId: id, outcome: 'adopted', alreadyPlaced: true }]);
		expect(posts).toBe(0);
	});

	it('is told to exist perhaps when Colt refuses a second call: the first may be in its way', async () => {
		const { prior: _, ...sent } = reserve();
		const { result, posts } = await run(
			[refused(504), list(), list(), list(), refused(400, '002'), list(), list(), list()],
			'number: reserve',
			sent,
		);
		expect(result).toMatchObject({
			outcome: 'unknown',
			httpStatus: 400,
			code: '002',
			message: expect.stringMatching(/timed out.*sent again, it was refused.*Reason: Message/) as string,
		});
		expect(posts).toBe(2);
	});

	test.each([
		[404, 503],
		[404, 404],
	])('is not sent again when the history answers %i and the list %i', async (history, orders) => {
		const { prior: _, ...sent } = reserve();
		const answers = (url: string): Step =>
			url.includes('CLIOrderHistory') ? refused(history) : url.includes('/order?') ? refused(orders) : list();
		const { result, posts } = await run(
			(request) => (request.method === 'POST' ? refused(504) : answers(request.url)),
			'number: reserve',
			sent,
		);
		expect(result).toMatchObject({ outcome: 'unknown' });
		expect(posts).toBe(1);
	});

	it('a port update is known by its parent and action', async () => {
		const id = randomUUID();
		const parent = {
			...ok({
				id: 'P-1',
				childOrderList: [
					{ id: randomUUID(), orderType: 'Port Update', action: 'SEND_NOTE' },
					{ id, orderType: 'Port Update', action: 'CANCEL' },
				],
			}),
			headers: DATE,
		};
		const child = ok({
			id,
			orderType: 'Port Update',
			action: 'CANCEL',
			parentOrderId: 'P-1',
			creationDate: new Date().toISOString(),
		});
		const { result, posts } = await run(
			[parent, list(), child],
			'porting: cancel',
			prepared('porting: cancel', PORT_UPDATE),
		);
		expect(result).toMatchObject([{ orderId: id, parentOrderId: 'P-1', alreadyPlaced: true }]);
		expect(posts).toBe(0);
	});

	it('a backfill, known by its place alone, is not taken: it may be that of another item', async () => {
		const params = { country: 'GB', lac: '20' };
		const { result, posts } = await run(
			[list(), list(order(randomUUID(), 'Free Number Backfill', { numberRangeList: [] }))],
			'freeNumberSupply: requestBackfill',
			prepared('freeNumberSupply: requestBackfill', params),
		);
		expect(result).toMatchObject({ outcome: 'unknown' });
		expect(posts).toBe(0);
	});
});

describe('rows of a bulk', () => {
	const operation = operationOf('bulkOrder: activate');
	const rowFor = (itemIndex: number, start: string, more: Partial<Prepared> = {}): Row => {
		const request = {
			body: { ranges: [{ start, end: start }], relatedParty: { reseller: { country: 'GB' } } },
			echo: { numberRangeStart: start },
		};
		return {
			itemIndex,
			prepared: {
				call: { operation: operation.wire, request, trackingId: 'trk-1' },
				params: {},
				limit: 1,
				key: keyOf(),
				patienceMs: 0,
				...more,
			},
		};
	};
	const activation = (id: string, start: string) =>
		order(id, 'Number Activation', {
			parentOrderId: 'B',
			numberRangeList: [{ numberRangeStart: start, numberRangeEnd: start }],
		});

	it('that are found are given back, the others are sent', async () => {
		const [first, second, id] = ['+442081111111', '+442081111112', randomUUID()];
		const script = scripted([
			list(),
			list(activation(id, first)),
			ok({ order: { id: 'B2' }, orderResultList: [{ rowNumber: 1, order: { id: randomUUID() } }] }),
		]);
		const results = await performBulk(script.client, operation, operation.bulk as BulkRule, [
			rowFor(0, first, { prior }),
			rowFor(1, second, { prior }),
		]);
		expect(new Map(results).get(0)).toMatchObject({ items: [{ orderId: id, bulkOrderId: 'B', alreadyPlaced: true }] });
		expect(new Map(results).get(1)).toMatchObject({ items: [{ bulkOrderId: 'B2' }] });
		const { body = '' } = script.sends.at(-1)?.request ?? {};
		expect([body.includes(first), body.includes(second)]).toEqual([false, true]);
	});

	it('are looked for one by one after an unclear answer, and never sent again', async () => {
		const [first, second, id] = ['+442082222221', '+442082222222', randomUUID()];
		const script = scripted([refused(504), list(), list(activation(id, first))]);
		const rows = [rowFor(3, first), rowFor(4, second)];
		const results = new Map(await performBulk(script.client, operation, operation.bulk as BulkRule, rows));
		expect(results.get(3)).toMatchObject({ items: [{ orderId: id, bulkOrderId: 'B', outcome: 'adopted' }] });
		expect(results.get(4)).toMatchObject({
			problem: { outcome: 'unknown', remedy: expect.stringContaining('may exist') as string },
		});
		const again = scripted([list(), list()]);
		const second2 = new Map(await performBulk(again.client, operation, operation.bulk as BulkRule, rows));
		expect(second2.get(3)).toMatchObject({ items: [{ orderId: id, alreadyPlaced: true }] });
		expect(second2.get(4)).toMatchObject({ problem: { outcome: 'unknown' } });
		expect(again.sends.every(({ request }) => request.method === 'GET')).toBe(true);
	});
});

describe('the run an execution belongs to', () => {
	interface Fake {
		id?: string;
		token?: string;
		mode?: string;
		began?: number;
	}
	const context = ({ id = randomUUID(), token, mode = 'trigger', began }: Fake): IExecuteFunctions =>
		({
			getExecutionId: () => id,
			getWorkflow: () => ({ id: 'W' }),
			getMode: () => mode,
			getWorkflowDataProxy: () => ({
				$execution: {
					resumeUrl: `http://localhost:5678/webhook-waiting/${id}${token === undefined ? '' : `?signature=${token}`}`,
				},
			}),
			...(began !== undefined && {
				getExecutionContext: () => ({ version: 1, establishedAt: began, source: 'trigger' }),
			}),
		}) as unknown as IExecuteFunctions;

	it('is the same for its retry, and another for every other execution', () => {
		const token = randomUUID();
		expect(runKeyOf(context({ token, mode: 'retry' }))).toBe(runKeyOf(context({ token })));
		expect(runKeyOf(context({ token: randomUUID() }))).not.toBe(runKeyOf(context({ token })));
	});

	it('is the execution alone where n8n gives no token, and nothing without an id', () => {
		expect(runKeyOf(context({ id: 'E-1' }))).toBe('execution E-1');
		expect(runKeyOf(context({ id: '' }))).toBeUndefined();
	});

	it('keeps its key within an execution', () => {
		const id = randomUUID();
		expect(runKeyOf(context({ id, token: 'a' }))).toBe(runKeyOf(context({ id, token: 'b' })));
	});

	test.each<[string, Fake, boolean, unknown]>([
		['nothing is retried', { mode: 'trigger', began: START }, false, undefined],
		[
			'n8n tells when the first run began',
			{ mode: 'retry', began: START - 60_000 },
			false,
			{ since: START - 60_000, isGuess: false },
		],
		[
			'it began just now, in this process',
			{ mode: 'retry', began: START - 1_000 },
			true,
			{ since: START - 1_000, isGuess: false },
		],
		[
			'it began just now, and nobody has met it',
			{ mode: 'retry', began: START - 1_000 },
			false,
			{ since: START - 90 * 86_400_000, isGuess: true },
		],
		['an older n8n tells nothing', { mode: 'retry' }, false, { since: START - 90 * 86_400_000, isGuess: true }],
	])('%s', (_, fake, met, since) => {
		const token = randomUUID();
		if (met) runKeyOf(context({ token }));
		const own = context({ ...fake, token });
		expect(retriedExecution(own, runKeyOf(own), START)).toEqual(since);
	});
});
