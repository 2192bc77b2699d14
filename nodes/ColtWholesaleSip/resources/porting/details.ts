import { dayIn, readWrittenDate } from '../../../shared/input/readDate';
import { COUNTRY_CODES } from '../../../shared/lifecycle/countryCodes';
import type { CountryCode } from '../../../shared/lifecycle/countryCodes';
import { optionalE164 } from '../../../shared/numbers/e164';
import type { Field, Params, RequestContext } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';

export const portDateField: Field = {
	displayName: 'Port Date',
	name: 'portDate',
	type: 'dateTime',
	default: '',
	description:
		'Day the number is to move; the time of day is the port window. In the Netherlands the losing operator ' +
		'sets the first possible date.',
};

export const portWindowField: Field = {
	displayName: 'Port Window',
	name: 'portWindow',
	type: 'string',
	default: '',
	placeholder: 'e.g. 09:00-12:00',
	description: 'Time of day as agreed with Colt; how Colt writes windows is not documented',
};

export const noteField: Field = {
	displayName: 'Note',
	name: 'notes',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: "For Colt's porting desk",
};

export const operatorFields: Field[] = [
	{
		displayName: 'Current Operator',
		name: 'operatorName',
		type: 'string',
		default: '',
		placeholder: 'e.g. BT',
		description: 'The losing operator: where the number is today',
	},
	{
		displayName: 'Current Operator Account Number',
		name: 'operatorAccount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0815-4711',
		description: "The end customer's account or contract with the losing operator",
	},
];

export const billingNumberField: Field = {
	displayName: 'Main Billing Number',
	name: 'mainBillingNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +442081324758',
	description: 'The number that the losing operator bills, if it is another one',
};

/**
 * A port date as the calendar day that was meant, `YYYY-MM-DD`: a day in the country of the number.
 * @param country the order's; undefined when it may be of any
 * @throws ColtError naming the field when it is no date, or when the day is not certain
 */
export function readPortDate(
	value: unknown,
	country: CountryCode | undefined,
	{ timeZone }: Pick<RequestContext, 'timeZone'>,
): string | undefined {
	const date = readWrittenDate(value, 'Port Date');
	return date && dayIn(date, 'Port Date', country === undefined ? COUNTRY_CODES : [country], timeZone);
}

/**
 * The details of a port that new orders and updates share; what is empty is left out. A Main Billing Number in national
 * format is of the order's country.
 * @param country the order's; undefined when it may be of any
 */
export function readDetails(
	fields: Params,
	country: CountryCode | undefined,
	context: RequestContext,
): Record<string, unknown> {
	const operator = { name: optionalText(fields.operatorName), accountNumber: optionalText(fields.operatorAccount) };
	return {
		currentOperator: operator.name === undefined && operator.accountNumber === undefined ? undefined : operator,
		mainBillingNumber: optionalE164(fields.mainBillingNumber, 'Main Billing Number', country, context.checks),
		portDate: readPortDate(fields.portDate, country, context),
		portWindow: optionalText(fields.portWindow),
		notes: optionalText(fields.notes),
	};
}
