import type { Field } from '../operation/types';

export const DOCUMENTS_FIELD = 'documents';
/** Names a file, or is one: an expression may give the file itself. */
export const FILE_FIELD = 'binaryField';

/** What a file is; stored values are the contract's logical names. */
export const DOCUMENT_TYPES = [
	{
		name: 'ACM Document (NL 088)',
		value: 'regulatoryAssignment',
		description: "The Dutch regulator's assignment of the numbers",
	},
	{ name: 'Identity Proof', value: 'identityProof' },
	{ name: 'Invoice', value: 'invoice', description: 'Bill of the losing operator' },
	{ name: 'Letter of Authorisation (LOA)', value: 'loa', description: "The end customer's permission to port" },
	{ name: 'Other', value: 'other' },
	{
		name: 'Tri-Partite Agreement (FR)',
		value: 'triPartiteAgreement',
		description: "Needed with every new activation of Colt's own numbers in France",
	},
];

/** Files to send along, taken from n8n's binary data. */
export const documentsField: Field = {
	displayName: 'Documents',
	name: DOCUMENTS_FIELD,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add document',
	default: {},
	description: 'Files of the input item to send with the order',
	options: [
		{
			displayName: 'Document',
			name: 'document',
			values: [
				{ displayName: 'Type', name: 'type', type: 'options', options: DOCUMENT_TYPES, default: 'loa' },
				{
					displayName: 'Input Binary Field',
					name: FILE_FIELD,
					type: 'string',
					default: 'data',
					hint: 'The name of the input binary field with the file',
					description: 'Or, by an expression, the file of an earlier node',
				},
			],
		},
	],
};
