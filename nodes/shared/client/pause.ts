import { sleep } from 'n8n-workflow';

import { faultProblem } from '../errors/faults';
import { ColtError } from '../errors/problem';

const cancelled = (): ColtError => new ColtError(faultProblem('stoppedWaiting', { effect: 'read' }));

/**
 * Waits, but no longer than the execution lives.
 * @throws ColtError of kind `cancelled` as soon as the signal fires
 */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	if (signal === undefined) return await sleep(ms);
	if (signal.aborted) throw cancelled();
	let stop = (): void => undefined;
	const aborted = new Promise<never>((_, reject) => {
		stop = () => reject(cancelled());
		signal.addEventListener('abort', stop, { once: true });
	});
	try {
		// With the signal, n8n ends its timer too; n8n versions that do not know it only stop being waited for.
		await Promise.race([aborted, sleep(ms, signal)]);
	} catch (error) {
		throw signal.aborted ? cancelled() : error;
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
