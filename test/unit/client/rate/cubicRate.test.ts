import fc from 'fast-check';

import { printTable } from '../../../../scripts/bench/printTable';
import { bucket, fixedWindow, run, slidingWindow } from './world';
import type { Limit, Trial } from './world';

const CALLS = 1_000;

interface Case {
	name: string;
	perSecond: number;
	limit: () => Limit;
	latencyMs: number;
	retryAfterMs?: number;
	/** Of the allowed rate, at least. */
	least: number;
}

/** What a bucket of one call lets through depends on how evenly calls arrive; see the least of each. */
const LEAST_OF_ONE: Readonly<Record<number, number>> = { 5: 0.6, 20: 0.65, 50: 0.45, 100: 0.3, 200: 0.2 };

const CASES: Case[] = [
	...[5, 20, 50, 100, 200].flatMap((perSecond) =>
		[5, 20, 100].flatMap((latencyMs): Case[] => [
			...[5, 20, 100].map((burst) => ({
				name: `bucket of ${burst}`,
				perSecond,
				latencyMs,
				limit: () => bucket(perSecond, burst),
				// 1,000 calls are few at a high rate: they end soon after it has been found.
				least: perSecond > 100 ? 0.7 : perSecond > 50 ? 0.85 : 0.94,
			})),
			{
				name: 'bucket of 1',
				perSecond,
				latencyMs,
				limit: () => bucket(perSecond, 1),
				least: LEAST_OF_ONE[perSecond] ?? 0,
			},
			{
				name: 'sliding second',
				perSecond,
				latencyMs,
				limit: () => slidingWindow(perSecond),
				// Of five calls a second one refused call is a fifth.
				least: perSecond > 100 ? 0.5 : perSecond > 5 ? 0.9 : 0.75,
			},
		]),
	),
	...[1, 20].map((perSecond) => ({
		name: 'bucket of 20',
		perSecond,
		latencyMs: 20,
		limit: () => bucket(perSecond, 20),
		least: 0.95,
	})),
	...[5, 20].map((perSecond) => ({
		name: 'bucket of 20',
		perSecond,
		latencyMs: 500,
		limit: () => bucket(perSecond, 20),
		least: 0.95,
	})),
	...[20, 50].flatMap((perSecond): Case[] => [
		{
			name: 'bucket of 20, Retry-After 1 s',
			perSecond,
			latencyMs: 20,
			retryAfterMs: 1_000,
			limit: () => bucket(perSecond, 20),
			least: 0.93,
		},
		{
			name: 'sliding second, Retry-After 1 s',
			perSecond,
			latencyMs: 20,
			retryAfterMs: 1_000,
			limit: () => slidingWindow(perSecond),
			least: 0.85,
		},
	]),
	{ name: 'clock second', perSecond: 20, latencyMs: 20, limit: () => fixedWindow(20, 1_000), least: 0.95 },
	{ name: '100 in 10 seconds', perSecond: 10, latencyMs: 20, limit: () => fixedWindow(100, 10_000), least: 0.95 },
	{ name: '300 in a minute', perSecond: 5, latencyMs: 20, limit: () => fixedWindow(300, 60_000), least: 0.95 },
];

describe('an unknown limit is found', () => {
	const rows: string[][] = [];
	afterAll(() => {
		if (process.env.COLT_RATE_TABLE !== undefined)
			printTable(
				`${CALLS} calls at a limit nobody has stated`,
				['limit', 'a second', 'latency, ms', '% of the allowed rate', 'refused'],
				rows,
			);
	});

	test.each(CASES)(
		'$name, $perSecond a second, $latencyMs ms',
		({ name, perSecond, limit, latencyMs, retryAfterMs, least }) => {
			const results = [1, 2, 3].map((seed) =>
				run({ calls: CALLS, latencyMs, limit: limit(), seed, ...(retryAfterMs !== undefined && { retryAfterMs }) }),
			);
			const parts = results.map(({ ms }) => CALLS / perSecond / (ms / 1_000));
			rows.push([
				name,
				`${perSecond}`,
				`${latencyMs}`,
				parts.map((part) => (part * 100).toFixed(1)).join(' '),
				results.map(({ refused }) => refused).join(' '),
			]);
			expect(results.map(({ accepted }) => accepted.length)).toEqual([CALLS, CALLS, CALLS]);
			expect(Math.min(...parts)).toBeGreaterThanOrEqual(least);
			expect(Math.max(...results.map(({ refused }) => refused))).toBeLessThan(
				CALLS * (perSecond > 1 && latencyMs < 500 ? 0.6 : 0.9),
			);
		},
	);

	it('also when it changes in mid-run, downwards and upwards', () => {
		const change = (before: number, after: number): Trial => ({
			calls: 2_000,
			latencyMs: 20,
			limit: bucket((now) => (now < 10_000 ? before : after), 10),
		});
		for (const [before, after, seconds] of [
			[50, 10, 2],
			[10, 100, 12],
		] as const) {
			const { accepted, refused } = run(change(before, after));
			const between = accepted.filter((at) => at > (10 + seconds) * 1_000 && at <= (15 + seconds) * 1_000).length;
			expect(between).toBeGreaterThanOrEqual(after * 5 * 0.9);
			expect(refused).toBeLessThan(400);
		}
	});

	it('without a limit nothing waits', () => {
		const { ms, refused } = run({ calls: 1_000, latencyMs: 20, limit: () => true });
		expect([refused, ms < 1_000]).toEqual([0, true]);
	});

	it('every call gets through in the end, whatever the limit', () => {
		fc.assert(
			fc.property(
				fc.record({
					perSecond: fc.integer({ min: 1, max: 300 }),
					burst: fc.integer({ min: 1, max: 100 }),
					latencyMs: fc.integer({ min: 1, max: 800 }),
					calls: fc.integer({ min: 1, max: 300 }),
					parallel: fc.integer({ min: 1, max: 50 }),
					seed: fc.integer(),
					retryAfterMs: fc.option(fc.integer({ min: 0, max: 3_000 }), { nil: undefined }),
				}),
				({ perSecond, burst, retryAfterMs, ...trial }) => {
					const { accepted, ms } = run({
						...trial,
						limit: bucket(perSecond, burst),
						...(retryAfterMs !== undefined && { retryAfterMs }),
					});
					expect(accepted).toHaveLength(trial.calls);
					expect(ms).toBeLessThan(600_000);
				},
			),
			{ numRuns: 150 },
		);
	});

	it('a door that is shut is not hammered: the gaps grow, and it opens again', () => {
		const arrivals: number[] = [];
		const { accepted } = run({
			calls: 200,
			latencyMs: 20,
			limit: (now) => (now < 3_000 || now > 60_000 ? true : (arrivals.push(now), false)),
			parallel: 5,
		});
		expect(accepted).toHaveLength(200);
		const shut = run({
			calls: 3_000,
			latencyMs: 20,
			limit: (now) => (now < 300 || now > 60_000 ? true : (arrivals.push(now), false)),
		});
		expect(shut.accepted).toHaveLength(3_000);
		expect(arrivals.length).toBeLessThan(150);
	});
});
