import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { byName } from '../byName';
import { orderNotices } from './orderNotices';
import type { Field, Operation, Resource } from './types';

function menu(displayName: string, name: string, entries: readonly INodePropertyOptions[]): INodeProperties {
	const property: INodeProperties = {
		displayName,
		name,
		type: 'options',
		noDataExpression: true,
		options: [...entries],
		default: '',
	};
	return { ...property, default: entries[0]?.value ?? '' };
}

/** In the order of the registry: the resource that most people need comes first, the restricted ones last. */
const resourceMenu = (resources: readonly Resource[]): INodeProperties =>
	menu(
		'Resource',
		'resource',
		resources.map(({ name, value, description }) => ({ name, value, description })),
	);

const operationMenu = (resource: Resource): INodeProperties => ({
	...menu(
		'Operation',
		'operation',
		resource.operations
			.map(({ name, value, description, action }) => ({ name, value, description, action }))
			.sort(byName),
	),
	default: resource.operations[0]?.value ?? '',
	displayOptions: { show: { resource: [resource.value] } },
});

/** Which versions of a node have a field, in n8n's words. */
const versionsShown = (versions: Field['versions']): NonNullable<INodeProperties['displayOptions']>['show'] =>
	versions === undefined ? {} : { '@version': versions === 1 ? [1] : [{ _cnd: { gte: versions } }] };

/** A field as n8n wants it: without what only our readers of values look at. */
export function toProperty({
	showWhen: _,
	versions,
	showWhenOf: outside,
	takesOtherValues: _other,
	emptyIsMeant: _empty,
	holdsDocument: _document,
	holdsPhoneNumber: _phone,
	...field
}: Field): INodeProperties {
	const options = field.options?.map((option) => {
		if ('values' in option) return { ...option, values: option.values.map(toProperty) };
		return 'type' in option ? toProperty(option) : option;
	});
	// Inside a collection n8n reads names from it; a slash begins at the node.
	const outer = Object.fromEntries(Object.entries(outside ?? {}).map(([name, values]) => [`/${name}`, values]));
	const show = { ...outer, ...(versions !== undefined && versionsShown(versions)) };
	return {
		...field,
		...(options !== undefined && { options: options }),
		...(Object.keys(show).length > 0 && { displayOptions: { show } }),
	};
}

/** Gives each field its visibility; a field object that several operations of a resource share becomes one property. */
function fieldsOf(resource: Resource): INodeProperties[] {
	const users = new Map<Field, Operation[]>();
	for (const operation of resource.operations) {
		for (const field of operation.fields) users.set(field, [...(users.get(field) ?? []), operation]);
	}
	return [...users].map(([field, operations]) => ({
		...toProperty(field),
		displayOptions: {
			show: {
				resource: [resource.value],
				operation: operations.map(({ value }) => value),
				...versionsShown(field.versions),
				...field.showWhen,
			},
		},
	}));
}

/** The properties of a node, made from its registry: menus first, then every operation's fields. */
export function propertiesOf(resources: readonly Resource[]): INodeProperties[] {
	return [
		resourceMenu(resources),
		...resources.map(operationMenu),
		...resources.flatMap(orderNotices),
		...resources.flatMap(fieldsOf),
	];
}

/**
 * The operation a node's menus point at.
 * @returns undefined for a pair that is not in the registry (an imported workflow may name anything)
 */
export function findOperation(
	resources: readonly Resource[],
	resource: string,
	operation: string,
): Operation | undefined {
	return resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
}
