import fc from 'fast-check';

import { SETTLING_MS } from '../../../nodes/ColtWholesaleSip/tracking/settled';
import { track } from '../../../nodes/ColtWholesaleSip/tracking/tracker';
import { faultsOf } from './history';
import type { History, Poll, Rules, Step } from './history';
import type { Happening } from './world';

const SEED = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const DAY = 86_400_000;

const which = fc.nat(20);
const happening = fc.oneof<fc.MaybeWeightedArbitrary<Happening>[]>(
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('wait'), ms: fc.constantFrom(0, 1000, 3_600_000, DAY, 3 * DAY) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('create'), pick: which, hiddenFor: fc.constantFrom(0, 0, 0, 1000, DAY, 6 * DAY),
			type: fc.constantFrom('activation', 'reservation', 'portIn', 'portOut', 'portUpdate'),
		}),
	},
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('move'), which, pick: which }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('describe'), which }) },
);
const poll: fc.Arbitrary<Poll> = fc.record({
	kind: fc.constant('poll'),
	outcome: fc.constantFrom('done', 'done', 'done', 'read fails', 'crash'),
	pageSize: fc.integer({ min: 1, max: 5 }),
	sorting: fc.constantFrom('oldest first', 'last changed first'),
	between: fc.array(happening.filter(({ kind }) => kind !== 'wait'), { maxLength: 2 }),
});
const step = fc.oneof<fc.MaybeWeightedArbitrary<Step>[]>(
	{ weight: 4, arbitrary: happening }, { weight: 2, arbitrary: poll }, { weight: 1, arbitrary: fc.constant({ kind: 'restart' }) },
);
const history: fc.Arbitrary<History> = fc.record({
	skew: fc.integer({ min: -3 * DAY, max: 3 * DAY }),
	before: fc.array(happening, { maxLength: 8 }),
	steps: fc.array(step, { maxLength: 25, size: 'max' }),
});

/** No fault at all, or none of one kind. */
const nothingWrong = (rules: Rules, kind = /(?:)/) => fc.property(history, (random) => {
	expect(faultsOf(random, rules).filter((fault) => kind.test(fault))).toEqual([]);
});

const LOST_OR_REPEATED = /came|twice/;
const RUNS = 10_000;

describe(`random histories of orders (FC_SEED=${SEED})`, () => {
	beforeAll(() => {
		process.stdout.write(`tracker histories: FC_SEED=${SEED}\n`);
	});

	test('nothing is lost, and nothing repeated without a crash', () => {
		fc.assert(nothingWrong({ track }), { numRuns: RUNS, seed: SEED });
	}, 600_000);

	const broken: Array<[string, Rules, RegExp?]> = [
		['remembers ids only', {
			track: (...input) => {
				const { events, next } = track(...input);
				return { events: events.filter(({ event }) => event === 'newOrder'), next };
			},
		}],
		['looks only at what changed since the last poll, by the newest date seen', {
			track: (state, orders, now) => {
				const { events, next } = track(state, orders, now);
				const cursor = (state?.horizon ?? -Infinity) + SETTLING_MS;
				return { events: events.filter(({ order: { changed = now } }) => changed > cursor), next };
			},
		}],
		['forgets finished orders at once', {
			track: (state, orders, now) => {
				const { events, next } = track(state, orders, now);
				return { events, next: { ...next, orders: new Map([...next.orders].filter(([, { status }]) => status !== 'Completed')) } };
			},
		}],
		['settles orders without waiting for late ones', {
			track: (state, orders, now) => {
				const { events, next } = track(state, orders, now);
				return { events, next: { ...next, ...(next.horizon !== undefined && { horizon: next.horizon + SETTLING_MS }) } };
			},
		}],
		['never forgets', {
			track: (state, orders, now) => {
				const { events, next } = track(state, orders, now);
				return { events, next: { ...next, orders: new Map([...(state?.orders ?? []), ...next.orders]) } };
			},
		}, /remembered/],
		['forgets what one reading missed', {
			track: (state, orders, now) => {
				const { events, next } = track(state, orders, now);
				return { events, next: { ...next, orders: new Map([...next.orders].filter(([, { missingSince }]) => missingSince === undefined)) } };
			},
		}],
		['moves on when reading fails', { track, movesOnFailure: true }],
	];
	test.each(broken)('a tracker that %s is found out', (_, rules, kind = LOST_OR_REPEATED) => {
		expect(fc.check(nothingWrong(rules, kind), { numRuns: RUNS, seed: SEED, endOnFailure: true }).failed).toBe(true);
	}, 600_000);
});
