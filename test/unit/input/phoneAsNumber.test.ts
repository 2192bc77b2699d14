import { startField } from '../../../nodes/shared/fields/numberRange';
import { readField } from '../../../nodes/shared/input/readField';
import { toNumberRange } from '../../../nodes/shared/numbers/range';

const read = (value: unknown): unknown => {
	const start = readField(startField, value, { stored: '={{ $json.number }}' });
	return toNumberRange({ start, end: '', country: 'IT' }).start;
};

describe('an Italian number from a spreadsheet', () => {
	it('is read as written when it is a text', () => {
		expect(read('3321234567')).toBe('+393321234567');
	});

	it('is refused when it is a number: its leading zero may be lost', () => {
		expect(() => read(3321234567)).toThrow(/two ways|lost/);
	});
});
