import type { IDataObject } from 'n8n-workflow';

import { WRONG_CONNECTION } from './wrongConnection';
import { wrongValues } from './wrongValues';

/** A wrong input, and who refuses it how. The page docs/wrong-inputs.md is made of this table. */
export interface WrongInput {
	/** `resource: operation` as stored. */
	operation: string;
	what: string;
	parameters: IDataObject;
	/** The field the node names, or `<HTTP status>/<code>` that Colt answers. */
	field?: string;
	answer?: string;
	/** Files of the item, by binary field: name and size in bytes. */
	files?: Record<string, { fileName: string; bytes: number }>;
}

/** Numbers and orders the simulator is given for this table. */
export const STOCK = {
	activated: '+442081350001',
	reserved: '+442081350002',
	free: '+442081350003',
	portInDone: '10000000-0000-4000-8000-000000000001',
	portInOpen: '10000000-0000-4000-8000-000000000002',
	child: '10000000-0000-4000-8000-000000000003',
	unknownOrder: '10000000-0000-4000-8000-00000000ffff',
};

/** An expression that came out empty; n8n itself refuses a required field that was never filled. */
const EMPTY = '={{ "" }}';
const form = (value: IDataObject) => ({ mappingMode: 'defineBelow', value });
const BRITISH = form({
	endCustomerName: 'Example Trading Ltd',
	houseNumber: '1',
	streetName: 'High Street',
	city: 'London',
	postalCode: 'N1 1AA',
});
const NAMELESS = form({ city: 'London' });
const id = (value: string) => ({ __rl: true, mode: 'id', value });
const start = (numberRangeStart: string, more: IDataObject = {}): IDataObject => ({ numberRangeStart, ...more });
const further = (...starts: string[]) => ({ furtherRanges: { range: starts.map((one) => ({ start: one, end: '' })) } });
const loa = { documents: { document: [{ type: 'loa', binaryField: 'loa' }] } };

const node = (
	operation: string,
	what: string,
	parameters: IDataObject,
	field: string,
	files?: WrongInput['files'],
): WrongInput => ({
	operation,
	what,
	parameters,
	field,
	...(files !== undefined && { files }),
});
const colt = (
	operation: string,
	what: string,
	parameters: IDataObject,
	answer: string,
	files?: WrongInput['files'],
): WrongInput => ({
	operation,
	what,
	parameters,
	answer,
	...(files !== undefined && { files }),
});

const numbers: WrongInput[] = [
	node('number: searchFree', 'a city in France', { country: 'FR', filters: { city: 'Paris' } }, 'City'),
	node(
		'number: searchFree',
		'a range size that is no whole number',
		{ country: 'GB', filters: { rangeSize: 0 } },
		'Range Size',
	),
	node('number: getMany', 'a number (CLI) in national format', { filters: { cli: '2081324758' } }, 'Number (CLI)'),
	node(
		'number: getMany',
		'a customer reference of 51 characters',
		{ filters: { customerReference: 'x'.repeat(51) } },
		'Customer Reference',
	),
	node('number: get', 'no number', start(EMPTY), 'Number Range Start'),
	colt('number: reserve', 'a number that is already activated', start(STOCK.activated), '400/002'),
	colt(
		'number: reserve',
		'two ranges, as an ordinary customer',
		start(STOCK.free, { additionalFields: further('+442081350009') }),
		'400/002',
	),
	node(
		'number: reserve',
		'21 ranges',
		start(STOCK.free, {
			additionalFields: further(...Array.from({ length: 20 }, (_, i) => `+4420813510${String(i).padStart(2, '0')}`)),
		}),
		'Further Ranges',
	),
	node('number: reserve', 'no lock ID', { reserveBy: 'lockId', lockId: ' ', lockCountry: 'GB' }, 'Lock ID'),
	colt(
		'number: reserve',
		'a lock ID that is none',
		{ reserveBy: 'lockId', lockId: 'no-such-lock', lockCountry: 'GB' },
		'400/002',
	),
	colt(
		'number: reserve',
		'a service profile that is not yours',
		start(STOCK.free, { additionalFields: { serviceProfile: 'ZZZ' } }),
		'400/002',
	),
	node('number: activate', 'no end customer in a country that needs one', start(STOCK.free), 'End Customer Name'),
	node(
		'number: activate',
		'an end customer without address',
		start(STOCK.free, { endCustomer: form({ endCustomerName: 'A' }) }),
		'End Customer',
	),
	node(
		'number: activate',
		'a province in the United Kingdom',
		start(STOCK.free, { endCustomer: form({ endCustomerName: 'A', city: 'London', province: 'Kent' }) }),
		'Province',
	),
	node(
		'number: activate',
		'no directory entry in Belgium',
		start('+3222345670', { endCustomer: form({ endCustomerName: 'A', city: 'Brussel' }) }),
		'Directory Service',
	),
	node('number: activate', 'a Dutch 088 number', start('+31881234567', { preActivation: true }), 'Number Range Start'),
	node(
		'number: activate',
		'a German block of 101 without approval',
		start('+493012345600', { numberRangeEnd: '+493012345700', preActivation: true }),
		'Regulator Approval (DE)',
	),
	node(
		'number: activate',
		'a document field that the item does not have',
		start(STOCK.free, { endCustomer: BRITISH, ...loa }),
		'Documents',
	),
	colt(
		'number: activate',
		'without end customer, as a standard customer',
		start(STOCK.free, { preActivation: true }),
		'400/002',
	),
	node(
		'number: updateEndCustomer',
		'nothing to change',
		start(STOCK.activated, { updateAction: 'MODIFY' }),
		'End Customer',
	),
	node(
		'number: updateEndCustomer',
		'adding in Germany',
		start('+493012345600', { updateAction: 'ADD', endCustomer: BRITISH }),
		'Update',
	),
	colt(
		'number: updateEndCustomer',
		'a number that is only reserved',
		start(STOCK.reserved, { updateAction: 'MODIFY', endCustomer: BRITISH }),
		'400/002',
	),
	node('number: reactivate', 'a Dutch 088 number', start('+31881234567'), 'Number Range Start'),
	colt('number: reactivate', 'a number that is not quarantined', start(STOCK.activated), '400/002'),
	colt('number: return', 'a free number', start(STOCK.free), '400/002'),
	node(
		'number: getOrderHistory',
		'an end before the start',
		start('+442081350002', { numberRangeEnd: '+442081350001' }),
		'Number Range End',
	),
	node(
		'number: convert',
		'letters in the area code',
		{ inputFormat: 'split', splitCountry: 'FR', areaCode: 'three', rangeStart: '1' },
		'Area Code',
	),
	node(
		'number: convert',
		'an area code extension in Germany',
		{ inputFormat: 'split', splitCountry: 'DE', areaCode: '30', areaCodeExtn: '1', rangeStart: '2' },
		'Area Code Extension',
	),
	node(
		'number: return',
		'a German block in one cell, `069 56606 0-99`',
		start('069 56606 0-99', { country: 'DE' }),
		'Number Range Start',
	),
	node('number: return', 'two numbers in one cell', start('+442081350001, +442081350002'), 'Number Range Start'),
	node(
		'number: return',
		'digits that are two numbers, `496128966000` with Germany chosen',
		start('496128966000', { country: 'DE' }),
		'Number Range Start',
	),
	node('number: return', 'a number of 16 digits', start('+4969123456789012'), 'Number Range Start'),
	node('number: reserve', 'a number of 6 digits', start('+352270'), 'Number Range Start'),
	node('number: reserve', 'a number in scientific notation', start('4.42081E+11'), 'Number Range Start'),
	node('number: get', 'a number with an extension', start('+442081350001 ext. 12'), 'Number Range Start'),
	node(
		'number: activate',
		'the last digits alone as end of the range',
		start('+442081350001', { numberRangeEnd: '0009', endCustomer: BRITISH }),
		'Number Range End',
	),
	node(
		'number: activate',
		'a German block of 1,000 with ends of unequal length, without approval',
		start('+4969566060', { numberRangeEnd: '+496956606999', preActivation: true }),
		'Regulator Approval (DE)',
	),
	node(
		'number: reserve',
		'the same number twice in one order',
		start(STOCK.free, { additionalFields: further(STOCK.free) }),
		'Further Ranges',
	),
];

const ports: WrongInput[] = [
	node(
		'porting: checkPortability',
		'088 mixed with another code',
		start('+31881234567', { additionalFields: further('+31201234567') }),
		'Further Ranges',
	),
	node(
		'porting: portIn',
		'088 without the ACM document',
		start('+31881234567', { endCustomer: BRITISH, ...loa }),
		'Documents',
		{ loa: { fileName: 'loa.pdf', bytes: 10 } },
	),
	node(
		'porting: portIn',
		'a Spanish nomadic number',
		start('+34512345678', { endCustomer: BRITISH }),
		'Number Range Start',
	),
	node(
		'porting: portIn',
		'a port date that is none',
		start('+442079460000', { endCustomer: BRITISH, portDate: '2026-02-30' }),
		'Port Date',
	),
	node(
		'porting: portIn',
		'a port date that is midnight in Berlin, for a British number',
		start('+442079460000', { endCustomer: BRITISH, portDate: '2099-06-02T00:00:00+02:00' }),
		'Port Date',
	),
	node(
		'porting: portIn',
		'a document of 11 MB',
		start('+442079460000', { endCustomer: BRITISH, ...loa }),
		'Documents',
		{ loa: { fileName: 'loa.pdf', bytes: 11 * 1_048_576 } },
	),
	node('porting: portIn', 'an empty document', start('+442079460000', { endCustomer: BRITISH, ...loa }), 'Documents', {
		loa: { fileName: 'loa.pdf', bytes: 0 },
	}),
	node(
		'porting: portIn',
		'a program as document',
		start('+442079460000', { endCustomer: BRITISH, ...loa }),
		'Documents',
		{ loa: { fileName: 'loa.exe', bytes: 10 } },
	),
	colt(
		'porting: portIn',
		'a number you already hold',
		start(STOCK.activated, { endCustomer: BRITISH, ...loa }),
		'400/002',
		{ loa: { fileName: 'loa.pdf', bytes: 10 } },
	),
	node('porting: changeDate', 'no date', { orderId: id(STOCK.portInOpen), portDate: EMPTY }, 'Port Date'),
	node(
		'porting: changeDate',
		'Italy, where dates are not changed',
		{ orderId: id(STOCK.portInOpen), portDate: '2099-01-05', changeDateCountry: 'IT' },
		'Country',
	),
	colt('porting: changeDate', 'a finished order', { orderId: id(STOCK.portInDone), portDate: '2099-01-05' }, '400/002'),
	colt('porting: changeDate', 'a child order', { orderId: id(STOCK.child), portDate: '2099-01-05' }, '400/002'),
	colt(
		'porting: modify',
		'an order that waits for nobody',
		{ orderId: id(STOCK.portInOpen), additionalFields: { notes: 'x' } },
		'400/002',
	),
	colt('porting: cancel', 'a finished order', { orderId: id(STOCK.portInDone) }, '400/002'),
	node('porting: sendNote', 'no text', { orderId: id(STOCK.portInOpen), notes: EMPTY }, 'Note'),
	node(
		'porting: acceptPortOut',
		'a Dutch date more than 120 days ahead',
		{ orderId: id(STOCK.portInOpen), acceptPortOutCountry: 'NL', additionalFields: { portDate: '2099-01-05' } },
		'Port Date',
	),
	colt('porting: acceptPortOut', 'a port-in', { orderId: id(STOCK.portInOpen) }, '400/002'),
	node('porting: rejectPortOut', 'no reason', { orderId: id(STOCK.portInOpen), reason: EMPTY }, 'Reason'),
	node(
		'porting: schedulePort',
		'another country than the Netherlands',
		{ orderId: id(STOCK.portInOpen), portDate: '2099-01-05', schedulePortCountry: 'GB' },
		'Country',
	),
	node(
		'porting: portIn',
		'a number that has lost digits, `020 8132 48`',
		start('020 8132 48', { country: 'GB', endCustomer: BRITISH }),
		'Number Range Start',
	),
	node(
		'porting: portIn',
		'a main billing number that is a range',
		start('+442079460000', { endCustomer: BRITISH, additionalFields: { mainBillingNumber: '020 7946 1000-99' } }),
		'Main Billing Number',
	),
	node(
		'porting: modify',
		'a national number without country',
		{ orderId: id(STOCK.portInOpen), additionalFields: { mainBillingNumber: '020 7946 1000' } },
		'Main Billing Number',
	),
	colt('porting: activatePort', 'a port that is not Dutch', { orderId: id(STOCK.portInOpen) }, '400/002'),
];

const others: WrongInput[] = [
	node('order: get', 'an order ID with a blank', { orderId: id('a b') }, 'Order'),
	colt('order: get', 'an order that is not there', { orderId: id(STOCK.unknownOrder) }, '404/001'),
	node('order: getMany', 'a limit of 0', { limit: 0 }, 'Limit'),
	node(
		'order: waitForStatus',
		'no time to wait',
		{ orderId: id(STOCK.portInOpen), waitMinutes: 0 },
		'Wait at Most (Minutes)',
	),
	node(
		'bulkOrder: activate',
		'a size of 0',
		start(STOCK.free, { endCustomer: BRITISH, bulkSize: 0 }),
		'Items per Order',
	),
	colt(
		'bulkOrder: activate',
		'a number that is not in stock',
		start('+442081359999', { endCustomer: BRITISH }),
		'200/002',
	),
	node(
		'bulkOrder: portIn',
		'a Spanish nomadic number',
		start('+34512345678', { endCustomer: BRITISH }),
		'Number Range Start',
	),
	node(
		'bulkOrder: updateEndCustomers',
		'an end customer without name',
		start(STOCK.activated, { updateAction: 'ADD', endCustomer: NAMELESS }),
		'End Customer Name',
	),
	node('freeNumberSupply: count', 'no area code', { country: 'GB', lac: EMPTY }, 'Local Area Code (LAC)'),
	node('freeNumberSupply: lock', 'France, which has no locks', { country: 'FR', lac: '1' }, 'Country'),
	node(
		'freeNumberSupply: requestBackfill',
		'a quantity of one and a half',
		{ country: 'GB', lac: '20', additionalFields: { quantity: 1.5 } },
		'Quantity',
	),
	colt(
		'freeNumberSupply: cancelBackfill',
		'an order that is no backfill',
		{ orderId: id(STOCK.portInOpen) },
		'400/002',
	),
];

export const WRONG_INPUTS: readonly WrongInput[] = [
	...numbers,
	...ports,
	...others,
	...WRONG_CONNECTION,
	...wrongValues(STOCK.free, STOCK.activated, BRITISH),
];
