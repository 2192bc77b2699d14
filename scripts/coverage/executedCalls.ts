import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/setup.cjs';
import type { NodeOperation } from './registries';

/** Where the end-to-end tests leave what they really called: an array of `{ api, operation, count }`. */
export const RECORD = '.build/e2e-calls.json';

/**
 * Calls that the last end-to-end run made through a real n8n, by operation; undefined when there was no run.
 * @throws Error when the record is not an array of `{ api, operation, count }`
 */
export function executedCalls(file = join(root, RECORD)): Map<string, number> | undefined {
	if (!existsSync(file)) return undefined;
	const record: unknown = JSON.parse(readFileSync(file, 'utf8'));
	if (!Array.isArray(record)) throw new Error(`${RECORD} is not an array`);
	const calls = new Map<string, number>();
	for (const entry of record as unknown[]) {
		if (!isCall(entry)) throw new Error(`${RECORD} contains something other than { api, operation, count }`);
		const name = `${entry.api}.${entry.operation}`;
		calls.set(name, (calls.get(name) ?? 0) + entry.count);
	}
	return calls;
}

function isCall(entry: unknown): entry is { api: string; operation: string; count: number } {
	const { api, operation, count } = (entry ?? {}) as Record<string, unknown>;
	return typeof api === 'string' && typeof operation === 'string' && typeof count === 'number';
}

interface Template {
	nodes: Array<{ type: string; parameters: Record<string, unknown> }>;
}

/**
 * Importable workflows by what their nodes call, e.g. `wholesaleSip.reserveNumbers`; the end-to-end tests run them
 * all.
 */
export function templatesByOperation(
	operations: readonly NodeOperation[],
	besides: ReadonlyMap<string, ReadonlySet<string>>,
	folder = join(root, 'workflows'),
): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const file of readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.toSorted()) {
		const { nodes } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template;
		const called = new Set(nodes.flatMap((node) => callsOf(node, operations, besides)));
		for (const wire of called) found.set(wire, [...(found.get(wire) ?? []), file.slice(0, -'.json'.length)]);
	}
	return found;
}

const PACKAGE = 'n8n-nodes-colt.';

function callsOf(
	node: Template['nodes'][number],
	operations: readonly NodeOperation[],
	besides: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
	if (!node.type.startsWith(PACKAGE)) return [];
	// An agent's tool is the node itself, by a name of n8n's.
	const nodeType = node.type.slice(PACKAGE.length).replace(/Tool$/, '');
	const byPart = (part: string): string[] => [...besides].filter(([, parts]) => parts.has(part)).map(([wire]) => wire);
	// Whatever a node calls, its credential fetches a token first.
	const token = byPart('Credential');
	if (nodeType.endsWith('Trigger')) {
		const api = nodeType.includes('Inbound') ? 'inbound.' : 'wholesaleSip.';
		return [...token, ...byPart('Trigger').filter((wire) => wire.startsWith(api))];
	}
	// n8n leaves out of an exported workflow what has its default: the first entry of the menu.
	const own = operations.filter((operation) => operation.nodeType === nodeType);
	const resource = node.parameters['resource'] ?? own[0]?.resource;
	const ofResource = own.filter((operation) => operation.resource === resource);
	const operation = node.parameters['operation'] ?? ofResource[0]?.operation;
	return [...token, ...ofResource.filter((candidate) => candidate.operation === operation).map(({ wire }) => wire)];
}
