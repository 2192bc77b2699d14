import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/setup/setup.cjs';
import type { Call } from '../../simulator/callLog';

/** Where `npm run coverage` reads what a real n8n has called. */
const FILE = join(root, '.build', 'e2e-calls.json');

/** Counts the answered calls of each operation over all end-to-end tests. */
export class CallRecord {
	private readonly counts = new Map<string, number>();

	/** Adds the calls of one test. A call that was refused does not count: it shows nothing works. */
	add(calls: readonly Call[]): void {
		for (const { operation, status } of calls) {
			if (operation !== null && status >= 200 && status < 300) this.count(operation, 1);
		}
	}

	/** Adds calls of one operation. */
	count(operation: string, calls: number): void {
		this.counts.set(operation, (this.counts.get(operation) ?? 0) + calls);
	}

	write(): void {
		const record = [...this.counts].sort().map(([name, count]) => {
			const [api = '', operation = ''] = name.split('.');
			return { api, operation, count };
		});
		mkdirSync(dirname(FILE), { recursive: true });
		writeFileSync(FILE, `${JSON.stringify(record, null, '\t')}\n`);
	}
}
