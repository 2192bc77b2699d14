import type { IBinaryData, IDataObject, INode } from 'n8n-workflow';
import { itemsOf } from '../../../../scripts/n8n/executions';
import type { Execution } from '../../../../scripts/n8n/executions';
import { coltNode, node } from '../../stage';

/** The end customer form, filled field by field. */
export const endCustomer = (value: IDataObject): IDataObject => ({ mappingMode: 'defineBelow', value });

export const BRITISH = endCustomer({
	endCustomerName: 'Example Trading Ltd',
	houseNumber: '1',
	streetName: 'High Street',
	city: 'London',
	postalCode: 'N1 1AA',
});

export const DUTCH = endCustomer({
	endCustomerName: 'Voorbeeld BV',
	houseNumber: '1',
	streetName: 'Dam',
	city: 'Amsterdam',
	postalCode: '1012JS',
	directoryPublish: false,
	directoryListingName: 'Voorbeeld BV',
});

/** An operation on one number. */
export const onNumber = (name: string, operation: string, more: IDataObject = {}): INode =>
	coltNode(name, { resource: 'number', operation, numberRangeStart: "={{ $('Start').first().json.number }}", ...more });

/** Waits until the order of an earlier node has one of the statuses, or any final one. */
export const wait = (name: string, orderOf: string, ...statuses: string[]): INode =>
	coltNode(name, {
		resource: 'order',
		operation: 'waitForStatus',
		orderId: { __rl: true, mode: 'id', value: `={{ $('${orderOf}').first().json.orderId }}` },
		statuses,
		waitMinutes: 5,
	});

/** A port update of the port-in or port-out order of an earlier node. */
export const update = (name: string, operation: string, orderOf: string, more: IDataObject = {}): INode =>
	coltNode(name, {
		resource: 'porting',
		operation,
		orderId: { __rl: true, mode: 'id', value: `={{ $('${orderOf}').first().json.orderId }}` },
		...more,
	});

/** A text file made in the workflow, in a binary field of its name. */
export const files = (name: string): INode[] => [
	node('Text', 'n8n-nodes-base.set', 3.4, {
		includeOtherFields: true,
		assignments: { assignments: [{ id: name, name: 'text', type: 'string', value: `This is the ${name}` }] },
		options: {},
	}),
	node('File', 'n8n-nodes-base.convertToFile', 1.1, {
		operation: 'toText',
		sourceProperty: 'text',
		binaryPropertyName: name,
		options: { fileName: `${name}.txt` },
	}),
];

/** A text file as n8n keeps it with an item. */
export const textFile = (name: string): IBinaryData => ({
	data: Buffer.from(`This is the ${name}`).toString('base64'),
	mimeType: 'text/plain',
	fileName: `${name}.txt`,
});

/** Statuses of the items a node gave. */
export const statusesOf = (execution: Execution, ...nodes: string[]): unknown[] =>
	nodes.map((name) => itemsOf(execution, name)[0]?.status);

/** A day so many days from now, as YYYY-MM-DD. */
export const dayFrom = (now: string, days: number): string =>
	new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

/** Fails with n8n's own words when an execution did not succeed. */
export function expectSuccess(execution: Execution): void {
	const { status, error } = execution;
	expect([status, error?.message, error?.description]).toEqual(['success', undefined, undefined]);
}
