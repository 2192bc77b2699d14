import { readState, toKept } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import { fingerprint, keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Remembered, TrackerState } from '../../../nodes/ColtWholesaleSip/trigger/state';

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const back = (state: TrackerState): TrackerState | undefined => readState(stored(toKept(state)));
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
	['a day since which it is gone', { status: 'In progress', changes: 0, missingSince: 20_532 }],
	['a deadline that was told', { status: 'In progress', changes: 0, warned: fingerprint('soon') }],
	['since when its status lasts', { status: 'Customer feedback awaited', changes: 0, since: NEWEST - 86_400_000 }],
	['a status that lasts since the newest change', { status: 'Customer feedback awaited', changes: 0, since: NEWEST }],
	[
		'a status that lasts since a later one',
		{ status: 'Customer feedback awaited', changes: 0, warned: fingerprint('soon'), since: NEWEST + 5 },
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
			since: NEWEST - 7,
		},
	],
];

describe('an order comes back from what is kept with', () => {
	test.each(ENTRIES)('%s', (_, entry) => {
		const state = {
			newest: NEWEST,
			orders: new Map([
				[keyOf('1'), entry],
				[keyOf('2'), { status: 'Other', changes: 0 }],
			]),
		};
		expect(back(state)).toStrictEqual(state);
	});

	test('all of them at once, each status kept once', () => {
		const orders = new Map(ENTRIES.map(([name, entry]) => [keyOf(name), entry]));
		expect(back({ newest: NEWEST, orders })).toStrictEqual({ newest: NEWEST, orders });
		expect(toKept({ newest: NEWEST, orders }).statuses).toEqual([
			'In progress',
			'',
			'Completed',
			'Customer feedback awaited',
		]);
	});

	test('a finish though no change is known', () => {
		const state = { orders: new Map([[keyOf('1'), { status: 'Completed', changes: 0, finishedAt: NEWEST }]]) };
		expect(back(state)).toStrictEqual(state);
	});
});

test('a short entry takes its key, one sign for the description and the status', () => {
	expect(
		toKept({
			orders: new Map([
				['abcd_-12', { status: 'A', changes: 0 }],
				['efgh5678', { status: 'B', changes: 37, description: '' }],
			]),
		}),
	).toStrictEqual({
		version: 3,
		moments: {},
		statuses: ['A', 'B'],
		orders: 'abcd_-12?0,efgh5678!1.11',
	});
});

describe('moments come back', () => {
	const all: TrackerState = {
		horizon: 1,
		newest: 2,
		canary: 'c',
		known: 3,
		shortBy: 4,
		sweep: 5,
		wholeUntil: 6,
		noStatusUntil: 7,
		noHistoryUntil: 8,
		reservations: 9,
		deadlinesSince: 10,
		orders: new Map(),
	};
	test('all of them', () => expect(back(all)).toStrictEqual(all));
	test('none', () => expect(back({ orders: new Map() })).toStrictEqual({ orders: new Map() }));
	test('what is undefined is left out before it is stored, too', () => {
		expect(toKept({ ...all, horizon: undefined }).moments).not.toHaveProperty('horizon');
		expect(toKept(all)).not.toHaveProperty('unfinished');
	});
	test.each([{ offset: 300 }, { offset: 300, from: 5 }])('with a reading that is not finished: %j', (reading) => {
		const state = { ...all, unfinished: { ...reading, isBaseline: true } as never };
		expect(back(state)).toStrictEqual(state);
	});
});

describe('what cannot be read is refused', () => {
	const good = { version: 3, moments: {}, statuses: ['A'], orders: 'abcd1234!0' };
	const second = { version: 2, horizon: null, newest: null, statuses: ['A'], orders: { abcd1234efgh: '0' } };
	test.each<[string, unknown]>([
		['a text', 'text'],
		['a number', 7],
		['a list', [good]],
		['no version', {}],
		['a newer version', { ...good, version: 4 }],
		['a version named like a method', { version: 'toString' }],
		['no moments', { ...good, moments: undefined }],
		['moments in a list', { ...good, moments: [] }],
		['a moment that is none', { ...good, moments: { newest: 'now' } }],
		['a moment that is null', { ...good, moments: { newest: null } }],
		['moments that are null', { ...good, moments: null }],
		['one good moment of two', { ...good, moments: { horizon: 1, newest: 'now' } }],
		['a canary that is none', { ...good, moments: { canary: 7 } }],
		['no statuses', { ...good, statuses: undefined }],
		['a status that is none', { ...good, statuses: ['A', 7] }],
		['statuses in an object', { ...good, statuses: {} }],
		['orders that are no text', { ...good, orders: {} }],
		['an entry that is too short', { ...good, orders: 'abcd!0' }],
		['an entry too much', { ...good, orders: 'abcd1234!0,' }],
		['an entry with a tail', { ...good, orders: 'abcd1234!0 ' }],
		['an entry with a head', { ...good, orders: ' abcd1234!0' }],
		['a status that does not occur', { ...good, orders: 'abcd1234!1' }],
		['one good entry of two', { ...good, orders: 'abcd1234!0,abcd1235!1' }],
		['an entry without status', { ...good, orders: 'abcd1234!' }],
		['an unfinished reading that is none', { ...good, unfinished: 'soon' }],
		['an unfinished reading from nowhere', { ...good, unfinished: { offset: 'x' } }],
		['an unfinished reading of no time', { ...good, unfinished: { offset: 1, from: 'x' } }],
		['version 2 without statuses', { ...second, statuses: undefined }],
		['version 2 with orders in a text', { ...second, orders: '' }],
		['version 2 with a bad entry', { ...second, orders: { a: '0', b: '-' } }],
		['version 2 with a status that does not occur', { ...second, orders: { a: '1' } }],
		['version 2 with an entry with a tail', { ...second, orders: { a: '0,x,1,1,1' } }],
		['version 2 with a head', { ...second, orders: { a: ' 0' } }],
		['version 2 with a horizon that is none', { ...second, horizon: 'x' }],
		['version 2 with a newest that is none', { ...second, newest: 'x' }],
		['version 2 without a horizon', { ...second, horizon: undefined }],
		['version 1 without statuses', { version: 1 }],
		['version 1 with a status that is none', { version: 1, statuses: { a: 'A', b: 7 } }],
		['version 1 with a list', { version: 1, statuses: ['A'] }],
	])('%s', (_, kept) => expect(() => readState(kept)).toThrow(/saved state/));

	test('and names the version it has', () => {
		expect(() => readState({ version: 99 })).toThrow(/version 99/);
		expect(() => readState('text')).toThrow(/version string/);
	});
	test('nothing is the beginning', () =>
		expect([readState(undefined), readState(null)]).toEqual([undefined, undefined]));
});

describe('earlier versions are read', () => {
	test('the first: statuses by id, blanks apart, cut', () => {
		expect(readState({ version: 1, statuses: { ' 1 ': ' In progress ', 2: 'x'.repeat(300) } })).toStrictEqual({
			orders: new Map([
				[keyOf('1'), { status: 'In progress', changes: 0 }],
				[keyOf('2'), { status: 'x'.repeat(200), changes: 0 }],
			]),
		});
	});

	test('the second: longer keys and fingerprints', () => {
		const orders = {
			abcd1234efgh: '0',
			abcd1235efgh: '11,abcdef',
			abcd1236efgh: '0,?,11',
			abcd1237efgh: '0,,,fu0',
			'abcd-_38efgh': '0,a-_def,2,11',
		};
		const statuses = Array.from({ length: 38 }, (_, index) => `status ${index}`);
		expect(readState({ version: 2, horizon: 5, newest: 6, statuses, orders })).toStrictEqual({
			horizon: 5,
			newest: 6,
			orders: new Map([
				['abcd1234', { status: 'status 0', changes: 0, description: '' }],
				['abcd1235', { status: 'status 37', changes: 0, description: 'abcd' }],
				['abcd1236', { status: 'status 0', changes: 37 }],
				['abcd1237', { status: 'status 0', changes: 0, description: '', missingSince: 20_520 }],
				['abcd-_38', { status: 'status 0', changes: 2, description: 'a-_d', missingSince: 37 }],
			]),
		});
		expect(readState({ version: 2, horizon: null, newest: null, statuses: [], orders: {} })).toStrictEqual({
			orders: new Map(),
		});
	});
});
