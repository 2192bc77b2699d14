import { DateTime } from 'luxon';

import { dayIn, readWrittenDate } from '../../../nodes/shared/input/readDate';
import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';
import { problemOf } from '../thrown';

const dayOf = (value: unknown, country: CountryCode = 'DE', zone?: string): string | undefined => {
	const date = readWrittenDate(value, 'Port Date');
	return date && dayIn(date, 'Port Date', [country], zone);
};

describe('a day alone stays that day, in every country', () => {
	test.each([
		'2026-03-02',
		'2026-3-2',
		'2026/03/02',
		'2026.03.02',
		'20260302',
		20_260_302,
		'02.03.2026',
		'2.3.2026',
		'2. 3. 2026',
		'2 March 2026',
		'2nd March 2026',
		'02-Mar-2026',
		'2 Mar. 2026',
		'March 2, 2026',
		'Mar 2 2026',
		'Monday, 2 March 2026',
		' 2026-03-02 ',
		'2026-03-02T00:00:00',
		'2026-03-02 23:59',
		'2026-03-02T23:59:59.999',
		'02.03.2026 08:00',
	])('%j', (text) => {
		for (const country of ['DE', 'GB', 'FI'] as const)
			for (const zone of [undefined, 'Asia/Tokyo', 'America/New_York'])
				expect(dayOf(text, country, zone)).toBe('2026-03-02');
	});
});

describe('a moment is the day it is in the country of the order', () => {
	test.each<[unknown, CountryCode, string]>([
		['2026-03-01T23:00:00Z', 'DE', '2026-03-02'],
		['2026-03-01T23:00:00.000Z', 'DE', '2026-03-02'],
		['2026-03-01T23:00:00z', 'DE', '2026-03-02'],
		['2026-03-01t23:00:00Z', 'DE', '2026-03-02'],
		['2026-03-01 23:00:00+00', 'DE', '2026-03-02'],
		['2026-03-01 23:00:00+0000', 'DE', '2026-03-02'],
		['2026-03-01 23:00:00 +00:00', 'DE', '2026-03-02'],
		['2026-03-01 23:00:00-00:00', 'DE', '2026-03-02'],
		['2026-03-01 23:00:00 UTC', 'DE', '2026-03-02'],
		['2026-03-01 23:00 GMT', 'DE', '2026-03-02'],
		['20260301T230000Z', 'DE', '2026-03-02'],
		['Sun, 01 Mar 2026 23:00:00 GMT', 'DE', '2026-03-02'],
		['Sun, 1 Mar 2026 23:00:00 +0000', 'DE', '2026-03-02'],
		['Sun Mar 01 2026 23:00:00 GMT+0000 (Coordinated Universal Time)', 'DE', '2026-03-02'],
		['2026-03-01T18:00:00-05:00', 'DE', '2026-03-02'],
		['2026-03-02T06:00:00,5+0700', 'DE', '2026-03-02'],
		['2026-03-01T23:00:00Z', 'GB', '2026-03-01'],
		['2026-03-01T22:00:00Z', 'FI', '2026-03-02'],
		['2026-03-01T22:00:00Z', 'DE', '2026-03-01'],
		['2026-07-01T22:30:00Z', 'DE', '2026-07-02'],
		['2026-07-01T21:30:00Z', 'DE', '2026-07-01'],
		['2026-07-01T23:00:00Z', 'GB', '2026-07-02'],
		['2026-03-02T00:00:00Z', 'DE', '2026-03-02'],
		['2026-03-02T00:00:00+01:00', 'DE', '2026-03-02'],
		['2026-11-30 23:00:00+00', 'DE', '2026-12-01'],
		['2026-03-02T00:00:00-11:00', 'FI', '2026-03-02'],
		[new Date('2026-03-02'), 'DE', '2026-03-02'],
		[new Date('2026-03-01T23:00:00Z'), 'DE', '2026-03-02'],
		[DateTime.fromISO('2026-03-02', { zone: 'Europe/Berlin' }), 'DE', '2026-03-02'],
		[DateTime.fromISO('2026-03-02', { zone: 'Europe/Berlin' }).toUTC(), 'DE', '2026-03-02'],
		[DateTime.fromISO('2026-03-02T20:00', { zone: 'America/New_York' }), 'DE', '2026-03-03'],
	])('%p in %s', (value, country, day) => expect(dayOf(value, country)).toBe(day));
});

describe('what is not certain is refused, and both days are named', () => {
	test.each<[unknown, CountryCode, string | undefined, RegExp]>([
		// Midnight where it was written is most likely meant as that day.
		['2026-03-02T00:00:00+01:00', 'GB', undefined, /1 March 2026 in GB and 2 March 2026 where it was written/],
		['2026-03-02T00:00:00+13:00', 'DE', undefined, /1 March 2026 in DE and 2 March 2026/],
		['2026-03-01T23:00:00Z', 'GB', 'Europe/Berlin', /1 March 2026 in GB and 2 March 2026 in the workflow's time zone/],
		['02/03/2026', 'DE', undefined, /is 2 March 2026 or 3 February 2026/],
		['02-03-2026', 'DE', undefined, /is 2 March 2026 or 3 February 2026/],
	])('%p in %s', (value, country, zone, message) => {
		expect(problemOf(() => dayOf(value, country, zone))).toMatchObject({
			field: 'Port Date',
			check: 'notADate',
			message: expect.stringMatching(message) as string,
		});
	});

	it('when the country is not known and the countries differ', () => {
		const date = readWrittenDate('2026-03-01T23:30:00Z', 'Port Date');
		const day = (...countries: CountryCode[]) => date && dayIn(date, 'Port Date', countries);
		expect(day('DE', 'NL')).toBe('2026-03-02');
		expect(problemOf(() => day('GB', 'DE')).message).toMatch(/1 March 2026 in GB and 2 March 2026 in DE/);
	});

	it("unless only one of day and month can be a month's", () => {
		expect(dayOf('13/03/2026')).toBe('2026-03-13');
		expect(dayOf('03/13/2026')).toBe('2026-03-13');
		expect(dayOf('03/03/2026')).toBe('2026-03-03');
	});
});

describe('what is no date is refused, quoted as it was written', () => {
	test.each<[unknown]>([
		['tomorrow'],
		['2026-02-30'],
		['2026-13-01'],
		['2027-02-29'],
		['30.02.2026'],
		['2026-00-10'],
		['0000-00-00'],
		['2026-12'],
		['2026-W10-1'],
		['2026-061'],
		['02.03.26'],
		['2/3/26'],
		['Tuesday, 2 March 2026'],
		['2 Marz 2026'],
		['2026-03-02T24:00:00'],
		['2026-03-02T25:00'],
		['2026-03-02T10:60'],
		['2026-03-02T10:00+15:00'],
		['2026-03-02T10:00 CET'],
		['2026-03-02T10:00:00 01:00'],
		['2026-03-02 and more'],
		['2026-03-022'],
		['46083'],
		[46_083],
		['46083.5'],
		['1772409600'],
		[1_772_409_600],
		['1772409600000'],
		[1_772_409_600_000],
		[0],
		['٢٠٢٦-١٢-٠١'],
		['{{ $now }}'],
		['Invalid DateTime'],
		['null'],
		[true],
		['P1D'],
	])('%p', (value) => {
		const problem = problemOf(() => dayOf(value));
		expect(problem).toMatchObject({ kind: 'input', field: 'Port Date', outcome: 'notSent' });
		expect(problem.message).toContain(`"${String(value)}"`);
	});

	test.each([[{}], [[]], [['2026-03-02']], [DateTime.invalid('x')], [new Date(Number.NaN)]])('%p', (value) =>
		expect(problemOf(() => dayOf(value))).toMatchObject({ field: 'Port Date' }),
	);
});

/** A date of a machine whose clock is an hour ahead of UTC. */
class MachineInBerlin extends Date {
	override getTimezoneOffset(): number {
		return -60;
	}
}

test(
	"a JavaScript date that is the machine's midnight is the machine's day, or refused where the country has " +
		'another',
	() => {
		// new Date(2026, 2, 2)
		const midnight = new MachineInBerlin('2026-03-01T23:00:00Z');
		expect(dayOf(midnight, 'DE')).toBe('2026-03-02');
		expect(problemOf(() => dayOf(midnight, 'GB')).message).toMatch(/1 March 2026 in GB and 2 March 2026/);
		expect(dayOf(new MachineInBerlin('2026-03-02'), 'GB')).toBe('2026-03-02');
	},
);

test('nothing is no date', () => {
	for (const nothing of [undefined, null, '', ' ']) expect(readWrittenDate(nothing, 'Port Date')).toBeUndefined();
});
