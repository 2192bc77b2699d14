const LIMIT_MS = 30_000;

/**
 * Lets waits pass faster: timers fire `factor` times sooner, and the clocks that waits are measured by run as fast,
 * so that seconds of back-off cost milliseconds. Timers of half a minute and more are limits, not waits: they keep
 * their length, so that a busy machine meets none. Node's own timers (sockets, HTTP) keep their pace as well. Returns
 * what undoes it.
 */
export function quicken(factor: number): () => void {
	const { setTimeout: later, setInterval: often } = globalThis;
	const now = Date.now.bind(Date);
	const elapsed = performance.now.bind(performance);
	const [now0, elapsed0] = [now(), elapsed()];
	const shorter = (ms = 0): number => (ms < LIMIT_MS ? ms / factor : ms);
	globalThis.setTimeout = Object.assign(
		(run: () => void, ms?: number, ...args: []) => later(run, shorter(ms), ...args),
		later,
	);
	globalThis.setInterval = Object.assign(
		(run: () => void, ms?: number, ...args: []) => often(run, shorter(ms), ...args),
		often,
	);
	Date.now = () => Math.floor(now0 + (now() - now0) * factor);
	performance.now = () => elapsed0 + (elapsed() - elapsed0) * factor;
	return () => {
		Object.assign(globalThis, { setTimeout: later, setInterval: often });
		Date.now = now;
		performance.now = elapsed;
	};
}
