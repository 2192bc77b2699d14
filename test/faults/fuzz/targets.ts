import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { CUSTOMER_PARTS } from '../../../nodes/shared/customer/customerParts';
import { optionsField } from '../../../nodes/shared/fields/options';
import type { Field, Operation } from '../../../nodes/shared/operation/types';

/** The expression that puts the item's bad value into a field. */
export const BAD = '={{ $json.bad }}';

/** One place of an operation's fields that a bad value can be put into. */
export interface Target {
	/** `additionalFields.customerReference`. */
	path: string;
	/** Of the options that all operations have. */
	isCommon: boolean;
	/** The operation's parameters with the bad value in this place. */
	apply(parameters: IDataObject): IDataObject;
}

type Property = Pick<INodeProperties, 'name' | 'type' | 'default' | 'options' | 'typeOptions'>;

const objectOf = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as IDataObject) : {};

/** Ways to spoil the value of one property: as a whole, and each part of it. */
function spoilers(property: Property): Array<{ path: string; spoil: (value: unknown) => unknown }> {
	const whole = { path: property.name, spoil: () => BAD };
	const under = (name: string, spoil: (value: IDataObject) => unknown) => ({
		path: `${property.name}.${name}`,
		spoil: (value: unknown) => spoil(objectOf(value)),
	});
	const { type, options } = property;
	if (type === 'collection') {
		const parts = ((options ?? []) as INodeProperties[]).flatMap((part) =>
			spoilers(part).map((inner) =>
				under(inner.path, (value) => ({ ...value, [part.name]: inner.spoil(value[part.name] ?? part.default) })),
			),
		);
		return [whole, ...parts];
	}
	if (type === 'fixedCollection') {
		const many = property.typeOptions?.multipleValues === true;
		const groups = ((options ?? []) as INodePropertyCollection[]).flatMap(({ name, values }) => {
			const row = Object.fromEntries(values.map((part) => [part.name, part.default])) as IDataObject;
			const group = (part: string): IDataObject => ({
				[name]: many ? [{ ...row, [part]: BAD }] : { ...row, [part]: BAD },
			});
			return [
				under(name, (value) => ({ ...value, [name]: BAD })),
				...values.map((part) => under(`${name}.${part.name}`, () => group(part.name))),
			];
		});
		return [whole, ...groups];
	}
	if (type === 'resourceMapper') {
		return [
			under('value', (value) => ({ mappingMode: 'defineBelow', ...value, value: BAD })),
			...CUSTOMER_PARTS.map(({ id }) =>
				under(`value.${id}`, (value) => ({
					mappingMode: 'defineBelow',
					...value,
					value: { ...objectOf(value.value), [id]: BAD },
				})),
			),
		];
	}
	if (type === 'resourceLocator') return [whole, under('value', () => ({ __rl: true, mode: 'id', value: BAD }))];
	return [whole];
}

/** What must be chosen for a field to be shown. */
const shown = (field: Partial<Field>): IDataObject =>
	Object.fromEntries(Object.entries(field.showWhen ?? {}).map(([name, [first]]) => [name, first ?? '']));

/** Every place of an operation, the options that all operations have included. */
export const targetsOf = ({ fields }: Pick<Operation, 'fields'>): Target[] =>
	[...fields, optionsField].flatMap((field) =>
		spoilers(field as Property).map(({ path, spoil }) => ({
			path,
			isCommon: field === optionsField,
			apply: (parameters: IDataObject): IDataObject => ({
				...parameters,
				...shown(field),
				[field.name]: spoil(parameters[field.name] ?? field.default) as IDataObject,
			}),
		})),
	);
