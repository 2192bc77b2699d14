import type { ListedOrder } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { DAY_MS, SETTLING_MS } from '../../../nodes/ColtWholesaleSip/trigger/retention';
import { fingerprint, keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { compare } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import type { Start } from '../../../nodes/ColtWholesaleSip/trigger/events';
import { brief, DAY, HOUR, memoryOf, NOW, partOf, seen, stateOf, unnamed, wholeOf } from './snapshots';

const open = seen('open', 'In progress', { created: NOW - 2 * DAY, changed: NOW - DAY, description: 'text' });
const ended = seen('ended', 'Completed', { created: NOW - 3 * DAY, changed: NOW - HOUR });

test('a whole list knows its newest change, if it has dates', () => {
	expect(wholeOf(open, ended)).toStrictEqual({
		orders: [open, ended],
		isComplete: true,
		newest: { newest: NOW - HOUR, canary: keyOf('ended') },
		reading: {},
	});
	expect(wholeOf(seen('1', 'Completed'))).toStrictEqual({
		orders: [seen('1', 'Completed')],
		isComplete: true,
		reading: {},
	});
});

describe('the first poll', () => {
	test('tells nothing, and remembers open orders and those that finished lately', () => {
		const settled = seen('settled', 'Completed', { created: NOW - 30 * DAY, changed: NOW - 20 * DAY });
		expect(compare(undefined, wholeOf(open, ended, settled), NOW)).toStrictEqual({
			events: [],
			next: {
				newest: NOW - HOUR,
				canary: keyOf('ended'),
				horizon: NOW - HOUR - SETTLING_MS,
				reading: {},
				orders: memoryOf({
					open: { description: fingerprint('text') },
					ended: { status: 'Completed', finishedAt: NOW - HOUR },
				}),
			},
		});
	});

	test('of a list without dates remembers every order, and no moment', () => {
		expect(
			compare(undefined, wholeOf(seen('1', 'In progress'), seen('2', 'Completed'), unnamed('3')), NOW),
		).toStrictEqual({
			events: [],
			next: { reading: {}, orders: memoryOf({ 1: {}, 2: { status: 'Completed' }, 3: { status: '' } }) },
		});
	});

	test('remembers what reading wants to be remembered', () => {
		const { next } = compare(undefined, { ...wholeOf(), reading: { known: 0, wholeReadAt: 5 } }, NOW);
		expect(next).toStrictEqual({ reading: { known: 0, wholeReadAt: 5 }, orders: new Map() });
	});

	test.each<[string, Start, string[]]>([
		['nothing, if nothing is asked for', {}, []],
		['the open orders', { open: true }, ['open', 'undated']],
		['no open orders', { open: false }, []],
		['those changed at a moment or later', { changedSince: NOW - HOUR }, ['ended']],
		['none that changed before', { changedSince: NOW - HOUR + 1 }, []],
		['every one with a date', { changedSince: 0 }, ['open', 'ended']],
		['open and changed ones, each once', { open: true, changedSince: NOW - DAY }, ['open', 'ended', 'undated']],
	])('tells, if asked for: %s', (_, start, expected) => {
		const { events, next } = compare(
			undefined,
			wholeOf(open, ended, seen('undated', 'Delayed'), unnamed('none')),
			NOW,
			start,
		);
		expect(events.map(({ orderId }) => orderId)).toEqual(expected);
		for (const told of events)
			expect([told.event, told.previousStatus, told.order.id]).toEqual(['currentStatus', null, told.orderId]);
		// What was told counts, so that the next change is another event.
		expect([...next.orders].filter(([, { changes }]) => changes === 1).map(([key]) => key)).toEqual(
			['open', 'ended', 'undated'].filter((id) => expected.includes(id)).map(keyOf),
		);
	});

	test('tells an order as it is', () => {
		const { events } = compare(undefined, wholeOf(open), NOW, { open: true });
		expect(events).toStrictEqual([
			{
				eventId: expect.stringMatching(/^[\da-f]{32}$/) as string,
				event: 'currentStatus',
				orderId: 'open',
				previousStatus: null,
				status: 'In progress',
				order: open,
			},
		]);
	});
});

describe('a first reading that takes several polls', () => {
	const began = NOW - HOUR;
	const reading = (more: Partial<TriggerState> = {}): TriggerState =>
		stateOf(
			{ known: {} },
			{ newest: began - DAY, reading: { whole: { offset: 10, startedAt: began, isBaseline: true } }, ...more },
		);
	const told = (order: ListedOrder, start?: Start, state = reading()): unknown[] =>
		brief(compare(state, partOf(order), NOW, start).events);

	test.each<[string, ListedOrder, Start | undefined, unknown[]]>([
		[
			'an order made before it began is not new',
			seen('1', 'In progress', { created: began - 1, changed: began - 1 }),
			undefined,
			[],
		],
		[
			'nor one of the moment when it began',
			seen('1', 'In progress', { created: began, changed: began }),
			undefined,
			[],
		],
		['nor one without dates', seen('1', 'In progress'), undefined, []],
		[
			'one made since is new',
			seen('1', 'In progress', { created: began + 1, changed: began + 1 }),
			undefined,
			[['1', 'newOrder', null, 'In progress']],
		],
		[
			'one that changed since is told as it is',
			seen('1', 'Completed', { created: began - DAY, changed: began + 1 }),
			undefined,
			[['1', 'currentStatus', null, 'Completed']],
		],
		[
			'one of no date of making too',
			seen('1', 'In progress', { changed: began + 1 }),
			undefined,
			[['1', 'currentStatus', null, 'In progress']],
		],
		[
			'open ones are told, if asked for',
			seen('1', 'In progress', { created: began - 2, changed: began - 1 }),
			{ open: true },
			[['1', 'currentStatus', null, 'In progress']],
		],
		['finished ones are not', seen('1', 'Completed', { created: began - 2, changed: began - 1 }), { open: true }, []],
	])('%s', (_, order, start, expected) => expect(told(order, start)).toEqual(expected));

	test('an order of a part already read is compared', () => {
		expect(told(seen('known', 'Completed', { changed: began + 1 }))).toEqual([
			['known', 'statusChanged', 'In progress', 'Completed'],
		]);
	});

	test('one that finished lately but was made before the horizon is not taken for a settled one', () => {
		const state = reading({ horizon: began - 7 * DAY_MS });
		const order = seen('1', 'Completed', { created: began - 30 * DAY, changed: began - DAY, description: 'text' });
		expect(told(order, undefined, state)).toEqual([]);
		expect(compare(state, partOf(order), NOW).next.orders.get(keyOf('1'))).toStrictEqual({
			status: 'Completed',
			description: fingerprint('text'),
			changes: 0,
			finishedAt: began - DAY,
		});
	});

	test('a later reading that takes several polls has new orders', () => {
		const state = reading({ reading: { whole: { offset: 10, startedAt: began, isBaseline: false } } });
		expect(told(seen('1', 'In progress', { created: began - 1, changed: began - 1 }), undefined, state)).toEqual([
			['1', 'newOrder', null, 'In progress'],
		]);
	});

	test('it is remembered only as long as it lasts', () => {
		expect(compare(reading(), partOf(), NOW).next).toStrictEqual({
			newest: began - DAY,
			horizon: began - DAY - SETTLING_MS,
			reading: {},
			orders: memoryOf({ known: {} }),
		});
		const later = { whole: { offset: 20, startedAt: began, isBaseline: true } };
		expect(compare(reading(), { ...partOf(), reading: later }, NOW).next.reading).toEqual(later);
	});
});
