import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { CALLBACK_ALGORITHMS } from '../nodes/ColtInbound/callback/algorithms';

const SHARED = CALLBACK_ALGORITHMS.filter((name) => name.startsWith('HS'));
const PUBLIC = CALLBACK_ALGORITHMS.filter((name) => !SHARED.includes(name));

/** How Colt authenticates when it calls the Colt Inbound Trigger. Colt's documents do not say how it does. */
export class ColtCallbackApi implements ICredentialType {
	name = 'coltCallbackApi';

	displayName = 'Colt Callback API';

	icon: Icon = { light: 'file:colt.svg', dark: 'file:colt.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-colt/n8n-nodes-colt/blob/main/docs/inbound-callbacks.md';

	properties: INodeProperties[] = [
		{
			displayName:
				"Colt's documents do not say how callbacks are authenticated. Ask your contact at Colt which of these " +
				'methods is supported, and send them the same values.',
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
					description: 'A bearer token that expires, signed with a shared secret or a private key',
				},
			],
			default: 'header',
			description: 'How Colt authenticates. A callback without valid authentication starts nothing.',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'x-callback-secret',
			required: true,
			displayOptions: { show: { method: ['header'] } },
			description: 'Upper and lower case are the same',
		},
		{
			displayName: 'Header Value',
			name: 'headerSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { method: ['header'] } },
			description: 'At least 16 random characters',
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
			description: 'At least 16 random characters',
		},
		{
			displayName: 'Algorithm',
			name: 'algorithm',
			type: 'options',
			options: CALLBACK_ALGORITHMS.map((value) => ({ name: value, value })),
			default: 'HS256',
			displayOptions: { show: { method: ['signedToken'] } },
			description:
				'HS uses a shared secret; RS, PS and ES use a public key. Tokens with another algorithm are refused.',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { method: ['signedToken'], algorithm: SHARED } },
			description: 'The shared secret: at least 32 random characters for HS256, 48 for HS384, 64 for HS512',
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
			description:
				'If set, the aud claim must contain it. Use a different one per environment to keep their callbacks apart.',
		},
		{
			displayName: 'Issuer',
			name: 'issuer',
			type: 'string',
			default: '',
			displayOptions: { show: { method: ['signedToken'] } },
			description: 'If set, the iss claim must equal it',
		},
	];
}
