import type { StatusStep } from '../../../nodes/shared/orders/record';
import type { ListedOrder } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { DAY_MS, SETTLING_MS } from '../../../nodes/ColtWholesaleSip/trigger/retention';
import { fingerprint, keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Remembered } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { compare } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import { DAY, HOUR, memoryOf, NOW, partOf, seen, stateOf, unnamed, wholeOf } from './snapshots';

/** What is remembered of one order after a poll that saw it. */
const after = (order: ListedOrder, past?: Partial<Remembered>): Remembered | undefined =>
	compare(stateOf(past === undefined ? {} : { 1: past }), partOf(order), NOW).next.orders.get(keyOf('1'));
const history: StatusStep[] = [
	{ status: 'In progress', at: 1 },
	{ status: 'Delayed', at: 2 },
	{ status: 'In progress', at: 3 },
];

describe('of an order that was seen is remembered', () => {
	test.each<[string, ListedOrder, Partial<Remembered> | undefined, Remembered]>([
		[
			'its status and no description',
			seen('1', 'Delayed'),
			undefined,
			{ status: 'Delayed', description: '', changes: 1 },
		],
		[
			'200 characters of its status',
			seen('1', 'x'.repeat(300)),
			undefined,
			{ status: 'x'.repeat(200), description: '', changes: 1 },
		],
		[
			'its description',
			seen('1', 'In progress', { description: 'a' }),
			undefined,
			{ status: 'In progress', description: fingerprint('a'), changes: 1 },
		],
		['one change more', seen('1', 'Delayed'), { changes: 4 }, { status: 'Delayed', description: '', changes: 5 }],
		[
			'no change more, if nothing happened',
			seen('1', 'In progress'),
			{ changes: 4, descriptions: 2 },
			{ status: 'In progress', description: '', changes: 4, descriptions: 2 },
		],
		[
			'the first description told',
			seen('1', 'In progress', { description: 'a' }),
			{ changes: 4 },
			{ status: 'In progress', description: fingerprint('a'), changes: 4, descriptions: 1 },
		],
		[
			'one description more',
			seen('1', 'In progress', { description: 'a' }),
			{ descriptions: 2 },
			{ status: 'In progress', description: fingerprint('a'), changes: 0, descriptions: 3 },
		],
		[
			'no description more, if the status changed',
			seen('1', 'Delayed', { description: 'a' }),
			{ descriptions: 2 },
			{ status: 'Delayed', description: fingerprint('a'), changes: 1, descriptions: 2 },
		],
		[
			'statuses between and the description',
			seen('1', 'In progress', { description: 'a', history }),
			{ position: 0, descriptions: 2 },
			{ status: 'In progress', description: fingerprint('a'), changes: 2, descriptions: 3, position: 2 },
		],
		[
			'a description never looked at',
			seen('1', 'In progress', { description: 'a' }),
			{ description: undefined },
			{ status: 'In progress', description: fingerprint('a'), changes: 0 },
		],
		[
			'when it finished',
			seen('1', 'Completed', { created: 5, changed: 9 }),
			{},
			{ status: 'Completed', description: '', changes: 1, finishedAt: 9 },
		],
		[
			'not when it finished, without both dates',
			seen('1', 'Completed', { changed: 9 }),
			{},
			{ status: 'Completed', description: '', changes: 1 },
		],
		[
			'not when it finished, once it is open again',
			seen('1', 'Confirmed', { type: 'portOut', created: 5, changed: 9 }),
			{ status: 'Completed', finishedAt: 7 },
			{ status: 'Confirmed', description: '', changes: 1 },
		],
		[
			'the warning given',
			seen('1', 'Delayed'),
			{ warned: 'abcd' },
			{ status: 'Delayed', description: '', changes: 1, warned: 'abcd' },
		],
		[
			'no warning, once it has finished',
			seen('1', 'Completed'),
			{ warned: 'abcd' },
			{ status: 'Completed', description: '', changes: 1 },
		],
		[
			'nothing of its having been missing',
			seen('1', 'In progress'),
			{ missingSince: 3 },
			{ status: 'In progress', description: '', changes: 0 },
		],
	])('%s', (_, order, past, expected) => expect(after(order, past)).toStrictEqual(expected));

	test('what was, if it has no status now', () => {
		const past: Remembered = {
			status: 'Completed',
			description: 'abcd',
			changes: 3,
			descriptions: 2,
			position: 4,
			finishedAt: 5,
			warned: 'efgh',
		};
		expect(after(unnamed('1', { description: 'other' }), { ...past, missingSince: 3 })).toStrictEqual(past);
		expect(after(unnamed('1', { description: 'other' }))).toStrictEqual({
			status: '',
			description: '',
			changes: 0,
			isUnannounced: true,
		});
	});
});

test('an order that gets its status is no longer one that appeared without', () => {
	const { isUnannounced, status } = after(seen('1', 'Delayed'), { status: '', isUnannounced: true }) ?? {};
	expect([isUnannounced, status]).toEqual([undefined, 'Delayed']);
});

describe('the place of a status in its history is', () => {
	test.each<[string, ListedOrder, Partial<Remembered> | undefined, number | undefined]>([
		['where the history has it', seen('1', 'Delayed', { history }), {}, 1],
		['the last of that name', seen('1', 'In progress', { history }), {}, 2],
		['as it was, if nothing changed', seen('1', 'In progress'), { position: 2 }, 2],
		['as it was, if only the description changed', seen('1', 'In progress', { description: 'a' }), { position: 2 }, 2],
		['not known, if it changed', seen('1', 'Delayed', { created: 5, changed: 5 }), { position: 2 }, undefined],
		['not known, if the history lacks it', seen('1', 'Completed', { history }), { position: 2 }, undefined],
		[
			'the first, of a new order that has not changed since it was made',
			seen('1', 'Delayed', { created: 5, changed: 5 }),
			undefined,
			0,
		],
		['not known, of a new order that has', seen('1', 'Delayed', { created: 5, changed: 6 }), undefined, undefined],
		['not known, of a new order without dates', seen('1', 'Delayed'), undefined, undefined],
	])('%s', (_, order, past, expected) => {
		const entry = after(order, past);
		expect([entry?.position, entry !== undefined && Object.hasOwn(entry, 'position')]).toEqual([
			expected,
			expected !== undefined,
		]);
	});

	test('not known, of an order told at the first poll', () => {
		const { next } = compare(undefined, wholeOf(seen('1', 'Delayed', { created: 5, changed: 5 })), NOW, {
			open: true,
		});
		expect(next.orders.get(keyOf('1'))).toStrictEqual({ status: 'Delayed', description: '', changes: 1 });
	});
});

describe('an order that was not seen', () => {
	const today = Math.floor(NOW / DAY_MS);
	const state = stateOf({
		1: { changes: 2 },
		2: { missingSince: today - 90 },
		3: { missingSince: today - 91 },
		4: { status: 'Completed', finishedAt: NOW - HOUR },
	});
	test('in a part of the list stays as it is', () => {
		expect(compare(state, partOf(), NOW)).toStrictEqual({ events: [], next: { reading: {}, orders: state.orders } });
	});
	test('in the whole list is missing from today on, and forgotten after 90 days', () => {
		expect(compare(state, wholeOf(), NOW).next.orders).toStrictEqual(
			memoryOf({
				1: { changes: 2, missingSince: today },
				2: { missingSince: today - 90 },
				4: { status: 'Completed', finishedAt: NOW - HOUR, missingSince: today },
			}),
		);
	});
});

describe('the moments', () => {
	const before = NOW - 30 * DAY;
	const state = (entries: Record<string, Partial<Remembered>>) =>
		stateOf(entries, {
			newest: before,
			canary: 'canary',
			horizon: before - 10 * DAY,
			noHistoryUntil: 8,
			reading: { known: 7, noFilterUntil: 9 },
		});

	test('move on with the newest change; the horizon follows the one before', () => {
		const view = { ...partOf(), newest: { newest: NOW - HOUR, canary: 'other' }, reading: { known: 11 } };
		expect(compare(state({}), view, NOW).next).toStrictEqual({
			newest: NOW - HOUR,
			canary: 'other',
			horizon: before - SETTLING_MS,
			noHistoryUntil: 8,
			reading: { known: 11 },
			orders: new Map(),
		});
	});

	test('finished orders from before the horizon are forgotten, seen or not', () => {
		const entries = {
			old: { status: 'Completed', finishedAt: before - SETTLING_MS - 1 },
			at: { status: 'Completed', finishedAt: before - SETTLING_MS },
			open: {},
			undated: { status: 'Completed' },
		};
		const { next } = compare(
			state({ ...entries, seen: {} }),
			partOf(seen('seen', 'Completed', { created: 1, changed: before - SETTLING_MS - 1 })),
			NOW,
		);
		const { old: _old, ...rest } = entries;
		expect(next.orders).toStrictEqual(memoryOf(rest));
	});

	test('without a horizon no finished order is forgotten', () => {
		expect(compare(stateOf({ 1: { status: 'Completed', finishedAt: 1 } }), partOf(), NOW).next).toStrictEqual({
			reading: {},
			orders: memoryOf({ 1: { status: 'Completed', finishedAt: 1 } }),
		});
	});

	test('of more than 500 finished orders the horizon leaves the last, and those changed since the poll before', () => {
		const ended = (count: number, from: number) =>
			Object.fromEntries(
				Array.from({ length: count }, (_, index) => [
					`${from} ${index}`,
					{ status: 'Completed', finishedAt: from + index },
				]),
			);
		const { next } = compare(state(ended(600, before - 1000)), partOf(), NOW);
		expect([next.orders.size, next.horizon]).toEqual([500, before - 1000 + 100]);
		const later = compare(state(ended(600, before - 10)), partOf(), NOW).next;
		expect([later.orders.size, later.horizon]).toEqual([589, before + 1]);
	});

	test('at the very first poll 500 finished orders are remembered', () => {
		const orders = Array.from({ length: 600 }, (_, index) =>
			seen(String(index), 'Completed', { created: 1, changed: NOW - 600 + index }),
		);
		const { next } = compare(undefined, wholeOf(...orders), NOW);
		expect([next.orders.size, next.horizon]).toEqual([500, NOW - 500]);
	});
});
