import type { ContractDocument } from '../../contract/tools/document';
import { sourceOf } from '../contract-diff/compare';
import type { Source } from '../contract-diff/difference';
import { type ApiOperation, operationsIn, parametersOf, schemaOf } from '../contract-diff/operations';
import { type Json, type Place, below, entriesBelow, idOf, target } from '../contract-diff/place';
import { itemsOf, propertiesOf, viewOf } from '../contract-diff/schema';

/** How many fields of an operation the vendor's documents name, and how many we inferred. */
export interface FieldCount {
	documented: number;
	inferred: number;
}

export interface CountedOperation {
	id: string;
	method: string;
	/** Path below the API's base path; the name of a request that the vendor sends. */
	path: string;
	fields: FieldCount;
}

const RESOURCE: Source = { kind: 'documented' };

/**
 * Fields of every operation of a contract: parameters, request body, successful answer and its headers, nested ones
 * too; an entry of the contract counts once for each operation, however often it shows there.
 */
export function countFields(document: ContractDocument): CountedOperation[] {
	return operationsIn(document as unknown as Json).map((operation) => ({
		id: String(operation.place.value['operationId']),
		method: operation.method.toUpperCase(),
		path: operation.path || (operation.webhook ?? ''),
		fields: countOf(operation),
	}));
}

/** Every parameter and field of a contract once, however many operations use it. */
export function countNames(document: ContractDocument): FieldCount {
	const counter = new Counter();
	for (const operation of operationsIn(document)) readNames(operation, counter);
	return sum(counter);
}

function countOf(operation: ApiOperation): FieldCount {
	const counter = new Counter();
	readNames(operation, counter);
	return sum(counter);
}

function readNames(operation: ApiOperation, counter: Counter): void {
	const source = sourceOf([operation.place], RESOURCE);
	for (const parameter of parametersOf(operation)) counter.add(parameter.target, parameter.target, source);
	const body = below(operation.place, 'requestBody');
	if (body) counter.content(body, source);
	for (const [status, site] of entriesBelow(operation.place, 'responses')) {
		if (!status.startsWith('2')) continue;
		const answer = target(site);
		for (const [, header] of entriesBelow(answer, 'headers')) counter.add(header, header, source);
		counter.content(answer, source);
	}
}

function sum(counter: Counter): FieldCount {
	const all = [...counter.sources.values()];
	const documented = all.filter((kind) => kind === 'documented').length;
	return { documented, inferred: all.length - documented };
}

class Counter {
	/** Mark of every entry by its place. */
	readonly sources = new Map<string, Source['kind']>();

	/** Counts a named entry and what is below its schema. */
	add(entry: Place, schema: Place, inherited: Source): void {
		if (this.sources.has(idOf(entry))) return;
		const source = sourceOf([entry], inherited);
		this.sources.set(idOf(entry), source.kind);
		const inner = schemaOf(schema) ?? schema;
		this.below(inner, source);
	}

	/** Counts the fields of a body or an answer. */
	content(holder: Place, inherited: Source): void {
		for (const [, media] of entriesBelow(holder, 'content')) {
			const schema = below(media, 'schema');
			if (schema) this.below(schema, sourceOf([holder], inherited));
		}
	}

	private below(schema: Place, source: Source): void {
		const view = viewOf(schema);
		for (const [, property] of propertiesOf(itemsOf(view) ?? view)) this.add(property.site, property.site, source);
	}
}
