import type { IDataObject } from 'n8n-workflow';

import type { CountryCode } from '../lifecycle/countryCodes';
import { toNumberRange } from '../numbers/range';
import type { NumberRange } from '../numbers/range';
import type { Field, Params, RequestContext } from '../operation/types';
import { checkRanges } from '../numbers/rangeRules';
import { plainText } from '../numbers/written';
import { readRange } from './numberRange';
import { PRODUCT, readServiceProfile } from './reseller';

const furtherRows: Field[] = [
	{
		displayName: 'Number Range Start',
		name: 'start',
		type: 'string',
		default: '',
		placeholder: 'e.g. +442081324758',
	},
	{
		displayName: 'Number Range End',
		name: 'end',
		type: 'string',
		default: '',
		placeholder: 'e.g. +442081324759',
		emptyIsMeant: true,
	},
];

/** Document 001: most customers may order one range at a time. */
export const furtherRangesField: Field = {
	displayName: 'Further Ranges',
	name: 'furtherRanges',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add range',
	default: {},
	description:
		'More ranges in the same order. Colt takes one range per order, unless it has agreed otherwise with you.',
	options: [
		{
			displayName: 'Range',
			name: 'range',
			values: furtherRows,
		},
	],
};

/** What the number fields of an order say. */
export interface OrderedRanges {
	ranges: NumberRange[];
	country: NumberRange['country'];
	echo: IDataObject;
}

interface RangeRow {
	start?: unknown;
	end?: unknown;
}

const FURTHER = 'Further Ranges';

/** Rows of Further Ranges; national format is read by the country of the main range. */
export function readFurtherRanges(more: Params, country: CountryCode | undefined, checks: boolean): NumberRange[] {
	const rows = (more.furtherRanges as { range?: RangeRow[] } | undefined)?.range ?? [];
	return rows.map((row) => toFurtherRange(row, country, checks));
}

/** A row may be in another country than the main range here; that is refused by {@link checkRanges}, which says why. */
function toFurtherRange({ start, end }: RangeRow, country: CountryCode | undefined, checks: boolean): NumberRange {
	const hasOwnCode = /^(?:\+|00)/.test(plainText(start));
	return toNumberRange(
		{ start, end, country: hasOwnCode ? undefined : country },
		{ start: FURTHER, end: FURTHER },
		checks,
	);
}

/**
 * Reads the ranges of an order: the main one and, from the additional fields, further ones.
 * @throws ColtError naming the field
 */
export function readOrderedRanges(params: Params, more: Params, context: RequestContext): OrderedRanges {
	const main = readRange(params, context.checks);
	const others = readFurtherRanges(more, main.country, context.checks);
	const ranges = [main, ...others];
	if (context.checks) checkRanges(ranges);
	return {
		ranges,
		country: main.country,
		echo: {
			numberRangeStart: main.start,
			numberRangeEnd: main.end,
			country: main.country,
			...(others.length > 0 && { furtherRanges: others.map(({ start, end }) => ({ start, end })) }),
		},
	};
}

/** The parts every order body shares (documents 003 and 004): ranges, product, reseller. */
export function orderBody(
	{ ranges, country }: OrderedRanges,
	fields: Params,
	context: RequestContext,
): {
	ranges: Array<{ start: string; end: string }>;
	productOffering: { name: string };
	relatedParty: Record<string, unknown>;
} {
	return {
		ranges: ranges.map(({ start, end }) => ({ start, end })),
		productOffering: { name: PRODUCT },
		relatedParty: { reseller: { serviceProfile: readServiceProfile(fields, context), country } },
	};
}
