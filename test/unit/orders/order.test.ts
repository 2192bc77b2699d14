import { newerReading, readHistory, readOrder } from '../../../nodes/shared/orders/record';
import type { SeenOrder } from '../../../nodes/shared/orders/record';

const at = (hour: number): string => `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z`;
const names = (value: unknown): string[] | undefined => readHistory(value)?.map(({ status }) => status);
const steps = (...entries: Array<[string | null, number?]>): unknown[] =>
	entries.map(([status, hour]) => ({ status, ...(hour !== undefined && { at: at(hour) }) }));

test.each<[string, unknown, string[] | undefined]>([
	['oldest first', steps(['A', 1], ['B', 2]), ['A', 'B']],
	['latest first', steps(['B', 2], ['A', 1]), ['A', 'B']],
	['in no order', steps(['B', 2], ['A', 1], ['C', 3]), ['A', 'B', 'C']],
	['latest first, several in one moment', steps(['D', 5], ['C', 5], ['B', 5], ['A', 1]), ['A', 'B', 'C', 'D']],
	['oldest first, several in one moment', steps(['A', 1], ['B', 5], ['C', 5]), ['A', 'B', 'C']],
	['all in one moment: as sent', steps(['A', 1], ['B', 1]), ['A', 'B']],
	['without dates: as sent', steps(['A'], ['B']), ['A', 'B']],
	['a date missing: as sent', steps(['A', 1], ['B'], ['C', 3]), ['A', 'B', 'C']],
	['a date missing, latest first', steps(['C', 3], ['B'], ['A', 1]), ['A', 'B', 'C']],
	['an entry without a name', steps(['A', 1], [null, 2], [' ', 2], ['B', 3]), ['A', 'B']],
	['entries that are none', [null, 'text', 5, { status: ' A ' }], ['A']],
	['no name at all', steps([null, 1]), undefined],
	['empty', [], undefined],
	['no list', { status: 'A' }, undefined],
])('a history %s', (_, value, expected) => expect(names(value)).toEqual(expected));

test.each<[string, object, string | undefined]>([
	['a code', { country: 'GB' }, 'GB'],
	['a code in other letters and blanks', { country: ' gb ' }, 'GB'],
	['UK', { country: 'uk' }, 'GB'],
	['a name', { country: 'united kingdom' }, 'GB'],
	['a two-word name', { country: 'Czech Republic' }, 'CZ'],
	['a code that is not one of the 20', { country: 'hr' }, 'HR'],
	['no name known here', { country: 'Narnia' }, undefined],
	['no name known here, but a number', { country: 'Narnia', ranges: [{ start: '+34911234567' }] }, 'ES'],
	['nothing but a number', { ranges: [{ start: '+442081324758' }] }, 'GB'],
	['nothing', {}, undefined],
])('the country of an order with %s', (_, fields, country) =>
	expect(readOrder({ id: '1', ...fields })?.country).toBe(country),
);

test.each<[string, object[], string | undefined]>([
	['the later place in the list', [{ status: 'A' }, { status: 'B' }], 'B'],
	[
		'the later change',
		[
			{ status: 'A', changedAt: at(2) },
			{ status: 'B', changedAt: at(1) },
		],
		'A',
	],
	[
		'the later of one moment',
		[
			{ status: 'A', changedAt: at(2) },
			{ status: 'B', changedAt: at(2) },
		],
		'B',
	],
	['the one with a status, first', [{ status: 'A' }, { status: null }], 'A'],
	['the one with a status, first, though older', [{ status: 'A', changedAt: at(1) }, { changedAt: at(2) }], 'A'],
	['the one with a status, last, though older', [{ changedAt: at(2) }, { status: 'A', changedAt: at(1) }], 'A'],
])('of an order twice in a list counts %s', (_, records, status) => {
	const [first, second] = records.map((record) => readOrder({ id: '1', ...record }) as SeenOrder) as [
		SeenOrder,
		SeenOrder,
	];
	expect(newerReading(newerReading(undefined, first), second).status).toBe(status);
});

test('ids and statuses are texts or numbers, and nothing else', () => {
	expect(readOrder({ id: 7, status: 3, parentId: 5 })).toEqual({ id: '7', status: '3', parentId: '5', isFinal: false });
	expect(readOrder({ id: { value: '7' }, status: 'A' })).toBeUndefined();
	expect(readOrder({ id: '7', status: { text: 'A' } })).toEqual({ id: '7', isFinal: false });
});
