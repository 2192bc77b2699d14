import fc from 'fast-check';

import { COUNTRY_CODES, countryOfE164 } from '../../../nodes/shared/lifecycle/countryCodes';
import { toE164 } from '../../../nodes/shared/numbers/e164';
import { problemOf } from '../thrown';
import { SAMPLES } from './countrySamples';

const GB = '+442081324758';

describe('national formats', () => {
	test.each(SAMPLES)('$country: $national', ({ country, national, e164 }) => {
		expect(toE164(national, 'Number', country)).toBe(e164);
		expect(toE164(e164, 'Number', country)).toBe(e164);
		expect(toE164(e164, 'Number', undefined)).toBe(e164);
		expect(toE164(e164.replace('+', '00'), 'Number', undefined)).toBe(e164);
		expect(countryOfE164(e164)).toBe(country);
	});

	it('has a sample of every country', () => {
		expect(new Set(SAMPLES.map(({ country }) => country)).size).toBe(COUNTRY_CODES.length);
	});

	it('takes the digits of an international number without its plus', () => {
		expect(toE164('44 20 8132 4758', 'Number', 'GB')).toBe(GB);
		expect(toE164('39 02 3041 1234', 'Number', 'IT')).toBe('+390230411234');
	});

	it('takes numbers of the usual length that no known block has, and short ones of open plans', () => {
		expect(toE164('01632 960123', 'Number', 'GB')).toBe('+441632960123');
		expect(toE164('0690000', 'Number', 'DE')).toBe('+49690000');
	});
});

describe('what people write', () => {
	test.each([
		['blanks', '+44 20 8132 4758'],
		['blanks around', '  +442081324758\n'],
		['dots', '+44.20.8132.4758'],
		['hyphens', '+44-20-8132-4758'],
		['a long dash', '+44 20 8132–4758'],
		['a minus sign', '+44 20 8132−4758'],
		['slashes', '+44/20/81324758'],
		['brackets', '+44 (20) 8132 4758'],
		['the trunk zero in brackets', '+44 (0)20 8132 4758'],
		['the trunk zero in brackets, with 00', '0044(0)2081324758'],
		['non-breaking blanks', '+44\u00a020\u00a08132\u00a04758'],
		['narrow non-breaking blanks', '+44\u202f20\u202f8132\u202f4758'],
		['zero-width blanks', '+44\u200b2081324758'],
		['direction marks of an address book', '\u202a+44 20 8132 4758\u202c'],
		['a byte order mark', '\ufeff+442081324758'],
		['Arabic digits', '+٤٤٢٠٨١٣٢٤٧٥٨'],
		['full-width digits', '+４４２０８１３２４７５８'],
	])('takes %s', (_, written) => expect(toE164(written, 'Number', undefined)).toBe(GB));

	it.each([
		['+39 (0)2 3041 1234', undefined],
		['0039 (0)2 3041 1234', undefined],
		['(0)2 3041 1234', 'IT'],
		['(02) 3041 1234', 'IT'],
	] as const)('keeps the zero of Italy in %s', (written, country) =>
		expect(toE164(written, 'Number', country)).toBe('+390230411234'),
	);

	it('drops the bracketed zero of another country although Italy is chosen', () => {
		expect(toE164('+44 (0)20 8132 4758', 'Number', 'IT')).toBe(GB);
	});

	it('takes a nomadic Italian number with its calling code, and refuses it where a zero may be missing', () => {
		expect(toE164('+39 5 1234 5678', 'Number', 'IT')).toBe('+39512345678');
		expect(problemOf(() => toE164('5 1234 5678', 'Number', 'IT')).message).toContain('+39512345678 or +390512345678');
	});
});

describe('refusals name the field and say what to do', () => {
	test.each([
		['nothing', '', 'is empty'],
		['blanks alone', ' \u00a0\t', 'is empty'],
		['a word', 'Main Street', 'is not a phone number'],
		['a number and a word', '+44 20 8132 4758 ext 3', 'has an extension'],
		['two plus signs', '++442081324758', 'is not a phone number'],
		['a plus inside', '44+2081324758', 'looks like two numbers'],
		['a plus alone', '+', 'is not a phone number'],
		['a star', '*21#', 'is not a phone number'],
		['superscript digits', '+44²⁰81324758', 'is not a phone number'],
		['no country', '020 8132 4758', 'has no calling code'],
		['a calling code that starts with 0', '+0442081324758', 'is not in E.164 format'],
		['too few digits', '+4420', 'is not in E.164 format'],
		['17 digits', '+44208132475812345', 'is not in E.164 format'],
		['a thousand digits', `+44${'1'.repeat(1_000)}`, 'is not a phone number'],
	])('%s', (_, written, what) => {
		const problem = problemOf(() => toE164(written, 'Number Range Start', undefined));
		expect(problem).toMatchObject({ kind: 'input', field: 'Number Range Start', outcome: 'notSent' });
		expect(problem.message).toMatch(/^Number Range Start /);
		expect(problem.message).toContain(what);
		expect(problem.message.length).toBeLessThan(120);
		expect(problem.remedy).not.toBe('');
	});

	it('refuses an absurd national number too', () => {
		expect(problemOf(() => toE164('9'.repeat(100), 'Number', 'GB')).message).toContain('cannot be a number of GB');
	});

	it('points at the country when a national number comes without one', () => {
		expect(problemOf(() => toE164('020 8132 4758', 'Number', undefined)).remedy).toContain('choose the country');
	});

	test.each([
		['+44208', '+44208'],
		['+442081324758123', '+442081324758123'],
		['+4420813247581234', '+4420813247581234'],
	])('takes the shortest and longest the documents allow where Local Checks are off: %s', (written, number) =>
		expect(toE164(written, 'Number', undefined, false)).toBe(number),
	);
});

describe('properties', () => {
	const country = fc.constantFrom(...COUNTRY_CODES);

	it('no blank, dot or invisible sign between the digits changes the number', () => {
		const sign = fc.constantFrom(' ', '.', '\u00a0', '\u202f', '\u00ad', '\u200b');
		fc.assert(
			fc.property(fc.constantFrom(...SAMPLES), fc.array(sign, { minLength: 1, maxLength: 4 }), ({ e164 }, signs) => {
				const written = [...e164].map((digit, at) => (at < 2 ? digit : `${signs[at % signs.length]}${digit}`)).join('');
				const result = outcome(() => toE164(written, 'Number', undefined));
				// A dot before the last digits alone looks like a decimal number.
				expect([e164, 'looks like a decimal number']).toContain(
					typeof result === 'string' ? result : /looks like a decimal number/.exec(JSON.stringify(result))?.[0],
				);
			}),
		);
	});

	it('an answer is in E.164 and is its own answer; anything else is refused by name', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.stringMatching(/^[+\d ().-]{0,24}$/)),
				fc.option(country, { nil: undefined }),
				(written, code) => {
					const result = outcome(() => toE164(written, 'Number', code));
					if (typeof result !== 'string') {
						expect(result).toMatchObject({ kind: 'input', field: 'Number' });
						return;
					}
					expect(result).toMatch(/^\+[1-9]\d{4,15}$/);
					expect(toE164(result, 'Number', code)).toBe(result);
				},
			),
			{ numRuns: 500 },
		);
	});
});

function outcome(work: () => string): unknown {
	try {
		return work();
	} catch {
		return problemOf(work);
	}
}
