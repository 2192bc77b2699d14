import { compare } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import { OVERLAP_MS } from '../../../nodes/ColtWholesaleSip/trigger/readChanges';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { refused } from './fakeOrderList';
import type { Listed, ListMisbehaviour } from './fakeOrderList';
import { account, accountState, iso, listed, read } from './reading';
import { brief, DAY, HOUR, NOW } from './snapshots';

const FROM = NOW - HOUR - OVERLAP_MS;
const CHANGED = `changedFrom=${iso(FROM)}`;
const RECENT = ['total', `${CHANGED} 0`];
const NEWEST = { newest: NOW - HOUR, canary: keyOf('ended-199') };
/** The pages of the whole list of 204 orders. */
const WHOLE = Array.from({ length: 21 }, (_, page) => String(page * 10));
const READING = { known: 204, wholeReadAt: NOW - HOUR };

describe('what changed', () => {
	test('is asked for from a quarter of an hour before the newest change, held against the total', async () => {
		const { orders: _orders, ids, asked, warnings, ...snapshot } = await read(account(), accountState());
		expect([asked, warnings, ids]).toEqual([RECENT, [], ['ended-199']]);
		expect(snapshot).toStrictEqual({ isComplete: false, newest: NEWEST, reading: READING });
	});

	test('counts new orders, and moves on with the newest change', async () => {
		const { reading, asked, newest } = await read([...account(), listed('new', 'In progress', NOW)], accountState());
		expect([asked, reading.known, newest]).toEqual([RECENT, 205, { newest: NOW, canary: keyOf('new') }]);
	});

	test('is believed where the total says less, or nothing', async () => {
		expect((await read(account().slice(100), accountState())).reading.known).toBe(104);
		const unsaid = await read(account(), accountState(), { otherwise: { total: () => undefined } });
		expect([unsaid.asked, unsaid.reading.known]).toEqual([RECENT, 204]);
	});

	test('may go back two days: an API may take the moment for its day', async () => {
		const answers = (changed?: number): ListMisbehaviour => ({
			changedFrom: (orders) => [...orders.filter(({ id }) => id === 'ended-199'), listed('x', 'Completed', changed)],
		});
		const coarse = await read(account(), accountState({ known: 205 }), { otherwise: answers(FROM - 2 * DAY) });
		expect([coarse.asked, coarse.warnings]).toEqual([RECENT, []]);
		for (const changed of [FROM - 2 * DAY - 1, undefined]) {
			const { warnings, reading, asked } = await read(account(), accountState(), { otherwise: answers(changed) });
			expect(warnings).toEqual([expect.stringContaining('not what was asked for. The trigger reads the whole list')]);
			expect([reading.noFilterUntil, asked]).toEqual([NOW + DAY, [...RECENT, ...WHOLE]]);
		}
	});

	test('that is refused is not asked for for a day', async () => {
		const otherwise: ListMisbehaviour = {
			changedFrom: () => {
				throw refused();
			},
		};
		const first = await read(account(), accountState(), { otherwise });
		expect(first.warnings).toEqual([expect.stringContaining('is refused. The trigger reads the whole list')]);
		expect([first.reading.noFilterUntil, first.isComplete, first.asked]).toEqual([
			NOW + DAY,
			true,
			[...RECENT, ...WHOLE],
		]);
		expect((await read(account(), accountState({ noFilterUntil: NOW + 1 }), { otherwise })).asked).toEqual(WHOLE);
		const later = await read(account(), accountState({ noFilterUntil: NOW }));
		expect([later.asked, later.reading]).toEqual([RECENT, READING]);
	});

	test('must hold the order that changed last; once more, as that may just have changed', async () => {
		let times = 0;
		const once: ListMisbehaviour = { changedFrom: (orders) => ((times += 1) === 1 ? [] : orders.slice(199, 200)) };
		const moved = await read(account(), accountState(), { otherwise: once });
		expect([moved.asked, moved.warnings]).toEqual([[...RECENT, `${CHANGED} 0`], []]);
		const empty = await read(account(), accountState(), { otherwise: { changedFrom: () => [] } });
		expect([empty.asked, empty.warnings.length]).toEqual([[...RECENT, `${CHANGED} 0`, ...WHOLE], 1]);
		expect(empty.isComplete).toBe(true);
	});

	test('of which most cannot be read is held against the whole list', async () => {
		const odd = [1, 2, 3].map((index): Listed => ({ ...listed(`odd-${index}`, '', NOW) }));
		const nameless = odd.map(({ status: _status, ...order }) => order);
		const { asked, isComplete } = await read([...account(), ...nameless], accountState({ known: 207 }));
		expect([asked.slice(0, 2), asked.length, isComplete]).toEqual([RECENT, 2 + 21, true]);
	});

	test('and the whole list leave out a few odd orders, with a warning that names what they have', async () => {
		const { status: _status, ...nameless } = listed('odd', '', NOW);
		const said = (count: number): unknown => [
			expect.stringMatching(`^1 of ${count} orders .* left out .*\\{ id, createdAt, changedAt \\}$`),
		];
		const recent = await read([...account(), nameless], accountState({ known: 205 }));
		expect([recent.warnings, recent.asked]).toEqual([said(2), RECENT]);
		expect((await read([...account(), nameless], undefined)).warnings).toEqual(said(205));
	});

	test('does not find a change whose date did not move; the whole list does, within a day', async () => {
		const list = account().map((order) => (order.id === 'open-1' ? { ...order, status: 'Rejected' } : order));
		const state = accountState();
		expect((await read(list, state)).ids).not.toContain('open-1');
		const { orders, isComplete, reading } = await read(list, accountState({ wholeReadAt: NOW - DAY - 1 }));
		const { events } = compare(state, { orders, isComplete, reading }, NOW);
		expect(brief(events)).toEqual([['open-1', 'statusChanged', 'In progress', 'Rejected']]);
	});
});

describe('the whole list is read', () => {
	test.each<[string, TriggerState]>([
		['where nothing is known of it', accountState({}, {}, { newest: undefined as never })],
		['where no order is known to ask for', accountState({}, {}, { canary: undefined as never })],
		['where it is not longer than two pages', accountState({ known: 20 })],
		['where it was not counted', accountState({ known: undefined as never })],
	])('alone %s', async (_, state) => {
		const { asked, isComplete } = await read(account(), state);
		expect([asked, isComplete]).toEqual([WHOLE, true]);
	});

	test.each<[string, Parameters<typeof accountState>[0]]>([
		['a day after the last time', { wholeReadAt: NOW - DAY - 1 }],
		['where it never was', { wholeReadAt: undefined as never }],
		['where there are more orders than were seen', { known: 203 }],
	])('besides what changed %s', async (_, reading) => {
		const result = await read(account(), accountState(reading));
		expect([result.asked, result.isComplete]).toEqual([[...RECENT, ...WHOLE], true]);
		expect(result.reading).toStrictEqual({ known: 204, shortBy: 0, wholeReadAt: NOW });
	});

	test('not before a day is over, nor where it is just longer than two pages', async () => {
		expect((await read(account(), accountState({ wholeReadAt: NOW - DAY }))).asked).toEqual(RECENT);
		const few = await read(account().slice(180, 201), accountState({ known: 21 }));
		expect(few.asked).toEqual(RECENT);
	});

	test('for a late order, which the total shows', async () => {
		const list = [listed('late', 'Completed', NOW - 3 * DAY), ...account()];
		const { asked, ids, reading, newest } = await read(list, accountState());
		expect([asked, ids.includes('late'), reading.known, newest]).toEqual([[...RECENT, ...WHOLE], true, 205, NEWEST]);
	});

	test('where one of the orders to be delivered again is not among what changed', async () => {
		const of = (id: string, since = Infinity) => ({ keys: new Set([keyOf(id)]), since });
		expect((await read(account(), accountState(), { wanted: of('ended-199') })).asked).toEqual(RECENT);
		const older = await read(account(), accountState(), { wanted: of('ended-100') });
		expect([older.asked, older.ids.includes('ended-100')]).toEqual([[...RECENT, ...WHOLE], true]);
	});

	test('not for changes that are read from an earlier moment on', async () => {
		const wanted = { keys: new Set([keyOf('ended-100')]), since: NOW - 200 * HOUR };
		const { asked, ids } = await read(account(), accountState(), { wanted });
		expect(asked[1]).toBe(`changedFrom=${iso(NOW - 200 * HOUR - OVERLAP_MS)} 0`);
		expect([ids.length, ids.includes('ended-100')]).toEqual([200, true]);
		const first = await read(account(), accountState(), { wanted: { keys: new Set(), since: 0 } });
		expect(first.asked[1]).toBe('changedFrom=2000-01-01T00:00:00.000Z 0');
		const later = await read(account(), accountState(), { wanted: { keys: new Set(), since: NOW } });
		expect(later.asked).toEqual(RECENT);
	});
});

describe('a whole list', () => {
	test('is counted, and tells its newest change', async () => {
		const { orders, ids, asked, warnings, ...snapshot } = await read(account(), undefined);
		expect([orders.length, new Set(ids).size, asked, warnings]).toEqual([204, 204, WHOLE, []]);
		expect(snapshot).toStrictEqual({
			isComplete: true,
			newest: NEWEST,
			reading: { known: 204, shortBy: 0, wholeReadAt: NOW },
		});
	});

	test('without dates knows no newest change', async () => {
		const undated = account().map(({ id, status = '' }) => listed(id, status));
		expect(await read(undated, undefined)).not.toHaveProperty('newest');
	});

	test('that is shorter than its total is read once more: the same difference is the way the API counts', async () => {
		const otherwise: ListMisbehaviour = { total: (count) => count + 1 };
		const first = await read(account(), undefined, { otherwise });
		expect(first.warnings).toEqual(["Colt's list ended after 204 of 205 orders; the others cannot be seen"]);
		expect([first.reading.known, first.reading.shortBy]).toEqual([204, 1]);
		const second = await read(account(), accountState(first.reading), { otherwise });
		expect([second.asked.length, second.reading.known, second.reading.shortBy]).toEqual([2 + 21, 205, 1]);
		expect((await read(account(), accountState(second.reading), { otherwise })).asked).toEqual(RECENT);
		const third = await read(account(), accountState(second.reading), { otherwise: { total: (count) => count + 2 } });
		expect([third.asked.length, third.reading.known, third.reading.shortBy]).toEqual([2 + 21, 204, 2]);
	});

	test('that shows an order twice counts it once; a total below what came counts as that', async () => {
		const { reading } = await read([...account(), listed('open-3', 'Delayed', NOW)], undefined);
		expect([reading.known, reading.shortBy]).toEqual([204, 1]);
		const less = await read(account(), undefined, { otherwise: { total: () => 5 } });
		expect([less.reading.known, less.reading.shortBy, less.warnings]).toEqual([204, 0, []]);
	});

	test('of which most cannot be read is an error, at the very first poll too', async () => {
		const nameless = account().map(({ status, ...order }) => ({ ...order, phase: status }) as Listed);
		await expect(read(nameless, undefined)).rejects.toThrow(/204 of 204 orders .* phase/);
		await expect(read(nameless, accountState())).rejects.toThrow(/cannot be read/);
	});
});

describe('a list that is too long for one poll', () => {
	const began = NOW - HOUR / 2;

	test('is left where the time ran out, and goes on twenty orders before', async () => {
		const first = await read(account(), undefined, { lateAfter: 3, now: () => began });
		expect([first.asked, first.ids.length, first.isComplete]).toEqual([['0', '10', '20'], 30, false]);
		const newest = { newest: NOW - 171 * HOUR, canary: keyOf('ended-29') };
		expect([first.newest, first.reading]).toEqual([
			newest,
			{ whole: { offset: 30, startedAt: began, newest, isBaseline: true } },
		]);
		const state = accountState(first.reading);
		const second = await read(account(), state, { lateAfter: 5 });
		expect([second.asked, second.isComplete]).toEqual([['10', '20', '30', '40', '50'], false]);
		expect(second.reading.whole).toMatchObject({ offset: 60, startedAt: began, isBaseline: true });
		const third = await read(account(), accountState(second.reading));
		expect([third.asked[0], third.asked.length, third.isComplete]).toEqual(['40', 17, false]);
		expect(third.reading).toStrictEqual({ known: 204, wholeReadAt: began });
		expect(third.newest).toEqual(NEWEST);
	});

	test('is not the first reading any more where a state is known, and what changed is read besides', async () => {
		const due = accountState({ wholeReadAt: NOW - 2 * DAY });
		const first = await read(account(), due, { lateAfter: 4, now: () => began });
		expect(first.asked).toEqual(['total', `${CHANGED} 0`, '0', '10']);
		expect(first.newest).toEqual(NEWEST);
		expect(first.reading).toMatchObject({
			known: 204,
			wholeReadAt: NOW - 2 * DAY,
			whole: { offset: 20, isBaseline: false },
		});
		const second = await read(account(), accountState(first.reading));
		expect(second.asked.slice(0, 4)).toEqual(['total', `${CHANGED} 0`, '0', '10']);
		expect(second.asked.length).toBe(2 + 21);
		expect(second.reading).toStrictEqual({ known: 204, wholeReadAt: began });
	});

	test('goes on though nothing else asks for it any more', async () => {
		const whole = { offset: 190, startedAt: began, isBaseline: false };
		expect((await read(account(), accountState({ whole }))).asked).toEqual([...RECENT, '170', '180', '190', '200']);
	});

	test('tells no newest change where the first part is read without what changed', async () => {
		const state = accountState({ noFilterUntil: NOW + 1 });
		const first = await read(account(), state, { lateAfter: 2 });
		expect(first).not.toHaveProperty('newest');
		expect(first.reading.whole?.isBaseline).toBe(false);
	});

	test('knows at its end the changes from before it began, its own and those of the polls before', async () => {
		const list = [...account(), listed('newer', 'In progress', NOW), listed('at', 'In progress', began)];
		const whole = { offset: 190, startedAt: began, isBaseline: true };
		expect((await read(list, accountState({ whole }))).newest).toEqual({ newest: began, canary: keyOf('at') });
		const early = { newest: NOW - 2 * HOUR, canary: 'early' };
		const ended = account().slice(0, 150);
		expect((await read(ended, accountState({ whole: { ...whole, offset: 100, newest: early } }))).newest).toEqual(
			early,
		);
		const undated = account().map(({ id, status = '' }) => listed(id, status));
		expect((await read(undated, accountState({ whole: { ...whole, newest: early } }))).newest).toEqual(early);
		expect(await read(undated, accountState({ whole }))).not.toHaveProperty('newest');
	});

	test('without a total counts as long as it was', async () => {
		const whole = { offset: 190, startedAt: began, isBaseline: true };
		const { reading } = await read(account(), accountState({ whole }), { otherwise: { total: () => undefined } });
		expect(reading.known).toBe(204);
		expect((await read(account(), accountState({ whole }), { otherwise: { total: () => 300 } })).reading.known).toBe(
			300,
		);
	});

	test('is not said to be shorter than its total by the polls that read a part', async () => {
		const whole = { offset: 190, startedAt: began, isBaseline: false };
		const { warnings } = await read(account(), accountState({ whole }));
		expect(warnings).toEqual([]);
	});
});

describe('changes that are too many for one poll', () => {
	const burst = (count: number): Listed[] =>
		Array.from({ length: count }, (_, index) => listed(`burst-${index}`, 'In progress', NOW - HOUR + index * 1000));
	const began = NOW - HOUR + 5000;

	test('are left where the time ran out, without the whole list', async () => {
		const due = accountState({ wholeReadAt: NOW - 2 * DAY });
		const {
			orders: _orders,
			ids,
			asked,
			warnings,
			...snapshot
		} = await read([...account(), ...burst(40)], due, {
			lateAfter: 3,
			now: () => began,
		});
		expect([asked, warnings, ids.length]).toEqual([[...RECENT, `${CHANGED} 10`], [], 20]);
		expect(snapshot).toStrictEqual({
			isComplete: false,
			reading: {
				known: 204 + 19,
				wholeReadAt: NOW - 2 * DAY,
				recent: {
					from: FROM,
					offset: 20,
					startedAt: began,
					newest: { newest: began, canary: keyOf('burst-5') },
				},
			},
		});
	});

	const recent = { from: NOW - 3 * DAY, offset: 50, startedAt: NOW - 2 * HOUR };
	const GOES_ON = `changedFrom=${iso(NOW - 3 * DAY)}`;

	test('go on twenty orders before, from the same moment, whatever is missing', async () => {
		const { asked, reading, newest, warnings } = await read(account(), accountState({ known: 100, recent }));
		expect(asked).toEqual(['total', ...[30, 40, 50, 60, 70].map((offset) => `${GOES_ON} ${offset}`)]);
		expect([reading, warnings]).toEqual([{ known: 100, wholeReadAt: NOW - HOUR }, []]);
		expect(newest).toEqual({ newest: NOW - 2 * HOUR, canary: keyOf('ended-198') });
	});

	test('begin at the beginning, where few were read', async () => {
		const { asked } = await read(account(), accountState({ recent: { ...recent, offset: 20 } }));
		expect(asked[1]).toBe(`${GOES_ON} 0`);
	});

	test('go on in a list of any length, and are not judged by the order that changed last', async () => {
		const small = account().slice(190);
		const state = accountState(
			{ known: 5, recent: { ...recent, from: FROM, offset: 30 } },
			{},
			{ canary: 'elsewhere' },
		);
		const { asked, warnings } = await read(small, state);
		expect([asked, warnings]).toEqual([['total', `${CHANGED} 10`], []]);
	});

	test('that take a further poll remember when they began, and their newest change', async () => {
		const { reading } = await read(account(), accountState({ recent }), { lateAfter: 3 });
		expect(reading.recent).toStrictEqual({
			...recent,
			offset: 50,
			newest: { newest: NOW - 23 * HOUR, canary: keyOf('ended-177') },
		});
		const newest = { newest: NOW - 4 * HOUR, canary: 'before' };
		const later = await read(account(), accountState({ recent: { ...recent, newest } }), { lateAfter: 3 });
		expect(later.reading.recent?.newest).toEqual(newest);
	});

	test('in the end are all seen, each once', async () => {
		let state = accountState();
		const seen: unknown[] = [];
		for (let polls = 0; polls < 8; polls += 1) {
			const snapshot = await read([...account(), ...burst(40)], state, { lateAfter: 4 });
			const { events, next } = compare(state, snapshot, NOW);
			seen.push(...events.map(({ orderId }) => orderId));
			state = next;
		}
		expect(seen.toSorted()).toEqual(
			burst(40)
				.map(({ id }) => id)
				.toSorted(),
		);
	});
});
