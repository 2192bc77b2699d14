import { Gathered } from '../../../nodes/ColtWholesaleSip/trigger/gather';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TrackerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { track } from '../../../nodes/ColtWholesaleSip/trigger/compare';
import type { OrderEvent } from '../../../nodes/ColtWholesaleSip/trigger/compare';
import { OVERLAP_MS, readView, wantsWhole } from '../../../nodes/ColtWholesaleSip/trigger/readChanges';
import { account, iso } from './reading';
import { refused, scripted } from './scripted';
import type { Listed, Otherwise, Scripted } from './scripted';
import { DAY, NOW } from './table';

interface Stage {
	orders: Listed[];
	source: Scripted;
	state: TrackerState;
	poll(now?: number): Promise<OrderEvent[]>;
	/** Distinct lists asked for since the last call, without moments. */
	asked(): string[];
}

async function stage(otherwise: Otherwise = {}, pageSize = 10): Promise<Stage> {
	const self: Stage = {
		orders: account(),
		source: scripted(() => self.orders, otherwise, pageSize),
		state: { orders: new Map() },
		async poll(now = NOW) {
			const view = await readView(
				self.source,
				new Gathered(),
				self.state.known === undefined && self.state.unfinished === undefined && self.state.orders.size === 0
					? undefined
					: self.state,
				() => now,
			);
			const { events, next } = track(self.state.orders.size === 0 ? undefined : self.state, view, now);
			self.state = next;
			return events;
		},
		asked() {
			const lists = self.source.asked.splice(0).map((query) => query.replace(/=\d{4}-\S+/, ''));
			return [...new Set(lists.map((query) => query.replace(/ ?\d+$/, '')))];
		},
	};
	await self.poll();
	self.asked();
	return self;
}

const told = (events: readonly OrderEvent[]): string[] =>
	events.map(({ orderId, previousStatus, status }) => `${orderId} ${previousStatus} ${status}`);
const set = (orders: Listed[], id: string, change: Partial<Listed>): void =>
	void Object.assign(orders.find((order) => order.id === id) ?? {}, change);

describe('a narrow reading', () => {
	test('begins where the last process began, when that is earlier', async () => {
		const { source, state } = await stage();
		const fromOf = async (more: Partial<TrackerState>): Promise<string | undefined> => {
			source.asked.splice(0);
			await readView(source, new Gathered(), { ...state, ...more }, () => NOW);
			return source.asked.find((query) => query.startsWith('changedFrom'));
		};
		const hour = 3_600_000;
		expect(await fromOf({ readSince: NOW - 9 * hour })).toBe(`changedFrom=${iso(NOW - 9 * hour - OVERLAP_MS)} 0`);
		expect(await fromOf({ readSince: NOW })).toBe(`changedFrom=${iso((state.newest ?? 0) - OVERLAP_MS)} 0`);
	});

	test('asks for one page of the whole, the changed and the open ones', async () => {
		const self = await stage();
		await self.poll();
		expect(self.source.asked).toEqual([
			'0',
			`changedFrom=${iso(NOW - 3_600_000 - 900_000)} 0`,
			'status=Delayed 0',
			'status=In progress 0',
		]);
		expect(self.source.warnings).toEqual([]);
		await self.poll();
		expect(self.source.asked[4]).toBe('10');
		// The other status comes first now: if the time is short, each has its turn.
		expect(self.source.asked.slice(6)).toEqual(['status=In progress 0', 'status=Delayed 0']);
	});

	test('comes round to the beginning of the list', async () => {
		const self = await stage();
		self.state = { ...self.state, sweep: 200 };
		await self.poll();
		expect(self.source.asked[0]).toBe('200');
		expect(self.state.sweep).toBe(0);
	});

	test('finds what changed, though its date did not', async () => {
		const self = await stage();
		set(self.orders, 'open-1', { status: 'Delayed' });
		expect(told(await self.poll())).toEqual(['open-1 In progress Delayed']);
		expect(self.asked()).toEqual(['', 'changedFrom', 'status=Delayed', 'status=In progress']);
	});

	test('reads the whole list when an open order is nowhere', async () => {
		const self = await stage();
		set(self.orders, 'open-1', { status: 'Rejected' });
		expect(told(await self.poll())).toEqual(['open-1 In progress Rejected']);
		expect(self.source.asked.slice(0, 6).map((query) => query.replace(/=\d.*$/, ''))).toEqual([
			'0',
			'changedFrom',
			'status=Delayed 0',
			'status=In progress 0',
			'changedFrom',
			'0',
		]);
	});

	test('an order that has gone from the list is looked for once', async () => {
		const self = await stage();
		self.orders.splice(
			self.orders.findIndex(({ id }) => id === 'open-1'),
			1,
		);
		expect(await self.poll()).toEqual([]);
		expect(self.state.orders.get(keyOf('open-1'))).toMatchObject({
			status: 'In progress',
			missingSince: Math.floor(NOW / DAY),
		});
		self.asked();
		await self.poll();
		expect(self.asked().toSorted()).toEqual(['', 'changedFrom', 'status=Delayed', 'status=In progress']);
	});

	test('a late order is found by the total: in the last week first, then in the whole list', async () => {
		const self = await stage();
		self.orders.splice(3, 0, {
			id: 'late',
			status: 'Completed',
			createdAt: iso(NOW - 3 * DAY),
			changedAt: iso(NOW - 3 * DAY),
		});
		expect(told(await self.poll())).toEqual(['late null Completed']);
		expect(self.asked().slice(0, 2)).toEqual(['', 'changedFrom']);
		expect(self.state.known).toBe(205);
		self.orders.splice(3, 0, {
			id: 'later',
			status: 'In progress',
			createdAt: iso(NOW - 30 * DAY),
			changedAt: iso(NOW - 30 * DAY),
		});
		self.state = { ...self.state, sweep: 100 };
		self.source.asked.length = 0;
		expect(told(await self.poll())).toEqual(['later null In progress']);
		expect(self.state.known).toBe(206);
		self.asked();
		await self.poll();
		expect(self.source.asked).toHaveLength(4);
	});

	test('a total that says less is believed', async () => {
		const self = await stage();
		self.orders.splice(0, 100);
		await self.poll();
		expect(self.state.known).toBe(104);
	});

	test('a total that is always one too many is looked into twice and not again', async () => {
		let more = 0;
		const self = await stage({ total: (count) => count + more });
		more = 1;
		const lengths: number[] = [];
		for (let poll = 0; poll < 4; poll += 1) {
			self.source.asked.length = 0;
			await self.poll();
			lengths.push(self.source.asked.length);
		}
		expect(lengths[0]).toBeGreaterThan(20);
		expect(lengths[1]).toBeGreaterThan(20);
		expect(lengths.slice(2)).toEqual([4, 4]);
	});

	test('without a total the polls find a late order as they come round', async () => {
		const self = await stage({ total: () => undefined });
		self.orders.splice(95, 0, {
			id: 'late',
			status: 'Completed',
			createdAt: iso(NOW - 3 * DAY),
			changedAt: iso(NOW - 3 * DAY),
		});
		const polls = [];
		for (let poll = 0; poll < 11; poll += 1) polls.push(told(await self.poll()));
		expect(polls.flat()).toEqual(['late null Completed']);
		expect(polls[9]).toEqual(['late null Completed']);
	});
});

describe('an API that does not do what it is asked', () => {
	const whole = Array.from({ length: 21 }, (_, page) => String(page * 10));
	test.each<[string, Otherwise, RegExp]>([
		[
			'refuses the date',
			{
				changedFrom: () => {
					throw refused();
				},
			},
			/refused/,
		],
		['ignores the date', { changedFrom: (orders) => orders }, /not what was asked for/],
		['finds nothing', { changedFrom: () => [] }, /not what was asked for/],
		[
			'answers 404',
			{
				changedFrom: () => {
					throw refused(404);
				},
			},
			/not what was asked for/,
		],
		[
			'leaves out the newest',
			{
				changedFrom: (orders, from) =>
					orders.filter(({ id, changedAt = '' }) => changedAt >= from && !['ended-199', 'open-0'].includes(id)),
			},
			/not what was asked for/,
		],
		[
			'tells no dates there',
			{ changedFrom: (orders) => orders.slice(-1).map(({ changedAt: _date, ...order }) => order) },
			/not what was asked for/,
		],
	])('%s: the whole list is read for a day, and a warning says so once', async (_, otherwise, warning) => {
		const self = await stage(otherwise);
		set(self.orders, 'open-0', { status: 'Delayed', changedAt: iso(NOW) });
		expect(told(await self.poll())).toEqual(['open-0 In progress Delayed']);
		expect(self.source.asked.slice(-21)).toEqual(whole);
		expect(self.source.warnings).toEqual([expect.stringMatching(warning)]);
		self.source.asked.length = 0;
		await self.poll(NOW + DAY - 1);
		expect(self.source.asked).toEqual(whole);
		expect(self.source.warnings).toHaveLength(1);
		await self.poll(NOW + DAY + 1);
		expect(self.source.warnings).toHaveLength(2);
	});

	test('a date taken for its day is what was asked for', async () => {
		const self = await stage({
			changedFrom: (orders, from) =>
				orders.filter(({ changedAt = '' }) => changedAt.slice(0, 10) >= iso(Date.parse(from) - DAY).slice(0, 10)),
		});
		await self.poll();
		expect(self.source.warnings).toEqual([]);
	});

	test.each<[string, Otherwise]>([
		[
			'refuses the status',
			{
				status: () => {
					throw refused();
				},
			},
		],
		['ignores the status', { status: (orders) => orders }],
	])('%s: more of the whole list is looked at instead, for a day', async (_, otherwise) => {
		const self = await stage(otherwise);
		await self.poll();
		expect(self.source.warnings).toEqual([expect.stringMatching(/in a status/)]);
		self.source.asked.length = 0;
		await self.poll(NOW + DAY - 1);
		expect(self.asked()).toEqual(['', 'changedFrom']);
		await self.poll(NOW + DAY + 1);
		expect(self.source.warnings).toHaveLength(2);
	});

	test('other failures are no refusal', async () => {
		const self = await stage({
			changedFrom: () => {
				throw refused(403);
			},
		});
		await expect(self.poll()).rejects.toThrow('No');
		const other = await stage({
			status: () => {
				throw new TypeError('defect');
			},
		});
		await expect(other.poll()).rejects.toThrow('defect');
	});

	test('a list that ends before its total is told', async () => {
		const source = scripted(account, { total: (count) => count + 5 });
		await readView(source, new Gathered(), undefined, () => NOW);
		expect(source.warnings).toEqual([expect.stringMatching(/204 of 209/)]);
	});
});

describe('a reading that is longer than a poll', () => {
	test('goes on where it stopped, and its orders are not new', async () => {
		const self = await stage();
		self.state = { orders: new Map() };
		self.source.lateAfter = 1;
		let polls = 0;
		const events: OrderEvent[] = [];
		do {
			self.source.asked.length = 0;
			const view = await readView(self.source, new Gathered(), polls === 0 ? undefined : self.state, () => NOW);
			const result = track(polls === 0 ? undefined : self.state, view, NOW);
			if (polls === 2)
				self.orders.push({ id: 'new', status: 'In progress', createdAt: iso(NOW + 1), changedAt: iso(NOW + 1) });
			self.state = result.next;
			events.push(...result.events);
			polls += 1;
			self.source.lateAfter = 3;
		} while (self.state.unfinished !== undefined && polls < 50);
		expect(told(events)).toEqual(['new null In progress']);
		expect(polls).toBeGreaterThan(10);
		expect(self.state.known).toBe(205);
	});

	test('of the changed orders goes on too', async () => {
		const self = await stage();
		for (let index = 0; index < 40; index += 1)
			set(self.orders, `ended-${index}`, { description: 'caught up', changedAt: iso(NOW + index) });
		self.source.lateAfter = 2;
		const first = await self.poll(NOW + 60_000);
		expect(first).toHaveLength(10);
		const { from, offset } = self.state.unfinished ?? {};
		expect([from, offset]).toEqual([NOW - 3_600_000 - 900_000, 10]);
		const rest: OrderEvent[] = [];
		for (let poll = 0; poll < 5 && self.state.unfinished !== undefined; poll += 1) {
			self.source.asked.length = 0;
			self.source.lateAfter = 4;
			rest.push(...(await self.poll(NOW + 60_000)));
		}
		expect(self.state.unfinished).toBeUndefined();
		expect(new Set([...first, ...rest].map(({ orderId }) => orderId)).size).toBe(40);
		expect(first.length + rest.length).toBe(40);
		self.source.lateAfter = Infinity;
		expect(await self.poll(NOW + 60_000)).toEqual([]);
		expect(self.source.warnings).toEqual([]);
	});
});

describe('the whole list', () => {
	const known = (more: Partial<TrackerState>): TrackerState => ({
		newest: NOW,
		canary: 'key',
		known: 1_000,
		orders: new Map(),
		...more,
	});
	test.each<[string, TrackerState, boolean]>([
		['nothing missing', known({}), false],
		['no date', known({ newest: undefined }), true],
		['no order to know it by', known({ canary: undefined }), true],
		['not counted', known({ known: undefined }), true],
		['filters not usable', known({ wholeUntil: NOW + 1 }), true],
		['to be tried again', known({ wholeUntil: NOW }), false],
		['looked through a day ago', known({ lookedThrough: NOW - DAY }), false],
		['looked through longer ago', known({ lookedThrough: NOW - DAY - 1 }), true],
		['begun', known({ unfinished: { offset: 5, startedAt: NOW, isBaseline: false } }), true],
		[
			'the changed ones begun',
			known({ known: 1, unfinished: { from: 1, offset: 5, startedAt: NOW, isBaseline: false } }),
			false,
		],
		['as short as the rest', known({ known: 30 }), true],
		['a page longer', known({ known: 31 }), false],
		[
			'as short as with open orders',
			known({ known: 50, orders: new Map([['a', { status: 'In progress', changes: 0 }]]) }),
			true,
		],
		[
			'longer than with open orders',
			known({ known: 51, orders: new Map([['a', { status: 'In progress', changes: 0 }]]) }),
			false,
		],
		[
			'ended and missing ones do not count',
			known({
				known: 31,
				orders: new Map([
					['a', { status: 'Completed', changes: 0 }],
					['b', { status: 'In progress', changes: 0, missingSince: 5 }],
					['c', { status: 'Odd', changes: 0, finishedAt: 5 }],
					['d', { status: '', changes: 0 }],
				]),
			}),
			false,
		],
	])('is read: %s', (_, state, expected) => {
		expect(wantsWhole(state, 10, NOW)).toBe(expected);
	});
});
