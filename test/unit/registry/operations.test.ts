import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { model, resources } from '../../../nodes/ColtWholesaleSip/registry';
import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { findOperation, propertiesOf } from '../../../nodes/shared/operation/properties';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource: resource.value, operation })),
);
const properties = propertiesOf(resources);

const entries = (property: INodeProperties | undefined): INodePropertyOptions[] =>
	(property?.options ?? []) as INodePropertyOptions[];
const valuesOf = (property: INodeProperties | undefined): string[] =>
	entries(property).map(({ value }) => String(value));
const resourceMenu = properties.find(({ name }) => name === 'resource');
const operationMenu = (resource: string): INodeProperties | undefined =>
	properties.find(
		({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(resource) === true,
	);

describe('menu and registry are the same set', () => {
	it('has every resource once', () => {
		expect(valuesOf(resourceMenu).toSorted()).toEqual(resources.map(({ value }) => value).toSorted());
		expect(new Set(valuesOf(resourceMenu)).size).toBe(resources.length);
	});

	test.each(resources.map(({ value }) => value))('%s has each of its operations once', (resource) => {
		const inRegistry = operations.filter((one) => one.resource === resource).map(({ operation }) => operation.value);
		const inMenu = valuesOf(operationMenu(resource));
		expect(inMenu.toSorted()).toEqual(inRegistry.toSorted());
		expect(new Set(inMenu).size).toBe(inMenu.length);
		for (const value of inMenu) expect(findOperation(resources, resource, value)?.value).toBe(value);
	});

	it('has no menu besides', () => {
		expect(properties.filter(({ name }) => name === 'operation')).toHaveLength(resources.length);
	});

	it('starts with the first resource and its first operation', () => {
		expect(resourceMenu?.default).toBe('number');
		for (const { value, operations: own } of resources) expect(operationMenu(value)?.default).toBe(own[0]?.value);
	});

	it('sorts operations by name', () => {
		for (const { value } of resources) {
			const names = entries(operationMenu(value)).map(({ name }) => name.toLowerCase());
			expect(names).toEqual(names.toSorted());
		}
	});

	it('has the resource that most people need first, and the restricted one after all others of numbers', () => {
		const names = entries(resourceMenu).map(({ name }) => name);
		expect(names).toEqual(['Number', 'Porting', 'Order', 'Bulk Order', 'Free Number Supply', 'Connection']);
	});

	it('finds nothing under an unknown name', () => {
		expect(findOperation(resources, 'number', 'toString')).toBeUndefined();
		expect(findOperation(resources, 'constructor', 'get')).toBeUndefined();
		expect(findOperation(resources, 'order', 'reserve')).toBeUndefined();
	});
});

describe('words', () => {
	it('has action texts that are all different', () => {
		const texts = operations.map(({ operation }) => operation.action);
		expect(new Set(texts).size).toBe(texts.length);
	});

	test.each(operations.map(({ resource, operation }) => [`${resource}: ${operation.value}`, operation] as const))(
		'%s',
		(_, { action, name, description }) => {
			expect(action).toMatch(/^[A-Z][a-z]*( [a-z,]+)+$/);
			expect(action).not.toMatch(/\b(a|an|the)\b/);
			expect(name).toMatch(/^[A-Z]/);
			expect(description).toMatch(/^[A-Z].{20,}/);
		},
	);

	it('shows action, name and description in the menu', () => {
		for (const { resource, operation } of operations) {
			const entry = entries(operationMenu(resource)).find(({ value }) => value === operation.value);
			expect(entry).toMatchObject({
				name: operation.name,
				action: operation.action,
				description: operation.description,
			});
		}
	});

	it('says of restricted operations that they are', () => {
		for (const { operation } of operations) {
			const restricted = 'wire' in operation && operation.wire.restricted === true;
			expect([operation.value, /restricted use/i.test(operation.description)]).toEqual([operation.value, restricted]);
		}
	});
});

describe('contract', () => {
	const used = new Set(operations.flatMap(({ operation }) => ('wire' in operation ? [operation.wire.id] : [])));

	it('is the one of wholesale SIP', () => {
		expect(model).toEqual({ resources, api: wholesaleSip });
	});

	test.each(Object.keys(wholesaleSip.operations))('%s is used', (id) => expect(used).toContain(id));

	it('has no operation that the contract does not know', () => {
		expect([...used].filter((id) => !(id in wholesaleSip.operations))).toEqual([]);
	});

	it('reads lists as lists and nothing else', () => {
		for (const { operation } of operations) {
			if (!('wire' in operation)) continue;
			const { response } = operation.wire;
			const isList = response !== undefined && 'list' in response;
			expect([operation.value, operation.isList === true]).toEqual([operation.value, isList]);
		}
	});
});
