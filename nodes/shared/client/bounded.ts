import { sleep } from 'n8n-workflow';

import { BrokenOff } from './limits';

/**
 * Runs some work within a time limit and at most until the execution ends. A signal asks the work to stop; if it
 * does not, it is no longer waited for.
 * @throws BrokenOff `timeout`, `stoppedSending`, or `stoppedWaiting` when the execution had ended before
 */
export async function bounded<T>(
	work: (signal: AbortSignal) => Promise<T>,
	totalMs: number,
	cancel: AbortSignal | undefined,
): Promise<T> {
	if (cancel?.aborted === true) throw new BrokenOff('stoppedWaiting');
	const stopWork = new AbortController();
	const stopTimer = new AbortController();
	let onCancel = (): void => undefined;
	const ended = new Promise<never>((_, reject) => {
		const end = (reason: BrokenOff): void => {
			reject(reason);
			stopWork.abort();
		};
		onCancel = () => end(new BrokenOff('stoppedSending'));
		cancel?.addEventListener('abort', onCancel, { once: true });
		sleep(totalMs, stopTimer.signal).then(
			() => end(new BrokenOff('timeout', `after ${totalMs / 1_000} s`)),
			() => undefined,
		);
	});
	try {
		return await Promise.race([ended, work(stopWork.signal)]);
	} finally {
		stopTimer.abort();
		cancel?.removeEventListener('abort', onCancel);
	}
}
