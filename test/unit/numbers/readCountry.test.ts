import { COUNTRY_CODES, COUNTRY_NAMES, countryNamed } from '../../../nodes/shared/lifecycle/countryCodes';
import { needCountry, readCountry } from '../../../nodes/shared/numbers/readCountry';
import { problemOf } from '../thrown';

describe('a country', () => {
	test.each([
		['UK', 'GB'],
		['U.K.', 'GB'],
		['gbr', 'GB'],
		['United  Kingdom', 'GB'],
		['united kingdom ', 'GB'],
		['Great Britain', 'GB'],
		['DEU', 'DE'],
		['Deutschland', 'DE'],
		['GERMANY', 'DE'],
		['Österreich', 'AT'],
		['osterreich', 'AT'],
		['Tyskland', 'DE'],
		['España', 'ES'],
		['Česko', 'CZ'],
		['Czech Republic', 'CZ'],
		['Czechia', 'CZ'],
		['The Netherlands', 'NL'],
		['Schweiz', 'CH'],
		['Suisse', 'CH'],
		['România', 'RO'],
		[' gb ', 'GB'],
	])('%j is %s', (written, code) => {
		expect(readCountry(written)).toBe(code);
		expect(countryNamed(written)).toBe(code);
	});

	test.each(COUNTRY_CODES)('%s is read by its own code and name', (code) => {
		expect([code, code.toLowerCase(), COUNTRY_NAMES[code]].map((name) => readCountry(name))).toEqual([
			code,
			code,
			code,
		]);
	});

	test.each([undefined, null, '', ' ', 'auto', 'AUTO', 'From the Number'])('%j is none', (written) =>
		expect(readCountry(written)).toBeUndefined(),
	);

	test.each(['XX', 'US', 'USA', 'Turkey', '44', '+44', 'D3E', 'GB1', 'GB, DE', 'Германия DE', '...'])(
		'%j is refused with the codes',
		(written) => {
			const { field, message, remedy, check } = problemOf(() => readCountry(written));
			expect([field, check, remedy]).toEqual(['Country', 'notAChoice', expect.stringContaining('AT, BE, DK')]);
			expect(message).toContain("is not one of Colt's 20 countries");
		},
	);

	it('must be given where one is needed', () =>
		expect(problemOf(() => needCountry(' ')).message).toContain('is empty'));
});
