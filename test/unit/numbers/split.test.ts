import fc from 'fast-check';

import { CALLING_CODES, COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';
import type { NumberRange } from '../../../nodes/shared/numbers/range';
import { fromSplit, toSplit } from '../../../nodes/shared/numbers/split';
import type { SplitRange } from '../../../nodes/shared/numbers/split';
import { problemOf } from '../thrown';
import { SAMPLES } from './countrySamples';

const GB: SplitRange = { country: 'GB', areaCode: '20', areaCodeExtn: '8132', rangeStart: '4758', rangeEnd: '4759' };
const joined = (split: Partial<SplitRange>): string[] => {
	const { start, end } = fromSplit({ ...GB, ...split });
	return [start, end];
};

describe('split to E.164, documents 000 and 002', () => {
	const example = { country: 'FR' as const, areaCode: '3', areaCodeExtn: '8250', rangeStart: '1230', rangeEnd: '1239' };

	it('joins the French example 03.82.50.xx.x0 to x9', () => {
		expect(fromSplit(example)).toEqual({ country: 'FR', start: '+33382501230', end: '+33382501239' });
		expect(toSplit({ country: 'FR', start: '+33382501230', end: '+33382501239' })).toEqual(example);
	});

	const noItaly = COUNTRY_CODES.filter((country) => country !== 'IT');
	test.each(noItaly)('%s: without the leading 0 of the area code', (country) => {
		const extension = country === 'DE' ? '' : '555';
		const parts = { country, areaCodeExtn: extension, rangeStart: '1000', rangeEnd: '1099' };
		const stem = `+${CALLING_CODES[country]}21${extension}`;
		for (const areaCode of ['021', '21'])
			expect(joined({ ...parts, areaCode })).toEqual([`${stem}1000`, `${stem}1099`]);
	});

	test.each([
		['geographic', '02', '+390230411234'],
		['geographic', '2', '+390230411234'],
		[undefined, '02', '+390230411234'],
		['nomadic', '05', '+39530411234'],
		['nomadic', '5', '+39530411234'],
	] as const)('Italy, %s, area code %s: %s', (italianType, areaCode, number) => {
		const parts = { country: 'IT' as const, areaCode, areaCodeExtn: '3041', rangeStart: '1234', rangeEnd: '1234' };
		expect(joined({ ...parts, ...(italianType !== undefined && { italianType }) })).toEqual([number, number]);
	});

	it('takes blanks and dots inside the parts, and full-width digits', () => {
		expect(joined({ areaCode: '0 20', areaCodeExtn: '81.32', rangeStart: '47 58' })[0]).toBe('+442081324758');
	});

	it('takes an extension that is empty outside Germany too', () => {
		expect(joined({ areaCodeExtn: '' })).toEqual(['+44204758', '+44204759']);
	});
});

describe('refusals', () => {
	test.each<[string, Partial<SplitRange>, string]>([
		['no area code', { areaCode: ' ' }, 'Area Code'],
		['an area code of the trunk zero alone', { areaCode: '0' }, 'Area Code'],
		['no area code in Italy', { country: 'IT', areaCode: '' }, 'Area Code'],
		['a word as area code', { areaCode: 'London' }, 'Area Code'],
		['a range', { rangeStart: '00-99' }, 'Range Start'],
		['a float', { rangeStart: '4758.0' }, 'Range Start'],
		['a word as extension', { areaCodeExtn: 'x' }, 'Area Code Extension'],
		['an extension in Germany', { country: 'DE', areaCode: '69' }, 'Area Code Extension'],
		['no start', { rangeStart: '' }, 'Range Start'],
		["the example's own x", { rangeStart: 'xxx0' }, 'Range Start'],
		['an end before the start', { rangeEnd: '4757' }, 'Range End'],
		['the last digit alone as end', { rangeEnd: '9' }, 'Range End'],
		['no end', { rangeEnd: '' }, 'Range End'],
		['absurd lengths', { rangeStart: '1'.repeat(40), rangeEnd: '1'.repeat(40) }, 'Range Start'],
		['an end too long for E.164', { rangeEnd: `4759${'0'.repeat(10)}` }, 'Range End'],
	])('%s', (_, change, field) => {
		const problem = problemOf(() => fromSplit({ ...GB, ...change }));
		expect(problem).toMatchObject({ kind: 'input', field, outcome: 'notSent' });
		expect(problem.remedy).not.toBe('');
	});
});

describe('E.164 to split', () => {
	test.each(SAMPLES)('$country $e164 has area code $areaCode', ({ country, e164, areaCode }) => {
		expect(toSplit({ country, start: e164, end: e164 })).toMatchObject({ country, areaCode });
	});

	it('has no extension in Germany', () => {
		expect(toSplit({ country: 'DE', start: '+496956606000', end: '+496956606099' })).toEqual({
			country: 'DE',
			areaCode: '69',
			areaCodeExtn: '',
			rangeStart: '56606000',
			rangeEnd: '56606099',
		});
	});

	test.each([
		['+390230411234', 'geographic', '02'],
		['+39512345678', 'nomadic', '51'],
	] as const)('Italy: %s is %s', (number, italianType, areaCode) => {
		expect(toSplit({ country: 'IT', start: number, end: number })).toMatchObject({ italianType, areaCode });
	});

	it('widens the range part as far as the ends differ', () => {
		expect(toSplit({ country: 'GB', start: '+442081000000', end: '+442081999999' })).toMatchObject({
			areaCode: '20',
			areaCodeExtn: '81',
			rangeStart: '000000',
			rangeEnd: '999999',
		});
	});

	it('keeps the ends of different length of the LU sample, document 004', () => {
		expect(toSplit({ country: 'LU', start: '+35227949650', end: '+352279496509' })).toEqual({
			country: 'LU',
			areaCode: '27',
			areaCodeExtn: '94',
			rangeStart: '9650',
			rangeEnd: '96509',
		});
	});

	it.each([
		['that share no first digit', { country: 'GB', start: '+442081324758', end: '+443081324758' }],
		['with a trunk zero after the calling code', { country: 'GB', start: '+4402081324758', end: '+4402081324758' }],
	] as const)('has no split form for ends %s', (_, range) => expect(toSplit(range)).toBeUndefined());
});

describe('there and back', () => {
	/** A range of up to 10^6 numbers of a country; its ends share at least one digit. */
	const anyRange: fc.Arbitrary<NumberRange> = fc
		.tuple(
			fc.constantFrom(...COUNTRY_CODES),
			fc.boolean(),
			fc.stringMatching(/^[1-9]\d{0,5}$/),
			fc.integer({ min: 1, max: 6 }),
			fc.nat(),
			fc.nat(),
		)
		.map(([country, geographic, stem, width, one, other]) => {
			const size = 10 ** width;
			const [first, last] = [one % size, other % size].toSorted((a, b) => a - b) as [number, number];
			const prefix = `+${CALLING_CODES[country]}${country === 'IT' && geographic ? '0' : ''}${stem}`;
			return {
				country,
				start: prefix + String(first).padStart(width, '0'),
				end: prefix + String(last).padStart(width, '0'),
			};
		})
		.filter(({ start, end }) => start.length > 5 && end.length <= 17);

	it('gives every range of every country back', () => {
		fc.assert(
			fc.property(anyRange, (range) => {
				const split = toSplit(range);
				expect(split).toBeDefined();
				expect(fromSplit(split as SplitRange)).toEqual(range);
				expect(range.country === 'DE' && split?.areaCodeExtn !== '').toBe(false);
			}),
			{ numRuns: 2_000 },
		);
	});

	it.each<[CountryCode, string, string]>([
		['GB', '+442081000000', '+442081999999'],
		['DE', '+4969000000', '+4969999999'],
		['IT', '+390230000000', '+390239999999'],
		['NO', '+4722000000', '+4722999999'],
		['LU', '+35227949650', '+352279496509'],
	])('gives back %s %s to %s, wider than four digits', (country, start, end) => {
		expect(fromSplit(toSplit({ country, start, end }) as SplitRange)).toEqual({ country, start, end });
	});
});
