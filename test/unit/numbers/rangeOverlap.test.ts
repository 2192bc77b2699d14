import { filledUp, rangesOverlap } from '../../../nodes/shared/numbers/rangeOverlap';

const range = (start: string, end = start): { start: string; end: string } => ({ start, end });

describe('ranges that share a number', () => {
	it.each([
		['a number and itself', range('+442081324758'), range('+442081324758'), true],
		['neighbours', range('+442081324758'), range('+442081324759'), false],
		['a number in a block', range('+442081324758'), range('+442081324750', '+442081324759'), true],
		[
			"document 004's LU sample and a number in it",
			range('+35227949650', '+352279496509'),
			range('+352279496505'),
			true,
		],
		[
			"document 004's LU sample and the next block",
			range('+35227949650', '+352279496509'),
			range('+352279496510'),
			false,
		],
		[
			'a German block from 56606-0 to 56606-999 and a number in it',
			range('+4969566060', '+496956606999'),
			range('+496956606500'),
			true,
		],
		[
			'the same block and another area of Germany',
			range('+4969566060', '+496956606999'),
			range('+496924700000'),
			false,
		],
		['the same block and Switzerland', range('+4969566060', '+496956606999'), range('+41445600001'), false],
		['with and without +', range('442081324758'), range('+442081324758'), true],
	])('%s: %#', (_, one, other, expected) => {
		expect(rangesOverlap(one, other)).toBe(expected);
		expect(rangesOverlap(other, one)).toBe(expected);
	});

	it('are compared with zeros in place of missing digits', () => {
		expect(filledUp('+49 69 5')).toBe('4969500000000000');
		expect(filledUp('+44208132475812')).toHaveLength(16);
	});
});
