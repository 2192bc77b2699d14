import { waitFor } from '../../scripts/lib/waitFor';
import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

describe('an execution that is stopped', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated();
	});
	afterEach(async () => await simulated.simulator.close());

	const start = (count: number, options: object) => {
		const { control } = simulated.simulator;
		const numbers = control
			.numbers({ country: 'GB', status: 'Free' })
			.filter(({ rangeSize }) => rangeSize === 1)
			.slice(0, count)
			.map(({ start }) => start);
		const stop = new AbortController();
		const run = simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: '={{ $json.start }}',
				options: { ...options },
			},
			items: numbers.map((start) => ({ start })),
			signal: stop.signal,
		});
		return { stop: () => stop.abort(), run };
	};
	const trackingIds = () => simulated.simulator.control.books().map(({ trackingId }) => trackingId);

	test('says which orders were placed, which have an unknown outcome and which were not sent', async () => {
		const { control } = simulated.simulator;
		control.addFault({ operation: 'reserveNumbers', kind: 'silence', phase: 'after', count: 3 });
		const { stop, run } = start(12, { parallelCalls: 3 });
		await waitFor('three orders that are not answered', () => (control.books().length === 3 ? true : undefined), {
			everyMs: 10,
		});
		stop();
		const { error, run: ended } = await run;
		expect(error?.context).toMatchObject({
			problem: {
				kind: 'cancelled',
				fault: 'stoppedSending',
				outcome: 'unknown',
				batch: expect.stringMatching(
					/Sent, but with an unknown outcome: item 2 .* Not sent: items 4 to 12\.$/,
				) as unknown,
			},
		});
		const { problem } = error?.context as { problem: { unknownRequests: string[] } };
		expect([...problem.unknownRequests].sort()).toEqual(trackingIds().sort());
		for (const id of trackingIds()) expect(error?.description).toContain(id);
		expect(ended.status).toBe('canceled');
		expect(control.books()).toHaveLength(3);
	});

	test('ends calls that wait for the rate limit, and names the orders that were placed', async () => {
		const { control } = simulated.simulator;
		control.change({ bucketPerSecond: 0.01, bucketBurst: 4 });
		const { stop, run } = start(8, {});
		await waitFor(
			'the limit to be met',
			() =>
				control.calls({ operation: 'reserveNumbers' }).some(({ status }) => status === 429) &&
				control.books().length === 3
					? true
					: undefined,
			{ everyMs: 10 },
		);
		stop();
		const { error, run: ended } = await run;
		expect(error?.context).toMatchObject({
			problem: { kind: 'cancelled', item: expect.stringMatching(/^Item [1-8] of 8 /) as unknown },
		});
		// A call may just be knocking, and an answer just be coming, when the execution is stopped.
		const { problem } = error?.context as { problem: { placedOrders?: string[]; unknownRequests?: string[] } };
		const { placedOrders = [], unknownRequests = [] } = problem;
		const books = control.books();
		expect(books).toHaveLength(3);
		expect(
			books.filter(({ id, trackingId }) => !placedOrders.includes(id) && !unknownRequests.includes(trackingId ?? '')),
		).toEqual([]);
		expect(placedOrders.filter((id) => !books.some((order) => order.id === id))).toEqual([]);
		expect(ended.status).toBe('canceled');
	});

	test('ends while the token is waited for', async () => {
		const { control } = simulated.simulator;
		control.addFault({ operation: 'requestToken', kind: 'silence' });
		const { stop, run } = start(2, { timeoutSeconds: 2 });
		await waitFor('the token call', () => (simulated.simulator.control.stats().requests > 0 ? true : undefined), {
			everyMs: 10,
		});
		stop();
		const { error } = await run;
		expect(error?.context).toMatchObject({ problem: { kind: 'cancelled', outcome: 'notSent' } });
		expect(control.books()).toHaveLength(0);
	});
});
