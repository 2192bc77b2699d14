import { ColtError } from '../errors/problem';

/** Between two beats. */
const BEAT_MS = 5_000;
/**
 * A process that was suspended for longer may have lost its execution: in queue mode n8n abandons an execution about
 * half a minute after the worker's last sign of life, and it may have been run again elsewhere.
 */
const LONGEST_MS = 30_000;

/** Detects that the process was suspended, or the machine slept, while a node ran. */
export class Heartbeat {
	private last: number;

	private count = 0;

	/** The last moment before the first suspension. */
	since: number | undefined;

	constructor(private readonly now: () => number = Date.now) {
		this.last = now();
	}

	/** How often the process has been suspended so far. */
	standstills(): number {
		const now = this.now();
		if (now - this.last > BEAT_MS + LONGEST_MS) {
			this.count += 1;
			this.since ??= this.last;
		}
		this.last = now;
		return this.count;
	}

	/** Beats until the signal fires. */
	async beat(pause: (ms: number, signal: AbortSignal) => Promise<void>, ends: AbortSignal): Promise<void> {
		while (!ends.aborted) {
			await pause(BEAT_MS, ends).catch(() => undefined);
			this.standstills();
		}
	}
}

/**
 * Nothing was sent: the process was suspended since the order was prepared, and its execution may have been run again
 * in the meantime.
 */
export class ProcessSuspended extends ColtError {
	constructor(trackingId: string) {
		super({
			kind: 'api',
			message: 'n8n was suspended for a while before the order was sent',
			remedy:
				'Run the node again with the option Look for Earlier Orders (Hours), which finds orders placed in the ' +
				'meantime.',
			outcome: 'notSent',
			trackingId,
		});
	}
}
