import {
	boundedHorizon,
	DAY_MS,
	finishedAt,
	isSettled,
	MOST_FINISHED,
	newestOf,
	nextMoments,
	SETTLING_MS,
	keepMissing,
} from '../../../nodes/ColtWholesaleSip/trigger/retention';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Remembered } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { ListedOrder } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import type { SeenOrder } from '../../../nodes/shared/orders/record';

const order = ({ id = '1', ...more }: Partial<SeenOrder>): ListedOrder => ({
	id,
	key: keyOf(id),
	record: { decoded: undefined, raw: undefined },
	isFinal: true,
	...more,
});

test.each<[Partial<SeenOrder>, number | undefined]>([
	[{ created: 1, changed: 2 }, 2],
	[{ created: 3, changed: 2 }, 3],
	[{ created: 1, changed: 2, isFinal: false }, undefined],
	[{ changed: 2 }, undefined],
	[{ created: 1 }, undefined],
	[{ created: 0, changed: 0 }, 0],
])('an order with %j finished at %s', (more, expected) => expect(finishedAt(order(more))).toBe(expected));

test.each<[number | undefined, Partial<SeenOrder>, boolean]>([
	[10, { created: 1, changed: 9 }, true],
	[10, { created: 1, changed: 10 }, false],
	[10, { created: 11, changed: 9 }, false],
	[undefined, { created: 1, changed: 9 }, false],
	[10, { created: 1, changed: 9, isFinal: false }, false],
	[10, {}, false],
])('with the horizon at %s an order with %j is settled: %s', (horizon, more, expected) =>
	expect(isSettled(order(more), horizon)).toBe(expected),
);

describe('the newest change of a list', () => {
	const at = (id: string, changed?: number): ListedOrder => order({ id, ...(changed !== undefined && { changed }) });
	test.each<[string, ListedOrder[], [string, number] | undefined]>([
		['is the latest', [at('1', 5), at('2', 9), at('3', 7)], ['2', 9]],
		['is the first of several at once', [at('1', 5), at('2', 5)], ['1', 5]],
		['leaves out what has no date', [at('1'), at('2', 3), at('3')], ['2', 3]],
		['may be before 1970', [at('1', -5)], ['1', -5]],
		['is none of none', [], undefined],
		['is none without dates', [at('1')], undefined],
	])('%s', (_, orders, expected) => {
		expect(newestOf(orders)).toEqual(
			expected === undefined ? undefined : { newest: expected[1], canary: keyOf(expected[0]) },
		);
	});
	test('is not after a given moment', () => {
		const orders = [at('1', 5), at('2', 9), at('3', 7), at('4')];
		expect([8, 7, 6, 4].map((until) => newestOf(orders, until)?.newest)).toEqual([7, 7, 5, undefined]);
	});
});

describe('the next moments', () => {
	const seen = (newest: number, canary = 'seen') => ({ newest, canary });
	const W = SETTLING_MS;
	test.each<[string, ...Parameters<typeof nextMoments>, ReturnType<typeof nextMoments>]>([
		[
			'at the very first poll lie at what was seen',
			undefined,
			seen(5 * W),
			9 * W,
			{ newest: 5 * W, horizon: 4 * W, canary: 'seen' },
		],
		[
			'count what is in the future as now',
			undefined,
			seen(9 * W),
			5 * W,
			{ newest: 5 * W, horizon: 4 * W, canary: 'seen' },
		],
		['are none where nothing has a date', undefined, undefined, 5 * W, {}],
		[
			'follow the change seen the poll before',
			{ newest: 5 * W, horizon: W, canary: 'old' },
			seen(6 * W),
			9 * W,
			{ newest: 6 * W, horizon: 4 * W, canary: 'seen' },
		],
		[
			'never go back',
			{ newest: 5 * W, horizon: 4.5 * W, canary: 'old' },
			seen(3 * W),
			9 * W,
			{ newest: 5 * W, horizon: 4.5 * W, canary: 'old' },
		],
		[
			'take the canary of a change at the same moment',
			{ newest: 5 * W, canary: 'old' },
			seen(5 * W),
			9 * W,
			{ newest: 5 * W, horizon: 4 * W, canary: 'seen' },
		],
		[
			'stay where nothing was read to its end',
			{ newest: 5 * W, horizon: W, canary: 'old' },
			undefined,
			9 * W,
			{ newest: 5 * W, horizon: 4 * W, canary: 'old' },
		],
		['have no horizon yet, where nothing had a date before', {}, seen(5 * W), 9 * W, { newest: 5 * W, canary: 'seen' }],
		['keep a horizon without a newest', { horizon: W }, undefined, 9 * W, { horizon: W }],
	])('%s', (_, before, newest, now, expected) => expect(nextMoments(before, newest, now)).toStrictEqual(expected));
});

describe('the horizon that bounds the memory', () => {
	const open = (count: number): Remembered[] =>
		Array.from({ length: count }, () => ({ status: 'In progress', changes: 0 }));
	const finished = (count: number): Remembered[] =>
		Array.from({ length: count }, (_, index) => ({
			status: 'Completed',
			changes: 0,
			finishedAt: 1_000 + ((index * 7) % count),
		}));
	test.each<[string, Remembered[], number | undefined, number | undefined, number | undefined]>([
		['stays while they are few', finished(MOST_FINISHED), 3, Infinity, 3],
		['moves behind the oldest too many', finished(MOST_FINISHED + 1), 3, Infinity, 1_001],
		['moves behind each that is too many', finished(MOST_FINISHED + 10), undefined, Infinity, 1_010],
		['does not go back', finished(MOST_FINISHED + 1), 5_000, Infinity, 5_000],
		['leaves what changed in the last two polls', finished(MOST_FINISHED + 10), 3, 1_004, 1_005],
		['stays where no change is known', finished(MOST_FINISHED + 10), 3, undefined, 3],
		[
			'leaves room for half as many as are open',
			[...open(2 * MOST_FINISHED + 20), ...finished(MOST_FINISHED + 10)],
			3,
			Infinity,
			3,
		],
		[
			'leaves no more than that',
			[...open(2 * MOST_FINISHED + 20), ...finished(MOST_FINISHED + 11)],
			3,
			Infinity,
			1_001,
		],
		['stays with none', [], undefined, Infinity, undefined],
	])('%s', (_, entries, horizon, newestBefore, expected) =>
		expect(boundedHorizon(entries, horizon, newestBefore)).toBe(expected),
	);
});

describe('an order that is gone', () => {
	const entry: Remembered = { status: 'In progress', changes: 2 };
	test('is remembered with the day', () =>
		expect(keepMissing(entry, 100.7 * DAY_MS)).toEqual({ ...entry, missingSince: 100 }));
	test('keeps its day', () =>
		expect(keepMissing({ ...entry, missingSince: 90 }, 100.7 * DAY_MS)).toEqual({ ...entry, missingSince: 90 }));
	test('is remembered for 90 days', () => {
		expect(keepMissing({ ...entry, missingSince: 10 }, 100.9 * DAY_MS)).toEqual({ ...entry, missingSince: 10 });
		expect(keepMissing({ ...entry, missingSince: 10 }, 101 * DAY_MS)).toBeUndefined();
	});
});
