import type { IExecuteFunctions } from 'n8n-workflow';

import type { Call } from '../client/client';
import { readMergePatch } from '../client/mergePatch';
import { checkTrackingId, derivedTrackingId, newTrackingId } from '../client/trackingId';
import { DOCUMENTS_FIELD } from '../documents/field';
import { loadDocuments } from '../documents/load';
import { inputError } from '../errors/problem';
import type { CallOperation, Field, Operation, Params } from '../operation/types';
import { optionalText, toText } from '../text';

const DEFAULT_DOCUMENT_MB = 10;

/** What one input item asks for. */
export interface Prepared {
	call: Call;
	params: Params;
	/** Most records to return; Infinity for all. Only lists read it. */
	limit: number;
	/** The same for every try of this item in this execution, whatever tracking id the user chose. */
	identity: string;
}

/** What the preparation of every item needs besides the item. */
export interface Preparation {
	context: IExecuteFunctions;
	/** Which run of the node in this execution it is. */
	runIndex: number;
	defaultServiceProfile?: string;
}

const isShown = (showWhen: NonNullable<Field['showWhen']>, params: Params): boolean =>
	Object.entries(showWhen).every(([name, values]) => values.includes(params[name] as string));

/** The values of an operation's fields for one item; a field the editor hides has its default. */
export function readParams(context: IExecuteFunctions, { fields }: Pick<Operation, 'fields'>, itemIndex: number): Params {
	const params: Params = {};
	const read = ({ name, default: fallback }: Field): void => {
		params[name] = context.getNodeParameter(name, itemIndex, fallback);
	};
	fields.filter(({ showWhen }) => showWhen === undefined).forEach(read);
	for (const field of fields) {
		if (field.showWhen === undefined) continue;
		if (isShown(field.showWhen, params)) read(field);
		else params[field.name] ??= field.default;
	}
	return params;
}

function readExtraQuery(value: unknown): Record<string, string> {
	const rows = (value as { parameter?: Array<{ name?: unknown; value?: unknown }> } | undefined)?.parameter ?? [];
	return Object.fromEntries(
		rows.map((row) => {
			const name = optionalText(row.name);
			if (name === undefined) throw inputError('Extra Query Parameters', 'has a parameter without a name', 'Give it a name, or remove it.');
			return [name, toText(row.value)];
		}),
	);
}

function readLimit(params: Params): number {
	if (!('returnAll' in params) || params.returnAll === true) return Number.POSITIVE_INFINITY;
	const limit = Number(params.limit);
	if (!Number.isInteger(limit) || limit < 1) {
		throw inputError('Limit', `"${toText(params.limit)}" is not a whole number above 0`, 'Use 1 or more, or switch on Return All.');
	}
	return limit;
}

function readDocumentLimit(value: unknown): number {
	const limit = value === undefined ? DEFAULT_DOCUMENT_MB : Number(value);
	if (!(limit > 0)) throw inputError('Largest File (MB)', `"${toText(value)}" is not a number above 0`, 'Use for example 10.');
	return limit;
}

/**
 * Turns one input item into a call; sends nothing.
 * @throws ColtError of kind `input`, naming the field
 */
export async function prepare({ context, runIndex, defaultServiceProfile }: Preparation, operation: CallOperation, itemIndex: number): Promise<Prepared> {
	const params = readParams(context, operation, itemIndex);
	const options = context.getNodeParameter('options', itemIndex, {}) as Params;
	operation.bulk?.size(params);
	const documents = DOCUMENTS_FIELD in params ? await loadDocuments(context, itemIndex, params, readDocumentLimit(options.largestFileMb)) : [];
	const request = operation.toRequest(params, {
		...(defaultServiceProfile !== undefined && { defaultServiceProfile }),
		checks: options.localChecks !== false,
		input: context.getInputData()[itemIndex]?.json ?? {},
		documents,
	});
	const extraQuery = readExtraQuery(options.extraQuery);
	const bodyPatch = readMergePatch(options.bodyPatch);
	const executionId = toText(context.getExecutionId());
	// Without an execution id an order of an earlier run could be taken for this one's.
	const identity =
		executionId === ''
			? newTrackingId()
			: derivedTrackingId([executionId, context.getNode().id, runIndex, itemIndex, operation.wire.id, request, extraQuery, bodyPatch]);
	const own = optionalText(options.trackingId);
	return {
		call: {
			operation: operation.wire,
			request,
			trackingId: own === undefined ? identity : checkTrackingId(own),
			extraQuery,
			...(bodyPatch !== undefined && { bodyPatch }),
		},
		params,
		limit: operation.isList === true ? readLimit(params) : Number.POSITIVE_INFINITY,
		identity,
	};
}
