import fc from 'fast-check';

import { readNotification } from '../../../nodes/ColtInbound/callback/notification';
import { getEvent } from '../../../nodes/ColtInbound/resources/order/getEvent';
import { encodeBody, encodeResponse } from '../../../nodes/shared/contract/codec';
import { inbound } from '../../../nodes/shared/contract/wire.generated';
import { wireName } from '../../../simulator/naming';

const ID = '8700206f-c3b3-4c10-8cc2-2490f41eedc0';
const { callBack, getOrder } = inbound.operations;
type Logical = Parameters<typeof encodeBody<typeof callBack>>[1];
const sent = (logical: unknown): Record<string, unknown> => encodeBody(callBack, logical as Logical);
const order = (more: object = {}): unknown => encodeResponse(getOrder, { id: ID, ...more });
const read = (raw: unknown) => {
	const notification = readNotification(raw);
	if (typeof notification === 'string') throw new Error(notification);
	return notification;
};
const name = (path: string): string => wireName(callBack, 'body', path);

describe('what a callback says', () => {
	test.each([
		['raised', { event: 'raised', content: { order: { id: ID } } }, 'raised', 'In progress'],
		['completed', { event: 'completed', content: { order: { id: ID } } }, 'completed', 'Completed'],
		['failed', { event: 'failed', content: { order: { id: ID } } }, 'failed', 'Failed with error'],
		['the event counts more than a status that has gone on', { event: 'raised', content: { order: { id: ID, status: 'Completed' } } }, 'raised', 'In progress'],
		['without an event the status tells it', { content: { order: { id: ID, status: 'COMPLETED' } } }, 'completed', 'COMPLETED'],
		['beside the event', { event: 'failed', order: { id: ID, status: 'Failed with error' } }, 'failed', 'Failed with error'],
		['a status that no document names', { content: { order: { id: ID, status: 'Parked' } } }, 'other', 'Parked'],
	])('%s', (_, logical, event, status) => {
		const told = read(sent(logical));
		expect(told.event).toMatchObject({ event, status, orderId: ID, eventId: event === 'other' ? `${ID}:other:parked` : `${ID}:${event}` });
	});

	test('an event that no document names is one of its own', () => {
		for (const status of [undefined, 'In progress', 'Completed']) {
			expect(read(sent({ event: 'Something New', content: { order: { id: ID, status } } })).event).toMatchObject({ event: 'other', eventId: `${ID}:other:something-new`, status: status ?? '' });
		}
	});

	test('in any of the shapes that are likely', () => {
		const bare = order({ status: 'Completed' }) as Record<string, unknown>;
		const shapes = [bare, { notification: bare }, { [name('content')]: bare }, { [name('content')]: { [name('order')]: bare } }, { [name('order')]: bare }, { orderId: ` ${ID}`, status: 'Completed' }];
		for (const shape of shapes) expect([shape, read(shape).event.eventId]).toEqual([shape, `${ID}:completed`]);
	});

	test('names that the contract does not know are kept', () => {
		const raw = { ...sent({ id: 'n-1', at: '2026-01-02T03:04:05Z', event: 'raised', content: { order: { id: ID } } }), colour: { of: 'money' } };
		expect(read(raw)).toMatchObject({ raw, notificationId: 'n-1', notifiedAt: '2026-01-02T03:04:05Z' });
	});
});

test.each([
	[[], 'not an object'],
	['text', 'not an object'],
	[null, 'not an object'],
	[{}, 'order ID is missing'],
	[sent({ event: 'raised' }), 'order ID is missing'],
	[sent({ event: 'raised', content: { order: { id: '../../etc' } } }), 'order ID is not one'],
	[sent({ event: 'raised', content: { order: { id: 'x'.repeat(37) } } }), 'order ID is not one'],
	[sent({ content: { order: { id: ID } } }), 'Neither event type nor order status'],
	[{ [name('event')]: 7, [name('order')]: order() }, 'event type is not a text'],
	[sent({ event: 'raised', order: { id: ID, status: 7 } }), 'order status is not a text'],
	[sent({ event: 'raised', at: 'yesterday', order: { id: ID } }), 'event time'],
])('%j is refused: %s', (raw, problem) => expect(readNotification(raw)).toContain(problem));

test('anything at all is read or refused, never thrown over', () => {
	fc.assert(
		fc.property(fc.jsonValue({ maxDepth: 60 }), (value) => {
			const told = readNotification(value);
			expect(typeof told === 'string' || told.event.orderId !== '').toBe(true);
		}),
	);
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
	expect(item).toMatchObject({ eventId: told.eventId, event, orderId: ID, status, orderType: 'activation', previousStatus: null, source: 'orderLookUp' });
	expect(told.event).toBe(event);
	expect(item.isFinal).toBe(event === 'completed' || event === 'failed');
});
