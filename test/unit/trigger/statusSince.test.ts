import { nearDeadlines } from '../../../nodes/ColtWholesaleSip/trigger/nearDeadlines';
import { readSaved, toSaved } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { compare } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import { nextStepOf } from '../../../nodes/shared/orders/nextStep';
import { ordersOf, wholeOf } from './snapshots';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-18T12:00:00Z');
const at = (hour: number): string => new Date(START + hour * HOUR).toISOString();
const AWAITED = 'Customer feedback awaited';
const order = (status: string, hour: number, more: object = {}): object => ({
	id: '1',
	type: 'portIn',
	country: 'GB',
	status,
	createdAt: at(-100),
	changedAt: at(hour),
	...more,
});
const history = (...steps: Array<[string, number]>): object => ({
	statusHistory: steps.map(([status, hour]) => ({ status, at: at(hour) })),
});
const read = (record: object) => ordersOf(record);

/** Polls one after the other. @returns when the status of the last one is told, and remembered, to have begun */
function since(...records: object[]): [told: number | undefined, remembered: number | undefined] {
	let state: TriggerState | undefined;
	let told: number | undefined;
	for (const record of records) {
		const { events, next } = compare(state, wholeOf(...read(record)), START + 200 * HOUR);
		told = events.at(-1)?.order.statusSince;
		state = readSaved({ orders: JSON.parse(JSON.stringify(toSaved({ state: next }))) as object }, 0)?.state;
	}
	const hours = (moment: number | undefined): number | undefined =>
		moment === undefined ? undefined : (moment - START) / HOUR;
	return [hours(told), hours(state?.orders.get(keyOf('1'))?.statusSince)];
}

test.each<[string, object[], ReturnType<typeof since>]>([
	['at first sight from its last change', [order(AWAITED, 0)], [undefined, 0]],
	[
		'at first sight from its history, if that is told',
		[order(AWAITED, 5, history(['Delayed', -5], [AWAITED, 0]))],
		[undefined, 0],
	],
	['from the change to it', [order('Delayed', -5), order(AWAITED, 0)], [0, 0]],
	[
		'from its history, where its order was touched since',
		[order('Delayed', -5), order(AWAITED, 3, history(['Delayed', -5], [AWAITED, 0]))],
		[0, 0],
	],
	['not from a description told later', [order(AWAITED, 0), order(AWAITED, 47, { description: 'Note' })], [0, 0]],
	[
		'not from a date that moved',
		[order(AWAITED, 0), order(AWAITED, 47), order(AWAITED, 60, { description: 'Note' })],
		[0, 0],
	],
	['from its return', [order(AWAITED, 0), order('Delayed', 10), order(AWAITED, 20)], [20, 20]],
	[
		'from a return between two polls',
		[order(AWAITED, 0), order(AWAITED, 21, history([AWAITED, 0], ['Delayed', 10], [AWAITED, 20]))],
		[20, 20],
	],
	[
		'from its last change, where it returned between two polls and its history tells no dates',
		[
			order(AWAITED, 0, { statusHistory: [{ status: AWAITED }] }),
			order(AWAITED, 21, { statusHistory: [{ status: AWAITED }, { status: 'Delayed' }, { status: AWAITED }] }),
		],
		[21, 21],
	],
	['of a port-out too', [order(AWAITED, 0, { type: 'portOut' })], [undefined, 0]],
	['not of other orders', [order(AWAITED, 0, { type: 'activation' })], [undefined, undefined]],
	['not of other statuses', [order(AWAITED, 0), order('Delayed', 1)], [undefined, undefined]],
	['not without a date', [order(AWAITED, 0, { changedAt: null })], [undefined, undefined]],
])('the status counts %s', (_, records, expected) => expect(since(...records)).toEqual(expected));

test('a status on the way to the present one has no beginning of its own', () => {
	const { next } = compare(undefined, wholeOf(...read(order('Delayed', -5))), START);
	const { events } = compare(
		next,
		wholeOf(...read(order(AWAITED, 3, history(['Delayed', -5], ['Validation In Progress', -1], [AWAITED, 0])))),
		START,
	);
	expect(events.map(({ order: { statusSince } }) => statusSince)).toEqual([undefined, START]);
});

test('the deadline counts from there, in what is told and in what comes near', () => {
	const [seen] = read(order(AWAITED, 47));
	if (seen === undefined) throw new Error('no order');
	expect(Date.parse(nextStepOf({ ...seen, statusSince: START }).deadline ?? '')).toBe(START + 72 * HOUR);
	expect(Date.parse(nextStepOf({ ...seen, country: 'BE', type: 'portOut', statusSince: START }).deadline ?? '')).toBe(
		START + 48 * HOUR,
	);
	const state: TriggerState = {
		reading: {},
		orders: new Map([[keyOf('1'), { status: AWAITED, changes: 0, statusSince: START }]]),
	};
	const { events } = nearDeadlines(state, [seen], START + 48 * HOUR, { leadMs: 24 * HOUR, isWanted: () => true });
	expect(events.map((event) => event.order.statusSince)).toEqual([START]);
});
