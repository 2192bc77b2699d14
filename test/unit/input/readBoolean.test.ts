import { readBoolean } from '../../../nodes/shared/input/readBoolean';
import { problemOf } from '../thrown';

test.each<[unknown, boolean]>([
	[true, true],
	[false, false],
	['true', true],
	[' TRUE ', true],
	['False', false],
	['yes', true],
	['No', false],
	['y', true],
	['n', false],
	['on', true],
	['OFF', false],
	['1', true],
	['0', false],
	[1, true],
	[0, false],
	['\u00a0true\n', true],
])('%j is %j', (value, expected) => expect(readBoolean(value, 'Preview Only')).toBe(expected));

test.each([
	'maybe',
	2,
	-1,
	'',
	' ',
	null,
	undefined,
	'truth',
	'nope',
	'true false',
	'"true"',
	Number.NaN,
	0.5,
	[],
	[true],
	{},
	{ value: true },
	new Date(),
	'null',
])('%j is neither', (value) =>
	expect(problemOf(() => readBoolean(value, 'Preview Only'))).toMatchObject({
		kind: 'input',
		field: 'Preview Only',
		outcome: 'notSent',
	}),
);
