import fc from 'fast-check';

import { LOCK_COUNTRIES } from '../../../nodes/shared/lifecycle/countries';
import { portUpdateRule } from '../../../nodes/shared/lifecycle/portUpdates';
import type { PortAction } from '../../../nodes/shared/lifecycle/portUpdates';
import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import { toNumberRange } from '../../../nodes/shared/numbers/range';
import type { NumberRange } from '../../../nodes/shared/numbers/range';
import {
	checkGermanBlock,
	checkRanges,
	is088,
	refuse088Activation,
	refuse088Reactivation,
	refuseSpanishNomadicPort,
	sizeOf,
} from '../../../nodes/shared/numbers/rangeRules';
import { problemOf } from '../thrown';

const range = (start: string, end = start): NumberRange => toNumberRange({ start, end });
const NL088 = range('+31881234567');
const NL = range('+31208882000');
const ES = range('+34917881234');

describe('size', () => {
	test.each([
		['+442081324758', '+442081324758', 1],
		['+442081324750', '+442081324759', 10],
		['+496956606000', '+496956606099', 100],
		['+35220000000', '+35229999999', 10_000_000],
		['+35227949650', '+352279496509', 10],
		['+4969566060', '+496956606999', 1_000],
	])('%s to %s holds %s', (start, end, size) => expect(sizeOf({ start, end })).toBe(size));

	it('is exact for the longest numbers', () =>
		expect(sizeOf({ start: '+4420813247581230', end: '+4420813247581239' })).toBe(10));

	it('is one more than the difference', () => {
		fc.assert(
			fc.property(fc.integer({ min: 10_000_000, max: 50_000_000 }), fc.nat(49_999_999), (first, more) => {
				expect(sizeOf({ start: `+44${first}`, end: `+44${first + more}` })).toBe(more + 1);
			}),
		);
	});
});

describe('Dutch 088 numbers, document 000', () => {
	test.each([
		['+31881234567', true],
		['+31880000000', true],
		['+31208882000', false],
		['+31808812345', false],
		['+3288123456', false],
		['+4488123456', false],
	])('%s: %s', (start, expected) => expect(is088({ start })).toBe(expected));

	it('are not mixed with other codes in one order', () => {
		for (const ranges of [
			[NL088, NL],
			[NL, NL088],
		])
			expect(problemOf(() => checkRanges(ranges))).toMatchObject({
				field: 'Further Ranges',
				message: expect.stringContaining('088') as string,
			});
		for (const ranges of [[NL088], [NL088, range('+31889999999')], [NL]])
			expect(() => checkRanges(ranges)).not.toThrow();
	});

	it('are neither activated nor reactivated', () => {
		expect(problemOf(() => refuse088Activation([NL, NL088])).remedy).toContain('Port In');
		expect(problemOf(() => refuse088Reactivation([NL088])).field).toBe('Number Range Start');
		expect(() => refuse088Activation([NL])).not.toThrow();
		expect(() => refuse088Reactivation([NL])).not.toThrow();
	});
});

describe('ranges of one order, document 001', () => {
	it('are at most 20', () => {
		const ranges = Array.from({ length: 21 }, (_, index) => range(`+349178812${index + 10}`));
		expect(() => checkRanges(ranges.slice(0, 20))).not.toThrow();
		expect(problemOf(() => checkRanges(ranges))).toMatchObject({
			field: 'Further Ranges',
			message: expect.stringContaining('21') as string,
		});
	});

	it('are of one country', () => {
		expect(problemOf(() => checkRanges([NL, NL, ES])).message).toContain('+34917881234');
	});

	test.each([
		[NL, NL],
		[range('+442081324750', '+442081324759'), range('+442081324755')],
		[range('+4969566060', '+496956606099'), range('+496956606050', '+496956606149')],
	])('have no number twice: %j, %j', (one, other) => {
		for (const ranges of [
			[one, other],
			[other, one],
		])
			expect(problemOf(() => checkRanges(ranges))).toMatchObject({ field: 'Further Ranges', check: 'repeatedNumber' });
	});

	it('may stand side by side', () =>
		expect(() =>
			checkRanges([range('+442081324750', '+442081324759'), range('+442081324760', '+442081324769')]),
		).not.toThrow());

	it('may be none', () => expect(() => checkRanges([])).not.toThrow());
});

describe('German blocks, document 000', () => {
	const block = (size: number): NumberRange => range('+496956600000', `+49${6_956_600_000 + size - 1}`);

	test.each([
		[100, false, false],
		[101, false, true],
		[1_000, false, true],
		[101, true, false],
		[1, false, false],
	])('%d numbers, approved %s: refused %s', (size, approved, refused) => {
		if (refused)
			expect(problemOf(() => checkGermanBlock([block(1), block(size)], approved))).toMatchObject({
				field: 'Regulator Approval (DE)',
				message: expect.stringContaining(String(size)) as string,
			});
		else expect(() => checkGermanBlock([block(1), block(size)], approved)).not.toThrow();
	});

	it('are no matter of other countries', () => {
		expect(() => checkGermanBlock([range('+4312340000', '+4312349999')], false)).not.toThrow();
	});

	it('are counted with the shorter end filled with zeros: 56606-0 to 56606-999', () => {
		expect(problemOf(() => checkGermanBlock([range('+4969566060', '+496956606999')], false)).message).toContain(
			'a block of 1000 numbers',
		);
		expect(() => checkGermanBlock([range('+4969566060', '+496956606099')], false)).not.toThrow();
	});
});

describe('Spanish nomadic numbers, document 000', () => {
	test.each(['+34512345678', '+34516345678'])('%s is not ported', (start) => {
		expect(problemOf(() => refuseSpanishNomadicPort([ES, range(start)])).message).toContain(start);
	});

	test.each(['+34917881234', '+34812345678', '+34513345678', '+3512345678', '+44512345678'])('%s may be', (start) => {
		expect(() => refuseSpanishNomadicPort([{ start, end: start, country: 'ES' }])).not.toThrow();
	});
});

describe('countries', () => {
	const zoneB = ['LU', 'SK', 'FI', 'NO', 'CZ', 'RO', 'PL'];
	const except = (...without: string[]): string[] =>
		COUNTRY_CODES.filter((country) => !without.includes(country)).toSorted();

	it('of locks: all but FR, DE and Zone B, document 004', () =>
		expect([...LOCK_COUNTRIES].toSorted()).toEqual(except('FR', 'DE', ...zoneB)));

	test.each<[PortAction, string[]]>([
		['changeDate', except('NL', 'IT')],
		['modify', except('NL')],
		['cancel', except('NL')],
		['sendNote', except()],
		['acceptPortOut', ['AT', 'BE', 'CH', 'DE', 'NL']],
		['rejectPortOut', ['AT', 'BE', 'CH', 'DE', 'NL']],
		['schedulePort', ['NL']],
		['activatePort', ['NL']],
	])('of %s', (action, countries) => expect([...portUpdateRule(action).countries].toSorted()).toEqual(countries));
});

describe('every refusal', () => {
	test.each([
		() => checkRanges([NL, ES]),
		() => checkRanges([NL, NL088]),
		() => refuse088Activation([NL088]),
		() => refuse088Reactivation([NL088]),
		() => refuseSpanishNomadicPort([range('+34512345678')]),
		() => checkGermanBlock([range('+496956600000', '+496956609999')], false),
	])('%# says what to do and sends nothing', (work) => {
		const problem = problemOf(work);
		expect(problem).toMatchObject({ kind: 'input', outcome: 'notSent' });
		expect(problem.message.startsWith(String(problem.field))).toBe(true);
		expect(problem.remedy).toMatch(/^[A-Z].{15,}\.$/);
	});
});
