import type { Field } from '../operation/types';

/** What a list offers besides the typed value. */
interface LocatorWords {
	/** The list's method, by its name in the node. */
	list: string;
	/** What the empty list says. */
	choose: string;
	/** n8n's own name `id` where it is one, else a name and its label. */
	by: { name: string; label: string };
}

/**
 * A text that can also be picked from a list, the list first. A workflow that stores the plain text, or an expression,
 * goes on working: both are read.
 */
export const locatorField = ({ placeholder = '', ...field }: Field, { list, choose, by }: LocatorWords): Field => ({
	...field,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: choose,
			typeOptions: { searchListMethod: list, searchable: true },
		},
		{ displayName: by.label, name: by.name, type: 'string', placeholder },
	],
});
