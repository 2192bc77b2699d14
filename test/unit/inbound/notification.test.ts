import fc from 'fast-check';

import { isTooDeep, readNotification } from '../../../nodes/ColtInbound/callback/notification';
import type { Notification } from '../../../nodes/ColtInbound/callback/notification';
import { getEvent } from '../../../nodes/ColtInbound/resources/order/getEvent';
import { encodeBody, encodeResponse } from '../../../nodes/shared/contract/codec';
import { inbound } from '../../../nodes/shared/contract/wire.generated';
import { wireName } from '../../../simulator/naming';

const ID = '8700206f-c3b3-4c10-8cc2-2490f41eedc0';
const { callBack, getOrder } = inbound.operations;
type Logical = Parameters<typeof encodeBody<typeof callBack>>[1];
const sent = (logical: unknown): Record<string, unknown> => encodeBody(callBack, logical as Logical);
const order = (more: object = {}): unknown => encodeResponse(getOrder, { id: ID, ...more });
const read = (raw: unknown): Notification => {
	const notification = readNotification(raw);
	if ('problem' in notification) throw new Error(notification.problem);
	return notification;
};
const name = (path: string): string => wireName(callBack, 'body', path);

describe('what a callback says', () => {
	test.each([
		['raised', { event: 'raised', content: { order: { id: ID } } }, 'raised', 'In progress'],
		['completed', { event: 'completed', content: { order: { id: ID } } }, 'completed', 'Completed'],
		['failed', { event: 'failed', content: { order: { id: ID } } }, 'failed', 'Failed with error'],
		[
			'the event counts more than a status that has gone on',
			{ event: 'raised', content: { order: { id: ID, status: 'Completed' } } },
			'raised',
			'In progress',
		],
		[
			'without an event the status tells it',
			{ content: { order: { id: ID, status: 'COMPLETED' } } },
			'completed',
			'COMPLETED',
		],
		[
			'beside the event',
			{ event: 'failed', order: { id: ID, status: 'Failed with error' } },
			'failed',
			'Failed with error',
		],
		['a status that no document names', { content: { order: { id: ID, status: 'Parked' } } }, 'other', 'Parked'],
	])('%s', (_, logical, event, status) => {
		const told = read(sent(logical));
		expect(told.event).toMatchObject({
			event,
			status,
			orderId: ID,
			eventId: event === 'other' ? `${ID}:other:parked` : `${ID}:${event}`,
		});
	});

	test('an event that no document names is one of its own', () => {
		for (const status of [undefined, 'In progress', 'Completed']) {
			const detail = status === undefined ? '' : `-${status.toLowerCase().replace(' ', '-')}`;
			expect(read(sent({ event: 'Something New', content: { order: { id: ID, status } } })).event).toMatchObject({
				event: 'other',
				eventId: `${ID}:other:something-new${detail}`,
				status: status ?? '',
			});
		}
	});

	test.each([
		[
			'raised',
			[
				'raised',
				'Raised',
				'ORDER_RAISED',
				'OrderRaised',
				'order.created',
				'ProductOrderCreateEvent',
				'Number Reservation Raised',
			],
		],
		[
			'completed',
			[
				'Completed',
				'ORDER_COMPLETED',
				'orderCompleted',
				'order-complete',
				'ORDERCOMPLETIONNOTIFICATION',
				'Number Address Update Completed',
			],
		],
		['failed', ['FAILED', 'OrderFailed', 'order_failure', 'Number Activation Failed', 'Failed with error']],
	])('%s, however it is spelt', (event, names) => {
		// What the status says is another matter: it may have gone on.
		for (const said of names)
			expect([said, read(sent({ event: said, content: { order: { id: ID, status: 'Parked' } } })).event]).toMatchObject(
				[said, { event, eventId: `${ID}:${event}` }],
			);
	});

	test.each(['OrderNotCompleted', 'Incomplete', 'OrderCompletionFailedAgain', 'Order', 'order status', ''])(
		'%j is none of them',
		(said) => {
			expect(read(sent({ event: said, content: { order: { id: ID, status: 'Parked' } } })).event.event).toBe('other');
		},
	);

	test.each(['ProductOrderStateChangeEvent', 'OrderStateChangeNotification', 'order status changed'])(
		'%s: each new status is an event, with the ID that asking for the order gives',
		(said) => {
			const statuses = ['In progress', 'Parked', 'Completed'];
			const told = statuses.map(
				(status) => read(sent({ event: said, content: { order: { id: ID, status } } })).event.eventId,
			);
			expect(told).toEqual([`${ID}:raised`, `${ID}:other:parked`, `${ID}:completed`]);
			expect(told).toEqual(
				statuses.map((status) => getEvent.toItem({ id: ID, status }, { path: { orderId: ID } }).eventId),
			);
		},
	);

	test('without a status, events without a name here are told apart by the notification', () => {
		const of = (more: object) =>
			read(sent({ event: 'OrderStateChangeEvent', ...more, content: { order: { id: ID } } })).event.eventId;
		expect(new Set([of({ id: 'n-1' }), of({ id: 'n-2' }), of({ at: '2026-01-02T03:04:05Z' }), of({})]).size).toBe(4);
		expect(of({ id: 'n-1' })).toBe(of({ id: 'n-1' }));
	});

	test('names in another script are told apart too', () => {
		const of = (event: string) => read(sent({ event, content: { order: { id: ID } } })).event.eventId;
		expect(of('完了')).not.toBe(of('失敗'));
	});

	test.each(['InProgress', 'IN_PROGRESS', 'Failed', 'COMPLETE'])(
		'a status spelt %s means what the documented one means',
		(status) => {
			const event = { InProgress: 'raised', IN_PROGRESS: 'raised', Failed: 'failed', COMPLETE: 'completed' }[status];
			const item = getEvent.toItem({ id: ID, status }, { path: { orderId: ID } });
			expect(item).toMatchObject({
				event,
				eventId: `${ID}:${event}`,
				status,
				isFinal: event !== 'raised',
				group: expect.not.stringMatching('unknown') as string,
			});
		},
	);

	test('the order is not taken for another object with an ID', () => {
		const other = { customer: { id: '42', status: 'active' } };
		const flat = { [name('event')]: 'completed', ...other };
		for (const shape of [
			{ ...flat, orderId: ID },
			{ ...flat, orderID: ID, [name('status')]: null },
			{ ...flat, [name('order')]: { orderId: ID } },
		]) {
			expect([shape, read(shape).event.eventId]).toEqual([shape, `${ID}:completed`]);
		}
	});

	test('what is null is not told', () => {
		const raw = {
			...sent({ event: 'completed' }),
			[name('id')]: null,
			[name('at')]: null,
			[name('order')]: { id: ID, [name('status')]: null },
		};
		expect(read(raw)).toMatchObject({ event: { eventId: `${ID}:completed`, status: 'Completed' } });
		expect(read({ ...raw, [name('event')]: null, [name('status')]: 'Failed with error' }).event.event).toBe('failed');
	});

	test('an event named where TMF has the content', () => {
		expect(read({ [name('content')]: 'failed', [name('order')]: { id: ID } }).event).toMatchObject({
			event: 'failed',
			orderId: ID,
		});
	});

	test('of a name given twice the last counts, and nothing reaches the prototype of objects', () => {
		const event = name('event');
		const polluting = '"__proto__":{"polluted":1}';
		const order = `"${name('order')}":{"id":"${ID}",${polluting}}`;
		const text =
			`{"${event}":"raised","${event}":"failed",${polluting},` + `"constructor":{"prototype":{"polluted":1}},${order}}`;
		expect(read(JSON.parse(text)).event.eventId).toBe(`${ID}:failed`);
		expect({}).not.toHaveProperty('polluted');
	});

	test('in any of the shapes that are likely', () => {
		const bare = order({ status: 'Completed' }) as Record<string, unknown>;
		const shapes = [
			bare,
			{ notification: bare },
			{ [name('content')]: bare },
			{ [name('content')]: { [name('order')]: bare } },
			{ [name('order')]: bare },
			{ orderId: ` ${ID}`, status: 'Completed' },
		];
		for (const shape of shapes) expect([shape, read(shape).event.eventId]).toEqual([shape, `${ID}:completed`]);
	});

	test('names that the contract does not know are kept', () => {
		const raw = {
			...sent({ id: 'n-1', at: '2026-01-02T03:04:05Z', event: 'raised', content: { order: { id: ID } } }),
			colour: { of: 'money' },
		};
		expect(read(raw)).toMatchObject({ raw, notificationId: 'n-1', notifiedAt: '2026-01-02T03:04:05Z' });
	});
});

test('anything at all is read, or delivered as it came, never thrown over', () => {
	fc.assert(
		fc.property(fc.jsonValue({ maxDepth: 30 }), (value) => {
			const notification = readNotification(value);
			expect(notification.raw).toBe(value);
			if (!('problem' in notification)) expect(notification.event.orderId).toMatch(/^[A-Za-z0-9-]{1,36}$/);
		}),
	);
});

test('nested 100,000 deep is noticed without going that deep', () => {
	const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
	expect([isTooDeep(nested(100_000)), isTooDeep(nested(41)), isTooDeep(nested(40))]).toEqual([true, true, false]);
	expect(isTooDeep({ a: [{ b: nested(40) }] })).toBe(true);
});

test.each([
	['In progress', 'raised'],
	['Completed', 'completed'],
	['Failed with error', 'failed'],
	['Parked', 'other'],
] as const)('callback and order tell the same event with the same id: %s', (status, event) => {
	const logical = { id: ID, status, type: 'activation', country: 'GB' };
	const item = getEvent.toItem(logical, { path: { orderId: ID } });
	const told = read(sent({ ...(event !== 'other' && { event }), content: { order: logical } })).event;
	expect(item).toMatchObject({
		eventId: told.eventId,
		event,
		orderId: ID,
		status,
		orderType: 'activation',
		previousStatus: null,
		source: 'orderLookUp',
	});
	expect(told.event).toBe(event);
	expect(item.isFinal).toBe(event === 'completed' || event === 'failed');
});
