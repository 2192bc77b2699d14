import type { Field } from '../operation/types';

/** n8n's pair for lists. */
export const returnAllField: Field = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limitField: Field = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 50,
	description: 'Max number of results to return',
	showWhen: { returnAll: [false] },
};

export const pagingFields: Field[] = [returnAllField, limitField];
