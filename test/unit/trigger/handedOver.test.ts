import { handOver, toTellAgain } from '../../../nodes/ColtWholesaleSip/trigger/redelivery';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TrackerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Told } from '../../../nodes/ColtWholesaleSip/trigger/told';
import { stateOf } from './table';

const NOW = Date.parse('2026-03-20T12:00:00Z');
const HOUR = 3_600_000;
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const event = (id: string, more: Partial<Told> = {}): Told => ({
	key: keyOf(id),
	eventId: 'ab'.repeat(16),
	event: 'statusChanged',
	previousStatus: 'In progress',
	status: 'Completed',
	changed: NOW,
	...more,
});
const [ONE, TWO] = [event('1'), event('2', { event: 'newOrder', previousStatus: null })];

describe('what was handed over last', () => {
	const before = (more: Partial<TrackerState> = {}): TrackerState =>
		stateOf({ 1: {} }, { newest: NOW - HOUR, canary: 'before', known: 1, ...more });
	const after = (more: Partial<TrackerState> = {}): TrackerState =>
		stateOf({ 1: { status: 'Completed', changes: 1 }, 2: {} }, { newest: NOW, canary: 'after', known: 2, ...more });
	const kept = (state = before(), over: Partial<Parameters<typeof handOver>[1]> = {}, at = NOW): unknown =>
		stored(handOver(state, { told: [ONE, TWO], left: [], warned: [], ...over }, at));

	test('is told again by the first poll, which reads from where the last one began and knows what that one knew', () => {
		const { state, left, at } = toTellAgain(after(), kept(), true, NOW);
		expect(state).toEqual({ ...after(), readSince: NOW - HOUR });
		expect([left, at]).toEqual([[ONE, TWO], NOW]);
	});

	test('is told by no later poll, which goes on from where the last one ended', () => {
		expect(toTellAgain(after(), kept(), false, NOW)).toEqual({ state: after(), left: [], at: NOW });
	});

	test('is left for a later poll, where the first one did not see the order', () => {
		const left = kept(before(), { told: [ONE], left: [TWO] });
		expect(toTellAgain(after(), left, false, NOW).left).toEqual([TWO]);
		expect(toTellAgain(after(), left, true, NOW).left).toEqual([TWO, ONE]);
	});

	test.each<[string, Partial<TrackerState>, Partial<TrackerState>]>([
		[
			'the look at the rest of the list',
			{ sweep: 1, lookingSince: 2, lookedThrough: 3 },
			{ sweep: 4, lookingSince: 5, lookedThrough: 6 },
		],
		[
			'a reading that had not ended',
			{ unfinished: { offset: 7, startedAt: 8, isBaseline: false } },
			{ unfinished: { offset: 9, startedAt: 8, isBaseline: false } },
		],
		['the look at reservations', { reservations: 10 }, { reservations: 11 }],
	])('has its reading done again: %s', (_, then, later) => {
		expect(toTellAgain(after(later), kept(before(then)), true, NOW).state).toEqual({
			...after(then),
			readSince: NOW - HOUR,
		});
		const fresh = toTellAgain(after(later), kept(before()), true, NOW).state;
		for (const name of Object.keys(later)) expect(fresh).not.toHaveProperty(name);
	});

	test('keeps what was learned of the API meanwhile', () => {
		const learned = { wholeUntil: 1, noStatusUntil: 2, noHistoryUntil: 3, horizon: 4 };
		expect(toTellAgain(after(learned), kept(before({ wholeUntil: 9, horizon: 0 })), true, NOW).state).toMatchObject(
			learned,
		);
	});

	test('reads from the earlier beginning, where that poll told something again itself', () => {
		expect(toTellAgain(after(), kept(before({ readSince: NOW - 2 * HOUR })), true, NOW).state.readSince).toBe(
			NOW - 2 * HOUR,
		);
	});

	test('of the very first poll has no earlier beginning', () => {
		const first = stored(handOver(undefined, { told: [ONE], left: [], warned: [] }, NOW));
		expect(toTellAgain(after(), first, true, NOW)).toEqual({ state: after(), left: [ONE], at: NOW });
	});

	test('warns again of the deadlines it warned of', () => {
		const state = stateOf({ 1: { warned: 'abcd' }, 2: { warned: 'efgh' } });
		const { orders } = toTellAgain(
			state,
			kept(before(), { told: [], warned: [keyOf('1'), keyOf('gone')] }),
			true,
			NOW,
		).state;
		expect(orders).toEqual(stateOf({ 1: {}, 2: { warned: 'efgh' } }).orders);
	});

	test.each<[string, number, number]>([
		['within an hour', HOUR, 2],
		['not later', HOUR + 1, 0],
		['with a clock that was set back', -2 * HOUR, 2],
	])('is told again %s', (_, later, count) => {
		const { state, left } = toTellAgain(after(), kept(), true, NOW + later);
		expect([left.length, state.readSince]).toEqual([count, count === 0 ? undefined : NOW - HOUR]);
	});

	test('is an event, or a warning, or both', () => {
		for (const over of [
			{ told: [ONE] },
			{ left: [ONE] },
			{ warned: [keyOf('1')] },
			{ told: [ONE], warned: [keyOf('1')] },
			{ left: [ONE], warned: [keyOf('1')] },
		]) {
			expect(handOver(before(), { told: [], left: [], warned: [], ...over }, NOW)).toMatchObject({ at: NOW });
		}
	});

	test('is nothing where nothing was told', () => {
		expect(handOver(before(), { told: [], left: [], warned: [] }, NOW)).toBeUndefined();
		for (const nothing of [undefined, null])
			expect(toTellAgain(after(), nothing, true, NOW)).toEqual({ state: after(), left: [] });
	});

	test.each(['at', 'from', 'told', 'left', 'statuses', 'warned'])(
		'is refused when it cannot be read: without %s',
		(name) => {
			const { [name]: _gone, ...broken } = kept() as Record<string, unknown>;
			expect(() => toTellAgain(after(), broken, true, NOW)).toThrow(/saved state/);
		},
	);
});
