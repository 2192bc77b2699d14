import { waitFor } from '../../scripts/lib/waitFor';
import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

describe('a rate limit nobody has told the node', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated();
	});
	afterEach(async () => await simulated.simulator.close());

	const seed = (count: number): string[] => {
		const numbers = Array.from({ length: count }, (_, index) => `+44208132${String(index).padStart(4, '0')}`);
		simulated.simulator.control.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const })) });
		return numbers;
	};
	const reserve = async (numbers: readonly string[], options: object = {}) =>
		await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: '={{ $json.start }}',
				country: 'GB',
				additionalFields: { serviceProfile: 'ANH' },
				options: { ...options },
			},
			items: numbers.map((start) => ({ start })),
		});

	test.each<[string, Record<string, number>]>([
		['a bucket', { bucketPerSecond: 50, bucketBurst: 10 }],
		['a bucket of one', { bucketPerSecond: 50, bucketBurst: 1 }],
		['a sliding window, with Retry-After', { rateLimitPerSecond: 50, retryAfterSeconds: 1 }],
	])('%s: every order is placed once, and few calls are refused', async (_, settings) => {
		const { control } = simulated.simulator;
		control.change(settings);
		const numbers = seed(90);
		const { error, json } = await reserve(numbers);
		expect(error).toBeUndefined();
		expect(json.map(({ numberRangeStart }) => numberRangeStart)).toEqual(numbers);
		expect(control.books()).toHaveLength(numbers.length);
		expect(control.calls({ operation: 'reserveNumbers' }).filter(({ status }) => status === 429).length).toBeLessThan(
			90,
		);
	});

	test('a limit that changes in mid-run costs no order', async () => {
		const { control } = simulated.simulator;
		control.change({ bucketPerSecond: 100, bucketBurst: 20 });
		const numbers = seed(90);
		const running = reserve(numbers);
		control.change({ bucketPerSecond: 25, bucketBurst: 5 });
		const { error } = await running;
		expect([error, control.books().length]).toEqual([undefined, numbers.length]);
	});

	test('a node with one item is not behind a node with many', async () => {
		const { control } = simulated.simulator;
		control.change({ bucketPerSecond: 20, bucketBurst: 5 });
		const [last = '', ...many] = seed(81);
		const long = reserve(many);
		await waitFor('the long node to be slowed down', () => (control.books().length >= 20 ? true : undefined), {
			everyMs: 10,
		});
		const { error } = await reserve([last]);
		expect(error).toBeUndefined();
		expect(control.books().length).toBeLessThan(50);
		expect((await long).error).toBeUndefined();
	});
});
