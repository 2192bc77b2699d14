import type { INodeProperties } from 'n8n-workflow';

/** Which of Colt's environments a credential is for. */
export const environmentFields: INodeProperties[] = [
	{
		displayName: 'Environment',
		name: 'environment',
		type: 'options',
		options: [
			{ name: 'Production', value: 'production', description: 'Real numbers, real network, real charges' },
			{ name: 'Sandbox', value: 'sandbox', description: 'Network, billing and emergency services are off' },
			{ name: 'Custom Base URL', value: 'custom', description: 'A gateway of your own, or the local simulator' },
		],
		default: 'sandbox',
		description: "Which of Colt's environments this client belongs to",
	},
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://colt-gateway.example.com',
		description:
			'The part before /authentication and /numberManagement. Must be https; plain http is accepted for ' +
			'localhost only.',
		displayOptions: { show: { environment: ['custom'] } },
	},
];

/** The label of the corrections in a credential. */
export const CORRECTIONS_LABEL = 'Corrections (JSON)';

/** Where Colt's own names differ from this package's. */
export const correctionsCredentialField: INodeProperties = {
	displayName: CORRECTIONS_LABEL,
	name: 'corrections',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description:
		'Colt publishes only a part of its specification. If Colt refuses a field by its name, the operation ' +
		"Connection: Import Specification makes the text for this field from Colt's OpenAPI file.",
};

export const serviceProfileCredentialField: INodeProperties = {
	displayName: 'Default Service Profile',
	name: 'serviceProfile',
	type: 'string',
	default: '',
	placeholder: 'e.g. ANH',
	description:
		'Used by every order that names no service profile. Only needed when Colt has given you more than one in a ' +
		'country.',
};

/** The label of the switch that keeps a credential from ordering. */
export const NEVER_ORDER_LABEL = 'Never Order (Training)';

export const neverOrderCredentialField: INodeProperties = {
	displayName: NEVER_ORDER_LABEL,
	name: 'neverOrder',
	type: 'boolean',
	default: false,
	description:
		'Whether this credential only reads. Every order becomes a dry run that shows what would be sent, and the HTTP ' +
		'Request node can only read with it.',
};
