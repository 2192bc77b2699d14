import type { SeenOrder, StatusStep } from '../../../nodes/shared/orders/record';
import type { ListedOrder } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { fingerprint } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { compare } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import { eventIdOf } from '../../../nodes/ColtWholesaleSip/trigger/events';
import { NOW, partOf, seen, stateOf } from './snapshots';

const idsOf = (state: TriggerState | undefined, order: ListedOrder, start = {}): string[] =>
	compare(state, partOf(order), NOW, start).events.map(({ eventId }) => eventId);
const differ = (ids: readonly string[]): void => expect(new Set(ids).size).toBe(ids.length);
const step = (status: string, at?: number): StatusStep => ({ status, ...(at !== undefined && { at }) });

test('an event id is 32 hexadecimal digits and stays so from version to version: Remove Duplicates knows it', () => {
	expect(eventIdOf(['1', 0, null, 'In progress'])).toBe('73be2cb11847f480e99ca568229ddfdb');
	expect(idsOf(stateOf({}), seen('1', 'In progress'))).toEqual([eventIdOf(['1', 0, null, 'In progress'])]);
	expect(idsOf(stateOf({ 1: { changes: 3 } }), seen('1', 'Delayed'))).toEqual([
		eventIdOf(['1', 3, 'In progress', 'Delayed']),
	]);
	expect(
		idsOf(stateOf({ 1: { status: 'Completed' } }), seen('1', 'Confirmed', { type: 'portOut', changed: 7 })),
	).toEqual([eventIdOf(['1', 'at 7', 'Completed', 'Confirmed'])]);
	expect(idsOf(stateOf({ 1: {} }), seen('1', 'In progress', { description: 'new', changed: 7 }))).toEqual([
		eventIdOf(['1', 'at 7', 'In progress', fingerprint('new'), 'description']),
	]);
});

describe('another id has', () => {
	const change = (id: string, from: string, to: string, changes = 0): string[] =>
		idsOf(stateOf({ [id]: { status: from, changes } }), seen(id, to));
	test('another order, another status before, another status after, and the same change a second time', () => {
		differ(
			[
				change('1', 'A', 'B'),
				change('2', 'A', 'B'),
				change('1', 'C', 'B'),
				change('1', 'A', 'C'),
				change('1', 'A', 'B', 2),
			].flat(),
		);
	});

	test('an order that is told at the first poll, and its later ones', () => {
		const [first = ''] = idsOf(undefined, seen('1', 'A'), { open: true });
		differ([first, ...change('1', 'A', 'B', 1)]);
		expect([first]).toEqual(idsOf(undefined, seen('1', 'A', { changed: 3 }), { changedSince: 1 }));
	});

	test('each status between two polls, though the same comes again', () => {
		const history = [step('A', 1), step('B', 2), step('A', 3), step('B', 4)];
		const ids = idsOf(stateOf({ 1: { status: 'A', position: 0 } }), seen('1', 'B', { changed: 4, history }));
		expect(ids).toEqual([eventIdOf(['1', 0, 'A', 'B']), eventIdOf(['1', 1, 'B', 'A']), eventIdOf(['1', 2, 'A', 'B'])]);
		// Two polls instead of one tell the same, with the same ids.
		const between = compare(
			stateOf({ 1: { status: 'A', position: 0 } }),
			partOf(seen('1', 'A', { changed: 3, history: history.slice(0, 3) })),
			NOW,
		);
		const after = compare(between.next, partOf(seen('1', 'B', { changed: 4, history })), NOW);
		expect([...between.events, ...after.events].map(({ eventId }) => eventId)).toEqual(ids);
	});

	test('each description of its moment; of no moment, each by its number', () => {
		const described = (text: string, more: Partial<SeenOrder>, descriptions?: number): string[] =>
			idsOf(
				stateOf({ 1: { ...(descriptions !== undefined && { descriptions }) } }),
				seen('1', 'In progress', { description: text, ...more }),
			);
		differ(
			[
				described('x', { changed: 1 }),
				described('x', { changed: 2 }),
				described('y', { changed: 1 }),
				described('x', {}),
				described('x', {}, 1),
				described('y', {}),
			].flat(),
		);
		expect(described('x', { changed: 1 }, 1)).toEqual(described('x', { changed: 1 }));
		expect(described('x', {}, 0)).toEqual(described('x', {}));
		expect(described('x', {}, 2)).toEqual([eventIdOf(['1', 2, 'In progress', fingerprint('x'), 'description'])]);
	});
});

describe('the same id has the same change after a crash', () => {
	test('of an open order, though Colt has touched its date since', () => {
		const state = stateOf({ 1: { status: 'A', changes: 2 } });
		expect(idsOf(state, seen('1', 'B', { changed: 5 }))).toEqual(idsOf(state, seen('1', 'B', { changed: 9 })));
	});

	test('of one that had finished, whether it was settled in the meantime or is still remembered', () => {
		const order = seen('1', 'Confirmed', { type: 'portOut', created: 5, changed: 50 });
		const settled = idsOf(stateOf({}, { horizon: 20 }), order);
		expect(settled).toHaveLength(1);
		expect(idsOf(stateOf({ 1: { status: 'Completed', changes: 7, finishedAt: 10 } }), order)).toEqual(settled);
		// Which time it opened again, the date tells; without one, the number.
		differ([settled, idsOf(stateOf({}, { horizon: 20 }), { ...order, changed: 51 })].flat());
		const { changed: _none, ...undated } = order;
		expect(idsOf(stateOf({ 1: { status: 'Completed', changes: 7 } }), undated)).toEqual([
			eventIdOf(['1', 7, 'Completed', 'Confirmed']),
		]);
	});
});
