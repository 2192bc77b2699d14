import type { ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';

import type { ApiTable } from '../contract/table';
import { ColtClient } from './client';
import { toWireResponse } from './http';
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

const CREDENTIAL = 'coltOAuth2Api';

function cancelSignal(context: ColtContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/**
 * Reads the node's credential once and builds its client for one of Colt's APIs.
 * @throws ColtError of kind `configuration` when the credential's base URL is not usable
 */
export async function connect(context: ColtContext, api: Pick<ApiTable, 'basePath'>): Promise<Connection> {
	const credential = await context.getCredentials(CREDENTIAL);
	const settings = tokenSettings(credential);
	const tokenSend = sendWith((options) => context.helpers.httpRequest(options));
	const signal = cancelSignal(context);
	const client = new ColtClient({
		baseUrl: settings.origin + api.basePath,
		token: (rejected) => accessToken(settings, tokenSend, rejected),
		async send(request, token) {
			// Given here, the decrypted credential is not read from n8n's database again for every call.
			const data = { ...credential, accessToken: token } as ICredentialDataDecryptedObject;
			const full: unknown = await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, toHttpRequestOptions(request), {
				credentialsDecrypted: { id: '', name: '', type: CREDENTIAL, data },
			});
			return toWireResponse(full as { statusCode: number });
		},
		pause: (ms) => pause(ms, signal),
		secrets: [settings.clientSecret],
	});
	const profile = toText(credential.serviceProfile).trim();
	return { client, ...(profile !== '' && { defaultServiceProfile: profile }) };
}
