import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { $RefParser } from '@apidevtools/json-schema-ref-parser';
import { upgrade } from '@scalar/openapi-upgrader';
import { parse } from 'yaml';
import { visit } from '../../contract/tools/load';
import { type Json, isObject, target, top } from './place';
import { afterUpgrade, beforeUpgrade } from './swagger2';
import { UnreadableSpecification } from './unreadable';

/** A customer's copy of the vendor's specification, in the form of OpenAPI 3.1. */
export interface Specification {
	/** As it names itself, e.g. `OpenAPI 3.0.3` or `Swagger 2.0`. */
	version: string;
	/** Whether its version of OpenAPI has a place for requests that the vendor sends to the customer. */
	hasWebhooks: boolean;
	document: Json;
}

/**
 * Reads a specification: OpenAPI 3 or Swagger 2, YAML or JSON, with the files it refers to. Nothing is fetched from a
 * network.
 * @throws UnreadableSpecification that says what is wrong with the file
 */
export async function readSpecification(file: string): Promise<Specification> {
	const written = parseText(await textOf(file));
	const version = versionOf(written);
	const bundled = await bundle(file, written);
	const isSwagger2 = version.startsWith('Swagger');
	// YAML reads an unquoted 2.0, 3.0 or 3.1 as a number, which the upgrader does not know.
	if (isSwagger2) bundled['swagger'] = '2.0';
	else if (typeof bundled['openapi'] === 'number') bundled['openapi'] = `${bundled['openapi'].toFixed(1)}.0`;
	if (isSwagger2) beforeUpgrade(bundled);
	const document = upgrade(bundled, '3.1') as unknown as Json;
	if (isSwagger2) afterUpgrade(document);
	visit(document, (node) => {
		// A corrected copy of our own file writes its values as we do.
		if (isObject(node['x-values']) && node['enum'] === undefined) node['enum'] = Object.values(node['x-values']);
		if (typeof node['$ref'] === 'string') target({ ...top(document), value: node });
	});
	return { version, hasWebhooks: /3\.[1-9]/.test(version) || isObject(document['webhooks']), document };
}

async function textOf(file: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		throw new UnreadableSpecification(`it cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
	}
}

/** JSON is YAML, save for its own limits on tabs and key lengths. */
function parseText(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (jsonError) {
		try {
			return parse(text, { merge: true, maxAliasCount: -1, logLevel: 'error' });
		} catch (yamlError) {
			const problem = /^\s*[{[]/.test(text) ? jsonError : yamlError;
			throw new UnreadableSpecification(`it is neither YAML nor JSON: ${messageOf(problem)}`);
		}
	}
}

function versionOf(written: unknown): string {
	if (!isObject(written)) throw new UnreadableSpecification('it is not an OpenAPI document: it holds no object');
	const { openapi, swagger } = written;
	if (swagger === undefined && openapi === undefined) {
		throw new UnreadableSpecification('it is not an OpenAPI document: it has neither "openapi" nor "swagger"');
	}
	const version = typeof openapi === 'string' || typeof openapi === 'number' ? String(openapi) : '';
	const isSwagger2 = swagger === '2.0' || swagger === 2;
	if (!isSwagger2 && !version.startsWith('3')) {
		throw new UnreadableSpecification('only OpenAPI 3 and Swagger 2.0 are understood');
	}
	if (!isObject(written['paths']) && !isObject(written['webhooks'])) {
		throw new UnreadableSpecification('it is not an OpenAPI document: it has no "paths"');
	}
	return isSwagger2 ? 'Swagger 2.0' : `OpenAPI ${version}`;
}

async function bundle(file: string, written: unknown): Promise<Json> {
	try {
		return await $RefParser.bundle<Json>(resolve(file), written as Json, { resolve: { http: false } });
	} catch (error) {
		throw new UnreadableSpecification(`a $ref in it cannot be resolved: ${messageOf(error)}`);
	}
}

const messageOf = (error: unknown): string =>
	(error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/:$/, '') ?? '';
