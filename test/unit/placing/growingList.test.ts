import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { encode } from '../../../nodes/shared/contract/encode';
import { gatherListEvidence } from '../../../nodes/shared/placing/evidence';
import { byNumbers } from '../../../nodes/shared/placing/recovery';
import { ok, scripted } from '../client/scripted';

const BEGIN = Date.parse('2026-11-20T10:00:00Z');
const DATE = new Date(BEGIN + 3_600_000).toUTCString();
const { listOrders } = wholesaleSip.operations;
const { response } = listOrders;
const record = response !== undefined && 'list' in response ? response.list : undefined;

interface Order {
	id: string;
	createdAt: string;
	status?: string;
}

const order = (index: number): Order => ({
	id: `O-${index}`,
	createdAt: new Date(BEGIN + index * 1_000).toISOString(),
});

/** A list of orders, newest first, that is changed before each answer but the first. */
async function lookAt(count: number, change: (orders: Order[], call: number) => void, total = true) {
	const orders = Array.from({ length: count }, (_, index) => order(count - 1 - index));
	let call = 0;
	const { client } = scripted(({ url }) => {
		if (url.includes('limit=1&') || url.endsWith('limit=1')) return ok([], { date: DATE });
		if (call > 0) change(orders, call);
		call += 1;
		const query = new URL(url).searchParams;
		const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))];
		const page = orders.slice(offset, offset + limit).map((one) => encode(record as never, one));
		return ok(page, { date: DATE, ...(total && { 'x-total-count': String(orders.length) }) });
	});
	return await gatherListEvidence({
		client,
		rule: byNumbers('reservation'),
		wanted: { ranges: [] },
		since: { own: BEGIN },
		trackingId: 'trk-1',
	});
}

const addFirst = (orders: Order[], added: number): void => {
	for (let times = 0; times < added; times += 1) orders.unshift(order(10_000 + orders.length));
};

describe('a list of orders that grows while it is read', () => {
	test.each([
		[100, 1],
		[100, 3],
		[115, 5],
		[199, 1],
		[200, 30],
		[250, 7],
		[350, 9],
	])('%d orders, %d more before every further page: all that it had came', async (count, added) => {
		const evidence = await lookAt(count, (orders) => addFirst(orders, added));
		const known = new Set(evidence.orders.map(({ id }) => id));
		expect(Array.from({ length: count }, (_, index) => `O-${index}`).filter((id) => !known.has(id))).toEqual([]);
		expect([evidence.ordersComplete, evidence.doubts]).toEqual([true, []]);
	});

	it('and whose orders have another status on the next page', async () => {
		const evidence = await lookAt(150, (orders) => {
			addFirst(orders, 4);
			for (const one of orders) one.status = 'Completed';
		});
		expect(evidence.ordersComplete).toBe(true);
	});

	it('proves nothing when it is in another order, so that one may have moved to a page already read', async () => {
		const evidence = await lookAt(150, (orders, call) => {
			if (call > 1) return;
			orders.unshift(...orders.splice(140, 1));
			orders.push(order(20_000));
		});
		expect(evidence.ordersComplete).toBe(false);
		expect(evidence.doubts).not.toEqual([]);
	});

	it('proves nothing when it grows by pages faster than it is read', async () => {
		const evidence = await lookAt(250, (orders) => addFirst(orders, 99));
		expect(evidence.ordersComplete).toBe(false);
	});
});
