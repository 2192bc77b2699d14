import { explainRange } from '../../../nodes/shared/numbers/explain';
import { toNumberRange } from '../../../nodes/shared/numbers/range';

const explain = (start: string, end = start) => explainRange(toNumberRange({ start, end }));
const notes = (start: string, end = start): string => (explain(start, end).notes as string[]).join('\n');

describe('a range in every format', () => {
	it('has all of them', () => {
		expect(explain('+33382501230', '+33382501239')).toEqual({
			numberRangeStart: '+33382501230',
			numberRangeEnd: '+33382501239',
			country: 'FR',
			callingCode: '+33',
			size: 10,
			nationalStart: '03 82 50 12 30',
			nationalEnd: '03 82 50 12 39',
			areaCode: '3',
			areaCodeExtn: '8250',
			rangeStart: '1230',
			rangeEnd: '1239',
			notes: [expect.stringContaining('tri-partite agreement')],
		});
	});

	it('counts a block with ends of different length, and has null for what there is not', () => {
		expect(explain('+35227949650', '+352279496509')).toMatchObject({ size: 10, areaCode: '27' });
		expect(explain('+442081324758', '+443081324758')).toMatchObject({
			areaCode: null,
			areaCodeExtn: null,
			rangeStart: null,
			rangeEnd: null,
		});
	});
});

describe('notes, document 000', () => {
	test.each([
		['a number the plan does not know', '+441000000000', '+441000000000', 'not in the public numbering plan'],
		['ends of different length', '+35227949650', '+352279496509', 'different lengths'],
		['ends without a common area code', '+442081324758', '+443081324758', 'no area code'],
		['a German block above 100', '+496956606000', '+496956606100', 'approval of BNetzA'],
		['Austria', '+4312345678', '+4312345678', 'main numbers'],
		['France', '+33382501230', '+33382501230', 'tri-partite agreement'],
		['Dutch 088', '+31881234567', '+31881234567', 'ACM document'],
	])('%s', (_, start, end, text) => expect(notes(start, end)).toContain(text));

	test.each([
		['a German block of 100', '+496956606000', '+496956606099'],
		['a Dutch geographic number', '+31208882000', '+31208882000'],
		['a British number', '+442081324758', '+442081324758'],
	])('none for %s', (_, start, end) => expect(notes(start, end)).toBe(''));
});
