import { sleep } from 'n8n-workflow';

import { faultProblem } from '../errors/faults';
import { ColtError } from '../errors/problem';

const cancelled = (): ColtError => new ColtError(faultProblem('stoppedWaiting', { effect: 'read' }));

/**
 * Waits for shared work, at most until the execution ends; the work itself continues.
 * @throws ColtError of kind `cancelled` as soon as the signal fires
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (signal === undefined) return await work;
	let stop = (): void => undefined;
	const aborted = new Promise<never>((_, reject) => {
		stop = () => reject(cancelled());
		if (signal.aborted) stop();
		else signal.addEventListener('abort', stop, { once: true });
	});
	try {
		return await Promise.race([aborted, work]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}

/**
 * Waits, at most until the execution ends.
 * @throws ColtError of kind `cancelled` as soon as the signal fires
 */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	if (signal?.aborted === true) throw cancelled();
	// With the signal, n8n ends its timer too; n8n versions that do not know it only stop being waited for.
	await untilAborted(
		signal === undefined
			? sleep(ms)
			: sleep(ms, signal).catch((error: unknown) => (signal.aborted ? undefined : Promise.reject(error as Error))),
		signal,
	);
}
