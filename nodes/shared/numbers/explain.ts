import type { IDataObject } from 'n8n-workflow';

import { is088, sizeOf } from './rangeRules';
import { CALLING_CODES } from '../lifecycle/countryCodes';
import { isInNumberingPlan, nationalFormat } from './national';
import type { NumberRange } from './range';
import { toSplit } from './split';

/** What is worth knowing about a range before it is ordered (document 000). */
function notesOf(range: NumberRange): string[] {
	const size = sizeOf(range);
	return [
		isInNumberingPlan(range.start)
			? ''
			: "The start is not in the public numbering plan known to this package; Colt's answer counts.",
		range.start.length === range.end.length
			? ''
			: 'Start and end have different lengths; the shorter is filled with zeros to count the numbers.',
		toSplit(range) === undefined ? "Both ends share no area code, so the range has no form in Colt's four parts." : '',
		range.country === 'DE' && size > 100
			? 'A German block above 100 numbers needs the approval of BNetzA before it is assigned.'
			: '',
		range.country === 'AT' ? 'In Austria only main numbers are ordered; extensions are up to the end customer.' : '',
		range.country === 'FR'
			? "New numbers of Colt's own stock need a tri-partite agreement with each activation; your own ranges come " +
				'in 1, 10 and 100.'
			: '',
		is088(range)
			? 'A Dutch 088 number: activated by a port-in order with ACM document and LOA, never reactivated.'
			: '',
	].filter((note) => note !== '');
}

/** A range in every format, and what is to be known about it. */
export function explainRange(range: NumberRange): IDataObject {
	const { start, end, country } = range;
	const split = toSplit(range);
	return {
		numberRangeStart: start,
		numberRangeEnd: end,
		country,
		callingCode: `+${CALLING_CODES[country]}`,
		size: sizeOf(range),
		nationalStart: nationalFormat(start) ?? null,
		nationalEnd: nationalFormat(end) ?? null,
		areaCode: split?.areaCode ?? null,
		areaCodeExtn: split?.areaCodeExtn ?? null,
		rangeStart: split?.rangeStart ?? null,
		rangeEnd: split?.rangeEnd ?? null,
		notes: notesOf(range),
	};
}
