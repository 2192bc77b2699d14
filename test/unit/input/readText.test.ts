import { DateTime } from 'luxon';

import { readText } from '../../../nodes/shared/input/readText';
import { problemOf } from '../thrown';

test.each<[unknown, string]>([
	[' A Ltd ', 'A Ltd'],
	[12, '12'],
	[442_081_324_758, '442081324758'],
	[false, 'false'],
	[null, ''],
	[undefined, ''],
	['Null', 'Null'],
	['Frau Null', 'Frau Null'],
	['null and void', 'null and void'],
	['undefined behaviour', 'undefined behaviour'],
	['Infinity', 'Infinity'],
	['None', 'None'],
	['{{name}}', '{{name}}'],
	['costs $5 {{ }}', 'costs $5 {{ }}'],
	['30 😀', '30 😀'],
	[new Date(Date.UTC(2026, 2, 2, 8)), '2026-03-02T08:00:00.000Z'],
	[DateTime.fromISO('2026-03-02T08:00:00', { zone: 'Europe/Berlin' }), '2026-03-02T08:00:00.000+01:00'],
])('%j is read', (value, text) => expect(readText(value, 'House Number')).toBe(text));

test.each([
	'null',
	'undefined',
	'NULL',
	' null ',
	'NaN',
	Number.NaN,
	Number.POSITIVE_INFINITY,
	'[object Object]',
	'[object Promise]',
	'LOA [object Object]',
	'Invalid DateTime',
	'Invalid Date',
	'#N/A',
	'#REF!',
	'{{ $json.city }}',
	'={{ $json.city }}',
	'High Street {{$json["no"]}}',
	new Date(Number.NaN),
	DateTime.invalid('because'),
	{},
	{ city: 'London' },
	['London'],
	'x'.repeat(10_001),
])('%j stands for no value, or for none that could be sent', (value) =>
	expect(problemOf(() => readText(value, 'House Number'))).toMatchObject({
		kind: 'input',
		field: 'House Number',
		outcome: 'notSent',
		remedy: expect.stringMatching(/./) as string,
	}),
);
