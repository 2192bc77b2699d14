import type { IExecuteFunctions } from 'n8n-workflow';

import type { Call } from '../client/client';
import { readMergePatch } from '../client/mergePatch';
import { checkTrackingId, derivedTrackingId, newTrackingId } from '../client/trackingId';
import { DOCUMENTS_FIELD } from '../documents/documentsField';
import { loadDocuments } from '../documents/loadDocuments';
import { withoutContent } from '../documents/withoutContent';
import { inputError } from '../errors/problem';
import { timeZoneOf } from '../input/timeZone';
import type { CallOperation, LoadedDocument, Params } from '../operation/types';
import type { OutputShape } from '../output/shape';
import { orderMemory } from '../placing/orderMemory';
import type { OrderKey } from '../placing/orderMemory';
import type { PriorAttempt } from '../placing/shipment';
import type { Heartbeat } from '../placing/suspension';
import { optionalText, toText } from '../text';
import { readOptions, readParams, readShape } from './readParams';
import { whyUnsent } from './sending';
import { runNames } from './runKey';
import type { RetriedExecution } from './runKey';

const DEFAULT_DOCUMENT_MB = 10;
const DEFAULT_LOOK_UP_SECONDS = 20;
const HOUR_MS = 3_600_000;

/** What one input item asks for. */
export interface Prepared {
	call: Call;
	params: Params;
	/** The Options collection. */
	options?: Params;
	/** False where the user has switched Local Checks off. */
	checks?: boolean;
	/** Most records to return; Infinity for all. Only lists read it. */
	limit: number;
	/** What it is remembered by, whatever tracking id the user chose. */
	key: OrderKey;
	/** Size of the files that are sent with it. */
	fileBytes?: number;
	/** How long to search for an order whose outcome is unknown, in milliseconds. */
	patienceMs: number;
	/** An earlier run may have placed this item's order: it is looked for before sending. */
	prior?: PriorAttempt;
	/** Of this run of the node; a read needs none. */
	heartbeat?: Heartbeat;
	/** Why it is only shown and not sent; absent when it is sent. */
	unsent?: string;
	/** How its items look; a node of version 1 leaves them as they are. */
	shape?: OutputShape;
}

/** An input item that is ready to be sent. */
export interface Row {
	itemIndex: number;
	prepared: Prepared;
}

/** What the preparation of every item needs besides the item. */
export interface Preparation {
	context: IExecuteFunctions;
	/** Which run of the node in this execution it is. */
	runIndex: number;
	defaultServiceProfile?: string;
	/** The environment and account that the orders go to. Sandbox orders never match production orders. */
	account?: string;
	heartbeat?: Heartbeat;
	/** Whether the credential forbids every order. */
	neverOrder?: boolean;
	/** Names the execution itself; its tries share it, a retry of the execution does not. */
	execution?: string;
	/** Names the run the execution belongs to; see {@link runKeyOf}. */
	runKey: string | undefined;
	/** When the execution that is being retried began. */
	retried?: RetriedExecution;
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

/** Most records to return; the reader of fields has seen to it that both are of their type. */
const limitOf = (params: Params): number =>
	typeof params.limit === 'number' && params.returnAll === false ? params.limit : Number.POSITIVE_INFINITY;

/** A number of the options, or its default if it was not added. */
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** The moment since which an earlier order is looked for; undefined not to look. */
function lookBackTo(hours: unknown, now: number): number | undefined {
	return typeof hours === 'number' && hours > 0 ? now - hours * HOUR_MS : undefined;
}

const sizeOf = (documents: readonly LoadedDocument[]): number =>
	documents.reduce((sum, { content }) => sum + (typeof content === 'string' ? content.length : content.bytes), 0);

/** The user's option for earlier runs takes precedence over what n8n says about a retry. */
function priorOf(retried: RetriedExecution | undefined, lookBack: number | undefined): PriorAttempt | undefined {
	if (lookBack !== undefined)
		return { since: Math.min(lookBack, retried?.isGuess === false ? retried.since : lookBack), wasSubmitted: false };
	return retried === undefined ? undefined : { since: retried.since, wasSubmitted: false, isGuess: retried.isGuess };
}

/**
 * Turns one input item into a call; sends nothing.
 * @throws ColtError of kind `input`, naming the field
 */
export async function prepare(
	{ context, runIndex, defaultServiceProfile, account, execution, runKey, retried, heartbeat, neverOrder }: Preparation,
	operation: CallOperation,
	itemIndex: number,
): Promise<Prepared> {
	const forbidden = whyUnsent(context, operation, itemIndex, neverOrder === true);
	const options = readOptions(context, itemIndex);
	const shape = readShape(context, itemIndex);
	const checks = options.localChecks !== false;
	const params = readParams(context, operation, itemIndex, checks);
	const isPreview = shape !== undefined && operation.bulk?.isPreview(params) === true;
	const unsent = forbidden ?? (isPreview ? "'Preview Only' is on" : undefined);
	const documents =
		DOCUMENTS_FIELD in params
			? await loadDocuments(context, itemIndex, params, {
					limitMb: numberOr(options.largestFileMb, DEFAULT_DOCUMENT_MB),
					checks,
				})
			: [];
	const input = context.getInputData()[itemIndex]?.json ?? {};
	const request = operation.toRequest(params, {
		...(defaultServiceProfile !== undefined && { defaultServiceProfile }),
		checks,
		now: Date.now(),
		input,
		...timeZoneOf(context),
		documents: unsent === undefined ? documents : documents.map(withoutContent),
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
	const prior = priorOf(retried, lookBackTo(options.lookBackHours, Date.now()));
	return {
		call: {
			operation: operation.wire,
			request,
			trackingId: own === undefined ? identity : checkTrackingId(own),
			extraQuery,
			...(bodyPatch !== undefined && { bodyPatch }),
			isWish: true,
		},
		params,
		checks,
		limit: operation.isList === true ? limitOf(params) : Number.POSITIVE_INFINITY,
		key,
		fileBytes: sizeOf(documents),
		patienceMs: numberOr(options.lookUpSeconds, DEFAULT_LOOK_UP_SECONDS) * 1_000,
		options,
		...(prior !== undefined && { prior }),
		...(heartbeat !== undefined && { heartbeat }),
		...(shape !== undefined && { shape }),
		...(unsent !== undefined && { unsent }),
	};
}
