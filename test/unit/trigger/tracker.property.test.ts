import fc from 'fast-check';

import { SETTLING_MS } from '../../../nodes/ColtWholesaleSip/trigger/settled';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { turn } from '../../../nodes/ColtWholesaleSip/trigger/turn';
import { faultsOf, readings } from './history';
import type { History, Poll, Rules, Step } from './history';
import type { Api, Happening } from './world';

/** The same histories for every change, so that it is judged by itself; FC_SEED=random looks for further ones. */
const SEED = process.env.FC_SEED === 'random' ? Date.now() % 2 ** 31 : Number(process.env.FC_SEED ?? 2_114_800_823);
const RUNS = Number(process.env.FC_RUNS ?? 10_000);
const DAY = 86_400_000;

const which = fc.nat(30);
const happening = fc.oneof<fc.MaybeWeightedArbitrary<Happening>[]>(
	{
		weight: 2,
		arbitrary: fc.record({ kind: fc.constant('wait'), ms: fc.constantFrom(0, 1000, 3_600_000, DAY, 3 * DAY) }),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('create'),
			pick: which,
			hiddenFor: fc.constantFrom(0, 0, 0, 1000, DAY, 6 * DAY),
			type: fc.constantFrom('activation', 'reservation', 'portIn', 'portOut', 'portUpdate'),
		}),
	},
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('move'), which, pick: which }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('finish'), which, pick: which }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('describe'), which }) },
);
/** Before the first poll, much has ended. */
const past = fc.oneof<fc.MaybeWeightedArbitrary<Happening>[]>(
	{ weight: 1, arbitrary: happening },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('create'),
			pick: which,
			hiddenFor: fc.constant(0),
			type: fc.constantFrom('activation', 'portOut'),
		}),
	},
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('finish'), which, pick: which }) },
);
const poll: fc.Arbitrary<Poll> = fc.record({
	kind: fc.constant('poll'),
	outcome: fc.constantFrom('done', 'done', 'done', 'fails', 'crash', 'dies'),
	failsAt: fc.nat(5),
	lateAfter: fc.constantFrom(Infinity, Infinity, Infinity, 1, 2, 4),
	pageSize: fc.integer({ min: 1, max: 3 }),
	sorting: fc.constantFrom('oldest first', 'last changed first'),
	between: fc.array(
		fc.oneof(
			{ weight: 2, arbitrary: happening.filter(({ kind }) => kind !== 'wait') },
			{ weight: 1, arbitrary: fc.record({ kind: fc.constant('wait'), ms: fc.constantFrom(1, 1000) }) },
		),
		{ maxLength: 4 },
	),
});
const step = fc.oneof<fc.MaybeWeightedArbitrary<Step>[]>(
	{ weight: 4, arbitrary: happening },
	{ weight: 2, arbitrary: poll },
	{ weight: 1, arbitrary: fc.constant({ kind: 'restart' }) },
);
const filtering = fc.constantFrom<Array<Api['status']>>(
	'honoured',
	'honoured',
	'honoured',
	'ignored',
	'refused',
	'empty',
);
const mostly = fc.constantFrom(true, true, true, false);
const history: fc.Arbitrary<History> = fc.record({
	api: fc.record({
		changedFrom: fc.oneof(filtering, fc.constant('coarse' as const)),
		status: filtering,
		hasTotal: mostly,
		hasDates: mostly,
		hasHistory: fc.boolean(),
	}),
	skew: fc.integer({ min: -3 * DAY, max: 3 * DAY }),
	isDurable: fc.boolean(),
	baselineLateAfter: fc.constantFrom(Infinity, Infinity, 1, 3),
	before: fc.array(past, { maxLength: 40, size: 'max' }),
	steps: fc.array(step, { maxLength: 25, size: 'max' }),
});

/** No fault at all, or none of one kind. */
const nothingWrong = (rules: Rules, kind = /(?:)/) =>
	fc.asyncProperty(history, async (random) => {
		expect((await faultsOf(random, rules)).filter((fault) => kind.test(fault))).toEqual([]);
	});

const LOST_OR_REPEATED = /came|twice/;

/** A tracker whose state is spoiled after each poll. */
const spoiling = (
	spoil: (
		turned: Awaited<ReturnType<typeof turn>>,
		state: Parameters<typeof turn>[2],
	) => Partial<Awaited<ReturnType<typeof turn>>>,
): Rules => ({
	async turn(around, into, state) {
		const turned = await turn(around, into, state);
		return { ...turned, ...spoil(turned, state) };
	},
});

describe(`random histories of orders (FC_SEED=${SEED})`, () => {
	beforeAll(() => {
		process.stdout.write(`tracker histories: FC_SEED=${SEED}, ${RUNS} of them\n`);
	});

	test('nothing is lost, and nothing repeated without a crash', async () => {
		await fc.assert(nothingWrong({ turn }), { numRuns: RUNS, seed: SEED });
		process.stdout.write(`polls that read the whole list: ${readings.whole}, a part: ${readings.narrow}\n`);
		expect(readings.narrow).toBeGreaterThan(RUNS);
	}, 600_000);

	const broken: Array<[string, Rules, RegExp?]> = [
		['remembers ids only', spoiling(({ events }) => ({ events: events.filter(({ event }) => event === 'newOrder') }))],
		[
			'looks only at what changed since the last poll, by the newest date seen',
			spoiling(({ events }, state) => ({
				events: events.filter(
					({ order: { changed = Infinity } }) => changed > (state?.horizon ?? -Infinity) + SETTLING_MS,
				),
			})),
		],
		[
			'forgets finished orders at once',
			spoiling(({ next }) => ({
				next: { ...next, orders: new Map([...next.orders].filter(([, { status }]) => status !== 'Completed')) },
			})),
		],
		[
			'settles orders without waiting for late ones',
			spoiling(({ next }) => ({
				next: { ...next, ...(next.horizon !== undefined && { horizon: next.horizon + SETTLING_MS }) },
			})),
		],
		[
			'never forgets',
			spoiling(({ next }, state) => ({
				next: { ...next, orders: new Map([...(state?.orders ?? []), ...next.orders]) },
			})),
			/remembered/,
		],
		[
			'forgets what one reading missed',
			{
				async turn(around, into, state) {
					const turned = await turn(around, into, state);
					const orders = new Map([...turned.next.orders].filter(([, { missingSince }]) => missingSince === undefined));
					return { ...turned, next: { ...turned.next, orders } };
				},
			},
		],
		[
			'takes a part of the list for the whole',
			{
				async turn(around, into, state) {
					const turned = await turn(around, into, state);
					const seen = new Set(turned.view.orders.map(({ id }) => keyOf(id)));
					return {
						...turned,
						next: { ...turned.next, orders: new Map([...turned.next.orders].filter(([key]) => seen.has(key))) },
					};
				},
			},
		],
		[
			'does not go on where the time ran out',
			spoiling(({ next: { unfinished: _left, ...next } }, state) =>
				state === undefined ? {} : { next: { ...next, newest: Date.parse('2027-01-01') } },
			),
		],
		[
			'reads no history',
			{
				turn: async (around, into, state) =>
					await turn(
						{ ...around, details: async () => await Promise.resolve({ found: new Map(), again: new Set<string>() }) },
						into,
						state,
					),
			},
			/only/,
		],
		['takes what n8n saved for what it delivered', { turn, neverTellsAgain: true }],
		['moves on when reading fails', { turn, movesOnFailure: true }],
	];
	test.each(broken)(
		'a tracker that %s is found out',
		async (_, rules, kind = LOST_OR_REPEATED) => {
			expect(
				(await fc.check(nothingWrong(rules, kind), { numRuns: RUNS, seed: SEED, endOnFailure: true })).failed,
			).toBe(true);
		},
		600_000,
	);
});
