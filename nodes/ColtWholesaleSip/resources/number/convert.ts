import { COUNTRY_OPTIONS, rangeFields, readRange } from '../../../shared/fields/numberRange';
import { needCountry } from '../../../shared/numbers/readCountry';
import { explainRange } from '../../../shared/numbers/explain';
import { fromSplit } from '../../../shared/numbers/split';
import type { Field, LocalOperation, Params } from '../../../shared/operation/types';
import { toText } from '../../../shared/text';

const formatField: Field = {
	displayName: 'Input Format',
	name: 'inputFormat',
	type: 'options',
	options: [
		{ name: 'One Number', value: 'number', description: 'International, or national with a country' },
		{
			name: 'Split',
			value: 'split',
			description: "Colt's four parts: area code, area code extension, range start, range end",
		},
	],
	default: 'number',
};

const whole = (field: Field): Field => ({ ...field, showWhen: { inputFormat: ['number'] } });
const part = (
	displayName: string,
	name: string,
	description: string,
	placeholder: string,
	more: Partial<Field> = {},
): Field => ({
	...more,
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description,
	showWhen: { inputFormat: ['split'] },
});

const splitFields: Field[] = [
	{
		displayName: 'Country',
		name: 'splitCountry',
		type: 'options',
		options: COUNTRY_OPTIONS,
		default: 'FR',
		showWhen: { inputFormat: ['split'] },
	},
	{
		displayName: 'Italian Number Type',
		name: 'italianType',
		type: 'options',
		options: [
			{ name: 'Geographic', value: 'geographic', description: 'Keeps the leading 0' },
			{ name: 'Nomadic', value: 'nomadic', description: 'Drops the leading 0' },
		],
		default: 'geographic',
		showWhen: { inputFormat: ['split'], splitCountry: ['IT'] },
	},
	part('Area Code', 'areaCode', 'With or without the leading 0', 'e.g. 3'),
	part('Area Code Extension', 'areaCodeExtn', 'Not used in Germany', 'e.g. 8250', { emptyIsMeant: true }),
	part('Range Start', 'rangeStart', 'Last digits of the first number', 'e.g. 1230'),
	part('Range End', 'rangeEnd', 'Last digits of the last number. Leave empty for a single number.', 'e.g. 1239', {
		emptyIsMeant: true,
	}),
];

function readSplit(params: Params) {
	const country = needCountry(params.splitCountry);
	const { areaCode, areaCodeExtn, rangeStart, rangeEnd } = params;
	return fromSplit({
		country,
		areaCode: toText(areaCode).trim(),
		areaCodeExtn: toText(areaCodeExtn).trim(),
		rangeStart: toText(rangeStart).trim(),
		rangeEnd: toText(rangeEnd).trim() || toText(rangeStart).trim(),
		italianType: params.italianType === 'nomadic' ? 'nomadic' : 'geographic',
	});
}

/** Converts number formats; makes no call. */
export const convert: LocalOperation = {
	value: 'convert',
	name: 'Convert Format',
	action: 'Convert number format',
	description: "Turn a number or range into E.164, national and Colt's split format, and explain it. Makes no call.",
	fields: [formatField, ...rangeFields.map(whole), ...splitFields],
	compute: (params) => explainRange(params.inputFormat === 'split' ? readSplit(params) : readRange(params)),
};
