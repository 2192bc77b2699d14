import { readNotification } from '../../../nodes/ColtInbound/callback/notification';

const ID = '8700206f-c3b3-4c10-8cc2-2490f41eedc0';
const OTHER = '11111111-2222-4333-8444-555555555555';

/** Callbacks of other shapes than the contract's that say which order, and what happened to it. */
const READABLE: Array<[name: string, raw: unknown, event: string, orderId?: string]> = [
	[
		'TMF state change',
		{
			eventType: 'ProductOrderStateChangeEvent',
			eventTime: '2026-01-02T03:04:05Z',
			event: { productOrder: { id: ID, state: 'completed' } },
		},
		'completed',
	],
	[
		'TMF create',
		{ eventId: 'n-1', eventType: 'ProductOrderCreateEvent', event: { productOrder: { id: ID, state: 'inProgress' } } },
		'raised',
	],
	[
		'TMF state change to failed',
		{ eventType: 'ProductOrderStateChangeEvent', event: { productOrder: { id: ID, state: 'failed' } } },
		'failed',
	],
	['TMF with @type alone', { '@type': 'OrderCompletionNotification', event: { order: { id: ID } } }, 'completed'],
	['state', { event: { order: { id: ID, state: 'Completed' } } }, 'completed'],
	['transactionStatus', { orderId: ID, transactionStatus: 'Failed with error' }, 'failed'],
	['state in another case', { orderId: ID, State: 'IN_PROGRESS' }, 'raised'],
	['a list of one', [{ eventType: 'completed', orderId: ID }], 'completed'],
	['a list of one in a member', { notifications: [{ eventType: 'completed', orderId: ID }] }, 'completed'],
	['orders with one', { eventType: 'OrderFailed', orders: [{ id: ID }] }, 'failed'],
	['wrapped in notification', { notification: { eventType: 'completed', order: { id: ID } } }, 'completed'],
	['wrapped twice', { callback: { notification: { event: 'raised', orderId: ID } } }, 'raised'],
	['numeric id', { event: 'completed', order: { id: 4711 } }, 'completed', '4711'],
	['numeric orderId', { event: 'completed', orderId: 4711 }, 'completed', '4711'],
	['a numeric notification id', { id: 99, eventType: 'completed', order: { id: ID } }, 'completed'],
	['epoch in milliseconds', { eventType: 'completed', eventTime: 1767322800000, orderId: ID }, 'completed'],
	['a date in German form', { eventType: 'completed', eventTime: '02.01.2026 03:04', orderId: ID }, 'completed'],
	['an HTTP date', { eventType: 'completed', eventTime: 'Fri, 02 Jan 2026 03:04:05 GMT', orderId: ID }, 'completed'],
	['a date in words', { eventType: 'completed', eventTime: 'yesterday', orderId: ID }, 'completed'],
	['a date as an object', { eventType: 'completed', eventTime: { date: '2026-01-02' }, orderId: ID }, 'completed'],
	[
		'the notification has an id, the order is related',
		{ id: 'n-77', eventType: 'OrderCompleted', relatedOrder: { id: ID } },
		'completed',
	],
	['the same with a status', { id: 'n-77', status: 'Completed', relatedOrder: { id: ID } }, 'completed'],
	[
		'the notification has a status of its own',
		{ id: 'n-77', eventType: 'OrderFailed', status: 'delivered', data: { id: ID, status: 'Failed' } },
		'failed',
	],
	[
		'PascalCase',
		{
			EventId: 'n-1',
			EventType: 'OrderCompleted',
			EventTime: '2026-01-02T03:04:05Z',
			Order: { Id: ID, OrderStatus: 'Completed' },
		},
		'completed',
	],
	['PascalCase, flat', { OrderId: ID, OrderStatus: 'Failed with error' }, 'failed'],
	['snake_case', { event_type: 'order_completed', order_id: ID, order_status: 'completed' }, 'completed'],
	['kebab-case', { 'event-type': 'order-failed', 'order-id': ID }, 'failed'],
	['capitals', { EVENTTYPE: 'COMPLETED', ORDERID: ID }, 'completed'],
	['orderNumber', { eventType: 'completed', orderNumber: ID }, 'completed'],
	['orderReference beside an id', { id: 'n-1', eventType: 'completed', orderReference: ID }, 'completed'],
	['order as a text', { event: 'completed', order: ID }, 'completed'],
	['event with a type in it', { event: { type: 'order.completed', order: { id: ID } } }, 'completed'],
	[
		'data, as webhooks of other vendors',
		{ type: 'order.failed', data: { object: { id: ID, status: 'failed' } } },
		'failed',
	],
	[
		'CloudEvents',
		{ specversion: '1.0', id: 'n-1', type: 'com.colt.order.completed', source: '/orders', data: { orderId: ID } },
		'completed',
	],
	['status as an object', { orderId: ID, status: { code: 'C', name: 'Completed' } }, 'completed'],
	['event name as an object', { eventType: { name: 'OrderRaised' }, orderId: ID }, 'raised'],
	['a resource by its own name', { eventType: 'completed', reservation: { id: ID, status: 'Completed' } }, 'completed'],
	['parent order beside', { eventType: 'completed', parentOrder: { id: OTHER }, order: { id: ID } }, 'completed'],
	['parent ID first', { parentOrderId: OTHER, eventType: 'completed', orderId: ID }, 'completed'],
	[
		'the customer has an order number too',
		{ eventType: 'completed', customer: { id: '42', status: 'active', orderNumber: 'PO-1' }, order: { id: ID } },
		'completed',
	],
	['purchase order beside', { eventType: 'completed', purchaseOrderNumber: 'PO-1', order: { id: ID } }, 'completed'],
	['a tracking ID beside a bare ID', { id: ID, eventType: 'completed', trackingId: OTHER }, 'completed'],
	['JSON as a text in JSON', JSON.stringify({ eventType: 'completed', orderId: ID }), 'completed'],
	[
		'order and status in different parts',
		{ eventType: 'OrderStatusChanged', orderId: ID, order: { status: 'Completed' } },
		'completed',
	],
];

/** Callbacks that do not say which order, or not what happened: they are delivered as they came. */
const UNREADABLE: Array<[name: string, raw: unknown, problem: RegExp, orderId?: string]> = [
	['a text', 'completed', /not an object/],
	['a number', 7, /not an object/],
	['nothing', null, /not an object/],
	['an empty list', [], /not an object/],
	[
		'two at once',
		[
			{ eventType: 'completed', orderId: ID },
			{ eventType: 'failed', orderId: OTHER },
		],
		/not an object/,
	],
	['an empty object', {}, /No order ID/],
	['other words', { message: 'Your order is ready' }, /No order ID/],
	['a customer alone', { customer: { id: '42', status: 'active' } }, /No order ID/],
	['a parent alone', { eventType: 'completed', parentOrderId: OTHER }, /No order ID/],
	['several orders', { id: 'n-77', eventType: 'completed', orders: [{ id: ID }, { id: OTHER }] }, /No order ID/],
	['an ID that may be the notification’s', { id: 'n-77', eventType: 'completed', reference: ID }, /No order ID/],
	['a path for an ID', { eventType: 'completed', orderId: '../../etc' }, /not one/],
	['an ID that is too long', { eventType: 'completed', orderId: 'x'.repeat(37) }, /not one/],
	['an ID that JavaScript rounds', JSON.parse('{"eventType":"completed","orderId":12345678901234567890}'), /not one/],
	['an order and nothing else', { orderId: ID }, /Neither an event/, ID],
	['an order and a status that is a list', { orderId: ID, status: [1, 2] }, /Neither an event/, ID],
];

test('there are more than 26 shapes', () => expect(READABLE.length + UNREADABLE.length).toBeGreaterThan(52));

test.each(READABLE)('%s is read', (_, raw, event, orderId = ID) => {
	const notification = readNotification(raw);
	expect(notification).toMatchObject({ event: { event, orderId, eventId: `${orderId}:${event}` }, raw });
});

test.each(UNREADABLE)('%s is delivered as it came', (_, raw, problem, ...[orderId]) => {
	const notification = readNotification(raw);
	expect(notification).toEqual({
		eventId: expect.stringMatching(/^unreadable:[0-9a-f]{32}$/) as string,
		problem: expect.stringMatching(problem) as string,
		raw,
		...(orderId !== undefined && { orderId }),
	});
});

test('a repeat of an unreadable callback has the same event ID, another one has not', () => {
	const idOf = (raw: unknown): unknown => (readNotification(structuredClone(raw)) as { eventId?: string }).eventId;
	const ids = UNREADABLE.map(([, raw]) => idOf(raw));
	expect(ids).toEqual(UNREADABLE.map(([, raw]) => idOf(raw)));
	expect(new Set(ids).size).toBe(UNREADABLE.length);
});

test.each<[unknown, string | undefined]>([
	['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
	['02.01.2026 03:04', '02.01.2026 03:04'],
	[1767322800000, '2026-01-02T03:00:00.000Z'],
	[1767322800, '2026-01-02T03:00:00.000Z'],
	[7, undefined],
	[null, undefined],
	[{ date: 'x' }, undefined],
])('the date %j is kept as %j and is never a reason to refuse', (eventTime, notifiedAt) => {
	const notification = readNotification({ eventType: 'completed', eventTime, orderId: ID });
	expect(notification).toMatchObject({ event: { event: 'completed' } });
	expect((notification as { notifiedAt?: string }).notifiedAt).toBe(notifiedAt);
});
