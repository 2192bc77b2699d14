import fc from 'fast-check';

import { SETTLING_MS } from '../../../nodes/ColtWholesaleSip/trigger/retention';
import { pollOnce } from '../../../nodes/ColtWholesaleSip/trigger/pollOnce';
import type { PollResult } from '../../../nodes/ColtWholesaleSip/trigger/pollOnce';
import type { Remembered, TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { faultsOf, readings } from './history';
import type { History, Poll, Rules, Step } from './history';
import type { Api, WorldEvent } from './orderWorld';

/** The same histories for every change, so that it is judged by itself; FC_SEED=random looks for further ones. */
const SEED = process.env.FC_SEED === 'random' ? Date.now() % 2 ** 31 : Number(process.env.FC_SEED ?? 2_114_800_823);
const RUNS = Number(process.env.FC_RUNS ?? 10_000);
const DAY = 86_400_000;

const which = fc.nat(30);
const happening = fc.oneof<fc.MaybeWeightedArbitrary<WorldEvent>[]>(
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
const past = fc.oneof<fc.MaybeWeightedArbitrary<WorldEvent>[]>(
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
const filtering = fc.constantFrom<Array<Api['changedFrom']>>(
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

/** A tracker whose events are spoiled in each poll. */
const spoilingEvents = (
	spoil: (events: PollResult['events'], before: TriggerState | undefined) => PollResult['events'],
): Rules => ({
	async pollOnce(ports, settings, before) {
		const { saved, events, ...result } = await pollOnce(ports, settings, before);
		return { ...result, saved, events: spoil(events, before?.state) };
	},
});

/** A tracker whose state is spoiled after each poll. */
const spoilingState = (
	spoil: (next: TriggerState, before: TriggerState | undefined, result: PollResult) => TriggerState,
): Rules => ({
	async pollOnce(ports, settings, before) {
		const result = await pollOnce(ports, settings, before);
		return { ...result, saved: { ...result.saved, state: spoil(result.saved.state, before?.state, result) } };
	},
});

const without = (
	orders: TriggerState['orders'],
	isGone: (entry: [string, Remembered]) => boolean,
): TriggerState['orders'] => new Map([...orders].filter((entry) => !isGone(entry)));

describe(`random histories of orders (FC_SEED=${SEED})`, () => {
	beforeAll(() => {
		process.stdout.write(`tracker histories: FC_SEED=${SEED}, ${RUNS} of them\n`);
	});

	test('nothing is lost, and nothing repeated without a crash', async () => {
		await fc.assert(nothingWrong({ pollOnce }), { numRuns: RUNS, seed: SEED });
		process.stdout.write(`polls that read the whole list: ${readings.whole}, a part: ${readings.narrow}\n`);
		expect(readings.narrow).toBeGreaterThan(RUNS);
	}, 600_000);

	const broken: Array<[string, Rules, RegExp?]> = [
		['remembers ids only', spoilingEvents((events) => events.filter(({ event }) => event === 'newOrder'))],
		[
			'looks only at what changed since the last poll, by the newest date seen',
			spoilingEvents((events, before) =>
				events.filter(({ order: { changed = Infinity } }) => changed > (before?.horizon ?? -Infinity) + SETTLING_MS),
			),
		],
		[
			'forgets finished orders at once',
			spoilingState((next) => ({ ...next, orders: without(next.orders, ([, { status }]) => status === 'Completed') })),
		],
		[
			'settles orders without waiting for late ones',
			spoilingState((next) => ({
				...next,
				...(next.horizon !== undefined && { horizon: next.horizon + SETTLING_MS }),
			})),
		],
		[
			'never forgets',
			spoilingState((next, before) => ({
				...next,
				orders: new Map([...(before?.orders ?? []), ...next.orders]),
			})),
			/remembered/,
		],
		[
			'forgets what one reading missed',
			spoilingState((next) => ({
				...next,
				orders: without(next.orders, ([, { missingSince }]) => missingSince !== undefined),
			})),
		],
		[
			'takes a part of the list for the whole',
			spoilingState((next, _, { snapshot }) => {
				const keys = new Set(snapshot.orders.map(({ key }) => key));
				return { ...next, orders: without(next.orders, ([key]) => !keys.has(key)) };
			}),
		],
		[
			'does not go on where the time ran out',
			spoilingState(({ reading: { recent: _recent, whole: _whole, ...reading }, ...next }, before) =>
				before === undefined
					? { ...next, reading: { ...reading, ...(_whole && { whole: _whole }) } }
					: { ...next, reading, newest: Date.parse('2027-01-01') },
			),
		],
		[
			'reads no history',
			{
				pollOnce: async (ports, settings, before) =>
					await pollOnce(
						{
							...ports,
							readDetails: async () =>
								await Promise.resolve({ found: new Map(), failed: new Map(), late: new Set<string>() }),
						},
						settings,
						before,
					),
			},
			/only/,
		],
		['takes what n8n saved for what it delivered', { pollOnce, neverRedelivers: true }],
		['moves on when reading fails', { pollOnce, movesOnFailure: true }],
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
