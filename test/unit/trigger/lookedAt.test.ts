import { readState, toKept } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import { canNote, lookedAtOf, wasLookedAt } from '../../../nodes/ColtWholesaleSip/trigger/lookedAt';
import { NOW, seen, stateOf } from './table';

const orders = [
	seen('1', 'Delayed', { changed: NOW - 1 }),
	seen('2', 'Delayed', { changed: NOW }),
	seen('3', 'Delayed', { changed: NOW + 1 }),
	seen('4', 'Delayed'),
];
const lookedAt = (newest: number | undefined): string[] =>
	orders.filter(wasLookedAt(lookedAtOf(orders, newest))).map(({ id }) => id);

test.each<[number | undefined, string[]]>([
	[NOW, ['3']],
	[NOW - 1, ['2', '3']],
	[NOW + 1, []],
	[undefined, ['1', '2', '3']],
])('looked at are the orders changed after %s', (newest, expected) => {
	expect(lookedAt(newest)).toEqual(expected);
});

test('an order that has changed since was not looked at as it is', () => {
	const was = wasLookedAt(lookedAtOf(orders, NOW));
	expect([
		was(seen('3', 'Delayed', { changed: NOW + 1 })),
		was(seen('3', 'Delayed', { changed: NOW + 2 })),
		was(seen('5', 'Delayed', { changed: NOW + 1 })),
	]).toEqual([true, false, false]);
});

test('an order without a date was not looked at', () => {
	expect(wasLookedAt({ lookedAt: '' })(seen('1', 'Delayed'))).toBe(false);
	expect(wasLookedAt({})(seen('1', 'Delayed', { changed: 0 }))).toBe(false);
});

test('500 orders at most are kept, and none of more', () => {
	const many = (count: number) =>
		lookedAtOf(
			Array.from({ length: count }, (_, index) => seen(String(index), 'Delayed', { changed: NOW })),
			0,
		);
	expect([many(500).lookedAt?.split(',').length, many(501)]).toEqual([500, {}]);
	const all = Array.from({ length: 501 }, (_, index) => seen(String(index), 'Delayed', { changed: NOW + index }));
	expect([
		canNote(all, NOW),
		canNote(all, NOW - 1),
		canNote(all),
		canNote(all.slice(1)),
		canNote([...all.slice(1), seen('x', 'Delayed')]),
	]).toEqual([true, false, false, true, true]);
});

test('they are kept between polls', () => {
	const state = stateOf({ 1: {} }, { newest: NOW, ...lookedAtOf(orders, NOW) });
	expect(readState(JSON.parse(JSON.stringify(toKept(state))))).toEqual(state);
	expect(() => readState({ ...toKept(state), moments: { lookedAt: 7 } })).toThrow(/saved state/);
});
