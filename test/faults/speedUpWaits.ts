const LIMIT_MS = 30_000;
/** A longer step of a clock is a busy machine, not a wait: counted fast, it would look like a suspended process. */
const LONGEST_STEP_MS = 500;

/** A clock that runs `factor` times as fast. */
function fastClock(now: () => number, factor: number): () => number {
	let [real, quick] = [now(), now()];
	return () => {
		const step = now() - real;
		real += step;
		quick += step <= LONGEST_STEP_MS ? step * factor : LONGEST_STEP_MS * factor + (step - LONGEST_STEP_MS);
		return quick;
	};
}

/**
 * Lets waits pass faster: timers fire `factor` times sooner, and the clocks that waits are measured by run as fast,
 * so that seconds of back-off cost milliseconds. Timers of half a minute and more are limits, not waits: they keep
 * their length, so that a busy machine meets none. Node's own timers (sockets, HTTP) keep their pace as well. Returns
 * what undoes it.
 */
export function speedUpWaits(factor: number): () => void {
	const { setTimeout: later, setInterval: often } = globalThis;
	const now = Date.now.bind(Date);
	const elapsed = performance.now.bind(performance);
	const fastNow = fastClock(now, factor);
	const shorter = (ms = 0): number => (ms < LIMIT_MS ? ms / factor : ms);
	globalThis.setTimeout = Object.assign(
		(run: () => void, ms?: number, ...args: []) => later(run, shorter(ms), ...args),
		later,
	);
	globalThis.setInterval = Object.assign(
		(run: () => void, ms?: number, ...args: []) => often(run, shorter(ms), ...args),
		often,
	);
	Date.now = () => Math.floor(fastNow());
	performance.now = fastClock(elapsed, factor);
	return () => {
		Object.assign(globalThis, { setTimeout: later, setInterval: often });
		Date.now = now;
		performance.now = elapsed;
	};
}
