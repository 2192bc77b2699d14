import type { IExecuteFunctions } from 'n8n-workflow';

import type { Call } from '../client/client';
import { readMergePatch } from '../client/mergePatch';
import { checkTrackingId, derivedTrackingId } from '../client/trackingId';
import { inputError } from '../errors/problem';
import type { Operation, Params, RequestContext } from '../operation/types';
import { optionalText, toText } from '../text';

/** What one input item asks for. */
export interface Prepared {
	call: Call;
	/** Most records to return; Infinity for all. Only lists read it. */
	limit: number;
	params: Params;
}

function readParams(context: IExecuteFunctions, operation: Operation, itemIndex: number): Params {
	return Object.fromEntries(
		operation.fields.map(({ name, default: fallback }) => [name, context.getNodeParameter(name, itemIndex, fallback) as unknown]),
	);
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
	if (params.returnAll === true) return Number.POSITIVE_INFINITY;
	const limit = Number(params.limit);
	if (!Number.isInteger(limit) || limit < 1) {
		throw inputError('Limit', `"${toText(params.limit)}" is not a whole number above 0`, 'Use 1 or more, or switch on Return All.');
	}
	return limit;
}

/**
 * Turns one input item into a call; sends nothing.
 * @throws ColtError of kind `input`, naming the field
 */
export function prepare(context: IExecuteFunctions, operation: Operation, itemIndex: number, about: RequestContext): Prepared {
	const params = readParams(context, operation, itemIndex);
	const options = context.getNodeParameter('options', itemIndex, {}) as Params;
	const request = operation.toRequest(params, about);
	const extraQuery = readExtraQuery(options.extraQuery);
	const bodyPatch = readMergePatch(options.bodyPatch);
	const own = optionalText(options.trackingId);
	const trackingId =
		own === undefined
			? derivedTrackingId([
					context.getExecutionId(),
					context.getNode().id,
					context.getWorkflowDataProxy(itemIndex).$runIndex,
					itemIndex,
					operation.resource,
					operation.value,
					request,
					extraQuery,
					bodyPatch,
				])
			: checkTrackingId(own);
	return {
		call: { operation: operation.wire, request, trackingId, extraQuery, ...(bodyPatch !== undefined && { bodyPatch }) },
		limit: operation.isList === true && 'returnAll' in params ? readLimit(params) : Number.POSITIVE_INFINITY,
		params,
	};
}
