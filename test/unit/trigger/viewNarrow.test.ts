import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { refused } from './scripted';
import type { Listed, Otherwise } from './scripted';
import { account, accountState, iso, listed, read } from './reading';
import { DAY, HOUR, NOW } from './table';

const CHANGED = `changedFrom=${iso(NOW - HOUR - 900_000)} 0`;
const USUAL = ['0', CHANGED, 'status=Delayed 0', 'status=In progress 0'];
const newest = { newest: NOW - HOUR, canary: keyOf('ended-199') };
const without = (id: string): Listed[] => account().filter((order) => order.id !== id);
/** An open order that bears neither a status nor a date by which it would be found. */
const hidden = (): Listed[] =>
	account().map((order) => (order.id === 'open-1' ? { ...order, status: 'Rejected' } : order));
const OF_THE_WHOLE = /^\d+$/;

describe('a narrow reading', () => {
	test('asks for a page of the whole, the changed and the open orders, and remembers how far it looked', async () => {
		const { isComplete, memory, asked, ids, ...view } = await read(account(), accountState());
		expect(asked).toEqual(USUAL);
		expect({ isComplete, memory, newest: view.newest }).toStrictEqual({
			isComplete: false,
			newest,
			memory: { sweep: 10, lookingSince: NOW, known: 204, lookedThrough: NOW },
		});
		expect(ids.slice(9)).toEqual(['ended-9', 'ended-199', 'open-2', 'open-3', 'open-0', 'open-1']);
	});

	test('counts a new order, and asks for no more because of it', async () => {
		const { memory, asked } = await read([...account(), listed('new', 'In progress', NOW)], accountState());
		expect([memory.known, asked]).toEqual([205, USUAL]);
	});

	test('finds an order of the last week that shows up late in the longer list of changed ones', async () => {
		const { memory, asked, ids } = await read(
			[listed('early', 'In progress', NOW - 6 * DAY), ...account()],
			accountState({ sweep: 100 }),
		);
		expect(asked.filter((query) => OF_THE_WHOLE.test(query))).toEqual(['100']);
		expect(asked[2]).toBe(`changedFrom=${iso(NOW - HOUR - 7 * DAY)} 0`);
		expect([memory.known, ids.includes('early')]).toEqual([205, true]);
	});

	test('reads the whole list when one is missing that is older', async () => {
		const { isComplete, ids } = await read(
			[listed('early', 'Odd', NOW - 8 * DAY), ...account()],
			accountState({ sweep: 100 }),
		);
		expect([isComplete, ids.includes('early')]).toEqual([true, true]);
	});

	test('looks for an open order that moved meanwhile among the changed ones, before it reads the whole list', async () => {
		const moved = (request: number): Listed[] =>
			request < 5
				? hidden()
				: account().map((order) =>
						order.id === 'open-1' ? { ...order, status: 'Rejected', changedAt: iso(NOW) } : order,
					);
		const { asked, isComplete } = await read(moved, accountState());
		expect([asked, isComplete]).toEqual([[...USUAL, CHANGED], false]);
		const nowhere = await read(hidden(), accountState());
		expect([nowhere.asked.slice(0, 6), nowhere.isComplete]).toEqual([[...USUAL, CHANGED, '0'], true]);
	});

	test('does not look for orders that are known to be missing, have finished or have no status', async () => {
		const { asked } = await read(
			without('open-1'),
			accountState(
				{ known: 203 },
				{ 'open-1': { missingSince: 5 }, done: { status: 'Completed' }, nameless: { status: '' } },
			),
		);
		expect(asked).toEqual(USUAL);
	});
});

describe('open orders', () => {
	const many = (count: number): Record<string, { status: string }> =>
		Object.fromEntries(Array.from({ length: count }, (_, index) => [`odd-${index}`, { status: `Odd ${10 + index}` }]));
	const known = 10_000;

	test('of 25 statuses are asked for by each', async () => {
		const { asked } = await read(
			[...account(), ...Object.entries(many(23)).map(([id, { status }]) => listed(id, status, NOW - DAY))],
			accountState({ known }, many(23)),
		);
		expect(asked.filter((query) => query.startsWith('status='))).toHaveLength(25);
	});

	test('of more are watched by their dates alone', async () => {
		expect((await read(account(), accountState({ known }, many(24)))).asked).toEqual(['0', CHANGED]);
	});

	test('that are too many for the time of the poll are not missing', async () => {
		const list = [
			...without('open-1'),
			...Array.from({ length: 15 }, (_, index) => listed(`slow-${index}`, 'Delayed', NOW - DAY)),
		];
		const { asked, warnings, memory, isComplete } = await read(list, accountState({ known: 218 }), { lateAfter: 3 });
		expect([asked, warnings, isComplete]).toEqual([['0', CHANGED, 'status=Delayed 0'], [], false]);
		expect(memory).not.toHaveProperty('noStatusUntil');
	});

	test('none of which is known are not asked for', async () => {
		expect((await read(account(), { ...accountState(), orders: new Map() })).asked.slice(0, 2)).toEqual(['0', CHANGED]);
	});

	test.each<[string, Otherwise, string]>([
		[
			'refused',
			{
				status: () => {
					throw refused();
				},
			},
			'refused',
		],
		['answered with others', { status: (orders) => orders }, 'not what was asked for'],
		['answered with orders without status', { status: () => [{ id: 'nameless' }] }, 'not what was asked for'],
	])('are watched by their dates alone for a day, if asking for a status is %s', async (_, otherwise, what) => {
		const { asked, warnings, memory } = await read(hidden(), accountState(), { otherwise });
		expect(asked).toEqual(USUAL.slice(0, 3));
		expect(warnings).toEqual([
			`Colt's list of orders in a status is ${what}; open orders are watched by their date of change alone, and this is tried again in a day`,
		]);
		expect(memory.noStatusUntil).toBe(NOW + DAY);
	});

	test.each<[string, number, string[]]>([
		['so long more pages of the whole list are looked at', NOW + 1, ['0', '10', CHANGED]],
		['then they are asked for again', NOW, USUAL],
	])('%s', async (_, noStatusUntil, expected) => {
		expect((await read(account(), accountState({ noStatusUntil }))).asked).toEqual(expected);
	});

	test('more pages are looked at only while there is time', async () => {
		expect((await read(account(), accountState({ noStatusUntil: NOW + 1 }), { lateAfter: 1 })).asked).toEqual([
			'0',
			CHANGED,
		]);
	});
});
