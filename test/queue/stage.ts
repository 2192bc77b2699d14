import { simulatorCredential } from '../../scripts/lib/simulatorCredential';
import { waitFor } from '../../scripts/lib/waitFor';
import { ensureN8n } from '../../scripts/n8n/home';
import { createCredential } from '../../scripts/n8n/storedWorkflows';
import type { StoredCredential } from '../../scripts/n8n/storedWorkflows';
import { ensurePacked } from '../../scripts/pack';
import { Cluster } from '../../scripts/queue/cluster';
import type { ClusterOptions } from '../../scripts/queue/cluster';
import type { BookEntry } from '../../simulator/control/control';
import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';

/** So slow that every run has a middle in which something can happen. */
const LATENCY_MS = 40;

/**
 * Locks of executions that end sooner than n8n's own minute, so that n8n gives up the executions of a lost worker after
 * half a minute instead of two. It changes the wait and nothing else.
 */
export const QUICK_LOCKS: Readonly<Record<string, string>> = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '8000',
	// n8n's recovery after a kill of the main process, as in the tests of kills.
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '60',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
};

/** A cluster with the packed package in every process, and a simulator. */
export class QueueStage {
	private resets = 0;

	private constructor(
		readonly cluster: Cluster,
		readonly simulator: Simulator,
		readonly credential: StoredCredential,
	) {}

	static async open(options: Pick<ClusterOptions, 'workers' | 'webhooks' | 'env'>): Promise<QueueStage> {
		const program = await ensureN8n();
		const tarball = await ensurePacked();
		const simulator = await startSimulator({ settings: { orderDelayMs: 200 } });
		try {
			const cluster = await Cluster.start({ program, tarball, concurrency: 5, ...options });
			const data = simulatorCredential(simulator);
			const credential = await createCredential(cluster.rest, { name: 'Colt simulator', type: 'coltOAuth2Api', data });
			return new QueueStage(cluster, simulator, credential);
		} catch (error) {
			await simulator.close();
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.cluster.stop();
		await this.simulator.close();
	}

	/** What the suites of the end-to-end tests need, with callbacks through one of the webhook processes. */
	asOneN8n(webhook = 0) {
		const url = this.cluster.webhooks[webhook]?.url ?? '';
		return { simulator: this.simulator, credential: this.credential, n8n: { rest: this.cluster.rest, url } };
	}

	/** A simulator that nobody has called, which takes the same order on a number again: doubles are in the books. */
	reset(): void {
		this.resets += 1;
		const { control } = this.simulator;
		control.reset({ seed: 1_000 + this.resets });
		control.clearCalls();
		control.change({ acceptRepeats: true, latencyMs: LATENCY_MS });
	}

	/**
	 * Numbers of a customer, in service; others in each test, so that what an earlier one has left running orders nothing
	 * that this one counts.
	 */
	stock(count: number): string[] {
		const first = 1_000_000 + 10_000 * this.resets;
		const numbers = Array.from({ length: count }, (_, index) => `+44208${String(first + index)}`);
		const status = 'Activated' as const;
		this.simulator.control.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const, status })) });
		return numbers;
	}

	books(): BookEntry[] {
		return this.simulator.control.books();
	}

	/** Waits until so many orders are in the books. */
	async ordered(count: number): Promise<void> {
		await waitFor(`${count} orders`, () => this.books().length >= count || undefined, { everyMs: 5 });
	}

	/** Waits until no request is under way. */
	async atRest(): Promise<void> {
		const { control } = this.simulator;
		await waitFor('the simulator to be at rest', () => control.stats().requestsInFlight === 0 || undefined);
	}

	/** Waits until the books have not grown over several looks. */
	async quiet(): Promise<void> {
		let last = -1;
		let looks = 0;
		const look = (): true | undefined => {
			const now = this.books().length;
			looks = now === last ? looks + 1 : 0;
			last = now;
			return looks >= 20 || undefined;
		};
		await waitFor('the orders to end', look);
	}

	/** Every number has exactly one order: nothing lost, nothing doubled. */
	expectOnce(numbers: readonly string[]): void {
		const ordered = this.books().flatMap(({ ranges = [] }) => ranges.map(({ start }) => start));
		expect({ orders: ordered.length, numbers: ordered.sort() }).toEqual({
			orders: numbers.length,
			numbers: [...numbers].sort(),
		});
	}

	tokenCalls(): number {
		return this.simulator.control.calls({ operation: 'requestToken' }).length;
	}
}
