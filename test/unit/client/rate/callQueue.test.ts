import { CallQueue } from '../../../../nodes/shared/client/rate/callQueue';
import { problemFrom } from '../../thrown';

/** A clock that stands until it is moved; those who sleep are woken in their order. */
function stoppedClock() {
	let now = 0;
	let sleepers: Array<{ at: number; wake: () => void }> = [];
	const settle = async (): Promise<void> => {
		for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
	};
	return {
		now: () => now,
		sleep: async (ms: number, signal: AbortSignal): Promise<void> =>
			await new Promise((resolve) => {
				sleepers.push({ at: now + ms, wake: resolve });
				signal.addEventListener('abort', () => resolve(), { once: true });
			}),
		async advance(ms: number): Promise<void> {
			const until = now + ms;
			await settle();
			for (;;) {
				const next = sleepers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
				if (next === undefined) break;
				sleepers = sleepers.filter((sleeper) => sleeper !== next);
				now = Math.max(now, next.at);
				next.wake();
				await settle();
			}
			now = until;
		},
	};
}

describe('turns', () => {
	/** A queue that has been refused once: from here on calls are spaced. */
	async function limited() {
		const clock = stoppedClock();
		const queue = new CallQueue(clock);
		const execution = queue.open();
		for (let call = 0; call < 5; call += 1) execution.accepted(await execution.enter());
		execution.refused(await execution.enter());
		return { clock, queue };
	}

	it('all go at once while no limit is known', async () => {
		const queue = new CallQueue(stoppedClock());
		const execution = queue.open();
		expect(await Promise.all(Array.from({ length: 500 }, async () => await execution.enter()))).toHaveLength(500);
	});

	it('are taken by the executions in turn: one call is not behind a thousand', async () => {
		const { clock, queue } = await limited();
		const order: string[] = [];
		const enter = (execution: ReturnType<CallQueue['open']>, name: string, count: number): void => {
			for (let call = 0; call < count; call += 1) void execution.enter().then(() => order.push(name));
		};
		enter(queue.open(), 'long', 1_000);
		await clock.advance(100);
		enter(queue.open(), 'other', 3);
		enter(queue.open(), 'single', 1);
		const before = order.length;
		await clock.advance(2_000);
		expect(order.slice(before, before + 7).sort()).toEqual(
			['long', 'long', 'long', 'other', 'other', 'other', 'single'].sort(),
		);
	});

	it('a refused call comes before those that were never sent, but not before its Retry-After', async () => {
		const { clock, queue } = await limited();
		const execution = queue.open();
		const order: string[] = [];
		const note = (name: string) => (): number => order.push(`${name} ${clock.now()}`);
		void execution.enter().then(note('new'));
		void execution.enter().then(note('new'));
		void execution.enter(0).then(note('again'));
		void execution.enter(5_000).then(note('later'));
		await clock.advance(4_900);
		expect(order.map((entry) => entry.split(' ')[0])).toEqual(['again', 'new', 'new']);
		await clock.advance(10_000);
		expect(Number(order[3]?.split(' ')[1])).toBeGreaterThanOrEqual(5_000);
	});

	it('of a execution with an upper limit are spaced from the first', async () => {
		const clock = stoppedClock();
		const execution = new CallQueue(clock).open({ mostPerSecond: 4 });
		const times: number[] = [];
		for (let call = 0; call < 9; call += 1) void execution.enter().then(() => times.push(clock.now()));
		await clock.advance(10_000);
		expect(times).toEqual([0, 250, 500, 750, 1_000, 1_250, 1_500, 1_750, 2_000]);
	});

	it('end with the execution, and leave the others alone', async () => {
		const { clock, queue } = await limited();
		const stop = new AbortController();
		const execution = queue.open({ signal: stop.signal });
		const stopped = [execution.enter(60_000), execution.enter(60_000)].map(problemFrom);
		const other = queue.open().enter();
		stop.abort();
		expect(await Promise.all(stopped)).toEqual([
			expect.objectContaining({ kind: 'cancelled', outcome: 'notSent' }),
			expect.objectContaining({ kind: 'cancelled' }),
		]);
		expect(await problemFrom(execution.enter())).toMatchObject({ kind: 'cancelled', outcome: 'notSent' });
		await clock.advance(1_000);
		await expect(other).resolves.toBeDefined();
	});

	it('a call gives up only after three minutes without any success', async () => {
		const { clock, queue } = await limited();
		const execution = queue.open();
		await clock.advance(179_000);
		expect(execution.isStalled(0)).toBe(false);
		execution.accepted(await Promise.race([execution.enter(), clock.advance(2_000).then(() => ({ sentAt: -1 }))]));
		await clock.advance(100_000);
		expect(execution.isStalled(0)).toBe(false);
		await clock.advance(180_000);
		expect(execution.isStalled(0)).toBe(true);
	});
});
