import { Clock, parseClockMode } from '../../simulator/clock';

describe('clock', () => {
	it('does nothing by itself when stepped, and everything in order on advance', () => {
		const clock = new Clock('stepped', 1_000);
		const seen: Array<[string, number]> = [];
		const note = (name: string) => () => seen.push([name, clock.now()]);
		clock.after(30, note('c'));
		clock.after(10, note('a'));
		clock.after(10, () => {
			note('b')();
			clock.after(5, note('b+5'));
		});
		const cancel = clock.after(20, note('never'));
		cancel();
		clock.advance(9);
		expect(seen).toEqual([]);
		clock.advance(16);
		expect(seen).toEqual([
			['a', 1_010],
			['b', 1_010],
			['b+5', 1_015],
		]);
		expect(clock.now()).toBe(1_025);
		clock.set(2_000);
		expect(seen.at(-1)).toEqual(['c', 1_030]);
		expect(clock.pending()).toEqual({ count: 0, next: undefined });
		expect(() => clock.set(1)).toThrow('forward only');
	});

	it('runs so many times faster', async () => {
		const clock = new Clock({ fast: 1_000_000 }, 0);
		const at = await new Promise<number>((resolve) => clock.after(3_600_000, () => resolve(clock.now())));
		expect(at).toBeGreaterThanOrEqual(3_600_000);
		clock.stop();
	});

	it('keeps the time of the wall when real, and can be advanced', async () => {
		const clock = new Clock('real');
		expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
		const done = new Promise<void>((resolve) => clock.after(86_400_000, resolve));
		clock.advance(86_400_000);
		await done;
		expect(clock.now()).toBeGreaterThan(Date.now() + 86_000_000);
		clock.stop();
	});

	it('runs what was due long ago after being advanced past it', () => {
		const clock = new Clock('stepped', 100);
		let ran = false;
		clock.at(50, () => (ran = true));
		expect(ran).toBe(false);
		clock.advance(0);
		expect([ran, clock.now()]).toEqual([true, 100]);
	});

	it('reads its mode', () => {
		expect([parseClockMode('real'), parseClockMode('stepped'), parseClockMode('fast:60')]).toEqual([
			'real',
			'stepped',
			{ fast: 60 },
		]);
		expect(() => parseClockMode('fast:0')).toThrow('fast:<factor>');
	});
});
