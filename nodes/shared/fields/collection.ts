import { byLabel } from '../byName';
import type { Field, Params } from '../operation/types';

/** A collection of optional fields, sorted by name as n8n's guidelines ask. */
export const collectionField = (
	displayName: string,
	name: string,
	placeholder: string,
	options: readonly Field[],
): Field => ({
	displayName,
	name,
	type: 'collection',
	placeholder,
	default: {},
	options: [...options].sort(byLabel),
});

export const additionalFields = (...options: Field[]): Field =>
	collectionField('Additional Fields', 'additionalFields', 'Add field', options);

export const filters = (...options: Field[]): Field => collectionField('Filters', 'filters', 'Add filter', options);

/** The values of a collection. */
export const readCollection = (params: Params, name: 'additionalFields' | 'filters'): Params =>
	(params[name] ?? {}) as Params;
