import type { INodeProperties } from 'n8n-workflow';

/** The one choice between the two credentials, for every node. */
export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'OAuth2', value: 'oAuth2', description: 'Client ID and client secret from Colt' },
		{ name: 'JWT', value: 'jwt', description: 'A private key whose certificate is registered at Colt' },
	],
	default: 'oAuth2',
};
