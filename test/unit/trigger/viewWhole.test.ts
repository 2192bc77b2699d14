import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Newest, Unfinished } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { account, accountState, listed, read } from './reading';
import { DAY, HOUR, NOW, stateOf } from './table';

const three = [
	listed('1', 'In progress', NOW - DAY),
	listed('2', 'Completed', NOW - HOUR),
	listed('3', 'In progress', NOW - DAY),
];
const newestAt = (id: string, newest: number): Newest => ({ newest, canary: keyOf(id) });

describe('the whole list, read in one go', () => {
	test('shows every order, and is remembered with its length, its newest change and when it was looked through', async () => {
		let clock = NOW;
		const { ids, isComplete, newest, memory, asked } = await read(three, undefined, { now: () => clock++ });
		expect({ ids, isComplete, newest, memory, asked }).toStrictEqual({
			ids: ['1', '2', '3'],
			isComplete: true,
			newest: newestAt('2', NOW - HOUR),
			memory: { known: 3, shortBy: 0, lookedThrough: NOW },
			asked: ['0'],
		});
	});

	test('has no newest change without dates', async () => {
		expect(await read([listed('1', 'A')], undefined)).not.toHaveProperty('newest');
	});

	test.each<[string, number | undefined, number | undefined, object, number]>([
		['with as many orders as it says', 3, undefined, { known: 3, shortBy: 0 }, 0],
		['that does not say how many', undefined, undefined, { known: 3, shortBy: 0 }, 0],
		['with more than it says', 2, undefined, { known: 3, shortBy: 0 }, 0],
		['with fewer than it says: the next poll looks again', 5, undefined, { known: 3, shortBy: 2 }, 1],
		['with fewer by another number than before', 5, 1, { known: 3, shortBy: 2 }, 1],
		['with fewer by the same number twice: it is how the API counts', 5, 2, { known: 5, shortBy: 2 }, 1],
	])('is counted: one %s', async (_, total, shortBy, expected, warnings) => {
		const result = await read(three, shortBy === undefined ? undefined : stateOf({}, { shortBy }), {
			otherwise: { total: () => total },
		});
		expect(result.memory).toEqual({ ...expected, lookedThrough: NOW });
		expect(result.warnings).toEqual(
			Array.from({ length: warnings }, () => "Colt's list ended after 3 of 5 orders; the others cannot be seen"),
		);
	});

	test('is counted by itself, whatever a narrow reading saw before', async () => {
		const gone = listed('gone', 'In progress', NOW - DAY);
		const { memory, warnings, isComplete, asked } = await read(
			(request) => (request === 1 ? [gone, ...account()] : account()),
			accountState(),
			{ otherwise: { total: (count) => count + 5 } },
		);
		expect(memory).toEqual({ sweep: 10, known: 204, shortBy: 5, lookedThrough: NOW, lookingSince: NOW });
		expect(warnings).toEqual([expect.stringContaining('after 204 of 209')]);
		expect([isComplete, asked.at(-1)]).toEqual([true, '200']);
	});
});

describe('a whole list that takes several polls', () => {
	const newer = listed('newer', 'Delayed', NOW + 1);

	test('is left where the time ran out; what changed since it began does not count as its newest', async () => {
		const { ids, isComplete, newest, memory } = await read([...three, newer, ...account()], undefined, {
			lateAfter: 2,
		});
		expect(ids).toHaveLength(20);
		expect({ isComplete, newest, memory }).toStrictEqual({
			isComplete: false,
			newest: newestAt('2', NOW - HOUR),
			memory: { unfinished: { offset: 20, startedAt: NOW, newest: newestAt('2', NOW - HOUR), isBaseline: true } },
		});
	});

	test('has no newest change without dates', async () => {
		const { memory, ...view } = await read(
			account().map(({ id, status = '' }) => listed(id, status)),
			undefined,
			{ lateAfter: 1 },
		);
		expect(memory).toStrictEqual({ unfinished: { offset: 10, startedAt: NOW, isBaseline: true } });
		expect(view).not.toHaveProperty('newest');
	});

	test('is not settled before its end, if it is not the first reading', async () => {
		const { memory, isComplete, ...view } = await read(account(), accountState({ wholeUntil: NOW + 1 }), {
			lateAfter: 2,
		});
		expect(memory).toStrictEqual({
			unfinished: { offset: 20, startedAt: NOW, newest: newestAt('ended-19', NOW - 181 * HOUR), isBaseline: false },
		});
		expect(isComplete).toBe(false);
		expect(view).not.toHaveProperty('newest');
	});

	const began = NOW - 2 * HOUR;
	const begun = (more: Partial<Unfinished> = {}): Unfinished => ({
		offset: 50,
		startedAt: began,
		isBaseline: true,
		...more,
	});

	test.each([true, false])('goes on twenty orders before, as what it was (first reading: %s)', async (isBaseline) => {
		const { memory, asked, ...view } = await read(account(), accountState({ unfinished: begun({ isBaseline }) }), {
			lateAfter: 3,
		});
		expect(asked).toEqual(['30', '40', '50']);
		expect(memory).toStrictEqual({
			unfinished: { offset: 60, startedAt: began, newest: newestAt('ended-59', NOW - 141 * HOUR), isBaseline },
		});
		expect(view.newest).toEqual(isBaseline ? newestAt('ended-59', NOW - 141 * HOUR) : undefined);
	});

	test('goes on at the beginning, if it did not come far', async () => {
		expect((await read(account(), accountState({ unfinished: begun({ offset: 10 }) }))).asked[0]).toBe('0');
	});

	test('does not go on with what was to be read of the changed orders', async () => {
		const { asked, memory } = await read(account(), accountState({ wholeUntil: NOW + 1, lookedThrough: NOW }));
		expect([asked[0], memory]).toEqual(['0', { known: 204, shortBy: 0, lookedThrough: NOW }]);
	});

	test.each<[string, number | undefined, number]>([
		['with a total', 300, 300],
		['without one, by its place in the list', undefined, 204],
	])('at its end is counted %s', async (_, total, known) => {
		const { memory, isComplete, warnings } = await read(account(), accountState({ unfinished: begun() }), {
			otherwise: { total: () => total },
		});
		expect(memory).toStrictEqual({ known, lookedThrough: began });
		expect([isComplete, warnings]).toEqual([false, []]);
	});

	const early = newestAt('early', NOW - 50 * DAY);
	const late = newestAt('late', NOW - 90_000);
	// The last that ended before the reading began; one of the moment itself was there.
	const found = newestAt('ended-198', began);
	test.each<[string, Newest | undefined, boolean, Newest | undefined]>([
		['its own, if the polls before saw older ones', early, true, found],
		['that of the polls before, if it is newer', late, true, late],
		['its own, if the polls before saw none', undefined, true, found],
		['that of the polls before, if it sees none', early, false, early],
		['none, without any dates', undefined, false, undefined],
	])('at its end knows the newest change: %s', async (_, newest, hasDates, expected) => {
		const list = hasDates ? [...account(), newer] : account().map(({ id, status = '' }) => listed(id, status));
		const view = await read(list, accountState({ unfinished: begun(newest === undefined ? {} : { newest }) }));
		expect([view.newest, Object.hasOwn(view, 'newest')]).toEqual([expected, expected !== undefined]);
	});
});
