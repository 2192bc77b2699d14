import { readSaved, save, toSaved } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import type { Saved } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import type { LastDelivery } from '../../../nodes/ColtWholesaleSip/trigger/redelivery';
import { fingerprint, keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Remembered, TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';

/** What comes back of a state that n8n has stored as JSON. */
const back = (saved: Saved): Saved | undefined =>
	readSaved({ orders: JSON.parse(JSON.stringify(toSaved(saved))) as object }, 0);
const stateBack = (state: TriggerState): TriggerState | undefined => back({ state })?.state;
const NEWEST = Date.parse('2026-03-20T12:00:00Z');

const ENTRIES: Array<[string, Remembered]> = [
	['nothing but a status', { status: 'In progress', changes: 0 }],
	['no status yet', { status: '', changes: 0 }],
	['changes', { status: 'In progress', changes: 71 }],
	['no description', { status: 'In progress', changes: 1, description: '' }],
	['a description', { status: 'In progress', changes: 0, description: fingerprint('some') }],
	['changes of the description', { status: 'In progress', changes: 0, descriptions: 40 }],
	['the first place in its history', { status: 'In progress', changes: 0, position: 0 }],
	['a later place in its history', { status: 'In progress', changes: 0, position: 36 }],
	['a finish', { status: 'Completed', changes: 2, finishedAt: NEWEST - 86_400_000 }],
	['the newest finish', { status: 'Completed', changes: 2, finishedAt: NEWEST }],
	['a finish after the newest', { status: 'Completed', changes: 2, finishedAt: NEWEST + 5 }],
	['an appearance without a status', { status: '', changes: 0, description: '', isUnannounced: true }],
	['a day since which it is gone', { status: 'In progress', changes: 0, missingSince: 20_532 }],
	['a deadline that was told', { status: 'In progress', changes: 0, warned: fingerprint('soon') }],
	[
		'since when its status lasts',
		{ status: 'Customer feedback awaited', changes: 0, statusSince: NEWEST - 86_400_000 },
	],
	[
		'a status that lasts since the newest change',
		{ status: 'Customer feedback awaited', changes: 0, statusSince: NEWEST },
	],
	[
		'a status that lasts since a later one',
		{ status: 'Customer feedback awaited', changes: 0, warned: fingerprint('soon'), statusSince: NEWEST + 5 },
	],
	[
		'everything',
		{
			status: 'Completed',
			description: fingerprint('x'),
			changes: 1,
			descriptions: 2,
			position: 3,
			finishedAt: NEWEST - 1,
			missingSince: 5,
			warned: fingerprint('y'),
			statusSince: NEWEST - 7,
		},
	],
];

describe('an order comes back from what is kept with', () => {
	test.each(ENTRIES)('%s', (_, entry) => {
		const state = {
			newest: NEWEST,
			reading: {},
			orders: new Map([
				[keyOf('1'), entry],
				[keyOf('2'), { status: 'Other', changes: 0 }],
			]),
		};
		expect(stateBack(state)).toStrictEqual(state);
	});

	test('all of them at once, each status kept once', () => {
		const orders = new Map(ENTRIES.map(([name, entry]) => [keyOf(name), entry]));
		const state = { newest: NEWEST, reading: {}, orders };
		expect(stateBack(state)).toStrictEqual(state);
		expect(toSaved({ state }).statuses).toEqual(['In progress', '', 'Completed', 'Customer feedback awaited']);
	});

	test('a finish though no change is known', () => {
		const state = {
			reading: {},
			orders: new Map([[keyOf('1'), { status: 'Completed', changes: 0, finishedAt: NEWEST }]]),
		};
		expect(stateBack(state)).toStrictEqual(state);
	});
});

test('it is plain JSON, what is not known is left out at the end and null in between', () => {
	const orders = new Map([
		['abcd_-12', { status: 'A', changes: 0 }],
		['efgh5678', { status: 'B', changes: 37, description: '' }],
		['ijkl5678', { status: 'A', changes: 1, description: 'f00d', position: 2 }],
	]);
	expect(toSaved({ state: { reading: {}, orders } })).toStrictEqual({
		version: 4,
		moments: {},
		reading: {},
		statuses: ['A', 'B'],
		orders: { 'abcd_-12': [0, null, 0], efgh5678: [1, '', 37], ijkl5678: [0, 'f00d', 1, null, 2] },
	});
});

const event = {
	key: keyOf('1'),
	eventId: '0123456789abcdef'.repeat(2),
	event: 'statusChanged' as const,
	previousStatus: 'In progress',
	status: 'Delayed',
	changed: NEWEST,
};
const lastDelivery: LastDelivery = { at: 1, since: 2, events: [event], pending: { at: 0, events: [event] } };

describe('everything else comes back', () => {
	const all: TriggerState = {
		horizon: 1,
		newest: 2,
		canary: 'c',
		noHistoryUntil: 3,
		reservationsUntil: 4,
		deadlinesSince: 5,
		reading: {
			known: 6,
			shortBy: 7,
			wholeReadAt: 8,
			noFilterUntil: 9,
			recent: { offset: 300, startedAt: 10, from: 11, newest: { newest: 12, canary: 'd' } },
			whole: { offset: 400, startedAt: 13, isBaseline: false },
		},
		orders: new Map(),
	};
	test('of the state', () => expect(stateBack(all)).toStrictEqual(all));
	test('nothing of nothing', () => {
		const none = { state: { reading: {}, orders: new Map() } };
		expect(back(none)).toStrictEqual(none);
	});
	test('of the account and the last delivery', () => {
		const { changed: _changed, ...undated } = event;
		const events = [
			{ ...event, restored: true as const, more: { stillReserved: null } },
			{ ...undated, previousStatus: null, event: 'newOrder' as const },
		];
		const saved = { state: all, account: 'acc', lastDelivery: { ...lastDelivery, events } };
		expect(back(saved)).toStrictEqual(saved);
		const { pending: _pending, ...plain } = lastDelivery;
		expect(back({ state: all, lastDelivery: plain })).toStrictEqual({ state: all, lastDelivery: plain });
	});
	test('what earlier versions kept beside it is removed', () => {
		const kept = { account: 'old', handedOver: {}, other: 1 };
		save(kept, { state: all, account: 'acc' });
		expect(kept).toStrictEqual({ other: 1, orders: toSaved({ state: all, account: 'acc' }) });
	});
});

describe('what cannot be read is refused', () => {
	const good = { version: 4, moments: {}, reading: {}, statuses: ['A'], orders: { abcd1234: [0, '', 0] } };
	const unfinished = { offset: 1, startedAt: 2 };
	const recent = { ...unfinished, from: 3 };
	const whole = { ...unfinished, isBaseline: true };
	const reading = (part: unknown): object => ({ ...good, reading: part });
	const order = (entry: unknown): object => ({ ...good, orders: { efgh5678: [0, '', 0], abcd1234: entry } });
	const delivery = (part: object): object => ({ ...good, lastDelivery: { ...lastDelivery, ...part } });
	const delivered = (part: object): object => delivery({ events: [event, { ...event, ...part }] });

	test.each<[string, unknown]>([
		['as it should be', good],
		['with readings that have not ended', reading({ recent, whole })],
		['with their newest change', reading({ recent: { ...recent, newest: { newest: 1, canary: 'c' } } })],
		['with a delivery', delivery({})],
	])('but not a good one: %s', (_, orders) => expect(readSaved({ orders } as never, 0)).toBeDefined());

	test.each<[string, unknown]>([
		['a text', 'text'],
		['a number', 7],
		['a list', [good]],
		['no version', { ...good, version: undefined }],
		['a newer version', { ...good, version: 5 }],
		['version 2', { ...good, version: 2 }],
		['a version in a text', { ...good, version: '4' }],
		['no moments', { ...good, moments: undefined }],
		['moments in a list', { ...good, moments: [] }],
		['moments that are null', { ...good, moments: null }],
		['a moment that is none', { ...good, moments: { newest: 'now' } }],
		['a moment that is null', { ...good, moments: { newest: null } }],
		['one good moment of two', { ...good, moments: { horizon: 1, newest: 'now' } }],
		['a canary that is none', { ...good, moments: { canary: 7 } }],
		['no reading', reading(undefined)],
		['a reading in a list', reading([])],
		['a count that is none', reading({ known: 'all' })],
		['one good count of two', reading({ known: 1, shortBy: 'x' })],
		['a recent reading that is none', reading({ recent: 'soon' })],
		['a recent reading from nowhere', reading({ recent: unfinished })],
		['a recent reading without an offset', reading({ recent: { ...recent, offset: 'x' } })],
		['a recent reading without a beginning', reading({ recent: { ...recent, startedAt: undefined } })],
		['a newest change that is none', reading({ recent: { ...recent, newest: 7 } })],
		['a newest change of no moment', reading({ recent: { ...recent, newest: { canary: 'c' } } })],
		['a newest change of no order', reading({ recent: { ...recent, newest: { newest: 1 } } })],
		['a whole reading that is none', reading({ whole: 5 })],
		['a whole reading of unknown kind', reading({ whole: unfinished })],
		['a whole reading without an offset', reading({ whole: { ...whole, offset: null } })],
		['no statuses', { ...good, statuses: undefined }],
		['a status that is none', { ...good, statuses: ['A', 7] }],
		['statuses in an object', { ...good, statuses: {} }],
		['orders in a text', { ...good, orders: '' }],
		['orders in a list', { ...good, orders: [] }],
		['an order that is no list', order({})],
		['an order of no status', order([])],
		['an order whose status does not occur', order([1, '', 0])],
		['a description that is none', order([0, 7, 0])],
		['no count of changes', order([0, ''])],
		['a count of changes that is none', order([0, '', 'x'])],
		['a finish that is none', order([0, '', 0, 'x'])],
		['a position that is none', order([0, '', 0, null, 'x'])],
		['a count of descriptions that is none', order([0, '', 0, null, null, 'x'])],
		['a warning that is none', order([0, '', 0, null, null, null, 7])],
		['a beginning that is none', order([0, '', 0, null, null, null, null, 'x'])],
		['a day that is none', order([0, '', 0, null, null, null, null, null, 'x'])],
		['an appearance that is none', order([0, '', 0, null, null, null, null, null, null, 1])],
		['a fact too many', order([0, '', 0, null, null, null, null, null, null, true, 1])],
		['an account that is none', { ...good, account: 7 }],
		['a delivery that is none', { ...good, lastDelivery: 'x' }],
		['a delivery of no time', delivery({ at: undefined })],
		['a delivery from nowhere', delivery({ since: undefined })],
		['a delivery of nothing', delivery({ events: undefined })],
		['pending events that are none', delivery({ pending: [event] })],
		['an event that is none', delivery({ events: [event, 'x'] })],
		['an event of no order', delivered({ key: undefined })],
		['an event of no id', delivered({ eventId: 7 })],
		['an event of no kind', delivered({ event: null })],
		['an event of no status', delivered({ status: undefined })],
		['an event of no status before', delivered({ previousStatus: undefined })],
		['an event of another date', delivered({ changed: 'x' })],
		['an event with something else', delivered({ more: 'x' })],
	])('%s', (_, orders) => expect(() => readSaved({ orders } as never, 0)).toThrow(/saved state/));

	test('and names the version it has', () => {
		expect(() => readSaved({ orders: { version: 99 } }, 0)).toThrow(/version 99/);
		expect(() => readSaved({ orders: 'text' }, 0)).toThrow(/version string/);
	});
	test('nothing is the beginning', () =>
		expect([readSaved({}, 0), readSaved({ orders: null }, 0)]).toEqual([undefined, undefined]));
});
