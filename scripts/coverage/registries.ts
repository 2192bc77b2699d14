import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as tables from '../../nodes/shared/contract/wire.generated';
import type { Operation as WireOperation } from '../../nodes/shared/contract/table';
import type { Resource } from '../../nodes/shared/operation/types';
import { type ApiName, apiNames } from '../../contract/tools/load';
import { root } from '../setup/setup.cjs';

/** An operation of a node that calls the API. */
export interface NodeOperation {
	/** Node type in a workflow, without the package's name. */
	nodeType: string;
	resource: string;
	operation: string;
	/** `Number: Reserve`. */
	title: string;
	/** `wholesaleSip.reserveNumbers`. */
	wire: string;
}

/** Every operation of every node's registry that calls the API, in the order of the menus. */
export async function nodeOperations(): Promise<NodeOperation[]> {
	const nodes = readdirSync(join(root, 'nodes')).filter((name) => existsSync(join(root, 'nodes', name, 'registry.ts')));
	const found = await Promise.all(
		nodes.map(async (node) => {
			const { resources } = (await import(`../../nodes/${node}/registry`)) as { resources: Resource[] };
			const nodeType = node.charAt(0).toLowerCase() + node.slice(1);
			return resources.flatMap((resource) => callsOf(nodeType, resource));
		}),
	);
	return found.flat();
}

function callsOf(nodeType: string, resource: Resource): NodeOperation[] {
	return resource.operations.flatMap((operation) => {
		if (!('wire' in operation)) return [];
		const title = `${resource.name}: ${operation.name}`;
		return [
			{ nodeType, resource: resource.value, operation: operation.value, title, wire: wireNameOf(operation.wire) },
		];
	});
}

function wireNameOf(operation: WireOperation): string {
	const api = apiNames.find((name) => Object.values<WireOperation>(tables[name].operations).includes(operation));
	if (!api) throw new Error(`${operation.id} is in no API's table`);
	return `${api}.${operation.id}`;
}

/** Part of the package by the path of its file, for what calls the API without being in a registry. */
const PARTS: ReadonlyArray<[RegExp, string]> = [
	[/\/(trigger|orders|callBack|webhook)\/|Trigger\.node\.ts$/i, 'Trigger'],
	[/\/client\/tokenRequest\.ts$|\.credentials\.ts$/, 'Credential'],
];
const USE = new RegExp(`\\b(${apiNames.join('|')})\\.operations(?:\\.(\\w+)|\\['(\\w+)'\\])`, 'g');

/** What the triggers and the credential call: part of the package by operation, e.g. `wholesaleSip.listOrders`. */
export function usesBesideRegistries(): Map<string, Set<string>> {
	const uses = new Map<string, Set<string>>();
	for (const file of [...sourcesBelow('nodes'), ...sourcesBelow('credentials')]) {
		// By its path in the repository: the checkout may lie in a folder of any name.
		const part = PARTS.find(([pattern]) => pattern.test(relative(root, file)))?.[1];
		if (!part) continue;
		for (const [, api, dotted, quoted] of readFileSync(file, 'utf8').matchAll(USE)) {
			const name = `${api as ApiName}.${dotted ?? quoted ?? ''}`;
			uses.set(name, (uses.get(name) ?? new Set()).add(part));
		}
	}
	return uses;
}

/** TypeScript files below a folder of the repository. */
export function sourcesBelow(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map((entry) => join(entry.parentPath, entry.name));
}
