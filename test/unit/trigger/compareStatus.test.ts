import type { StatusStep } from '../../../nodes/shared/orders/record';
import type { ListedOrder } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { fingerprint, keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Remembered } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { compare } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import type { OrderEvent } from '../../../nodes/ColtWholesaleSip/trigger/events';
import { brief, NOW, partOf, seen, stateOf, wholeOf } from './snapshots';

const step = (status: string, at?: number): StatusStep => ({ status, ...(at !== undefined && { at }) });

/** What a poll tells of one order, of which this is remembered; nothing for an order never seen. */
const told = (order: ListedOrder, past?: Partial<Remembered>, newest?: number): OrderEvent[] =>
	compare(stateOf(past === undefined ? {} : { 1: past }, newest === undefined ? {} : { newest }), wholeOf(order), NOW)
		.events;

test.each<[string, ListedOrder, Partial<Remembered> | undefined, unknown[]]>([
	['an order never seen is new', seen('1', 'Delayed'), undefined, [['1', 'newOrder', null, 'Delayed']]],
	[
		'one that appeared without a status is new once it has one',
		seen('1', 'Delayed'),
		{ status: '', isUnannounced: true },
		[['1', 'newOrder', null, 'Delayed']],
	],
	['one that had no status at the very first poll gets it without a word', seen('1', 'Delayed'), { status: '' }, []],
	[
		'its description too',
		seen('1', 'Delayed', { description: 'new', history: [step('Delayed', 1)] }),
		{ status: '' },
		[],
	],
	['another status is a change', seen('1', 'Delayed'), {}, [['1', 'statusChanged', 'In progress', 'Delayed']]],
	['the same status in other letters is none', seen('1', 'IN Progress'), {}, []],
	[
		'a status longer than what is remembered of it is the same',
		seen('1', 'x'.repeat(300)),
		{ status: 'x'.repeat(200) },
		[],
	],
	[
		'another description is a change',
		seen('1', 'In progress', { description: 'new' }),
		{},
		[['1', 'descriptionChanged', 'In progress', 'In progress']],
	],
	[
		'a description that is gone is one too',
		seen('1', 'In progress'),
		{ description: fingerprint('old') },
		[['1', 'descriptionChanged', 'In progress', 'In progress']],
	],
	[
		'the same description is none',
		seen('1', 'In progress', { description: 'old' }),
		{ description: fingerprint('old') },
		[],
	],
	[
		'a description never looked at is none',
		seen('1', 'In progress', { description: 'new' }),
		{ description: undefined },
		[],
	],
	[
		'of status and description the status is told',
		seen('1', 'Delayed', { description: 'new' }),
		{},
		[['1', 'statusChanged', 'In progress', 'Delayed']],
	],
	[
		'a new order tells no change of its description',
		seen('1', 'Delayed', { description: 'new' }),
		undefined,
		[['1', 'newOrder', null, 'Delayed']],
	],
])('%s', (_, order, past, expected) => expect(brief(told(order, past))).toEqual(expected));

describe('an event is of the order', () => {
	test('as it is, and nothing is restored', () => {
		const order = seen('1', 'Delayed', { created: 1, changed: 5, description: 'text', country: 'GB' });
		expect(told(order, {})).toStrictEqual([
			{
				eventId: expect.any(String) as string,
				event: 'statusChanged',
				orderId: '1',
				previousStatus: 'In progress',
				status: 'Delayed',
				order,
			},
		]);
	});

	test('also when only its description changed', () => {
		const order = seen('1', 'In progress', { changed: 5, description: 'text' });
		expect(told(order, {})).toStrictEqual([
			{
				eventId: expect.any(String) as string,
				event: 'descriptionChanged',
				orderId: '1',
				previousStatus: 'In progress',
				status: 'In progress',
				order,
			},
		]);
	});

	test.each<[string, number | undefined, number | undefined, number | undefined]>([
		['of the list, if its history has an earlier one', 5, 3, 5],
		['of its history, if that is later', 5, 9, 9],
		['of the list, if its history has none', 5, undefined, 5],
		['of neither, if the list has none', undefined, undefined, undefined],
		['of neither, if only the history has one', undefined, 9, undefined],
	])('at the moment %s', (_, changed, at, expected) => {
		const order = seen('1', 'Delayed', {
			...(changed !== undefined && { changed }),
			description: 'text',
			history: [step('In progress', 1), step('Delayed', at)],
		});
		const [event] = told(order, {});
		expect(event?.order).toStrictEqual(expected === changed ? order : { ...order, changed: expected });
	});
});

describe('the statuses between two polls', () => {
	const history = [step('Confirmed', 10), step('Completed', 20), step('Confirmed', 30), step('Cancelled', 40)];
	const order = seen('1', 'Cancelled', {
		type: 'portOut',
		created: 10,
		changed: 41,
		description: 'as it is now',
		country: 'GB',
		history,
	});

	test('are told one by one, with what is known of their time', () => {
		const events = told(order, { status: 'Confirmed', position: 0 });
		expect(brief(events)).toEqual([
			['1', 'statusChanged', 'Confirmed', 'Completed'],
			['1', 'statusChanged', 'Completed', 'Confirmed'],
			['1', 'statusChanged', 'Confirmed', 'Cancelled'],
		]);
		const lasting = {
			id: '1',
			key: order.key,
			record: order.record,
			type: 'portOut',
			created: 10,
			country: 'GB',
			history,
		};
		expect(events.map((event) => event.order)).toStrictEqual([
			{ ...lasting, status: 'Completed', isFinal: true, changed: 20 },
			{ ...lasting, status: 'Confirmed', isFinal: false, changed: 30 },
			order,
		]);
		expect(events.map((event) => [event.restored, Object.hasOwn(event, 'restored')])).toEqual([
			[true, true],
			[true, true],
			[undefined, false],
		]);
	});

	test('of a new order: it is new in its first', () => {
		expect(brief(told(order))).toEqual([
			['1', 'newOrder', null, 'Confirmed'],
			['1', 'statusChanged', 'Confirmed', 'Completed'],
			['1', 'statusChanged', 'Completed', 'Confirmed'],
			['1', 'statusChanged', 'Confirmed', 'Cancelled'],
		]);
	});

	test('without a date have none', () => {
		const [first] = told(
			seen('1', 'Cancelled', { history: [step('In progress'), step('Delayed'), step('Cancelled')] }),
			{},
		);
		expect(first?.order).toStrictEqual({
			id: '1',
			key: keyOf('1'),
			record: { decoded: undefined, raw: undefined },
			status: 'Delayed',
			isFinal: false,
			history: [step('In progress'), step('Delayed'), step('Cancelled')],
		});
	});

	test('are told by the newest change seen, where the place is not known', () => {
		const back = seen('1', 'Confirmed', { type: 'portOut', changed: 30, history: history.slice(0, 3) });
		expect(brief(told(back, { status: 'Confirmed' }, 15))).toEqual([
			['1', 'statusChanged', 'Confirmed', 'Completed'],
			['1', 'statusChanged', 'Completed', 'Confirmed'],
		]);
		expect(brief(told(back, { status: 'Confirmed' }, 30))).toEqual([]);
	});

	test('are told before a change of the description', () => {
		const back = seen('1', 'Confirmed', {
			type: 'portOut',
			changed: 30,
			description: 'new',
			history: history.slice(0, 3),
		});
		expect(brief(told(back, { status: 'Confirmed', position: 0 }))).toEqual([
			['1', 'statusChanged', 'Confirmed', 'Completed'],
			['1', 'statusChanged', 'Completed', 'Confirmed'],
			['1', 'descriptionChanged', 'Confirmed', 'Confirmed'],
		]);
	});

	test('end with the status as the list spells it', () => {
		const [event] = told(seen('1', 'DELAYED', { history: [step('In progress', 1), step('Delayed', 2)] }), {});
		expect(event?.status).toBe('DELAYED');
	});
});

test('the events of several orders come in order of change, those without a date last and as the list has them', () => {
	const list = [
		seen('none', 'A'),
		seen('late', 'A', { changed: 30 }),
		seen('early', 'A', { changed: 10 }),
		seen('nor', 'A'),
		seen('middle', 'A', { changed: 20 }),
		seen('same', 'A', { changed: 20 }),
	];
	expect(compare(stateOf({}), partOf(...list), NOW).events.map(({ orderId }) => orderId)).toEqual([
		'early',
		'middle',
		'same',
		'late',
		'none',
		'nor',
	]);
});
