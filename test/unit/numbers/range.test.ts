import fc from 'fast-check';

import { isBefore, toNumberRange } from '../../../nodes/shared/numbers/range';
import { COUNTRY_FROM_NUMBER } from '../../../nodes/shared/numbers/readCountry';
import { problemOf } from '../thrown';
import { SAMPLES } from './countrySamples';

describe('the documented samples', () => {
	it('takes the LU reservation of document 004: leading blanks, a start one digit shorter than the end', () => {
		expect(toNumberRange({ start: ' +35227949650', end: ' +352279496509' })).toEqual({
			start: '+35227949650',
			end: '+352279496509',
			country: 'LU',
		});
	});

	it('takes the GB number of documents 003 and 004', () => {
		expect(toNumberRange({ start: '+442081324758', end: '+442081324758' })).toEqual({
			start: '+442081324758',
			end: '+442081324758',
			country: 'GB',
		});
	});
});

describe('start, end and country', () => {
	test.each(SAMPLES)('finds $country from $e164', ({ country, e164 }) => {
		expect(toNumberRange({ start: e164 })).toEqual({ start: e164, end: e164, country });
	});

	test.each([
		['no end', undefined],
		['an empty end', ''],
		['a blank end', ' \u00a0'],
	])('makes one number of %s', (_, end) =>
		expect(toNumberRange({ start: '+442081324758', end }).end).toBe('+442081324758'),
	);

	test.each([undefined, '', ' ', COUNTRY_FROM_NUMBER, 'AUTO'])('takes the country from the number for %j', (country) =>
		expect(toNumberRange({ start: '+33382501230', country }).country).toBe('FR'),
	);

	test.each(['GB', 'gb', ' gb '])('takes the chosen country written %j', (country) =>
		expect(toNumberRange({ start: '020 8132 4758', country })).toEqual({
			start: '+442081324758',
			end: '+442081324758',
			country: 'GB',
		}),
	);

	it('reads a national end by the country of the start', () => {
		expect(toNumberRange({ start: '+33382501230', end: '03 82 50 12 39' }).end).toBe('+33382501239');
	});

	it('takes a range of any size', () => {
		expect(toNumberRange({ start: '+4930000000', end: '+4930999999' })).toMatchObject({
			country: 'DE',
			end: '+4930999999',
		});
	});
});

describe('refusals', () => {
	const start = '+442081324758';
	test.each([
		['an unknown country', { start, country: 'XX' }, 'Country', '"XX" is not one of'],
		['another country by name', { start, country: 'Spain' }, 'Country', 'ES does not match'],
		['another country than chosen', { start, country: 'FR' }, 'Country', 'FR does not match +442081324758'],
		['a number of no Colt country', { start: '+12025550123' }, 'Number Range Start', "none of Colt's 20 countries"],
		[
			'a calling code that only begins like one',
			{ start: '+3831234567' },
			'Number Range Start',
			"none of Colt's 20 countries",
		],
		['an empty start', { start: ' ', end: start }, 'Number Range Start', 'is empty'],
		['an end that is no number', { start, end: 'nine' }, 'Number Range End', 'is not a phone number'],
		['ends in different countries', { start, end: '+33382501230' }, 'Number Range End', 'another country'],
		[
			'ends in different countries, one chosen',
			{ start, end: '+33382501230', country: 'GB' },
			'Number Range End',
			'another country',
		],
		['an end before the start', { start, end: '+442081324757' }, 'Number Range End', 'comes before the start'],
		[
			'an end shorter than the start',
			{ start: '+352279496509', end: '+35227949650' },
			'Number Range End',
			'has fewer digits than the start',
		],
		[
			'a longer end that is before the start',
			{ start: '+35227949650', end: '+352279496499' },
			'Number Range End',
			'comes before the start',
		],
		['the last digits alone as end', { start, end: '9' }, 'Number Range End', 'has fewer digits than the start'],
	])('%s', (_, input, field, what) => {
		const problem = problemOf(() => toNumberRange(input));
		expect(problem).toMatchObject({ kind: 'input', field, outcome: 'notSent' });
		expect(problem.message).toContain(what);
		expect(problem.remedy).not.toBe('');
	});
});

describe('properties', () => {
	it('two numbers of one length are a range in exactly one order', () => {
		const last = fc.integer({ min: 0, max: 9_999 });
		fc.assert(
			fc.property(fc.constantFrom(...SAMPLES), last, last, ({ country, e164 }, one, other) => {
				fc.pre(one !== other && country !== 'LU');
				const [start, end] = [Math.min(one, other), Math.max(one, other)].map(
					(digits) => e164.slice(0, -4) + String(digits).padStart(4, '0'),
				) as [string, string];
				expect(toNumberRange({ start, end })).toEqual({ start, end, country });
				expect(problemOf(() => toNumberRange({ start: end, end: start })).field).toBe('Number Range End');
			}),
		);
	});

	it('no number is before itself, and of two numbers at most one is before the other', () => {
		const digits = fc.stringMatching(/^[1-9]\d{4,14}$/);
		fc.assert(
			fc.property(digits, digits, (one, other) => {
				expect(isBefore(one, one)).toBe(false);
				expect(one !== other && one.length === other.length && isBefore(one, other) === isBefore(other, one)).toBe(
					false,
				);
			}),
		);
	});
});
