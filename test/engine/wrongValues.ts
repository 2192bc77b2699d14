import type { IDataObject } from 'n8n-workflow';

import type { WrongInput } from './wrongInputs';

/** An expression that points at a column which the item does not have. */
const NOTHING = '={{ $json.nope }}';

/** What is refused for the type of its field: switches, choices, numbers, dates, texts, and what an expression leaves empty. */
export function wrongValues(free: string, activated: string, endCustomer: IDataObject): WrongInput[] {
	const row = (operation: string, what: string, parameters: IDataObject, field: string): WrongInput => ({
		operation,
		what,
		parameters,
		field,
	});
	const list = (what: string, more: IDataObject, field: string): WrongInput =>
		row('number: getMany', what, more, field);
	const orders = (what: string, more: IDataObject, field: string): WrongInput =>
		row('order: getMany', what, more, field);
	const returned = (what: string, more: IDataObject, field: string): WrongInput =>
		row('number: return', what, { numberRangeStart: activated, ...more }, field);
	const activation = (what: string, value: IDataObject, field: string): WrongInput =>
		row(
			'number: activate',
			what,
			{
				numberRangeStart: free,
				endCustomer: { mappingMode: 'defineBelow', value: { endCustomerName: 'A', city: 'London', ...value } },
			},
			field,
		);
	const portIn = (what: string, more: IDataObject, field: string): WrongInput =>
		row('porting: portIn', what, { numberRangeStart: '+442079460000', endCustomer, ...more }, field);
	return [
		list('a filter whose expression gives nothing', { filters: { customerReference: NOTHING } }, 'Customer Reference'),
		list('a filter that is empty', { filters: { customerReference: '' } }, 'Customer Reference'),
		list('a status that there is not', { filters: { status: 'Sleeping' } }, 'Status'),
		list('a switch that is neither on nor off', { returnAll: '={{ "perhaps" }}' }, 'Return All'),
		list('a switch stored as text, so that n8n drops the limit', { returnAll: 'false', limit: 5 }, 'Return All'),
		returned('an end of the range whose expression gives nothing', { numberRangeEnd: NOTHING }, 'Number Range End'),
		returned('local checks that are neither on nor off', { options: { localChecks: '={{ 2 }}' } }, 'Local Checks'),
		returned('a time with a decimal comma', { options: { timeoutSeconds: '={{ "1,5" }}' } }, 'Timeout (Seconds)'),
		activation('the word null for a house number', { houseNumber: 'null' }, 'House Number'),
		activation('a template that was not evaluated', { streetName: '{{ $json.street }}' }, 'Street Name'),
		portIn('a port date with two readings', { portDate: '02/03/2099' }, 'Port Date'),
		portIn("a port date that is a spreadsheet's count of days", { portDate: '={{ 72746 }}' }, 'Port Date'),
		portIn('a port date whose expression gives nothing', { portDate: NOTHING }, 'Port Date'),
		portIn('an object in a text', { additionalFields: { notes: 'See [object Object]' } }, 'Note'),
		orders('a limit with a separator', { limit: '={{ "1,000" }}' }, 'Limit'),
		orders('a time that the clocks skip', { filters: { changedFrom: '2026-03-08T02:30:00' } }, 'Changed After'),
		orders('a date that is none', { filters: { createdTo: '2026-02-30' } }, 'Created Before'),
		row(
			'bulkOrder: activate',
			'a preview that is neither on nor off',
			{ numberRangeStart: free, endCustomer, preview: '={{ "maybe" }}' },
			'Preview Only',
		),
	];
}
