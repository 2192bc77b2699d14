import { readMoment } from '../../../nodes/shared/placing/moment';

const NOON = Date.parse('2026-01-10T12:00:00Z');
const HOUR = 3_600_000;

describe('the time of an order record', () => {
	test.each<[unknown]>([
		['2026-01-10T12:00:00Z'],
		['2026-01-10T12:00:00.000Z'],
		[' 2026-01-10 12:00:00z '],
		['2026-01-10T12:00Z'],
		['2026-01-10T13:00:00+01:00'],
		['2026-01-10T07:30:00-0430'],
		['2026-01-10T13:00:00+01'],
		['Sat, 10 Jan 2026 12:00:00 GMT'],
		[NOON],
		[String(NOON)],
		[NOON / 1_000],
		[String(NOON / 1_000)],
	])('%j is told to the instant', (value) => expect(readMoment(value)).toEqual({ earliest: NOON, latest: NOON }));

	test.each<[unknown, number, number]>([
		['2026-01-10T12:00:00', NOON - 14 * HOUR, NOON + 12 * HOUR],
		['2026-01-10 12:00', NOON - 14 * HOUR, NOON + 12 * HOUR],
		['2026-01-10', NOON - 26 * HOUR, NOON + 24 * HOUR],
	])('%j is as wide as what it can mean, whatever the zone of this machine', (value, earliest, latest) =>
		expect(readMoment(value)).toEqual({ earliest, latest }),
	);

	test.each([
		undefined,
		null,
		'',
		'soon',
		'11/12/2026 10:00',
		'2026-13-45',
		'2026-01-10T12:00:00 CET',
		Number.NaN,
		Number.POSITIVE_INFINITY,
		{},
		[],
	])('%j is none', (value) => expect(readMoment(value)).toBeUndefined());
});
