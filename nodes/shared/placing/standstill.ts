import { ColtError } from '../errors/problem';

/** Between two beats. */
const BEAT_MS = 5_000;
/**
 * A process that stood still for longer may have lost its execution: n8n in queue mode gives an execution up some
 * half a minute after its worker's last sign, and somebody may have run it anew elsewhere.
 */
const LONGEST_MS = 30_000;

/** Notices that the process stood still, or the machine slept, while a node ran. */
export class Heartbeat {
	private last: number;

	private count = 0;

	/** The last moment before the first standstill. */
	since: number | undefined;

	constructor(private readonly now: () => number = Date.now) {
		this.last = now();
	}

	/** How often the process has stood still so far. */
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
 * Nothing was sent: the process stood still since the order was made ready, and its execution may have been run anew
 * meanwhile.
 */
export class StoodStill extends ColtError {
	constructor(trackingId: string) {
		super({
			kind: 'api',
			message: 'n8n stood still for a while before the order was sent',
			remedy: 'Run the node again; the option Look for Earlier Orders finds what was placed meanwhile.',
			outcome: 'notSent',
			trackingId,
		});
	}
}
