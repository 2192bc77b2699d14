import { readFileSync } from 'node:fs';
import * as tables from '../../nodes/shared/contract/wire.generated';
import type { ApiTable } from '../../nodes/shared/contract/table';
import { startSimulator } from '../../simulator/server';
import { apiNames } from '../../contract/tools/load';
import { sourcesBelow } from './registries';

/** What a server says of a path or method that it does not have. */
const UNKNOWN = [404, 405];

/**
 * Operations that the simulator answers, e.g. `wholesaleSip.reserveNumbers`: found by asking a simulator without
 * credentials, which it refuses with another status than for an unknown path. A callback has no path: it counts when
 * the simulator's sources send it.
 */
export async function simulatedOperations(): Promise<Set<string>> {
	const simulator = await startSimulator();
	try {
		const found = new Set<string>();
		for (const api of apiNames) {
			const { basePath, operations }: ApiTable = tables[api];
			for (const { id, method, path } of Object.values(operations)) {
				const known = path
					? await answers(simulator.url + basePath + path.replace(/\{[^}]+\}/g, 'x'), method)
					: isSent(id);
				if (known) found.add(`${api}.${id}`);
			}
		}
		return found;
	} finally {
		await simulator.close();
	}
}

async function answers(url: string, method: string): Promise<boolean> {
	const { status } = await fetch(url, { method });
	return !UNKNOWN.includes(status);
}

const isSent = (id: string): boolean =>
	sourcesBelow('simulator').some((file) =>
		new RegExp(`\\boperations(?:\\.${id}\\b|\\['${id}'\\])`).test(readFileSync(file, 'utf8')),
	);
