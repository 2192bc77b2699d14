import { goBack, wayBack } from '../../../nodes/ColtWholesaleSip/tracking/handedOver';
import { readState, toKept } from '../../../nodes/ColtWholesaleSip/tracking/kept';
import { endsOf, isFirstPoll, isOvertaken, noteEnd } from '../../../nodes/ColtWholesaleSip/tracking/lastTold';
import type { TrackerState } from '../../../nodes/ColtWholesaleSip/tracking/state';
import { track, wholeView } from '../../../nodes/ColtWholesaleSip/tracking/tracker';
import { readOrders } from '../../../nodes/shared/orderEvents/order';

const NOW = Date.parse('2026-03-20T12:00:00Z');
const at = (minute: number): string => new Date(NOW + minute * 60_000).toISOString();
const order = (id: string, status: string, minute = 0): object => ({ id, type: 'activation', status, createdAt: at(-60), changedAt: at(minute) });
const see = (state: TrackerState | undefined, ...records: object[]) => track(state, wholeView(readOrders(records).orders), NOW);
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the way back to what was handed over last', () => {
	let before: TrackerState;
	let told: ReturnType<typeof see>;
	const records = [order('1', 'Completed', 5), order('2', 'In progress'), order('3', 'Completed'), order('4', 'In progress', 6)];
	beforeAll(() => {
		before = see(undefined, order('1', 'In progress'), order('2', 'In progress'), order('3', 'Completed')).next;
		told = see(before, ...records);
	});

	test('leads to the state before, which tells the same events again', () => {
		const back = stored(wayBack(before, told.next, NOW));
		const state = goBack(readState(stored(toKept(told.next))) ?? told.next, back, NOW);
		expect(state).toEqual(before);
		expect(see(state, ...records).events).toEqual(told.events);
		expect(told.events.map(({ orderId }) => orderId)).toEqual(['1', '4']);
	});

	test('is as large as what changed', () => {
		const { before: kept, added } = wayBack(before, told.next, NOW);
		expect(kept.orders.split(',')).toHaveLength(1);
		expect(added).toHaveLength(1);
		expect(wayBack(before, before, NOW)).toMatchObject({ before: { orders: '' }, added: [] });
	});

	test('takes up again what was forgotten meanwhile', () => {
		const forgotten = { ...told.next, orders: new Map() };
		expect(goBack(forgotten, wayBack(before, forgotten, NOW), NOW)).toEqual(before);
	});

	test.each([
		['within an hour: taken', 3_600_000, true],
		['later: not taken', 3_600_001, false],
		['with a clock that was set back: taken', -3_600_001, true],
	])('%s', (_, later, isTaken) => {
		expect(goBack(told.next, wayBack(before, told.next, NOW), NOW + later)).toEqual(isTaken ? before : told.next);
	});

	test('of a version that did not note the time: taken', () => {
		const { at: _at, ...old } = wayBack(before, told.next, 0);
		expect(goBack(told.next, old, NOW)).toEqual(before);
	});

	test('is none when nothing was told', () => {
		expect(goBack(before, undefined, NOW)).toBe(before);
		expect(goBack(before, null, NOW)).toBe(before);
	});

	test.each([{}, { before: { version: 3, moments: {}, statuses: [], orders: '' } }, { added: [] }, { before: { version: 99 }, added: [] }])('is refused when it cannot be read: %j', (back) => {
		expect(() => goBack(before, back, NOW)).toThrow(/saved state/);
	});
});

describe('what a process knows of a trigger', () => {
	const kept = { version: 3, orders: 'a' };

	test('is nothing before its first poll has ended', () => {
		expect([isFirstPoll('first'), endsOf('first')]).toEqual([true, 0]);
		noteEnd('first', undefined, false);
		expect([isFirstPoll('first'), endsOf('first'), isFirstPoll('other')]).toEqual([false, 1, true]);
	});

	test('a poll is overtaken when another told the changes of the same state while it ran', () => {
		expect(isOvertaken('w', kept, 0)).toBe(false);
		const since = endsOf('w');
		noteEnd('w', kept, true);
		expect(isOvertaken('w', { ...kept }, since)).toBe(true);
		expect(isOvertaken('w', { ...kept, orders: 'b' }, since)).toBe(false);
		expect(isOvertaken('v', kept, since)).toBe(false);
		noteEnd('w', kept, false);
		expect(isOvertaken('w', kept, since)).toBe(true);
	});

	test('a poll that began after the other had ended does its work again: it may be all that is left of it', () => {
		noteEnd('again', kept, true);
		expect(isOvertaken('again', kept, endsOf('again'))).toBe(false);
	});

	test('a poll that told nothing overtakes none', () => {
		noteEnd('quiet', kept, false);
		expect(isOvertaken('quiet', kept, 0)).toBe(false);
	});
});
