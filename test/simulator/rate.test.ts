import fc from 'fast-check';
import { RateLimiter } from '../../simulator/rateLimiter';
import { defaultSettings } from '../../simulator/settings';

const limit = (change: object) => ({ ...defaultSettings, ...change });

describe('rate limits', () => {
	it('lets everything through without one', () => {
		const limiter = new RateLimiter();
		expect(Array.from({ length: 1_000 }, () => limiter.allows(limit({}), 5)).every(Boolean)).toBe(true);
	});

	it('allows so many calls in any second', () => {
		const limiter = new RateLimiter();
		const at = (...times: number[]) => times.map((time) => limiter.allows(limit({ rateLimitPerSecond: 2 }), time));
		expect(at(0, 10, 20, 999, 1_001, 1_005, 1_011)).toEqual([true, true, false, false, true, false, true]);
	});

	it('fills a bucket evenly, up to its burst', () => {
		const limiter = new RateLimiter();
		const at = (...times: number[]) =>
			times.map((time) => limiter.allows(limit({ bucketPerSecond: 10, bucketBurst: 3 }), time));
		expect(at(0, 0, 0, 0, 50, 100, 150, 200)).toEqual([true, true, true, false, false, true, false, true]);
		expect(at(60_000, 60_000, 60_000, 60_000)).toEqual([true, true, true, false]);
		const untold = new RateLimiter();
		expect([0, 0, 0].map((time) => untold.allows(limit({ bucketPerSecond: 2 }), time))).toEqual([true, true, false]);
	});

	it('never lets more through than burst and rate allow, and nothing less to who asks often', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 200 }),
				fc.integer({ min: 1, max: 100 }),
				fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 300 }),
				(bucketPerSecond, bucketBurst, gaps) => {
					const limiter = new RateLimiter();
					let now = 1_000;
					let passed = 0;
					for (const gap of gaps) {
						now += gap;
						if (limiter.allows(limit({ bucketPerSecond, bucketBurst }), now)) passed += 1;
					}
					const most = bucketBurst + ((now - 1_000) / 1_000) * bucketPerSecond;
					expect(passed).toBeLessThanOrEqual(most + 1e-6);
					const hammered = new RateLimiter();
					const settings = limit({ bucketPerSecond, bucketBurst });
					let count = 0;
					for (let time = 0; time <= 2_000; time += 1)
						for (let again = 0; again < bucketBurst + 1; again += 1) if (hammered.allows(settings, time)) count += 1;
					// A bucket of one keeps no fraction: who asks each millisecond waits for the next whole one.
					const least =
						bucketBurst === 1 ? 2_000 / Math.ceil(1_000 / bucketPerSecond) : bucketBurst + 2 * bucketPerSecond;
					expect(count).toBeGreaterThanOrEqual(Math.floor(least) - 1);
				},
			),
			{ numRuns: 25 },
		);
	});
});
