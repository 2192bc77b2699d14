import { Gathered } from '../../../nodes/ColtWholesaleSip/trigger/gather';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TrackerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { turn } from '../../../nodes/ColtWholesaleSip/trigger/turn';
import type { Around, Turn } from '../../../nodes/ColtWholesaleSip/trigger/turn';
import { scripted } from './scripted';
import type { Listed } from './scripted';
import { brief, DAY, HOUR, memoryOf, NOW, stateOf } from './table';

const iso = (ms: number): string => new Date(ms).toISOString();
const listed = (id: string, status: string, changed = NOW - HOUR, more: object = {}): Listed => ({
	id,
	status,
	createdAt: iso(NOW - 2 * DAY),
	changedAt: iso(changed),
	...more,
});
const history = (...steps: Array<[string, number]>): object => ({
	statusHistory: steps.map(([status, at]) => ({ status, at: iso(at) })),
});
const PAST: Array<[string, number]> = [
	['In progress', NOW - 2 * DAY],
	['Delayed', NOW - 2 * HOUR],
	['Completed', NOW - HOUR],
];

/** The list was last read before anything changed. */
const known = (
	more: Partial<TrackerState> = {},
	entries: Parameters<typeof stateOf>[0] = { 1: {}, 2: {} },
): TrackerState =>
	stateOf(entries, { newest: NOW - DAY, canary: keyOf('1'), known: 2, lookedThrough: NOW - HOUR, ...more });

interface Played extends Turn {
	/** The ids whose details were asked for. */
	asked: string[];
	/** What `alsoDetails` was told. */
	offered: unknown[];
}

/** One poll of this list; the details that are found, the orders whose details are still to come, and those wanted besides. */
async function play(
	list: Listed[],
	state: TrackerState | undefined,
	{
		found = {},
		again = [],
		also,
		...around
	}: { found?: Record<string, unknown>; again?: string[]; also?: string[] } & Partial<Around> = {},
): Promise<Played> {
	const [asked, offered]: [string[], unknown[]] = [[], []];
	const result = await turn(
		{
			source: scripted(() => list),
			now: () => NOW,
			details: async (ids) => {
				asked.push(...ids);
				return await Promise.resolve({ found: new Map(Object.entries(found)), again: new Set(again) });
			},
			...(also !== undefined && {
				alsoDetails: (events) => {
					offered.push(...brief(events));
					return also;
				},
			}),
			...around,
		},
		new Gathered(),
		state,
	);
	return { ...result, asked, offered };
}

describe('details are read', () => {
	const quiet = [listed('1', 'In progress', NOW - 2 * DAY), listed('2', 'In progress', NOW - 2 * DAY)];

	test('of no order when nothing changed', async () => {
		const state = known();
		const { events, next, view, asked } = await play(quiet, state);
		expect([events, asked]).toEqual([[], []]);
		expect(next).toEqual({ ...state, horizon: NOW - 8 * DAY, known: 2, shortBy: 0, lookedThrough: NOW });
		expect(view.orders.map(({ id }) => id)).toEqual(['1', '2']);
	});

	test('of none at the first poll', async () => {
		const { events, next, asked } = await play(quiet, undefined, { start: () => ({ open: true }) });
		expect(asked).toEqual([]);
		expect(brief(events)).toEqual([
			['1', 'currentStatus', null, 'In progress'],
			['2', 'currentStatus', null, 'In progress'],
		]);
		expect([...next.orders.keys()]).toEqual(['1', '2'].map(keyOf));
	});

	test('of those that are told, of those changed without a difference, and of those wanted besides, each once, by date of change', async () => {
		const { asked, offered } = await play(
			[listed('1', 'In progress'), listed('2', 'Completed'), listed('3', 'In progress', NOW - 3)],
			known(),
			{ also: ['2', '9', '1'] },
		);
		expect(asked).toEqual(['9', '2', '1', '3']);
		expect(offered).toEqual([
			['2', 'statusChanged', 'In progress', 'Completed'],
			['3', 'newOrder', null, 'In progress'],
		]);
	});

	test('of those wanted besides at the first poll too, which tells what was asked for', async () => {
		const { asked, offered, events, next } = await play([listed('1', 'In progress')], undefined, {
			also: ['1'],
			start: () => ({ open: true }),
			found: { 1: {} },
		});
		expect([asked, offered]).toEqual([['1'], [['1', 'currentStatus', null, 'In progress']]]);
		expect(brief(events)).toEqual(offered);
		expect(next.noHistoryUntil).toBeUndefined();
	});
});

describe('the history in the details', () => {
	test('restores the statuses between two polls', async () => {
		const { events, next, view } = await play(
			[listed('1', 'Completed'), listed('2', 'In progress', NOW - 2 * DAY)],
			known(),
			{ found: { 1: history(...PAST) } },
		);
		expect(brief(events)).toEqual([
			['1', 'statusChanged', 'In progress', 'Delayed'],
			['1', 'statusChanged', 'Delayed', 'Completed'],
		]);
		expect(next.orders).toEqual(
			memoryOf({ 1: { status: 'Completed', changes: 2, position: 2, finishedAt: NOW - HOUR }, 2: {} }),
		);
		expect(next).not.toHaveProperty('noHistoryUntil');
		expect(view.orders[0]?.history).toHaveLength(3);
		expect(view.isComplete).toBe(true);
	});

	test('tells a way there and back that the list does not show', async () => {
		const there: Array<[string, number]> = [
			['In progress', NOW - 2 * DAY],
			['Delayed', NOW - 2 * HOUR],
			['In progress', NOW - HOUR],
		];
		const { events } = await play([listed('1', 'In progress'), listed('2', 'In progress', NOW - 2 * DAY)], known(), {
			found: { 1: history(...there) },
		});
		expect(brief(events)).toEqual([
			['1', 'statusChanged', 'In progress', 'Delayed'],
			['1', 'statusChanged', 'Delayed', 'In progress'],
		]);
	});
});

describe('where details have no history', () => {
	const list = [listed('1', 'Completed'), listed('2', 'In progress', NOW - HOUR)];

	test('none are read for it for a day', async () => {
		const { events, next, asked } = await play(list, known(), { found: { 1: {}, 2: {} } });
		expect([asked, brief(events)]).toEqual([['1', '2'], [['1', 'statusChanged', 'In progress', 'Completed']]]);
		expect(next.noHistoryUntil).toBe(NOW + DAY);
		const later = await play([listed('1', 'Completed'), listed('2', 'Completed')], next);
		expect([later.asked, brief(later.events)]).toEqual([[], [['2', 'statusChanged', 'In progress', 'Completed']]]);
		expect(later.next.noHistoryUntil).toBe(NOW + DAY);
		expect((await play(list, known({ noHistoryUntil: NOW + 1 }), { also: ['2'] })).asked).toEqual(['2']);
		expect((await play(list, known({ noHistoryUntil: NOW }))).asked).toEqual(['1', '2']);
	});

	test.each<[string, Parameters<typeof play>, boolean]>([
		['one of those asked has none', [list, known(), { found: { 1: {} } }], true],
		['one changed without a difference has none', [list, known(), { found: { 2: {} } }], true],
		['one has some', [list, known(), { found: { 1: {}, 2: history(['In progress', NOW - HOUR]) } }], false],
		['none could be read', [list, known(), { found: {} }], false],
		[
			'one has none that was wanted for something else',
			[list, known({ noHistoryUntil: NOW + 1 }), { found: { 1: {} }, also: ['1'] }],
			false,
		],
		[
			'one wanted for something else has some',
			[
				[...list, listed('3', 'In progress', NOW - 2 * DAY)],
				known({}, { 1: {}, 2: {}, 3: {} }),
				{ found: { 1: {}, 3: history(['In progress', NOW - 2 * DAY]) }, also: ['3'] },
			],
			false,
		],
		[
			'only the list has some',
			[
				[...list, listed('3', 'In progress', NOW - HOUR, history(['In progress', NOW - HOUR]))],
				known({}, { 1: {}, 2: {}, 3: {} }),
				{ found: { 1: {} } },
			],
			true,
		],
	])('that is so: %s', async (_, given, isSo) => {
		const { view } = await play(...given);
		expect(view.memory.noHistoryUntil).toBe(isSo ? NOW + DAY : undefined);
	});
});

describe('an order whose details are still to come', () => {
	const list = [listed('1', 'Completed'), listed('2', 'In progress', NOW - HOUR), listed('3', 'In progress')];

	test('counts as not seen, and what it would tell comes with the next poll', async () => {
		const state = known({ known: 2 });
		const { events, next, view } = await play(list, state, {
			again: ['1'],
			found: { 3: history(['In progress', NOW - HOUR]) },
		});
		expect(brief(events)).toEqual([['3', 'newOrder', null, 'In progress']]);
		expect(next.orders.get(keyOf('1'))).toEqual(state.orders.get(keyOf('1')));
		expect([view.isComplete, view.orders.map(({ id }) => id), next.known]).toEqual([false, ['2', '3'], 2]);
		expect(brief((await play(list, next)).events)).toEqual([['1', 'statusChanged', 'In progress', 'Completed']]);
	});

	const baseline = { offset: 0, startedAt: NOW - DAY, isBaseline: true };
	test.each<[string, string[], TrackerState | undefined, boolean]>([
		['is waited for, if it is told', [], known(), true],
		['is waited for, if it is wanted besides', ['2'], known(), true],
		[
			'is waited for, if it changed without a difference',
			[],
			known({}, { 1: { status: 'Completed' }, 2: {}, 3: {} }),
			true,
		],
		['is not, at the first poll', ['1'], undefined, false],
		[
			'is waited for, if it changed without a difference while a later reading lasts',
			[],
			known({ unfinished: { ...baseline, isBaseline: false } }, { 1: { status: 'Completed' }, 2: {}, 3: {} }),
			true,
		],
		['is not, as long as the first reading lasts', ['1'], known({ unfinished: baseline }, {}), false],
		[
			'is waited for, if it is wanted besides while a later reading lasts',
			['2'],
			known({ unfinished: { ...baseline, isBaseline: false } }),
			true,
		],
	])('%s', async (_, also, state, isAwaited) => {
		const id = also[0] ?? '1';
		const { view } = await play(list, state, { again: [id], also });
		expect(view.orders.some((order) => order.id === id)).toBe(!isAwaited);
	});
});

test.each([
	[499, true],
	[500, false],
])(
	'an order that changed without a difference while a reading lasts is waited for where %d others can be noted: %s',
	async (others, isAwaited) => {
		const many = Array.from({ length: others }, (_, index) => listed(`more-${index}`, 'In progress'));
		const state = known(
			{ unfinished: { offset: 0, startedAt: NOW - DAY, isBaseline: false } },
			Object.fromEntries(['1', ...many.map(({ id }) => id)].map((id) => [id, {}])),
		);
		const list = [listed('1', 'In progress'), ...many, listed('last', 'In progress')];
		// The time is over after the first page.
		const { view } = await play(list, state, {
			again: ['1'],
			source: { ...scripted(() => list, {}, others + 1), isLate: () => true },
		});
		expect(view.newest).toBeUndefined();
		expect(view.orders.some(({ id }) => id === '1')).toBe(!isAwaited);
	},
);

test('polls that have time for one order each tell every way there and back in the end', async () => {
	const there = (from: number): Array<[string, number]> => [
		['In progress', NOW - 2 * DAY],
		['Delayed', from - 1],
		['In progress', from],
	];
	const moments: Record<string, number> = { 1: NOW - 3 * HOUR, 2: NOW - HOUR, 3: NOW - 2 * HOUR };
	const list = Object.entries(moments).map(([id, changed]) => listed(id, 'In progress', changed));
	let state = known({ known: 3 }, { 1: {}, 2: {}, 3: {} });
	const told: unknown[] = [];
	for (let poll = 0; poll < 4; poll += 1) {
		const { events, next } = await play(list, state, {
			details: async ([first = '', ...others]) =>
				await Promise.resolve({
					found: new Map(first === '' ? [] : [[first, history(...there(moments[first] ?? 0))]]),
					again: new Set(others),
				}),
		});
		told.push(events.map(({ orderId, status }) => `${orderId} ${status}`));
		state = next;
	}
	expect(told).toEqual([
		['1 Delayed', '1 In progress'],
		['3 Delayed', '3 In progress'],
		['2 Delayed', '2 In progress'],
		[],
	]);
	expect(state.newest).toBe(NOW - HOUR);
});

test('what the first poll is to tell is asked for after reading, when Colt has told its time', async () => {
	const order: string[] = [];
	const source = scripted(() => {
		order.push('read');
		return [listed('1', 'In progress')];
	});
	await play([], undefined, {
		source,
		start: () => {
			order.push('start');
			return {};
		},
	});
	expect(order[0]).toBe('read');
});
