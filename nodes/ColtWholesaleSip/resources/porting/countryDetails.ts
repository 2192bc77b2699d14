import type { CountryCode } from '../../../shared/lifecycle/countries';
import type { Field, Params } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';

/** A detail that the ports of some countries carry; its name at Colt is inferred. */
interface CountryDetail extends Field {
	/** Countries where it matters; absent for all. */
	countries?: readonly CountryCode[];
	/** Its place in the order, in logical names. */
	path: readonly [string] | readonly [string, string];
}

const text = (
	displayName: string,
	name: string,
	path: CountryDetail['path'],
	description: string,
	countries?: readonly CountryCode[],
): CountryDetail => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	path,
	...(countries && { countries }),
});

/** Every such detail: what a port-in elsewhere in Europe asks for, and the portal's pages on porting. */
const DETAILS: readonly CountryDetail[] = [
	text(
		'Current Operator Code',
		'operatorCode',
		['currentOperator', 'code'],
		"The losing operator's code in the country's porting database, such as a CUPID or an operator prefix",
	),
	text(
		'Customer Number at Current Operator',
		'operatorCustomerNumber',
		['currentOperator', 'customerNumber'],
		"The end customer's number at the losing operator; the Dutch database compares it",
	),
	text(
		'Contract Owner at Current Operator (DE)',
		'contractOwner',
		['currentOperator', 'contractOwner'],
		'Whose contract it is at the losing operator, as written there',
		['DE'],
	),
	{
		displayName: 'Line Type (GB)',
		name: 'lineType',
		type: 'options',
		options: [
			{ name: 'Multi Line', value: 'multi', description: 'Several numbers or channels, such as ISDN 30 or SIP' },
			{ name: 'Single Line', value: 'single', description: 'One number on one line' },
		],
		default: 'multi',
		description: 'What the number is at the losing operator',
		path: ['lineType'],
		countries: ['GB'],
	},
	{
		displayName: 'Contract at Current Operator (NL)',
		name: 'contractHandling',
		type: 'options',
		options: [
			{ name: 'Continues', value: 'continuation', description: 'The contract goes on without the numbers' },
			{ name: 'Ends Early', value: 'earlyTermination', description: 'The contract is ended before its term' },
		],
		default: 'continuation',
		description: 'What becomes of the contract at the losing operator',
		path: ['contractHandling'],
		countries: ['NL'],
	},
	text(
		'Migration Code (IT)',
		'migrationCode',
		['migrationCode'],
		'Codice di migrazione, on the bill of the losing operator',
		['IT'],
	),
	text('Signee Name (FI)', 'signeeName', ['signeeName'], 'Who may legally sign for the end customer', ['FI']),
	{
		displayName: 'Port Scope',
		name: 'portScope',
		type: 'options',
		options: [
			{ name: 'Full', value: 'full', description: 'All numbers of the installation move' },
			{ name: 'Partial', value: 'partial', description: 'Other numbers stay with the losing operator' },
		],
		default: 'full',
		description: 'Whether all numbers of the installation are ported',
		path: ['portScope'],
	},
];

/**
 * As fields of an operation; those of some countries appear only while its country may be one of them.
 * @param countryField the operation's field of the country
 * @param open its value that names no country
 */
export const countryDetailFields = (countryField: string, open: string): Field[] =>
	DETAILS.map(({ countries, path: _, ...field }) => ({
		...field,
		...(countries && { showWhenOf: { [countryField]: [...countries, open] } }),
	}));

/** The details that were filled in, at their place in the order. */
export function readCountryDetails(fields: Params): Record<string, unknown> {
	const read: Record<string, unknown> = {};
	for (const detail of DETAILS) {
		const value = optionalText(fields[detail.name]);
		const [head, inner] = detail.path;
		if (value === undefined) continue;
		read[head] = inner === undefined ? value : { ...(read[head] as object | undefined), [inner]: value };
	}
	return read;
}

/** Both in one: the details of the losing operator belong to the same part of the order. */
export const withDetails = (
	details: Record<string, unknown>,
	more: Record<string, unknown>,
): Record<string, unknown> => ({
	...details,
	...more,
	...(more.currentOperator !== undefined && {
		currentOperator: { ...(details.currentOperator as object | undefined), ...more.currentOperator },
	}),
});
