import { NodeHelpers } from 'n8n-workflow';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
	NodeParameterValueType,
} from 'n8n-workflow';

import { ColtWholesaleSip } from '../../../nodes/ColtWholesaleSip/ColtWholesaleSip.node';
import { resources } from '../../../nodes/ColtWholesaleSip/registry';
import { isNotice } from '../../../nodes/shared/fields/notice';
import { propertiesOf } from '../../../nodes/shared/operation/properties';
import type { Field } from '../../../nodes/shared/operation/types';

interface Placed {
	/** Resource, operation and label, outer labels first. */
	path: string;
	field: Field;
}

const isProperty = (option: unknown): option is INodeProperties =>
	typeof option === 'object' && option !== null && 'type' in option;
const isGroup = (option: unknown): option is INodePropertyCollection =>
	typeof option === 'object' && option !== null && 'values' in option;

function inner(field: Field): Field[] {
	return (field.options ?? []).flatMap((option) =>
		isGroup(option) ? option.values : isProperty(option) ? [option] : [],
	);
}

function withInner(path: string, field: Field): Placed[] {
	const here = `${path} > ${field.displayName}`;
	return [{ path: here, field }, ...inner(field).flatMap((one) => withInner(here, one))];
}

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource: resource.value, operation })),
);
const everyField = operations.flatMap(({ resource, operation }) =>
	operation.fields
		.filter((field) => !isNotice(field))
		.flatMap((field) => withInner(`${resource}: ${operation.value}`, field)),
);
const byPath = everyField.map(({ path, field }) => [path, field] as const);

/** Labels that say all there is to say; everything else explains itself in a text, an example or its choices. */
const PLAIN = [
	'Changed After',
	'Changed Before',
	'City',
	'Country',
	'Created After',
	'Created Before',
	'Customer Reference',
];

const isExplained = ({ displayName, description, hint, placeholder, options }: Field): boolean =>
	[description, hint, placeholder].some((text) => text !== undefined && text !== '') ||
	PLAIN.includes(displayName) ||
	(options ?? []).some((option) => 'value' in option && option.description !== undefined) ||
	['Reserve By', 'Italian Number Type'].includes(displayName);

const choices = (field: Field): unknown[] =>
	(field.options ?? []).filter((option): option is INodePropertyOptions => 'value' in option).map(({ value }) => value);

const isText = (value: unknown): boolean => typeof value === 'string';
const isEmpty = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && Object.keys(value).length === 0;
const hasKeys = (value: unknown, ...keys: string[]): boolean =>
	typeof value === 'object' && value !== null && keys.every((key) => key in value);

/** What the default of each field type in use must be. */
const FITS: Partial<Record<INodeProperties['type'], (field: Field) => boolean>> = {
	boolean: (field) => typeof field.default === 'boolean',
	hidden: (field) => typeof field.default === 'boolean',
	number: (field) => typeof field.default === 'number' && field.default >= (field.typeOptions?.minValue ?? 0),
	string: (field) => isText(field.default),
	dateTime: (field) => isText(field.default),
	options: (field) => choices(field).includes(field.default),
	multiOptions: (field) => Array.isArray(field.default),
	collection: (field) => isEmpty(field.default),
	fixedCollection: (field) => isEmpty(field.default),
	resourceLocator: (field) => hasKeys(field.default, 'mode', 'value'),
	resourceMapper: (field) => hasKeys(field.default, 'mappingMode', 'value'),
};

describe('every field', () => {
	test.each(byPath)('%s explains itself', (_, field) => expect(isExplained(field)).toBe(true));
	test.each(byPath)('%s has a default of its type', (_, field) =>
		expect([field.type, FITS[field.type]?.(field)]).toEqual([field.type, true]),
	);

	it('asks Whether in every boolean, as n8n does', () => {
		for (const { path, field } of everyField) {
			if (field.type === 'boolean')
				expect([path, field.description]).toEqual([path, expect.stringMatching(/^Whether /)]);
		}
	});

	it('has unique values in every list of choices', () => {
		for (const { path, field } of everyField) {
			const values = choices(field);
			expect([path, new Set(values).size]).toEqual([path, values.length]);
		}
	});

	it('sorts the fields of a collection', () => {
		for (const { path, field } of everyField) {
			if (field.type !== 'collection') continue;
			const labels = inner(field).map(({ displayName }) => displayName.toLowerCase());
			expect([path, labels]).toEqual([path, labels.toSorted()]);
		}
	});
});

describe('what the editor shows', () => {
	const description: INodeTypeDescription = new ColtWholesaleSip().description;
	const node = (parameters: INodeParameters): INode => ({
		id: '1',
		name: 'Colt',
		type: 'coltWholesaleSip',
		typeVersion: 2,
		position: [0, 0],
		parameters,
	});

	function shown(resource: string, operation: string, more: INodeParameters = {}): INodeProperties[] {
		const parameters =
			NodeHelpers.getNodeParameters(
				description.properties,
				{ resource, operation, ...more },
				true,
				false,
				node({}),
				description,
			) ?? {};
		return description.properties.filter((property) =>
			NodeHelpers.displayParameter(parameters, property, node(parameters), description),
		);
	}

	test.each(operations.map(({ resource, operation }) => [resource, operation.value, operation] as const))(
		'%s: %s shows its own fields, each name once',
		(resource, value, operation) => {
			const names = shown(resource, value).map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
			const own = new Set(operation.fields.map(({ name }) => name));
			const other = names.filter((name) => !own.has(name));
			const isCall = 'wire' in operation;
			const writes = isCall && operation.wire.effect !== 'read';
			const common = ['authentication', 'resource', 'operation', 'options'];
			expect(other.filter((name) => name !== 'orderNotice').toSorted()).toEqual(
				[...common, ...(isCall ? ['simplify'] : []), ...(writes ? ['dryRun'] : [])].toSorted(),
			);
		},
	);

	test.each(operations.map(({ resource, operation }) => [resource, operation.value, operation] as const))(
		'%s: %s can show every field',
		(resource, value, operation) => {
			for (const { name, showWhen } of operation.fields.filter((field) => !isNotice(field))) {
				const values = Object.fromEntries(
					Object.entries(showWhen ?? {}).map(([key, [first]]) => [key, first as NodeParameterValueType]),
				);
				for (const key of Object.keys(values)) expect(operation.fields.map((field) => field.name)).toContain(key);
				const names = shown(resource, value, values).map((property) => property.name);
				expect(names).toContain(name);
			}
		},
	);

	test.each(operations.map(({ resource, operation }) => [resource, operation.value, operation] as const))(
		'%s: %s asks for what it requires in the open',
		(resource, value, operation) => {
			const hidden = operation.fields.flatMap(inner).filter(({ required }) => required === true);
			expect(hidden.map(({ displayName }) => displayName)).toEqual([]);
			const required = operation.fields.filter((field) => field.required === true && field.showWhen === undefined);
			const names = shown(resource, value).map(({ name }) => name);
			for (const field of required) expect(names).toContain(field.name);
		},
	);

	it('makes one property of a field that operations of a resource share', () => {
		const starts = propertiesOf(resources).filter(
			({ name, displayOptions }) =>
				name === 'numberRangeStart' &&
				displayOptions?.show?.resource?.includes('number') === true &&
				displayOptions.show.reserveBy === undefined &&
				displayOptions.show.inputFormat === undefined,
		);
		expect(starts).toHaveLength(1);
		expect(starts[0]?.displayOptions?.show?.operation).toEqual([
			'get',
			'activate',
			'updateEndCustomer',
			'reactivate',
			'return',
			'getOrderHistory',
		]);
	});
});
