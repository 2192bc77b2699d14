import type {
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { ApiTable } from '../contract/table';
import { ColtClient } from './client';
import { jwtSettings, signedToken } from './jwt';
import { limitsFor } from './limits';
import type { Limits } from './limits';
import { pause, whileRunning } from './pause';
import { callQueueOf } from './rate/callQueues';
import { sendWith } from './send';
import { accessToken, tokenSettings } from './token';
import { toText } from '../text';

/** Any n8n context that can hold a credential and make requests. */
export type ColtContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions | IWebhookFunctions;

/** A client for the node's credential, and what the credential says besides. */
export interface Connection {
	client: ColtClient;
	/** Which of Colt's environments it is: origin and path prefix. */
	origin: string;
	defaultServiceProfile?: string;
}

function cancelSignal(context: ColtContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** How a node gets its tokens. */
interface Authentication {
	credentialType: string;
	credential: ICredentialDataDecryptedObject;
	origin: string;
	token: (country: string | undefined, rejected?: string) => Promise<string>;
	secrets: string[];
	/** What Colt knows the client by: its allowed rate is one for all nodes. */
	client: readonly string[];
}

/** What the node's options say about sending; a trigger has none. */
interface SendOptions {
	timeoutSeconds?: unknown;
	mostCallsPerSecond?: unknown;
}

/** A day at most: longer times do not fit a timer, and it would fire at once. */
const LONGEST_S = 86_400;

function above0(value: unknown): number | undefined {
	const number = Number(toText(value));
	return number > 0 ? number : undefined;
}

/** One by one: an expression in another option may fail on the first item, which is that item's own failure. */
function readSendOptions(context: ColtContext): SendOptions {
	return {
		timeoutSeconds: context.getNodeParameter('options.timeoutSeconds', 0, 0),
		mostCallsPerSecond: context.getNodeParameter('options.mostCallsPerSecond', 0, 0),
	};
}

async function authenticationOf(context: ColtContext, limits: Limits): Promise<Authentication> {
	if (context.getNodeParameter('authentication', 0, 'oAuth2') === 'jwt') {
		const credential = await context.getCredentials('coltJwtApi');
		const settings = jwtSettings(credential);
		return {
			credentialType: 'coltJwtApi',
			credential,
			origin: settings.origin,
			token: async (country, rejected) => await signedToken(settings, country, rejected),
			secrets: [settings.privateKey],
			client: [settings.origin, settings.issuer, settings.applicationId],
		};
	}
	const credential = await context.getCredentials('coltOAuth2Api');
	const settings = tokenSettings(credential);
	const send = sendWith((options) => context.helpers.httpRequest(options), { limits });
	return {
		credentialType: 'coltOAuth2Api',
		credential,
		origin: settings.origin,
		token: async (_, rejected) => await accessToken(settings, send, rejected),
		secrets: [settings.clientSecret, `${settings.clientId}:${settings.clientSecret}`],
		client: [settings.origin, settings.clientId],
	};
}

/**
 * The context as n8n's request helper is to see it: n8n replaces the signal of a request by its own for the execution,
 * so this one answers with the signal of the call, which fires with either.
 */
const withSignal = (context: ColtContext, signal: IHttpRequestOptions['abortSignal']): IAllExecuteFunctions =>
	Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as IAllExecuteFunctions;

/**
 * Reads the node's credential once and builds its client for one of Colt's APIs.
 * @param ends fires when nobody waits for an answer any more; the end of the execution unless given
 * @throws ColtError of kind `configuration` when the credential cannot be used
 */
export async function connect(
	context: ColtContext,
	api: Pick<ApiTable, 'basePath'>,
	ends?: AbortSignal,
): Promise<Connection> {
	const signal = ends ?? cancelSignal(context);
	const { timeoutSeconds, mostCallsPerSecond } = readSendOptions(context);
	const seconds = above0(timeoutSeconds);
	const limits = limitsFor(seconds === undefined ? undefined : Math.min(seconds, LONGEST_S) * 1_000);
	const {
		credentialType,
		credential,
		origin,
		token,
		secrets,
		client: identity,
	} = await authenticationOf(context, limits);
	const most = above0(mostCallsPerSecond);
	const client = new ColtClient({
		baseUrl: origin + api.basePath,
		token: async (country, rejected) => await whileRunning(token(country, rejected), signal),
		lane: callQueueOf(identity).open({
			...(signal !== undefined && { signal }),
			...(most !== undefined && { mostPerSecond: most }),
		}),
		async send(request, accessToken) {
			// Given here, the decrypted credential is not read from n8n's database again for every call.
			const credentialsDecrypted = { id: '', name: '', type: credentialType, data: { ...credential, accessToken } };
			const send = sendWith(
				async (options) =>
					(await context.helpers.httpRequestWithAuthentication.call(
						withSignal(context, options.abortSignal),
						credentialType,
						options,
						{ credentialsDecrypted },
					)) as unknown,
				{ limits, cancel: signal },
			);
			return await send(request);
		},
		pause: async (ms) => await pause(ms, signal),
		secrets,
	});
	const profile = toText(credential.serviceProfile).trim();
	return { client, origin, ...(profile !== '' && { defaultServiceProfile: profile }) };
}
