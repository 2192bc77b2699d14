import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { authorize } from '../nodes/shared/client/authorize';
import { ENCODE_LABEL } from '../nodes/shared/fields/encodeLabel';
import {
	correctionsCredentialField,
	environmentFields,
	neverOrderCredentialField,
	serviceProfileCredentialField,
} from '../nodes/shared/fields/credential';

/**
 * OAuth 2.0 client credentials as Colt's portal documents them. n8n's own `oAuth2Api` cannot be extended: it sends no
 * header of ours to the token endpoint, and Colt demands `x-tracking-id` there.
 */
export class ColtOAuth2Api implements ICredentialType {
	name = 'coltOAuth2Api';

	displayName = 'Colt OAuth2 API';

	icon: Icon = { light: 'file:colt.svg', dark: 'file:colt.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-colt/n8n-nodes-colt#credential';

	properties: INodeProperties[] = [
		...environmentFields,
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description:
				'From Colt. A company can have up to five pairs of client ID and secret. For Inbound (NGN) Colt may ' +
				'call them IDP ID and IDP secret; whether they serve here is not documented.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: ENCODE_LABEL,
			name: 'encodeClient',
			type: 'boolean',
			default: false,
			description:
				'Whether to form-encode both before they are sent (RFC 6749, 2.3.1). It matters only if they contain ' +
				'special characters, and Colt does not document which way it reads them: try the other way if Colt ' +
				'refuses a correct secret.',
		},
		serviceProfileCredentialField,
		neverOrderCredentialField,
		correctionsCredentialField,
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/**
	 * Called by n8n when the stored token is empty, and after a failed request; the client's own calls bring their
	 * token.
	 */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const { sendWith, tokenForN8n } = await import('../nodes/runtime');
		const send = sendWith(async (options) => (await this.helpers.httpRequest(options)) as unknown);
		return await tokenForN8n(credentials, send);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { noteAuthorized, refuseEndedToken, refuseWrite } = await import('../nodes/runtime');
		if (credentials.isOwnCall !== true) {
			refuseWrite(credentials, request);
			refuseEndedToken(credentials);
		}
		const authorized = authorize(credentials, request);
		noteAuthorized(credentials);
		return authorized;
	}
}
