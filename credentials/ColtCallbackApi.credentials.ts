import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { CALLBACK_ALGORITHMS } from '../nodes/ColtInbound/callback/secret';

const SHARED = CALLBACK_ALGORITHMS.filter((name) => name.startsWith('HS'));
const PUBLIC = CALLBACK_ALGORITHMS.filter((name) => !SHARED.includes(name));

/** What Colt has to show when it calls the Colt Inbound Trigger. Colt's documents do not say how it authenticates. */
export class ColtCallbackApi implements ICredentialType {
	name = 'coltCallbackApi';

	displayName = 'Colt Callback API';

	icon: Icon = { light: 'file:colt.svg', dark: 'file:colt.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-colt/n8n-nodes-colt/blob/main/docs/inbound-callbacks.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'How Colt authenticates its callbacks is not documented: ask Colt which of these it can send, and give Colt the same values',
			name: 'methodNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			options: [
				{ name: 'Basic', value: 'basic', description: 'User and password by HTTP Basic' },
				{ name: 'Secret Header', value: 'header', description: 'A header of your choice with a secret value' },
				{
					name: 'Signed Token (JWT)',
					value: 'signedToken',
					description: 'A bearer token with an end, signed by a shared secret or a private key',
				},
			],
			default: 'header',
			description: 'What a callback must bring; without it nothing is started',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'x-callback-secret',
			required: true,
			displayOptions: { show: { method: ['header'] } },
			description: 'Capitals do not matter',
		},
		{
			displayName: 'Header Value',
			name: 'headerSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { method: ['header'] } },
			description: 'A long random text',
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { method: ['basic'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { method: ['basic'] } },
			description: 'A long random text',
		},
		{
			displayName: 'Algorithm',
			name: 'algorithm',
			type: 'options',
			options: CALLBACK_ALGORITHMS.map((value) => ({ name: value, value })),
			default: 'HS256',
			displayOptions: { show: { method: ['signedToken'] } },
			description:
				'HS with a shared secret; RS, PS and ES with a public key. A token signed by another one is refused.',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { method: ['signedToken'], algorithm: SHARED } },
			description: 'The secret that signs the tokens, at least 32 random characters',
		},
		{
			displayName: 'Public Key (PEM)',
			name: 'publicKey',
			type: 'string',
			typeOptions: { rows: 5 },
			default: '',
			required: true,
			displayOptions: { show: { method: ['signedToken'], algorithm: PUBLIC } },
			description: "The signer's public key or certificate, from the BEGIN to the END line",
		},
		{
			displayName: 'Audience',
			name: 'audience',
			type: 'string',
			default: '',
			displayOptions: { show: { method: ['signedToken'] } },
			description: 'If given, the aud claim must contain it: one for each environment keeps their callbacks apart',
		},
		{
			displayName: 'Issuer',
			name: 'issuer',
			type: 'string',
			default: '',
			displayOptions: { show: { method: ['signedToken'] } },
			description: 'If given, the iss claim must be it',
		},
	];
}
