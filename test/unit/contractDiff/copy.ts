import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type ContractDocument, inlined } from '../../../contract/tools/document';
import { type ApiName, loadContract, visit } from '../../../contract/tools/load';
import { type Comparison, diffContract } from '../../../scripts/contract-diff/diff';
import type { Json } from '../../../scripts/contract-diff/place';
import { readSpecification } from '../../../scripts/contract-diff/read';
import { toSwagger2 } from './toSwagger2';

/** Inlined: without any `$ref`, as some gateways publish. */
export type Form = 'OpenAPI 3.1' | 'OpenAPI 3.1 inlined' | 'OpenAPI 3.0' | 'Swagger 2.0';
export type Syntax = 'yaml' | 'json';

export interface Schema extends Json {
	$ref?: string;
	type?: string;
	properties?: Record<string, Schema>;
	required?: string[];
	items?: Schema;
	enum?: unknown[];
	allOf?: Schema[];
}

export interface Parameter extends Json {
	name: string;
	in: string;
	required?: boolean;
	schema: Schema;
}

export interface Operation extends Json {
	parameters?: Array<{ $ref: string } | Parameter>;
	responses: Record<string, Json>;
}

/** Our contract as a vendor would publish it: nothing of our own in it. */
export interface Copy extends Json {
	openapi: string;
	servers: Array<{ url: string }>;
	paths: Record<string, Partial<Record<'get' | 'post' | 'put', Operation>>>;
	webhooks?: Record<string, { post: Operation }>;
	components: {
		schemas: Record<string, Schema>;
		parameters: Record<string, Parameter>;
		responses: Record<string, Json>;
	};
}

const texts = new Map<ApiName, string>();

/** A copy of a contract without our marks, on a server of its own. */
export function copyOf(api: ApiName): Copy {
	const text = texts.get(api) ?? JSON.stringify(loadContract(api));
	texts.set(api, text);
	const copy = JSON.parse(text) as Copy;
	visit(copy, (node) => {
		for (const key of Object.keys(node))
			if (/^x-(source|document|basis|name|values|aliases|effect|restricted|sort-by)$/.test(key)) delete node[key];
	});
	copy.servers = [{ url: copy.servers[0]?.url.replace('{host}', 'gateway.example.com') ?? '' }];
	return copy;
}

/** The copy in another version of OpenAPI. */
export function inForm(copy: Copy, form: Form): Json {
	const document = structuredClone(copy);
	if (form === 'OpenAPI 3.1') return document;
	if (form === 'OpenAPI 3.1 inlined') return { ...inlined(document as unknown as ContractDocument), components: {} };
	visit(document, (node) => {
		if (node['contentEncoding'] !== 'base64') return;
		delete node['contentEncoding'];
		node['format'] = 'byte';
	});
	if (form === 'Swagger 2.0') return toSwagger2(document);
	const { webhooks, ...rest } = document;
	const first = Object.values(rest.paths)[0];
	const operation = first?.get ?? first?.post;
	// OpenAPI 3.0 has no webhooks; what the vendor sends is a callback of an operation.
	if (webhooks && operation)
		operation['callbacks'] = Object.fromEntries(
			Object.entries(webhooks).map(([name, item]) => [name, { '{$request.header.url}': item }]),
		);
	return { ...rest, openapi: '3.0.3' };
}

/** Writes a document to a file and holds it against our contracts. */
export async function diff(document: Json, syntax: Syntax = 'json', named?: ApiName): Promise<Comparison> {
	return inFolder(async (folder) => {
		const file = join(folder, `vendor.${syntax}`);
		writeFileSync(
			file,
			syntax === 'json' ? JSON.stringify(document) : stringify(document, { aliasDuplicateObjects: false }),
		);
		return diffContract(await readSpecification(file), named);
	});
}

/** Runs something with a folder of its own. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'contract-diff-'));
	try {
		return await use(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
