import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';
import { toE164 } from '../../../nodes/shared/numbers/e164';
import { toNumberRange } from '../../../nodes/shared/numbers/range';
import { problemOf } from '../thrown';

/** A cell, the country chosen beside it, and the number or range it is, or a part of what the refusal says. */
type Row = readonly [written: unknown, country: CountryCode | undefined, is: string];

const read = (start: unknown, country: CountryCode | undefined): string => {
	const range = toNumberRange({ start, country });
	return range.start === range.end ? range.start : `${range.start} to ${range.end}`;
};
const reads = (name: string, rows: readonly Row[]): void => {
	describe(name, () => {
		test.each(rows)('%j, %s: %s', (written, country, is) => {
			if (is.startsWith('+') && !is.includes(' or ')) expect(read(written, country)).toBe(is);
			else expect(problemOf(() => read(written, country)).message).toContain(is);
		});
	});
};

reads('a range, or two numbers, in one cell', [
	['069 56606 0-99', 'DE', 'looks like a range'],
	['069 566060-99', 'DE', 'looks like a range'],
	['069/56606 00-99', 'DE', 'looks like a range'],
	['069-56606-0-99', 'DE', 'looks like a range'],
	['069-56606-000-999', 'DE', 'looks like a range'],
	['01 514 44 0-99', 'AT', 'looks like a range'],
	['+49 69 566060 - +49 69 566069', undefined, '+4969566060 to +4969566069'],
	['+49 69 566060 – 069 566069', undefined, '+4969566060 to +4969566069'],
	['+44 20 7946 0100-99', undefined, '+442079460100 to +442079460199'],
	['020 7946 0100 – 0199', 'GB', '+442079460100 to +442079460199'],
	['+442079460100-+442079460199', undefined, '+442079460100 to +442079460199'],
	['02079460100-02079460199', 'GB', '+442079460100 to +442079460199'],
	['+44 20 7946 0100 to 0199', undefined, '+442079460100 to +442079460199'],
	['+442079460100..+442079460199', undefined, '+442079460100 to +442079460199'],
	['+442079460100…99', undefined, '+442079460100 to +442079460199'],
	['+442079460100 → +442079460199', undefined, '+442079460100 to +442079460199'],
	['70 10 20 30–39', 'DK', '+4570102030 to +4570102039'],
	['70102030-70102039', 'DK', '+4570102030 to +4570102039'],
	['70 10 20 30 bis 70 10 20 39', 'DK', '+4570102030 to +4570102039'],
	['+44 20 7946 0199-00', undefined, 'cannot be a number of GB'],
	['020 7946 0100/1', 'GB', 'looks like two numbers'],
	['069 566060/61', 'DE', 'looks like two numbers'],
	['+442079460100, +442079460101', undefined, 'looks like two numbers'],
	['+442079460100;+442079460101', undefined, 'looks like two numbers'],
	['+442079460100\n+442079460101', undefined, 'looks like two numbers'],
	['+442079460100 und +442079460101', undefined, 'looks like two numbers'],
	['+442079460100 +442079460101', undefined, 'looks like two numbers'],
	['+442079460100+442079460101', undefined, 'looks like two numbers'],
	['069 5660 069 5661', 'DE', 'looks like two numbers'],
]);

reads('signs that only group', [
	['+44 20-8132-4758', undefined, '+442081324758'],
	['0171-1234567', 'DE', '+491711234567'],
	['069/566060', 'DE', '+4969566060'],
	['069 / 56 60 60', 'DE', '+4969566060'],
	['069 56606-0', 'DE', '+4969566060'],
	['+43 1 514 44-0', undefined, '+431514440'],
	['70-10-20-30', 'DK', '+4570102030'],
	['08-781 80 00', 'SE', '+4687818000'],
	['02-30411234', 'IT', '+390230411234'],
	['27-94-96-98', 'LU', '+35227949698'],
	['03.82.50.12.30', 'FR', '+33382501230'],
	['02.5551212', 'BE', '+3225551212'],
]);

reads("a spreadsheet's number", [
	['442079461000.0', 'GB', '+442079461000'],
	['496956609000.0', 'DE', '+496956609000'],
	['+496956609000.0', undefined, '+496956609000'],
	['069566060.0', 'DE', 'looks like a decimal number'],
	['4.42079E+11', 'GB', 'scientific notation'],
	[4.42e30, 'GB', 'is not a whole number'],
	[442079461000.5, 'GB', 'is not a whole number'],
	[442079461000, 'GB', '+442079461000'],
	["'+442079461000", undefined, '+442079461000'],
	['="02079461000"', 'GB', '+442079461000'],
]);

reads('a calling code without plus', [
	['496128966000', 'DE', '+49496128966000 or +496128966000'],
	[496128966000, 'DE', '+49496128966000 or +496128966000'],
	['496956609000', 'DE', '+496956609000'],
	['49(0)345279580', 'DE', '+49345279580'],
	['49 (0) 345 279580', undefined, '+49345279580'],
	['3906123456', 'IT', '+393906123456 or +3906123456'],
	['44 20 8132 4758', 'GB', '+442081324758'],
	['442081324758', 'DE', '+49442081324758 or +442081324758'],
	['442081324758', undefined, 'has no calling code'],
]);

reads('a trunk zero behind the calling code', [
	['+49 030 12345678', undefined, '+493012345678'],
	['+44 ( 0 ) 20 8132 4758', undefined, '+442081324758'],
	['+44 [0] 20 8132 4758', undefined, '+442081324758'],
	['+44 (020) 8132 4758', undefined, '+442081324758'],
	['+39 02 3041 1234', undefined, '+390230411234'],
	['+39 (0)2 3041 1234', undefined, '+390230411234'],
	['+34 (0)91 788 12 34', undefined, '+34917881234'],
	['+34 091 788 12 34', undefined, 'cannot be a number of ES'],
	['+44 20 (0) 8132 4758', undefined, 'is not a phone number'],
	['+49 49 69 566060', undefined, 'cannot be a number of DE'],
]);

reads("Norway's series of five digits", [
	['02000', 'NO', '+4702000'],
	['09999', 'NO', '+4709999'],
	['+47 02000', undefined, '+4702000'],
	['22 12 34 56', 'NO', '+4722123456'],
	['01000', 'NO', 'cannot be a number of NO'],
	['2000', 'NO', 'cannot be a number of NO'],
]);

reads('a zero that a spreadsheet drops, in Italy', [
	['332222240', 'IT', '+39332222240 or +390332222240'],
	['0332222240', 'IT', '+390332222240'],
	['347 123 4567', 'IT', '+393471234567'],
	['3471234567', 'IT', '+393471234567'],
	[3471234567, 'IT', '+393471234567'],
	[3321234567, 'IT', '+393321234567 or +3903321234567'],
	['800 123456', 'IT', 'can be read in two ways'],
	['+39 800 123456', 'IT', '+39800123456'],
]);

reads('a number that has lost digits', [
	['020 8132 48', 'GB', 'cannot be a number of GB'],
	['020 8132 475', 'GB', 'cannot be a number of GB'],
	['+44 1865 12345', undefined, 'cannot be a number of GB'],
	['70 10 20 3', 'DK', 'cannot be a number of DK'],
	['+45 70 10 20 301', undefined, 'cannot be a number of DK'],
	['03 82 50 12', 'FR', 'cannot be a number of FR'],
	['0471 12 34 5', 'BE', 'cannot be a number of BE'],
	['091 788 12 34', 'ES', 'cannot be a number of ES'],
	['+4969566080', undefined, '+4969566080'],
]);

reads('signs that nobody sees', [
	['+44\u00ad20\u00ad8132\u00ad4758', undefined, '+442081324758'],
	['+44 20 8132 4758\ufe0d', undefined, '+442081324758'],
	['\u2066+44 20 8132 4758\u2069', undefined, '+442081324758'],
	['+44 20 8132 4758\u0000', undefined, '+442081324758'],
	['+44\u034f20\u180e8132\u31644758', undefined, '+442081324758'],
	['+44\u00ad20 8132 47x', undefined, '"+44<U+00AD>20 8132 47x"'],
]);

reads('other forms', [
	['tel:+44-20-8132-4758', undefined, '+442081324758'],
	['tel:+44-20-8132-4758;ext=12', undefined, 'has an extension'],
	['020 8132 4758 x12', 'GB', 'has an extension'],
	['020 8132 4758 ext. 12', 'GB', 'has an extension'],
	['020 8132 4758 (2)', 'GB', 'digits in brackets at its end'],
	['-442081324758', 'GB', 'is not a phone number'],
	['020 8132 4758-', 'GB', 'is not a phone number'],
	['0800 FLOWERS', 'GB', 'is not a phone number'],
	['0808 157 0123', 'GB', '+448081570123'],
]);

describe('Local Checks off', () => {
	it('leaves a length that the country does not have to Colt, where the number has its calling code', () => {
		expect(toE164('+44 20 8132 48', 'Number', undefined, false)).toBe('+4420813248');
		expect(problemOf(() => toE164('020 8132 48', 'Number', 'GB', false)).check).toBe('impossibleNumber');
	});

	test.each(['069 56606 0-99', '496128966000'])('never takes what can be read in two ways: %s', (written) => {
		expect(problemOf(() => toE164(written, 'Number', 'DE', false)).outcome).toBe('notSent');
	});

	it('reads a range all the same', () => {
		expect(toNumberRange({ start: '+44 20 7946 0100-99' }, undefined, false).end).toBe('+442079460199');
	});
});

describe('the two fields of a range', () => {
	test.each([
		['020 8132 4750', '4759', 'GB'],
		['+442081324750', '81324759', 'GB'],
		['069 566060', '566099', 'DE'],
		['+4969566060', '99', undefined],
	])('%s and the last digits %s: write the whole number', (start, end, country) => {
		const { field, message, remedy } = problemOf(() => toNumberRange({ start, end, country }));
		expect([field, message, remedy]).toEqual([
			'Number Range End',
			expect.stringContaining('has fewer digits than the start'),
			expect.stringContaining('Write the whole last number'),
		]);
	});

	test.each([
		[{ start: '+442079460100-99', end: '+442079460199' }, 'Number Range Start'],
		[{ start: '+442079460100', end: '+442079460150-99' }, 'Number Range End'],
	])('are not taken when one of them holds a range: %j', (input, field) =>
		expect(problemOf(() => toNumberRange(input))).toMatchObject({ field, check: 'severalNumbers' }),
	);

	it('may have ends of unequal length, as German blocks have', () =>
		expect(toNumberRange({ start: '069 56606-0', end: '069 56606-999', country: 'DE' })).toEqual({
			start: '+4969566060',
			end: '+496956606999',
			country: 'DE',
		}));
});
