import { readNumber } from '../../../nodes/shared/input/readNumber';
import type { NumberRule } from '../../../nodes/shared/input/readNumber';
import { problemOf } from '../thrown';

const COUNT: NumberRule = { isWhole: true, min: 1 };
const HOURS: NumberRule = { min: 0, max: 2160, example: 24 };
const MINUTES: NumberRule = { min: 0.1, example: 10 };

test.each<[unknown, NumberRule, number]>([
	[5, COUNT, 5],
	['5', COUNT, 5],
	[' 5 ', COUNT, 5],
	['5.0', COUNT, 5],
	['007', COUNT, 7],
	[7n, COUNT, 7],
	[0, HOURS, 0],
	['0.5', HOURS, 0.5],
	[2160, HOURS, 2160],
	[0.01, MINUTES, 0.01],
])('%p is read', (value, rule, expected) => expect(readNumber(value, 'Label', rule)).toBe(expected));

test.each<[unknown, NumberRule, string]>([
	[0, COUNT, 'a whole number above 0'],
	[-1, COUNT, 'a whole number above 0'],
	[1.5, COUNT, 'a whole number above 0'],
	['5,5', COUNT, 'a whole number'],
	['1,000', COUNT, 'a whole number'],
	['1.000,0', COUNT, 'a whole number'],
	['1 000', COUNT, 'a whole number'],
	['1e3', COUNT, 'a whole number'],
	['0x10', COUNT, 'a whole number'],
	['٥', COUNT, 'a whole number'],
	['many', COUNT, 'a whole number'],
	[Number.NaN, COUNT, 'a whole number'],
	[Number.POSITIVE_INFINITY, COUNT, 'a whole number'],
	[2 ** 60, COUNT, 'a whole number'],
	[true, COUNT, 'a whole number'],
	['', COUNT, 'is empty'],
	[null, COUNT, 'is empty'],
	[2161, HOURS, 'a number from 0 to 2160'],
	[-0.1, HOURS, 'a number from 0 to 2160'],
	[0, MINUTES, 'a number above 0'],
	[51, { isWhole: true, min: 1, max: 50 }, 'a whole number from 1 to 50'],
	[-1, { min: 0 }, 'a number of 0 or more'],
	[[5], COUNT, 'is a list'],
	[{}, COUNT, 'is an object'],
])('%p is refused by field', (value, rule, what) =>
	expect(problemOf(() => readNumber(value, 'Label', rule))).toMatchObject({
		kind: 'input',
		field: 'Label',
		message: expect.stringContaining(what) as string,
		outcome: 'notSent',
	}),
);
