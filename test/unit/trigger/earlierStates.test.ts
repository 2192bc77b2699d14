import type { LastDelivery } from '../../../nodes/ColtWholesaleSip/trigger/redelivery';
import { readSaved } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import type { Saved } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Remembered } from '../../../nodes/ColtWholesaleSip/trigger/state';

const HOUR = 3_600_000;
const NEWEST = Date.parse('2026-03-20T12:00:00Z');
const base36 = (value: number): string => value.toString(36);
const third = { version: 3, moments: { newest: NEWEST }, statuses: ['A', 'B'], orders: '' };
const read = (orders: object, more: object = {}, now = NEWEST): Saved | undefined =>
	readSaved({ orders, ...more }, now);
const entryOf = (text: string): Remembered | undefined =>
	read({ ...third, orders: `zzzz0000!0,${text}` })?.state.orders.get('abcd-_12');

test.each<[string, string, Remembered]>([
	['a status, and a description never looked at', 'abcd-_12?1', { status: 'B', changes: 0 }],
	['no description', 'abcd-_12!0', { status: 'A', changes: 0, description: '' }],
	['a description', 'abcd-_12f-_d0', { status: 'A', changes: 0, description: 'f-_d' }],
	['changes', 'abcd-_12!0.11', { status: 'A', changes: 37, description: '' }],
	['changes of the description', 'abcd-_12!0..12', { status: 'A', changes: 0, description: '', descriptions: 38 }],
	['the first place in its history', 'abcd-_12!0...0', { status: 'A', changes: 0, description: '', position: 0 }],
	[
		'a finish, counted back from the newest change',
		`abcd-_12!0....${base36(HOUR)}`,
		{ status: 'A', changes: 0, description: '', finishedAt: NEWEST - HOUR },
	],
	['a finish after it', 'abcd-_12!0....-5', { status: 'A', changes: 0, description: '', finishedAt: NEWEST + 5 }],
	[
		'a day since which it is gone',
		'abcd-_12!0.....fu0',
		{ status: 'A', changes: 0, description: '', missingSince: 20_520 },
	],
	[
		'a deadline that was delivered',
		'abcd-_12!0......w-_d',
		{ status: 'A', changes: 0, description: '', warned: 'w-_d' },
	],
	[
		'since when its status lasts',
		'abcd-_12!0.......7',
		{ status: 'A', changes: 0, description: '', statusSince: NEWEST - 7 },
	],
	[
		'everything',
		'abcd-_12f00d1.1.2.3.4.5.w000.6',
		{
			status: 'B',
			description: 'f00d',
			changes: 1,
			descriptions: 2,
			position: 3,
			finishedAt: NEWEST - 4,
			missingSince: 5,
			warned: 'w000',
			statusSince: NEWEST - 6,
		},
	],
])('an order of version 3 has %s', (_, text, expected) => expect(entryOf(text)).toStrictEqual(expected));

test('without a newest change of version 3 dates count from the epoch', () =>
	expect(read({ ...third, moments: {}, orders: 'abcd1234!0....-5' })?.state.orders.get('abcd1234')?.finishedAt).toBe(
		5,
	));

test('what version 3 remembered of its readings is taken over, as far as it is still used', () => {
	const moments = {
		horizon: 1,
		newest: 2,
		canary: 'c',
		noHistoryUntil: 3,
		deadlinesSince: 4,
		reservations: 5,
		known: 6,
		shortBy: 7,
		lookedThrough: 8,
		wholeUntil: 9,
		lookedAt: 'abcd1234x',
		sweep: 10,
		lookingSince: 11,
		noStatusUntil: 12,
		readSince: 13,
	};
	const state = {
		horizon: 1,
		newest: 2,
		canary: 'c',
		noHistoryUntil: 3,
		deadlinesSince: 4,
		reservationsUntil: 5,
		orders: new Map(),
	};
	const reading = { known: 6, shortBy: 7, wholeReadAt: 8, noFilterUntil: 9 };
	expect(read({ ...third, moments })).toStrictEqual({ state: { ...state, reading } });
	const place = { offset: 300, startedAt: 20, newest: { newest: 19, canary: 'd' } };
	expect(read({ ...third, moments, unfinished: { ...place, isBaseline: true } })?.state.reading).toStrictEqual({
		...reading,
		whole: { ...place, isBaseline: true },
	});
	expect(
		read({ ...third, moments, unfinished: { ...place, from: 5, isBaseline: false } })?.state.reading,
	).toStrictEqual({
		...reading,
		recent: { ...place, from: 5 },
	});
	expect(read({ ...third, moments: {} })?.state.reading).toStrictEqual({});
});

test('the account of version 3 stood beside its state', () => {
	expect(read(third, { account: 'acc' })?.account).toBe('acc');
	expect(read(third, { account: 7 })).not.toHaveProperty('account');
});

describe('what version 3 handed over last', () => {
	const id = '0123456789abcdef'.repeat(2);
	const packed = Buffer.from(id, 'hex').toString('base64url');
	const told = (letter: string, rest: string): string => `abcd1234${letter}${packed}${rest}`;
	const kept = (more: object = {}): object => ({
		at: NEWEST,
		from: { newest: 5 },
		told: told('s', `1.0.${base36(NEWEST)}`),
		left: '',
		statuses: ['A', 'B'],
		warned: [],
		...more,
	});
	const deliveryOf = (more: object, now = NEWEST): LastDelivery | undefined =>
		read(third, { handedOver: kept(more) }, now)?.lastDelivery;
	const event = {
		key: 'abcd1234',
		eventId: id,
		event: 'statusChanged',
		previousStatus: 'A',
		status: 'B',
		changed: NEWEST,
	};

	test('is delivered again', () => {
		expect(deliveryOf({})).toStrictEqual({ at: NEWEST, since: 5, events: [event] });
		expect(deliveryOf({ left: told('n', '0..') })).toStrictEqual({
			at: NEWEST,
			since: 5,
			events: [event],
			pending: {
				at: NEWEST,
				events: [{ key: 'abcd1234', eventId: id, event: 'newOrder', previousStatus: null, status: 'A' }],
			},
		});
		expect(deliveryOf({ told: '' })?.events).toEqual([]);
		expect(deliveryOf({ told: [told('d', '1.1.-5'), told('c', '0..')].join() })?.events).toMatchObject([
			{ event: 'descriptionChanged', previousStatus: 'B', status: 'B', changed: -5 },
			{ event: 'currentStatus', previousStatus: null, status: 'A' },
		]);
	});

	test('begins where that poll began to read', () => {
		expect(deliveryOf({ from: { newest: 5, readSince: 3 } })?.since).toBe(3);
		expect(deliveryOf({ from: {} })?.since).toBe(0);
	});

	test('is left alone after an hour', () => {
		expect(deliveryOf({}, NEWEST + HOUR)).toBeDefined();
		expect(read(third, { handedOver: kept({ from: { reservations: 1 } }) }, NEWEST + HOUR + 1)).toStrictEqual(
			read(third),
		);
	});

	test('its deadlines and reservations count as not delivered', () => {
		const saved = read(
			{ ...third, moments: { newest: NEWEST, reservations: 9 }, orders: 'abcd1234!0......w000,efgh1234!0......w000' },
			{ handedOver: kept({ warned: ['abcd1234', 'gone1234'], from: { reservations: 7 } }) },
		);
		expect(saved?.state.reservationsUntil).toBe(7);
		expect([...(saved?.state.orders ?? [])]).toStrictEqual([
			['abcd1234', { status: 'A', changes: 0, description: '' }],
			['efgh1234', { status: 'A', changes: 0, description: '', warned: 'w000' }],
		]);
		expect(read({ ...third, moments: { reservations: 9 } }, { handedOver: kept() })?.state.reservationsUntil).toBe(9);
	});

	test.each<[string, unknown]>([
		['a text', 'x'],
		['no time', kept({ at: undefined })],
		['no place', kept({ from: undefined })],
		['no events', kept({ told: undefined })],
		['no events left', kept({ left: 7 })],
		['no statuses', kept({ statuses: undefined })],
		['no warnings', kept({ warned: undefined })],
		['another text for events', kept({ told: 'x' })],
		['a status that does not occur', kept({ told: told('s', '2.0.') })],
		['a status before that does not occur', kept({ told: told('s', '0.2.') })],
		['no status', kept({ told: told('s', '.0.') })],
		['an event of no kind', kept({ told: told('z', '0.0.') })],
		['one good event of two', kept({ told: `${told('s', '0.0.')},x` })],
		['an event with a head', kept({ told: ` ${told('s', '0.0.')}` })],
		['an event with a tail', kept({ told: `${told('s', '0.0.')} ` })],
	])('is refused when it cannot be read: %s', (_, handedOver) =>
		expect(() => read(third, { handedOver })).toThrow(/saved state/),
	);

	test('may be nothing', () => {
		expect(read(third, { handedOver: null })).toStrictEqual(read(third));
	});
});

describe('a state of version 3 is refused', () => {
	test.each<[string, object]>([
		['without moments', { moments: undefined }],
		['with moments in a list', { moments: [] }],
		['with a moment that is none', { moments: { newest: 'now' } }],
		['with a moment that is null', { moments: { horizon: 1, newest: null } }],
		['with a canary that is none', { moments: { canary: 7 } }],
		['with a look that is none', { moments: { lookedAt: 7 } }],
		['without statuses', { statuses: undefined }],
		['with a status that is none', { statuses: ['A', 7] }],
		['with orders that are no text', { orders: {} }],
		['with an entry that is too short', { orders: 'abcd!0' }],
		['with an entry too much', { orders: 'abcd1234!0,' }],
		['with an entry that has a tail', { orders: 'abcd1234!0 ' }],
		['with an entry that has a head', { orders: ' abcd1234!0' }],
		['with a status that does not occur', { orders: 'abcd1234!2' }],
		['with one good entry of two', { orders: 'abcd1234!0,abcd1235!2' }],
		['with an entry without status', { orders: 'abcd1234!' }],
		['with a reading that is none', { unfinished: 'soon' }],
		['with a reading from nowhere', { unfinished: { offset: 'x' } }],
		['with a reading of no time', { unfinished: { offset: 1, from: 'x' } }],
		['with a reading of no beginning', { unfinished: { offset: 1, startedAt: 'x' } }],
	])('%s', (_, more) => expect(() => read({ ...third, ...more })).toThrow(/saved state/));
});

describe('version 1', () => {
	test('had statuses by id, blanks apart, cut', () => {
		expect(read({ version: 1, statuses: { ' 1 ': ' In progress ', 2: 'x'.repeat(300) } })).toStrictEqual({
			state: {
				reading: {},
				orders: new Map([
					[keyOf('1'), { status: 'In progress', changes: 0 }],
					[keyOf('2'), { status: 'x'.repeat(200), changes: 0 }],
				]),
			},
		});
	});

	test.each<[string, unknown]>([
		['no statuses', undefined],
		['a status that is none', { a: 'A', b: 7 }],
		['a list', ['A']],
	])('is refused with %s', (_, statuses) => expect(() => read({ version: 1, statuses })).toThrow(/saved state/));
});
