import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ContractDocument } from './document';

/** Contract files by API name. */
export const contractFiles = {
	wholesaleSip: 'wholesale-sip.openapi.yaml',
	inbound: 'inbound.openapi.yaml',
	authentication: 'authentication.openapi.yaml',
} as const;

export type ApiName = keyof typeof contractFiles;
export const apiNames = Object.keys(contractFiles) as ApiName[];

/** Where the contract files are. */
export const contractFolder = join(__dirname, '..', '..', 'contract');

/** Text of a contract file. */
export const readContract = (api: ApiName): string => readFileSync(join(contractFolder, contractFiles[api]), 'utf8');

/**
 * A contract file as a complete OpenAPI document: what stands once in the file is derived to where OpenAPI wants it
 * (`x-values` to `enum`, `x-environments` to the server variable's values).
 */
export function loadContract(api: ApiName, text = readContract(api)): ContractDocument {
	const document = parse(text, { merge: true, maxAliasCount: -1 }) as ContractDocument;
	visit(document, (node) => {
		const values = node['x-values'];
		if (values && typeof values === 'object') node['enum'] = Object.values(values);
	});
	const { host } = document.servers[0].variables;
	host.enum = Object.values(host['x-environments']);
	for (const key of ['x-errors', 'x-paging']) delete document[key];
	return document;
}

/** Calls `see` for every object of a document. */
export function visit(value: unknown, see: (node: Record<string, unknown>) => void): void {
	if (Array.isArray(value)) value.forEach((item) => visit(item, see));
	else if (value && typeof value === 'object') {
		see(value as Record<string, unknown>);
		Object.values(value).forEach((item) => visit(item, see));
	}
}
