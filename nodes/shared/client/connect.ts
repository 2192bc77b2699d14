import { createHash } from 'node:crypto';

import type {
	IAllExecuteFunctions,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { ApiTable } from '../contract/table';
import { toText } from '../text';
import { authenticationOf, readCredential } from './authentication';
import type { Authentication, ResolvedCredential } from './authentication';
import { ColtClient } from './client';
import { correctionsIn } from './corrections';
import { watchCredential } from './credentialExpressions';
import { limitsFor } from './limits';
import { isNeverOrder } from './neverOrder';
import type { Limits } from './limits';
import { pause, untilAborted } from './pause';
import { callQueueOf } from './rate/callQueues';
import { sendWith } from './send';

/** Any n8n context with a credential that can make requests. */
export type ColtContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions | IWebhookFunctions;

/** A client for a credential, and what the credential says besides. */
export interface Connection {
	client: ColtClient;
	/** Which of Colt's environments it is: origin and path prefix. */
	origin: string;
	/** Identifies the client at Colt. Orders of one client never match another. Contains no secret. */
	account: string;
	defaultServiceProfile?: string;
	/** Whether the credential forbids every order. */
	neverOrder: boolean;
}

/** What the node's options say about sending; a trigger has none. */
interface SendOptions {
	timeoutSeconds: number | undefined;
	mostCallsPerSecond: number | undefined;
}

/** A day at most: longer times do not fit a timer, and it would fire at once. */
const LONGEST_S = 86_400;

const cancelSignal = (context: ColtContext): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

function above0(value: unknown): number | undefined {
	const number = Number(toText(value));
	return number > 0 ? number : undefined;
}

/** One item's value of a parameter; only executing nodes have items. */
function parameter(context: ColtContext, name: string, itemIndex: number, fallback: unknown): unknown {
	return (context as IExecuteFunctions).getNodeParameter(name, itemIndex, fallback as string);
}

/** One by one: an expression in another option may fail, which is that item's own failure. */
const readSendOptions = (context: ColtContext, itemIndex: number): SendOptions => ({
	timeoutSeconds: above0(parameter(context, 'options.timeoutSeconds', itemIndex, 0)),
	mostCallsPerSecond: above0(parameter(context, 'options.mostCallsPerSecond', itemIndex, 0)),
});

const isExpression = (value: unknown): boolean => toText(value).startsWith('=');

const limitsOf = ({ timeoutSeconds }: SendOptions): Limits =>
	limitsFor(timeoutSeconds === undefined ? undefined : Math.min(timeoutSeconds, LONGEST_S) * 1_000);

/**
 * The context as n8n's request helper is to see it: n8n replaces the signal of a request by its own for the execution,
 * so this one answers with the signal of the call, which fires with either.
 */
const withSignal = (context: ColtContext, signal: IHttpRequestOptions['abortSignal']): IAllExecuteFunctions =>
	Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as IAllExecuteFunctions;

function clientOf(
	context: ColtContext,
	api: Pick<ApiTable, 'basePath'>,
	{ kind, credentialType, credential, origin, token, secrets, client: identity }: Authentication,
	options: SendOptions,
	signal: AbortSignal | undefined,
): ColtClient {
	const { mostCallsPerSecond } = options;
	const limits = limitsOf(options);
	const corrections = correctionsIn(credential, api);
	return new ColtClient({
		baseUrl: origin + api.basePath,
		...(corrections !== undefined && { corrections }),
		credential: kind,
		token: async (country, rejected) => await untilAborted(token(country, rejected), signal),
		queue: callQueueOf(identity).open({
			...(signal !== undefined && { signal }),
			...(mostCallsPerSecond !== undefined && { mostPerSecond: mostCallsPerSecond }),
		}),
		async send(request, accessToken) {
			// Given here, the decrypted credential is not read from n8n's database again for every call.
			const data = { ...credential, accessToken, isOwnCall: true };
			const credentialsDecrypted = { id: '', name: '', type: credentialType, data };
			const send = sendWith(
				async (request) =>
					(await context.helpers.httpRequestWithAuthentication.call(
						withSignal(context, request.abortSignal),
						credentialType,
						request,
						{ credentialsDecrypted },
					)) as unknown,
				{ limits, cancel: signal },
			);
			return await send(request);
		},
		pause: async (ms) => await pause(ms, signal),
		neverOrder: isNeverOrder(credential),
		secrets,
	});
}

const fingerprint = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** n8n stores the token that its HTTP Request node got in the credential: it does not make it another one. */
function credentialKey({ credentialType, credential }: ResolvedCredential): string {
	const { accessToken: _, ...fields } = credential;
	return fingerprint([credentialType, fields]);
}

/**
 * The connections of one execution of a node: one for each distinct credential and each distinct way of sending, which
 * an expression may change by item.
 */
export class Connections {
	private readonly known = new Map<string, Connection>();

	private readonly signal: AbortSignal | undefined;

	/** The credential, once it has turned out to be the same for every item. */
	private forAll: ResolvedCredential | undefined;

	/** The options, if they are the same for every item. */
	private options: SendOptions | undefined;

	private onlyConnection: Connection | undefined;

	/** @param ends fires when the answer is no longer needed; by default at the end of the execution */
	constructor(
		private readonly context: ColtContext,
		private readonly api: Pick<ApiTable, 'basePath'>,
		ends?: AbortSignal,
	) {
		this.signal = ends ?? cancelSignal(context);
	}

	/**
	 * The connection of an item, by the credential as n8n resolves it for the item.
	 * @throws ColtError of kind `configuration` when the credential cannot be used
	 */
	async of(itemIndex: number): Promise<Connection> {
		if (this.onlyConnection !== undefined) return this.onlyConnection;
		const resolved = this.forAll ?? (await this.read(itemIndex));
		const options = this.options ?? this.readOptions(itemIndex);
		const key = `${credentialKey(resolved)} ${JSON.stringify(options)}`;
		const connection = this.known.get(key) ?? this.open(resolved, options);
		this.known.set(key, connection);
		if (this.forAll !== undefined && this.options !== undefined) this.onlyConnection = connection;
		return connection;
	}

	private async read(itemIndex: number): Promise<ResolvedCredential> {
		const authentication = parameter(this.context, 'authentication', itemIndex, 'oAuth2');
		const { watched, isPlain } = watchCredential(this.context);
		const resolved = await readCredential(watched, authentication, itemIndex);
		if (isPlain() && !isExpression(this.context.getNode().parameters.authentication)) this.forAll = resolved;
		return resolved;
	}

	private readOptions(itemIndex: number): SendOptions {
		const options = readSendOptions(this.context, itemIndex);
		const { timeoutSeconds, mostCallsPerSecond } = (this.context.getNode().parameters.options ?? {}) as IDataObject;
		if (![timeoutSeconds, mostCallsPerSecond].some(isExpression)) this.options = options;
		return options;
	}

	private open(resolved: ResolvedCredential, options: SendOptions): Connection {
		const sendToken = sendWith((request) => this.context.helpers.httpRequest(request), {
			limits: limitsOf(options),
		});
		const authentication = authenticationOf(resolved, sendToken);
		const profile = toText(resolved.credential.serviceProfile).trim();
		return {
			client: clientOf(this.context, this.api, authentication, options, this.signal),
			origin: authentication.origin,
			account: fingerprint(authentication.client),
			neverOrder: isNeverOrder(resolved.credential),
			...(profile !== '' && { defaultServiceProfile: profile }),
		};
	}
}

/**
 * The connection of a context without items: a trigger, a picker, a webhook.
 * @param ends fires when the answer is no longer needed; by default at the end of the execution
 * @throws ColtError of kind `configuration` when the credential cannot be used
 */
export const connect = async (
	context: ColtContext,
	api: Pick<ApiTable, 'basePath'>,
	ends?: AbortSignal,
): Promise<Connection> => await new Connections(context, api, ends).of(0);
