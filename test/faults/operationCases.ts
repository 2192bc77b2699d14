import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import { resources as inboundResources } from '../../nodes/ColtInbound/registry';
import { resources as sipResources } from '../../nodes/ColtWholesaleSip/registry';
import type { Effect } from '../../nodes/shared/contract/table';
import type { OrderType } from '../../nodes/shared/contract/logicalTypes';
import { findOperation } from '../../nodes/shared/operation/properties';
import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import type { NumberStatus } from '../../nodes/shared/lifecycle/numberStatus';
import type { Simulator } from '../../simulator/server';

/** One operation of a node, with what it takes to call it once or many times. */
export interface OperationCase {
	/** As in the menus: `number: reserve`, for the other node `inbound number: reserve`. */
	name: string;
	type: 'coltWholesaleSip' | 'coltInbound';
	/** `wholesaleSip.reserveNumbers`. */
	wire: string;
	/** What the faults strike instead: the token call that this operation needs. */
	struck?: string;
	effect: Effect;
	/** Whether it lists records. */
	isList: boolean;
	/** Fields of the node; they take what differs from the item. */
	parameters: IDataObject;
	binary?: IBinaryKeyData;
	/** Puts into the simulator what the item of this position needs, and gives the item. */
	stage(simulator: Simulator, position: number): IDataObject;
}

type Stage = OperationCase['stage'];

const form = (value: IDataObject): IDataObject => ({ mappingMode: 'defineBelow', value });
const BRITISH = form({
	endCustomerName: 'Example Trading Ltd',
	houseNumber: '1',
	streetName: 'High Street',
	city: 'London',
	postalCode: 'N1 1AA',
});
const LOA: IBinaryKeyData = {
	loa: { fileName: 'loa.pdf', mimeType: 'application/pdf', data: Buffer.from('This is the LOA').toString('base64') },
};
const PORT_DATE = '2099-06-01';

const NUMBER = { numberRangeStart: '={{ $json.number }}' };
const ORDER = { orderId: { __rl: true, mode: 'id', value: '={{ $json.order }}' } };

const digits = (position: number): string => String(position).padStart(4, '0');
const british = (position: number): string => `+44208135${digits(position)}`;
const dutch = (position: number): string => `+3120123${digits(position)}`;
const belgian = (position: number): string => `+322234${digits(position)}`;
const elsewhere = (position: number): string => `+44207946${digits(position)}`;
const freephone = (position: number): string => `+44808201${digits(position)}`;

/** A number of the customer's, or of Colt's stock, in a status. */
const held =
	(status: NumberStatus): Stage =>
	({ control }, position) => {
		control.seed({ numbers: [{ start: british(position), country: 'GB', status }] });
		return { number: british(position) };
	};

const inboundHeld =
	(status: NumberStatus): Stage =>
	({ inboundControl }, position) => {
		inboundControl.seed({ numbers: [{ start: freephone(position), country: 'GB', status, numberType: 'Freephone' }] });
		return { number: freephone(position) };
	};

/** A number that is still with another operator. */
const foreign: Stage = (_, position) => ({ number: elsewhere(position) });

/** An order that Colt has, with its number. */
const order =
	(type: OrderType, country: CountryCode, status: string, numberAt: (position: number) => string): Stage =>
	({ control }, position) => {
		const start = numberAt(position);
		const { orders } = control.seed({
			orders: [{ type, country, status, ranges: [{ start, end: start }], portDate: '2099-05-04' }],
		});
		return { order: orders[0]?.id ?? '', number: start };
	};

const INBOUND_ORDER = { orderId: '={{ $json.order }}' };
const inboundOrder: Stage = ({ inboundControl }) => ({
	order:
		inboundControl.seed({ orders: [{ type: 'reservation', country: 'GB', status: 'Completed' }] }).orders[0]?.id ?? '',
});

const nothing: Stage = () => ({});

const portIn = (status: string, country: CountryCode = 'GB'): Stage =>
	order('portIn', country, status, country === 'NL' ? dutch : elsewhere);
const portOut: Stage = order('portOut', 'BE', 'Customer feedback awaited', belgian);

interface Row {
	parameters?: IDataObject;
	stage: Stage;
	binary?: IBinaryKeyData;
}

const bulk = { endCustomer: BRITISH, bulkSize: 10 };
const withLoa = { documents: { document: [{ type: 'loa', binaryField: 'loa' }] } };

/** By `resource: operation`. A test holds that none is missing. */
const WHOLESALE: Record<string, Row> = {
	'number: searchFree': { parameters: { country: 'GB', numberType: 'Geo', limit: 2 }, stage: nothing },
	'number: getMany': { parameters: { limit: 5 }, stage: held('Activated') },
	'number: get': { parameters: NUMBER, stage: held('Activated') },
	'number: getOrderHistory': { parameters: { ...NUMBER, limit: 5 }, stage: portIn('Completed') },
	'number: reserve': { parameters: NUMBER, stage: held('Free') },
	'number: activate': { parameters: { ...NUMBER, endCustomer: BRITISH }, stage: held('Reserved') },
	'number: updateEndCustomer': {
		parameters: { ...NUMBER, updateAction: 'MODIFY', endCustomer: BRITISH },
		stage: held('Activated'),
	},
	'number: reactivate': { parameters: NUMBER, stage: held('Quarantined') },
	'number: return': { parameters: NUMBER, stage: held('Activated') },
	'porting: checkPortability': { parameters: NUMBER, stage: foreign },
	'porting: portIn': { parameters: { ...NUMBER, endCustomer: BRITISH, ...withLoa }, stage: foreign, binary: LOA },
	'porting: changeDate': {
		parameters: { ...ORDER, portDate: PORT_DATE, changeDateCountry: 'GB' },
		stage: portIn('Validation In Progress'),
	},
	'porting: modify': {
		parameters: { ...ORDER, additionalFields: { notes: 'The site contact has changed' } },
		stage: portIn('Customer feedback awaited'),
	},
	'porting: cancel': { parameters: ORDER, stage: portIn('Validation In Progress') },
	'porting: sendNote': { parameters: { ...ORDER, notes: 'Please call first' }, stage: portIn('Submitted to operator') },
	'porting: acceptPortOut': { parameters: ORDER, stage: portOut },
	'porting: rejectPortOut': { parameters: { ...ORDER, reason: 'Wrong account number' }, stage: portOut },
	'porting: schedulePort': {
		parameters: { ...ORDER, portDate: PORT_DATE },
		stage: portIn('Ready for porting Initiation', 'NL'),
	},
	'porting: activatePort': { parameters: ORDER, stage: portIn('Ready for porting Initiation', 'NL') },
	'order: get': { parameters: ORDER, stage: portIn('Completed') },
	'order: getMany': { parameters: { limit: 5 }, stage: portIn('Completed') },
	'order: waitForStatus': { parameters: { ...ORDER, waitMinutes: 1 }, stage: portIn('Completed') },
	'bulkOrder: activate': { parameters: { ...NUMBER, ...bulk }, stage: held('Reserved') },
	'bulkOrder: portIn': { parameters: { ...NUMBER, ...bulk }, stage: foreign },
	'bulkOrder: updateEndCustomers': {
		parameters: { ...NUMBER, ...bulk, updateAction: 'MODIFY' },
		stage: held('Activated'),
	},
	'freeNumberSupply: count': { parameters: { country: 'GB', lac: '20' }, stage: nothing },
	'freeNumberSupply: lock': {
		parameters: { country: 'GB', lac: '={{ $json.lac }}' },
		stage: ({ control }, position) => {
			const lac = `3${digits(position)}`;
			control.seed({ numbers: [{ start: british(position), country: 'GB', lac }] });
			return { lac };
		},
	},
	'freeNumberSupply: requestBackfill': {
		parameters: { country: 'GB', lac: '={{ $json.lac }}', additionalFields: { quantity: 2 } },
		// Each cell its own order: what one has left unclear is looked for by the next that asks for the same.
		stage: (_, position) => ({ lac: `3${digits(position)}` }),
	},
	'freeNumberSupply: cancelBackfill': { parameters: ORDER, stage: order('backfill', 'GB', 'In progress', british) },
};

const INBOUND: Record<string, Row> = {
	'number: searchFree': { parameters: { country: 'GB', numberType: 'Freephone', limit: 2 }, stage: nothing },
	'number: getMany': { parameters: { limit: 5 }, stage: inboundHeld('Activated') },
	'number: reserve': { parameters: NUMBER, stage: inboundHeld('Free') },
	'number: cancelReservation': { parameters: NUMBER, stage: inboundHeld('Reserved') },
	'number: activate': { parameters: { ...NUMBER, endCustomer: BRITISH }, stage: inboundHeld('Reserved') },
	'number: updateCustomer': {
		parameters: { ...NUMBER, additionalFields: { customerReference: 'Other' } },
		stage: inboundHeld('Activated'),
	},
	'order: get': { parameters: INBOUND_ORDER, stage: inboundOrder },
	'order: getEvent': { parameters: INBOUND_ORDER, stage: inboundOrder },
};

function caseOf(type: OperationCase['type'], name: string, { parameters = {}, stage, binary }: Row): OperationCase {
	const [resource = '', operation = ''] = name.split(': ');
	const isInbound = type === 'coltInbound';
	const found = findOperation(isInbound ? inboundResources : sipResources, resource, operation);
	if (found === undefined || !('wire' in found)) throw new Error(`The menus have no ${name} that calls Colt`);
	return {
		name: isInbound ? `inbound ${name}` : name,
		type,
		wire: `${isInbound ? 'inbound' : 'wholesaleSip'}.${found.wire.id}`,
		effect: found.wire.effect,
		isList: found.isList === true,
		parameters: { resource, operation, ...parameters },
		...(binary !== undefined && { binary }),
		stage,
	};
}

/** Every operation of both nodes that calls Colt. */
export const OPERATIONS: readonly OperationCase[] = [
	...Object.entries(WHOLESALE).map(([name, row]) => caseOf('coltWholesaleSip', name, row)),
	...Object.entries(INBOUND).map(([name, row]) => caseOf('coltInbound', name, row)),
];

/** The same operation with a client that has no token yet: the faults strike its token call. */
const withoutToken = (operation: OperationCase): OperationCase => ({
	...operation,
	name: `token for ${operation.name}`,
	struck: 'authentication.requestToken',
});

/** The rows of the matrix: every operation, and the token call before a read and before an order. */
export const ROWS: readonly OperationCase[] = [
	...OPERATIONS,
	...OPERATIONS.filter(({ name }) => name === 'order: getMany' || name === 'number: reserve').map(withoutToken),
];
