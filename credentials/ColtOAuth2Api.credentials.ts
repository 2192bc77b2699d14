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
import { environmentFields, serviceProfileCredentialField } from '../nodes/shared/fields/credential';
import { sendWith } from '../nodes/shared/client/send';
import { accessToken, tokenSettings } from '../nodes/shared/client/token';

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
			description: 'From Colt. A company can have up to five pairs of client ID and secret.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		serviceProfileCredentialField,
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** Called by n8n when the stored token is empty or was answered with 401; the client's own calls bring their token. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const send = sendWith(async (options) => (await this.helpers.httpRequest(options)) as unknown);
		const rejected = typeof credentials.accessToken === 'string' ? credentials.accessToken : '';
		return { accessToken: await accessToken(tokenSettings(credentials), send, rejected) };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await Promise.resolve(authorize(credentials, request));
	}
}
