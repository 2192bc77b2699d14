import { dayIn, readWrittenDate } from '../../../shared/input/readDate';
import type { CountryCode } from '../../../shared/lifecycle/countryCodes';
import { optionalE164 } from '../../../shared/numbers/e164';
import type { Field, Params } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';

export const portDateField: Field = {
	displayName: 'Port Date',
	name: 'portDate',
	type: 'dateTime',
	default: '',
	description:
		'Day the number is to move; the time of day is the port window. In the Netherlands the losing operator sets the first possible date.',
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
		description: 'The losing operator',
	},
	{
		displayName: 'Current Operator Account Number',
		name: 'operatorAccount',
		type: 'string',
		default: '',
		description: "The end customer's account or contract there",
	},
	{
		displayName: 'Main Billing Number',
		name: 'mainBillingNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +442081324758',
	},
];

/** Where and when an order is: what decides the day that a moment is. */
export interface PortPlace {
	/** The order's country, or those it may be of. */
	countries: readonly CountryCode[];
	/** The workflow's time zone. */
	timeZone?: string;
	/** Whether local checks are on. */
	checks: boolean;
}

/** The order's country; undefined when it may be of several. */
export const countryOf = ({ countries }: PortPlace): CountryCode | undefined =>
	countries.length === 1 ? countries[0] : undefined;

/**
 * A port date as the calendar day that was meant, `YYYY-MM-DD`: a day in the country of the number.
 * @throws ColtError naming the field when it is no date, or when the day is not certain
 */
export function readPortDate(value: unknown, { countries, timeZone }: PortPlace): string | undefined {
	const date = readWrittenDate(value, 'Port Date');
	return date && dayIn(date, 'Port Date', countries, timeZone);
}

/**
 * The details of a port that new orders and updates share; what is empty is left out. A Main Billing Number in national
 * format is of the order's country.
 */
export function readDetails(fields: Params, place: PortPlace): Record<string, unknown> {
	const operator = { name: optionalText(fields.operatorName), accountNumber: optionalText(fields.operatorAccount) };
	const { mainBillingNumber } = fields;
	return {
		currentOperator: operator.name === undefined && operator.accountNumber === undefined ? undefined : operator,
		mainBillingNumber: optionalE164(mainBillingNumber, 'Main Billing Number', countryOf(place), place.checks),
		portDate: readPortDate(fields.portDate, place),
		portWindow: optionalText(fields.portWindow),
		notes: optionalText(fields.notes),
	};
}
