import { inputError } from '../../../shared/errors/problem';
import type { CountryCode } from '../../../shared/lifecycle/countryCodes';
import { optionalE164 } from '../../../shared/numbers/e164';
import type { Field, Params, RequestContext } from '../../../shared/operation/types';
import { optionalText, toText } from '../../../shared/text';

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

const DATE = /^(\d{4}-\d{2}-\d{2})(T.*)?$/;
/** Late UTC evenings are the next day in some of the 20 countries, up to three hours ahead: midnight there, most likely. */
const NEXT_DAY_SOMEWHERE = /T2[1-3]:.*(Z|[+-]00:?00)$/;

/**
 * A port date as the calendar day the user meant: `YYYY-MM-DD`.
 * A date-time keeps its own day, whatever its offset: a port date is a day in the country of the number.
 * @throws ColtError naming the field when it is no date, or a UTC moment whose day in Europe is uncertain
 */
export function readPortDate(value: unknown): string | undefined {
	// n8n hands DateTime objects of expressions over with toISO.
	const iso =
		typeof value === 'object' && value !== null && 'toISODate' in value
			? (value as { toISODate(): string }).toISODate()
			: toText(value).trim().replace(' ', 'T');
	if (iso === '') return undefined;
	if (NEXT_DAY_SOMEWHERE.test(iso)) {
		throw inputError(
			'Port Date',
			`"${iso.slice(0, 40)}" is in UTC, and already the next day in some countries`,
			'Give the day alone, such as 2026-12-01.',
			'notADate',
		);
	}
	const [, day] = DATE.exec(iso) ?? [];
	const valid =
		day !== undefined &&
		!Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
		new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
	if (!valid)
		throw inputError('Port Date', `"${iso.slice(0, 40)}" is not a date`, 'Write it like 2026-12-01.', 'notADate');
	return day;
}

/**
 * The details of a port that new orders and updates share; what is empty is left out.
 * @param country whose national format the Main Billing Number may have
 */
export function readDetails(
	fields: Params,
	country: CountryCode | undefined,
	{ checks }: Pick<RequestContext, 'checks'>,
): Record<string, unknown> {
	const operator = { name: optionalText(fields.operatorName), accountNumber: optionalText(fields.operatorAccount) };
	return {
		currentOperator: operator.name === undefined && operator.accountNumber === undefined ? undefined : operator,
		mainBillingNumber: optionalE164(fields.mainBillingNumber, 'Main Billing Number', country, checks),
		portDate: readPortDate(fields.portDate),
		portWindow: optionalText(fields.portWindow),
		notes: optionalText(fields.notes),
	};
}
