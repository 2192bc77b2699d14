import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Unfinished } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { track } from '../../../nodes/ColtWholesaleSip/trigger/compare';
import { refused } from './scripted';
import type { Listed, Otherwise } from './scripted';
import { account, accountState, iso, listed, read } from './reading';
import { DAY, HOUR, NOW } from './table';

const FROM = NOW - HOUR - 900_000;
const CHANGED = `changedFrom=${iso(FROM)}`;
const changedOnly = (asked: readonly string[]): string[] => asked.filter((query) => query.startsWith('changedFrom'));
/** Orders that changed in the last minutes, one a second. */
const burst = (count: number): Listed[] =>
	Array.from({ length: count }, (_, index) => listed(`burst-${index}`, 'Completed', NOW - HOUR + index * 1000));

describe('a list of changed orders', () => {
	const answers = (...ids: string[]): Otherwise => ({
		changedFrom: (orders) => orders.filter(({ id }) => ['ended-199', ...ids].includes(id)),
	});

	test.each<[string, Listed, boolean]>([
		['may go back two days, to the beginning of the day', listed('x', 'Completed', FROM - 2 * DAY), true],
		['goes back no further', listed('x', 'Completed', FROM - 2 * DAY - 1), false],
		['has no order without date', listed('x', 'Completed'), false],
	])('%s', async (_, order, isTrue) => {
		const { warnings, memory, isComplete } = await read([...account(), order], accountState({ known: 205 }), {
			otherwise: answers('x'),
		});
		expect([warnings, memory.wholeUntil, isComplete]).toEqual(
			isTrue
				? [[], undefined, false]
				: [
						[
							"Colt's list of orders changed since a moment is not what was asked for; the whole list is read at each poll, and the narrow one tried again in a day",
						],
						NOW + DAY,
						true,
					],
		);
	});

	test('that is refused is not asked for for a day', async () => {
		const { warnings, memory, asked } = await read(account(), accountState(), {
			otherwise: {
				changedFrom: () => {
					throw refused();
				},
			},
		});
		expect(warnings).toEqual([expect.stringContaining('is refused; the whole list is read at each poll')]);
		expect([memory.wholeUntil, changedOnly(asked)]).toEqual([NOW + DAY, [`${CHANGED} 0`]]);
	});

	test('that lacks the order changed last is read a second time: it may just have changed', async () => {
		let times = 0;
		const { asked, warnings } = await read(account(), accountState(), {
			otherwise: { changedFrom: (orders) => ((times += 1) === 1 ? [] : orders.slice(199, 200)) },
		});
		expect([changedOnly(asked), warnings]).toEqual([[`${CHANGED} 0`, `${CHANGED} 0`], []]);
	});

	test('that lacks it twice is not what was asked for', async () => {
		const { asked, warnings, isComplete } = await read(account(), accountState(), {
			otherwise: { changedFrom: () => [] },
		});
		expect([changedOnly(asked).length, warnings.length, isComplete]).toEqual([2, 1, true]);
	});
});

describe('a long list of changed orders', () => {
	test('is left where the time ran out', async () => {
		const { isComplete, memory, asked, ...view } = await read(
			[...account(), ...burst(40)],
			accountState({ known: 244 }),
			{ lateAfter: 3, now: () => NOW - HOUR + 5000 },
		);
		expect(asked).toEqual(['0', `${CHANGED} 0`, `${CHANGED} 10`]);
		// Of what changed since the reading began more may come.
		const unfinished = {
			from: FROM,
			offset: 20,
			startedAt: NOW - HOUR + 5000,
			newest: { newest: NOW - HOUR + 5000, canary: keyOf('burst-5') },
			isBaseline: false,
		};
		expect({ isComplete, memory }).toStrictEqual({
			isComplete: false,
			memory: { sweep: 10, lookingSince: NOW - HOUR + 5000, known: 244, unfinished },
		});
		expect(view).not.toHaveProperty('newest');
	});

	test('counts the new orders it has seen, so that they are not missing when it has ended', async () => {
		const news = Array.from({ length: 30 }, (_, index) => listed(`new-${index}`, 'In progress', NOW - HOUR + index));
		const polls = [];
		let state = accountState({ sweep: 100 });
		for (const lateAfter of [2, Infinity, Infinity]) {
			const view = await read([...account(), ...news], state, { lateAfter });
			state = track(state, view, NOW).next;
			polls.push([state.known, view.isComplete, state.unfinished?.offset]);
		}
		// The list of changed ones begins with the order changed last.
		expect(polls).toEqual([
			[213, false, 10],
			[234, false, undefined],
			[234, false, undefined],
		]);
	});

	test('is left in the longer one of the last week too', async () => {
		const { memory } = await read(
			[...account(), listed('early', 'In progress', NOW - DAY)],
			accountState({ sweep: 100 }),
			{ lateAfter: 3 },
		);
		expect(memory.unfinished).toMatchObject({ from: NOW - HOUR - 7 * DAY, offset: 10 });
	});

	const begun = (more: Partial<Unfinished> = {}): Unfinished => ({
		from: NOW - 3 * DAY,
		offset: 50,
		startedAt: NOW - 2 * HOUR,
		isBaseline: false,
		...more,
	});
	const GOES_ON = `changedFrom=${iso(NOW - 3 * DAY)}`;

	test('goes on twenty orders before, from the same moment, whatever else is missing', async () => {
		const hidden = account().map((order) => (order.id === 'open-1' ? { ...order, status: 'Rejected' } : order));
		const { asked, isComplete, warnings, memory, ...view } = await read(
			[listed('early', 'Odd', NOW - 30 * DAY), ...hidden],
			accountState({ sweep: 100, unfinished: begun({ newest: { newest: NOW - 3 * HOUR, canary: 'before' } }) }),
		);
		expect(changedOnly(asked.slice(0, 6))).toEqual([30, 40, 50, 60, 70].map((offset) => `${GOES_ON} ${offset}`));
		expect(asked.slice(6, 8)).toEqual(['status=Delayed 0', 'status=In progress 0']);
		expect({ isComplete, warnings, memory }).toStrictEqual({
			isComplete: false,
			warnings: [],
			memory: { sweep: 110, known: 204, lookedThrough: NOW },
		});
		expect(view.newest).toEqual({ newest: NOW - 2 * HOUR, canary: keyOf('ended-198') });
		// An open order that is nowhere is looked for among them once more, but not in the whole list.
		expect(changedOnly(asked.slice(8))).toEqual(asked.slice(8));
	});

	test('is not judged by the order changed last, which may be in a part already read', async () => {
		const { warnings, asked } = await read(
			account(),
			accountState({ unfinished: begun({ from: FROM, offset: 30 }), canary: 'elsewhere' }),
		);
		expect([warnings, changedOnly(asked)]).toEqual([[], [`${CHANGED} 10`]]);
	});

	test('that takes a further poll remembers when it began, and its newest change', async () => {
		const { memory } = await read(account(), accountState({ unfinished: begun() }), { lateAfter: 3 });
		expect(memory.unfinished).toStrictEqual({
			...begun(),
			offset: 50,
			newest: { newest: NOW - 23 * HOUR, canary: keyOf('ended-177') },
		});
	});
});

describe('the look at the whole list, page by page', () => {
	const total = (): undefined => undefined;
	test.each<[string, object, object]>([
		['begins now', {}, { sweep: 10, lookingSince: NOW }],
		['goes on', { sweep: 10, lookingSince: 5 }, { sweep: 20, lookingSince: 5 }],
		['goes on, though it is not known when it began', { sweep: 10 }, { sweep: 20 }],
		['has come round', { sweep: 200, lookingSince: NOW - 5 }, { sweep: 0, lookedThrough: NOW - 5 }],
		[
			'has come round, but was overtaken by another',
			{ sweep: 200, lookingSince: NOW - 2 * HOUR },
			{ sweep: 0, lookedThrough: NOW - HOUR },
		],
		[
			'has come round for the first time',
			{ sweep: 200, lookingSince: NOW - 5, lookedThrough: undefined },
			{ sweep: 0, lookedThrough: NOW - 5 },
		],
		['has come round, though it is not known when it began', { sweep: 200 }, { sweep: 0 }],
		['begins anew, though an earlier one was noted', { sweep: 0, lookingSince: 5 }, { sweep: 10, lookingSince: NOW }],
	])('%s', async (_, before, expected) => {
		const { memory } = await read(account(), accountState(before), { otherwise: { total } });
		expect(memory).toStrictEqual({ known: 204, ...expected });
	});

	test('a total says as much as having come round', async () => {
		expect((await read(account(), accountState({ sweep: 10, lookingSince: 5 }))).memory).toStrictEqual({
			sweep: 20,
			lookingSince: 5,
			known: 204,
			lookedThrough: NOW,
		});
	});
});
