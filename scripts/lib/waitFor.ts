import { setTimeout as pause } from 'node:timers/promises';

export interface WaitOptions {
	/** Give up after this many milliseconds; 180,000 by default. */
	timeoutMs?: number;
	/** Milliseconds between two looks; 100 by default. */
	everyMs?: number;
}

/**
 * Looks until the probe gives something other than `undefined`, and returns it. What the probe throws is not caught.
 * @param what for the error: "waited 60 s for …"
 */
export async function waitFor<T>(
	what: string,
	probe: () => Promise<T | undefined> | T | undefined,
	options: WaitOptions = {},
): Promise<T> {
	const { timeoutMs = 180_000, everyMs = 100 } = options;
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const found = await probe();
		if (found !== undefined) return found;
		if (Date.now() >= deadline) throw new Error(`Waited ${Math.round(timeoutMs / 1000)} s for ${what}`);
		await pause(everyMs);
	}
}
