import type { IExecuteFunctions } from 'n8n-workflow';

import type { Call } from '../client/client';
import { readMergePatch } from '../client/mergePatch';
import { checkTrackingId, derivedTrackingId, newTrackingId } from '../client/trackingId';
import { DOCUMENTS_FIELD } from '../documents/field';
import { loadDocuments } from '../documents/load';
import { inputError } from '../errors/problem';
import { optionsField } from '../fields/options';
import { checkKinds } from '../operation/kinds';
import type { CallOperation, Field, Operation, Params } from '../operation/types';
import { orderMemory } from '../placing/orderMemory';
import type { OrderKey } from '../placing/orderMemory';
import type { PriorAttempt } from '../placing/shipment';
import type { Heartbeat } from '../placing/standstill';
import { optionalText, toText } from '../text';
import { readField } from './readField';
import { runNames } from './runKey';
import type { Retried } from './runKey';

const DEFAULT_DOCUMENT_MB = 10;
const DEFAULT_LOOK_UP_SECONDS = 20;
const LONGEST_LOOK_UP_SECONDS = 600;
/** A reservation lasts 90 days; an older order says nothing of today. */
const LONGEST_LOOK_BACK_HOURS = 90 * 24;

/** What one input item asks for. */
export interface Prepared {
	call: Call;
	params: Params;
	/** Most records to return; Infinity for all. Only lists read it. */
	limit: number;
	/** What it is remembered by, whatever tracking id the user chose. */
	key: OrderKey;
	/** How long to look for an order of unknown fate, in milliseconds. */
	patienceMs: number;
	/** An earlier run may have placed this item's order: it is looked for before sending. */
	prior?: PriorAttempt;
	/** Of this run of the node; a read needs none. */
	heartbeat?: Heartbeat;
}

/** What the preparation of every item needs besides the item. */
export interface Preparation {
	context: IExecuteFunctions;
	/** Which run of the node in this execution it is. */
	runIndex: number;
	defaultServiceProfile?: string;
	/** The environment and account that the orders go to: one of the sandbox is none of production. */
	account?: string;
	heartbeat?: Heartbeat;
	/** Names the execution itself; its tries share it, a retry of the execution does not. */
	execution?: string;
	/** Names the run the execution belongs to; see {@link runKeyOf}. */
	runKey: string | undefined;
	/** When the execution that is being retried began. */
	retried?: Retried;
}

const isShown = (showWhen: NonNullable<Field['showWhen']>, params: Params): boolean =>
	Object.entries(showWhen).every(([name, values]) => values.includes(params[name] as string));

/** The values of an operation's fields for one item; a field the editor hides has its default. */
export function readParams(
	context: IExecuteFunctions,
	{ fields }: Pick<Operation, 'fields'>,
	itemIndex: number,
): Params {
	const params: Params = {};
	const read = (field: Field): void => {
		params[field.name] = readField(context, field, itemIndex);
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
			if (name === undefined)
				throw inputError(
					'Extra Query Parameters',
					'has a parameter without a name',
					'Give it a name, or remove it.',
					'option',
				);
			return [name, toText(row.value)];
		}),
	);
}

function readLimit(params: Params): number {
	if (!('returnAll' in params) || params.returnAll === true) return Number.POSITIVE_INFINITY;
	const limit = Number(params.limit);
	if (!Number.isInteger(limit) || limit < 1) {
		throw inputError(
			'Limit',
			`"${toText(params.limit)}" is not a whole number above 0`,
			'Use 1 or more, or switch on Return All.',
			'notANumber',
		);
	}
	return limit;
}

function readDocumentLimit(value: unknown): number {
	const limit = value === undefined ? DEFAULT_DOCUMENT_MB : Number(value);
	if (!(limit > 0))
		throw inputError(
			'Largest File (MB)',
			`"${toText(value)}" is not a number above 0`,
			'Use for example 10.',
			'notANumber',
		);
	return limit;
}

function readPatience(value: unknown): number {
	const seconds = value === undefined ? DEFAULT_LOOK_UP_SECONDS : Number(value);
	if (!(seconds >= 0 && seconds <= LONGEST_LOOK_UP_SECONDS)) {
		throw inputError(
			'Look-Up Time (Seconds)',
			`"${toText(value)}" is not a number from 0 to ${LONGEST_LOOK_UP_SECONDS}`,
			`Use for example ${DEFAULT_LOOK_UP_SECONDS}.`,
			'notANumber',
		);
	}
	return seconds * 1_000;
}

function readLookBack(value: unknown, now: number): number | undefined {
	const hours = value === undefined ? 0 : Number(value);
	if (!(hours >= 0 && hours <= LONGEST_LOOK_BACK_HOURS)) {
		throw inputError(
			'Look for Earlier Orders (Hours)',
			`"${toText(value)}" is not a number from 0 to ${LONGEST_LOOK_BACK_HOURS}`,
			'Use for example 24, or 0 not to look.',
			'notANumber',
		);
	}
	return hours === 0 ? undefined : now - hours * 3_600_000;
}

/** What the user says of earlier runs wins over what n8n tells of a retry. */
function priorOf(retried: Retried | undefined, lookBack: number | undefined): PriorAttempt | undefined {
	if (lookBack !== undefined)
		return { since: Math.min(lookBack, retried?.isGuess === false ? retried.since : lookBack), wasSubmitted: false };
	return retried === undefined ? undefined : { since: retried.since, wasSubmitted: false, isGuess: retried.isGuess };
}

/**
 * Turns one input item into a call; sends nothing.
 * @throws ColtError of kind `input`, naming the field
 */
export async function prepare(
	{ context, runIndex, defaultServiceProfile, account, execution, runKey, retried, heartbeat }: Preparation,
	operation: CallOperation,
	itemIndex: number,
): Promise<Prepared> {
	const params = readParams(context, operation, itemIndex);
	const options = readField(context, optionsField, itemIndex) as Params;
	checkKinds([...operation.fields, optionsField], { ...params, options });
	operation.bulk?.size(params);
	const documents =
		DOCUMENTS_FIELD in params
			? await loadDocuments(context, itemIndex, params, readDocumentLimit(options.largestFileMb))
			: [];
	const input = context.getInputData()[itemIndex]?.json ?? {};
	const request = operation.toRequest(params, {
		...(defaultServiceProfile !== undefined && { defaultServiceProfile }),
		checks: options.localChecks !== false,
		input,
		documents,
	});
	const extraQuery = readExtraQuery(options.extraQuery);
	const bodyPatch = readMergePatch(options.bodyPatch);
	const place = [account, context.getNode().id, runIndex, itemIndex, operation.wire.id];
	const { path, query, body } = request;
	const signature = derivedTrackingId([account, operation.wire.path, path, query, body, extraQuery, bodyPatch]);
	// Without an execution id an order of an earlier run could be taken for this one's.
	const fresh = runKey === undefined ? newTrackingId() : derivedTrackingId([runKey, ...place, signature]);
	const identity =
		execution === undefined
			? fresh
			: orderMemory.identityAt(derivedTrackingId([execution, ...place, context.getNode().parameters, input]), fresh);
	const key: OrderKey = {
		account: account ?? '',
		identity,
		signature,
		...(execution === undefined ? { run: fresh } : runNames(execution, context.getNode().id, runIndex)),
	};
	const own = optionalText(options.trackingId);
	const prior = priorOf(retried, readLookBack(options.lookBackHours, Date.now()));
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
		key,
		patienceMs: readPatience(options.lookUpSeconds),
		...(prior !== undefined && { prior }),
		...(heartbeat !== undefined && { heartbeat }),
	};
}
