import type { ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';

import type { ApiTable } from '../contract/table';
import { ColtClient } from './client';
import { toWireResponse } from './http';
import { jwtSettings, signedToken } from './jwt';
import { pause } from './pause';
import { sendWith, toHttpRequestOptions } from './send';
import { accessToken, tokenSettings } from './token';
import { toText } from '../text';

/** Any n8n context that can hold a credential and make requests. */
export type ColtContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** A client for the node's credential, and what the credential says besides. */
export interface Connection {
	client: ColtClient;
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
}

async function authenticationOf(context: ColtContext): Promise<Authentication> {
	if (context.getNodeParameter('authentication', 0, 'oAuth2') === 'jwt') {
		const credential = await context.getCredentials('coltJwtApi');
		const settings = jwtSettings(credential);
		return {
			credentialType: 'coltJwtApi',
			credential,
			origin: settings.origin,
			token: async (country, rejected) => await signedToken(settings, country, rejected),
			secrets: [settings.privateKey],
		};
	}
	const credential = await context.getCredentials('coltOAuth2Api');
	const settings = tokenSettings(credential);
	const send = sendWith((options) => context.helpers.httpRequest(options));
	return {
		credentialType: 'coltOAuth2Api',
		credential,
		origin: settings.origin,
		token: async (_, rejected) => await accessToken(settings, send, rejected),
		secrets: [settings.clientSecret],
	};
}

/**
 * Reads the node's credential once and builds its client for one of Colt's APIs.
 * @throws ColtError of kind `configuration` when the credential cannot be used
 */
export async function connect(context: ColtContext, api: Pick<ApiTable, 'basePath'>): Promise<Connection> {
	const { credentialType, credential, origin, token, secrets } = await authenticationOf(context);
	const signal = cancelSignal(context);
	const client = new ColtClient({
		baseUrl: origin + api.basePath,
		token,
		async send(request, accessToken) {
			// Given here, the decrypted credential is not read from n8n's database again for every call.
			const data = { ...credential, accessToken };
			const full: unknown = await context.helpers.httpRequestWithAuthentication.call(context, credentialType, toHttpRequestOptions(request), {
				credentialsDecrypted: { id: '', name: '', type: credentialType, data },
			});
			return toWireResponse(full as { statusCode: number });
		},
		pause: async (ms) => await pause(ms, signal),
		secrets,
	});
	const profile = toText(credential.serviceProfile).trim();
	return { client, ...(profile !== '' && { defaultServiceProfile: profile }) };
}
