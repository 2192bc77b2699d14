import { randomUUID } from 'node:crypto';

import type { Call } from '../../../nodes/shared/client/client';
import type { Params } from '../../../nodes/shared/operation/types';
import { perform } from '../../../nodes/shared/runner/perform';
import type { Prepared } from '../../../nodes/shared/runner/prepare';
import { ok, refused, scripted } from '../client/scripted';
import { operationOf, requestOf } from '../operations/sent';
import { problemFrom } from '../thrown';

function prepared(name: string, params: Params, more: Partial<Prepared> = {}): Prepared {
	const identity = `n8n-${randomUUID()}`;
	const call: Call = { operation: operationOf(name).wire, request: requestOf(name, params), trackingId: 'trk-1' };
	return {
		call,
		params,
		limit: Number.POSITIVE_INFINITY,
		key: { account: 'A', identity, signature: identity, run: identity },
		patienceMs: 0,
		...more,
	};
}

const run = async (steps: Parameters<typeof scripted>[0], name: string, item: Prepared) => {
	const script = scripted(steps);
	const items = await perform(script.client, operationOf(name), item);
	return { ...script, items };
};

const RANGE = { numberRangeStart: '+442081324758' };
const ORDER_ID = { orderId: { mode: 'id', value: 'A-1' } };

describe('an order', () => {
	const created = ok({ order: { id: ' A-1 ' } });

	it('becomes one item: its id trimmed, the range, the tracking ID and what Colt sent', async () => {
		const { items } = await run([created], 'number: reserve', prepared('number: reserve', RANGE));
		expect(items).toEqual([
			{
				orderId: 'A-1',
				numberRangeStart: '+442081324758',
				numberRangeEnd: '+442081324758',
				country: 'GB',
				trackingId: 'trk-1',
				raw: { order: { id: ' A-1 ' } },
			},
		]);
	});

	test.each<[unknown, string]>([
		[4711, '4711'],
		['4711 ', '4711'],
	])('has the id %j as text', async (id, orderId) => {
		const { items } = await run([ok({ order: { id } })], 'number: reserve', prepared('number: reserve', RANGE));
		expect(items[0]?.orderId).toBe(orderId);
	});

	test.each([[{}], [[]], [false], [''], [' '], [null]])('without an id, as %j is none, may exist', async (id) => {
		const reserve = prepared('number: reserve', RANGE);
		expect(
			await problemFrom(
				run([ok({ order: { id } }), ...Array.from({ length: 20 }, () => refused(403))], 'number: reserve', reserve),
			),
		).toMatchObject({ fault: 'noOrderId', outcome: 'unknown' });
	});

	it('is placed once in an execution, whatever tracking ID the second try has', async () => {
		const item = prepared('number: reserve', RANGE);
		await run([created], 'number: reserve', item);
		const { items, sends } = await run([], 'number: reserve', { ...item, call: { ...item.call, trackingId: 'other' } });
		expect([sends.length, items[0]?.orderId, items[0]?.alreadyPlaced]).toEqual([0, 'A-1', true]);
	});

	it('that failed is tried again', async () => {
		const item = prepared('number: reserve', RANGE);
		await problemFrom(run([refused(400)], 'number: reserve', item));
		expect((await run([created], 'number: reserve', item)).sends).toHaveLength(1);
	});
});

describe('a read', () => {
	it('is made each time', async () => {
		const item = prepared('order: get', ORDER_ID);
		for (const orderStatus of ['In progress', 'Completed']) {
			expect((await run([ok({ id: 'A-1', orderStatus })], 'order: get', item)).items[0]).toMatchObject({
				orderId: 'A-1',
				status: orderStatus,
				raw: { id: 'A-1', orderStatus },
			});
		}
	});

	it('of a list becomes an item per record', async () => {
		const { items } = await run(
			[ok([{ numberRangeStart: '+1' }, { startFullNumber: '+2', cliStatus: 'Free' }], { 'x-total-count': '2' })],
			'number: searchFree',
			prepared('number: searchFree', { country: 'GB' }),
		);
		expect(items).toEqual([
			{ country: 'GB', numberRangeStart: '+1', trackingId: 'trk-1', raw: { numberRangeStart: '+1' } },
			{
				country: 'GB',
				numberRangeStart: '+2',
				status: 'Free',
				trackingId: 'trk-1',
				raw: { startFullNumber: '+2', cliStatus: 'Free' },
			},
		]);
	});

	it('of a number you do not hold is an error that names it', async () => {
		expect(await problemFrom(run([ok([])], 'number: get', prepared('number: get', RANGE)))).toMatchObject({
			message: expect.stringContaining('+442081324758') as string,
			outcome: 'refused',
			trackingId: 'trk-1',
		});
	});

	it('of an empty list is no item', async () => {
		expect((await run([ok([])], 'order: getMany', prepared('order: getMany', {}))).items).toEqual([]);
	});
});

describe('waiting for a status', () => {
	const order = (orderStatus: string) => ok({ id: 'A-1', orderStatus });
	const params = { ...ORDER_ID, statuses: [], waitMinutes: 10 };
	const name = 'order: waitForStatus';

	it('asks with growing pauses until the order is there', async () => {
		const steps = [...Array.from({ length: 5 }, () => order('In progress')), order('Completed')];
		const { items, sends, pauses } = await run(steps, name, prepared(name, params));
		expect(items).toEqual([
			expect.objectContaining({ orderId: 'A-1', status: 'Completed', reached: true, outcome: 'reached' }),
		]);
		expect(sends).toHaveLength(6);
		expect(pauses).toEqual([1_000, 1_500, 2_250, 3_375, 5_062.5]);
	});

	it('ends at another final status', async () => {
		const { items } = await run([order('Rejected')], name, prepared(name, { ...params, statuses: ['Completed'] }));
		expect(items[0]).toMatchObject({ reached: false, outcome: 'finishedOtherwise' });
	});

	it('gives the order back as it stands when the time is up, never pausing beyond it', async () => {
		let now = 0;
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
		const script = scripted(() => order('In progress'), {
			pause: async (ms) => {
				now += ms;
				await Promise.resolve();
			},
		});
		const items = await perform(script.client, operationOf(name), prepared(name, { ...params, waitMinutes: 0.1 }));
		clock.mockRestore();
		expect(now).toBe(6_000);
		expect(items[0]).toMatchObject({
			status: 'In progress',
			reached: false,
			outcome: 'stillOpen',
			hint: expect.stringContaining('still open') as string,
		});
	});
});
