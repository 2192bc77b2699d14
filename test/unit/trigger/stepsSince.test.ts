import { historyUpTo, stepsSince } from '../../../nodes/ColtWholesaleSip/trigger/statusHistory';
import type { Remembered } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { SeenOrder, StatusStep } from '../../../nodes/shared/orders/record';

const step = (status: string, at?: number): StatusStep => ({ status, ...(at !== undefined && { at }) });
const order = (status: string, history?: StatusStep[], changed?: number): SeenOrder & { status: string } => ({
	id: '1',

	isFinal: false,
	status,
	...(history !== undefined && { history }),
	...(changed !== undefined && { changed }),
});
const known = (status: string, position?: number): Remembered => ({
	status,
	changes: 0,
	...(position !== undefined && { position }),
});
const ABCB = [step('A', 1), step('B', 2), step('C', 3), step('B', 4)];

test.each<[string, SeenOrder, StatusStep[] | undefined]>([
	[
		'up to the status that the list showed',
		order('B', [step('A', 1), step('b ', 2), step('C', 3)]),
		[step('A', 1), step('b ', 2)],
	],
	['up to the last of that name', order('B', ABCB), ABCB],
	['none without the status', order('X', ABCB), undefined],
	['none without a history', order('A'), undefined],
	['none without a status', { id: '1', isFinal: false, history: ABCB }, undefined],
	['the first alone', order('A', ABCB), [step('A', 1)]],
])('the history of an order is %s', (_, seen, expected) => {
	expect(historyUpTo(seen)).toEqual(expected);
});

test.each<[string, SeenOrder & { status: string }, Remembered | undefined, number | undefined, StatusStep[]]>([
	['the present one without a history', order('B', undefined, 5), known('A'), undefined, [step('B', 5)]],
	['the present one without history and date', order('B'), known('A'), undefined, [step('B')]],
	['none when it is the same', order('a', undefined, 5), known('A'), undefined, []],
	['the whole history of an order never seen', order('B', ABCB, 4), undefined, undefined, ABCB],
	['the whole history of one that had no status', order('B', ABCB, 4), known(''), undefined, ABCB],
	['what came after the remembered place', order('B', ABCB, 4), known('B', 1), undefined, ABCB.slice(2)],
	[
		'what came after the newest change seen, where the place is not known',
		order('B', ABCB, 4),
		known('B'),
		2,
		ABCB.slice(2),
	],
	['what came after the moment seen, the moment included', order('B', ABCB, 4), known('A'), 1, ABCB.slice(1)],
	[
		'what came after the last of that name before the newest change seen, where that is of another status',
		order('B', ABCB, 4),
		known('B'),
		3,
		ABCB.slice(2),
	],
	['none after the last of that name, where no moment tells', order('B', ABCB, 4), known('B'), undefined, []],
	[
		'what came after the last of that name, where the moment is of another status',
		order('B', ABCB, 4),
		known('A'),
		3,
		ABCB.slice(1),
	],
	[
		'what came after the last of that name, where the place is of another status',
		order('B', ABCB, 4),
		known('A', 2),
		undefined,
		ABCB.slice(1),
	],
	[
		'what came after the last of that name, where the place is beyond the history',
		order('C', ABCB, 3),
		known('A', 9),
		undefined,
		ABCB.slice(1, 3),
	],
	[
		'the present one, where the history does not know the remembered one',
		order('B', ABCB, 7),
		known('X'),
		undefined,
		[step('B', 7)],
	],
	['the present one, where the history does not know it', order('X', ABCB, 7), known('A'), undefined, [step('X', 7)]],
	[
		'one of no date at the moment of the order',
		order('B', [step('A'), step('B')], 9),
		known('A'),
		undefined,
		[step('B', 9)],
	],
	['ones of no date at all', order('B', [step('A'), step('B')]), known('A'), undefined, [step('B')]],
	[
		'never before the one before',
		order('C', [step('A', 1), step('B', 5), step('C', 3)], 5),
		known('A'),
		1,
		[step('B', 5), step('C', 5)],
	],
	[
		'without the moments of entries that have none',
		order('C', [step('A', 1), step('B'), step('C')]),
		known('A', 0),
		undefined,
		[step('B'), step('C')],
	],
	[
		'after entries without a date, by the newest change seen',
		order('C', [step('A', 1), step('B'), step('A', 3), step('C', 4)], 4),
		known('A'),
		1,
		[step('B', 4), step('A', 4), step('C', 4)],
	],
])('the statuses since an order was last seen are %s', (_, seen, before, newest, expected) => {
	expect(stepsSince(seen, before, newest)).toEqual(expected);
});

test('a status longer than what is remembered of it is still the same', () => {
	const long = 'x'.repeat(300);
	expect(stepsSince(order(long), known('x'.repeat(200)), undefined)).toEqual([]);
});
