import { nextStepOf } from '../../../nodes/shared/orders/nextStep';
import { readOrder } from '../../../nodes/shared/orders/record';
import { readSaved, toSaved } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { compare } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import { ordersOf, wholeOf } from './snapshots';

const NOW = Date.parse('2026-03-20T12:00:00Z');
const see = (state: TriggerState | undefined, ...records: unknown[]) =>
	compare(state, wholeOf(...ordersOf(...records)), NOW);
const told = (state: TriggerState | undefined, ...records: unknown[]) =>
	see(state, ...records).events.map(({ event, previousStatus, status }) => [event, previousStatus, status]);

describe('odd orders never stop the trigger', () => {
	const known = (): TriggerState => see(undefined, { id: '1', status: 'In progress' }).next;

	test.each<[string, unknown]>([
		['null', null],
		['a text', 'order'],
		['no id', { status: 'Completed' }],
		['a blank id', { id: ' ', status: 'Completed' }],
		['no status', { id: '2' }],
		['a status that is null', { id: '2', status: null }],
	])('%s is left out', (_, record) => {
		expect(told(known(), record)).toEqual([]);
	});

	test('orders without status at the very first poll get one without a word: they are not new', () => {
		const { next } = see(undefined, { id: '1' }, { id: '2' });
		const named = see(next, { id: '1', status: 'In progress' }, { id: '2', status: 'Completed' });
		expect(named.events).toEqual([]);
		expect(told(named.next, { id: '1', status: 'Completed' })).toEqual([['statusChanged', 'In progress', 'Completed']]);
	});

	test('an order without status stays as it was, and one that appears without is new once it has one', () => {
		const { next } = see(known(), { id: '1' }, { id: '2' });
		expect(told(next, { id: '1', status: 'Completed' }, { id: '2', status: 'In progress' })).toEqual([
			['statusChanged', 'In progress', 'Completed'],
			['newOrder', null, 'In progress'],
		]);
	});

	test('unknown statuses, numbers, null dates and absurd sizes are delivered', () => {
		expect(told(known(), { id: 7, status: 'Gone fishing', changedAt: null, createdAt: 'soon' })).toEqual([
			['newOrder', null, 'Gone fishing'],
		]);
		const long = 'x'.repeat(100_000);
		const { events, next } = see(known(), { id: '1', status: long, changedAt: '+275760-09-13T00:00:00Z' });
		expect(events).toHaveLength(1);
		expect(JSON.stringify(toSaved({ state: next })).length).toBeLessThan(500);
		expect(told(next, { id: '1', status: long })).toEqual([]);
	});

	test('of an order that stands in the list twice the later change counts, else the later place', () => {
		const [early, late] = [
			{ id: '1', status: 'A', changedAt: '2026-03-01T00:00:00Z' },
			{ id: '1', status: 'B', changedAt: '2026-03-02T00:00:00Z' },
		];
		expect(told(known(), late, early)).toEqual([['statusChanged', 'In progress', 'B']]);
		expect(told(known(), { id: '1', status: 'B' }, { id: '1', status: 'C' })).toEqual([
			['statusChanged', 'In progress', 'C'],
		]);
	});

	test('capitals and blanks are no change', () => {
		expect(told(known(), { id: '1', status: ' IN PROGRESS ' })).toEqual([]);
	});
});

describe('the saved state', () => {
	test('takes at most 40 bytes an open order, and comes back as it was', () => {
		const orders = Array.from({ length: 1000 }, (_, index) => ({
			id: `55eca520-ea16-4979-a09d-${index}`,
			status: 'In progress',
			description: `d ${index}`,
		}));
		const { next } = see(undefined, ...orders);
		const text = JSON.stringify(toSaved({ state: next }));
		expect(text.length / 1000).toBeLessThan(40);
		expect(readSaved({ orders: JSON.parse(text) as object }, 0)?.state).toEqual(next);
	});
});

describe('what to do next', () => {
	test.each<[string, object, RegExp | null, string | null]>([
		[
			'port-in feedback',
			{ type: 'portIn', country: 'GB', status: 'Customer feedback awaited', changedAt: '2026-03-20T12:00:00Z' },
			/Answer Colt/,
			'2026-03-23T12:00:00.000+00:00',
		],
		[
			'Dutch port to activate',
			{ type: 'portIn', country: 'NL', status: 'Ready for porting Initiation', firstPossibleDate: '2026-03-01' },
			/Activate/,
			'2026-05-30T00:00:00.000+02:00',
		],
		[
			'port-out over a weekend',
			{ type: 'portOut', country: 'BE', status: 'Customer feedback awaited', changedAt: '2026-03-20T12:00:00Z' },
			/Accept or reject/,
			'2026-03-24T13:00:00.000+01:00',
		],
		[
			'committed port-in',
			{ type: 'portIn', country: 'FR', status: 'Firm order commitment', portDate: '2026-03-20' },
			/another port date/,
			'2026-03-16T00:00:00.000+01:00',
		],
		[
			'port-in feedback with every answer',
			{ type: 'portIn', country: 'FR', status: 'Customer feedback awaited' },
			/: modify the order, change its date or cancel it$/,
			null,
		],
		[
			'port-in feedback in Italy, where no date change is possible',
			{ type: 'portIn', country: 'IT', status: 'Customer feedback awaited' },
			/: modify the order or cancel it$/,
			null,
		],
		['refused port update', { type: 'portUpdate', country: 'GB', status: 'Rejected' }, /send the update again$/, null],
		[
			'committed in Italy, where only a cancellation is possible',
			{ type: 'portIn', country: 'IT', status: 'Firm order commitment', portDate: '2026-03-20' },
			/cancel the port$/,
			'2026-03-18T00:00:00.000+01:00',
		],
		[
			'committed in the week after the clocks changed',
			{ type: 'portIn', country: 'ES', status: 'FIRM ORDER COMMITMENT', portDate: '2026-03-30' },
			/another port date/,
			'2026-03-26T00:00:00.000+01:00',
		],
		[
			'Dutch port-out',
			{ type: 'portOut', country: 'NL', status: 'Customer feedback awaited', changedAt: '2026-03-27T12:00:00Z' },
			/Accept or reject/,
			'2026-03-29T14:00:00.000+02:00',
		],
		[
			'Irish port-in over the change of the clocks',
			{ type: 'portIn', country: 'IE', status: 'Customer feedback awaited', changedAt: '2026-03-27T12:00:00Z' },
			/Answer Colt/,
			'2026-03-30T13:00:00.000+01:00',
		],
		['date not told', { type: 'portIn', country: 'GB', status: 'Customer feedback awaited' }, /Answer Colt/, null],
		['failed order', { type: 'activation', country: 'GB', status: 'Failed with error' }, /order again/, null],
		['port-out refused', { type: 'portOut', country: 'BE', status: 'Rejected' }, null, null],
	])('%s', (_, order, step, deadline) => {
		const seen = readOrder({ id: '1', ...order });
		const found = nextStepOf(seen ?? { id: '', isFinal: false });
		if (step === null) expect(found.nextStep).toBeNull();
		else expect(found.nextStep).toMatch(step);
		expect(found.deadline).toBe(deadline);
	});
});

test.each<[string, string, RegExp]>([
	[
		'GB',
		'2026-03-20',
		/^2 working days before the port date: no date change any more\. 2 working days before the port date \(2026-03-18T00:00:00\.000\+00:00\): no cancellation any more\. Weekends/,
	],
	[
		'LU',
		'2026-03-20',
		/^4 working days .*: no date change any more\. 3 working days .* \(2026-03-17T00:00:00\.000\+01:00\): no cancellation any more\. Weekends/,
	],
	[
		'FR',
		'soon',
		/^4 working days before the port date: no date change any more\. 2 working days before the port date: no cancellation any more\. Weekends/,
	],
	['IT', '2026-03-20', /^2 working days before the port date: no cancellation any more\. Weekends/],
	['DE', '9999-12-31', /no cancellation any more/],
])('the note of a committed port in %s on %s tells both cut-offs', (country, portDate, note) => {
	const seen = readOrder({ id: '1', type: 'portIn', status: 'Firm order commitment', country, portDate });
	expect(nextStepOf(seen ?? { id: '', isFinal: false }).deadlineNote).toMatch(note);
});

describe('an order made before the horizon that is not remembered', () => {
	const [horizon, later] = ['2026-03-19T00:00:00Z', '2026-03-20T00:00:00Z'];
	const state: TriggerState = {
		horizon: Date.parse(horizon),
		newest: Date.parse(horizon),
		reading: {},
		orders: new Map(),
	};
	const order = { id: '1', type: 'portOut', status: 'Completed', createdAt: '2026-03-01T00:00:00Z', changedAt: later };
	const first = { status: 'Confirmed', at: '2026-03-01T00:00:00Z' };
	test.each<[string, object, unknown[]]>([
		['was settled, and its description has changed', {}, [['descriptionChanged', 'Completed', 'Completed']]],
		[
			'the same by its history',
			{ statusHistory: [first, { status: 'Completed', at: '2026-03-02T00:00:00Z' }] },
			[['descriptionChanged', 'Completed', 'Completed']],
		],
		[
			'shows up late by its history',
			{ statusHistory: [first, { status: 'Completed', at: later }] },
			[
				['newOrder', null, 'Confirmed'],
				['statusChanged', 'Confirmed', 'Completed'],
			],
		],
		['has opened again', { status: 'Confirmed' }, [['statusChanged', 'Completed', 'Confirmed']]],
		['had never ended', { status: 'Confirmed', statusHistory: [first] }, [['newOrder', null, 'Confirmed']]],
	])('%s', (_, more, expected) => {
		expect(told(state, { ...order, ...more })).toEqual(expected);
	});
});
