import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { authorize } from '../nodes/shared/client/authorize';
import { JWT_ALGORITHMS } from '../nodes/shared/client/jwtAlgorithms';
import {
	correctionsCredentialField,
	environmentFields,
	neverOrderCredentialField,
	serviceProfileCredentialField,
} from '../nodes/shared/fields/credential';
import { toText } from '../nodes/shared/text';

/** A token the customer signs, with the private key whose certificate Colt holds (colt-api section 2). */
export class ColtJwtApi implements ICredentialType {
	name = 'coltJwtApi';

	displayName = 'Colt JWT API';

	icon: Icon = { light: 'file:colt.svg', dark: 'file:colt.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-colt/n8n-nodes-colt#credential';

	properties: INodeProperties[] = [
		...environmentFields,
		{
			displayName: 'Issuer',
			name: 'issuer',
			type: 'string',
			default: '',
			required: true,
			description: 'The iss claim, as agreed with Colt',
		},
		{
			displayName: 'Application ID',
			name: 'applicationId',
			type: 'string',
			default: '',
			description: 'The aud claim, from Colt. Used for every country that has no Application ID of its own below.',
		},
		{
			displayName: 'Application IDs by Country',
			name: 'applicationIds',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. GB=my-application-gb',
			description: 'Only if Colt has given you different Application IDs by country: one country a line',
		},
		{
			displayName: 'Private Key (PEM)',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true, rows: 5 },
			default: '',
			required: true,
			description: 'The key whose certificate Colt holds, from BEGIN to END line. It signs here and is never sent.',
		},
		{
			displayName: 'Key ID',
			name: 'keyId',
			type: 'string',
			default: '',
			description: 'The kid header, if Colt asks for one. Whether it does is not documented.',
		},
		{
			displayName: 'Algorithm',
			name: 'algorithm',
			type: 'options',
			options: JWT_ALGORITHMS.map((value) => ({ name: value, value })),
			default: 'RS256',
			description: 'Must fit the key: RS and PS for RSA keys, ES for elliptic curve keys',
		},
		{
			displayName: 'Lifetime (Seconds)',
			name: 'lifetimeSeconds',
			type: 'number',
			default: 300,
			description: 'How long each signed token is valid, 60 to 1800',
		},
		{
			displayName: 'Extra Claims (JSON)',
			name: 'extraClaims',
			type: 'string',
			default: '',
			placeholder: 'e.g. {"sub": "my-client"}',
			description: 'Further claims Colt may ask for: only issuer and audience are documented',
		},
		serviceProfileCredentialField,
		neverOrderCredentialField,
		correctionsCredentialField,
	];

	/**
	 * The client's own calls bring the token for their country; n8n's HTTP Request node gets one for the main
	 * Application ID.
	 */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		if (credentials.isOwnCall !== true) (await import('../nodes/runtime')).refuseWrite(credentials, request);
		const given = toText(credentials.accessToken);
		if (given !== '') return authorize(credentials, request);
		const { jwtSettings, signedToken } = await import('../nodes/runtime');
		return authorize({ ...credentials, accessToken: await signedToken(jwtSettings(credentials)) }, request);
	}
}
