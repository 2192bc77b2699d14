import { readMoment, toMoment } from '../../../nodes/shared/orders/dates';

const EIGHT = Date.UTC(2026, 2, 1, 8);

test.each<[string, unknown, number]>([
	['ISO 8601', '2026-03-01T08:00:00Z', EIGHT],
	['blanks around it', ' 2026-03-01T08:00:00Z ', EIGHT],
	['small letters', '2026-03-01t08:00:00z', EIGHT],
	['an offset', '2026-03-01T10:00:00+02:00', EIGHT],
	['an offset without colon', '2026-03-01T03:30:00-0430', EIGHT],
	['an offset of hours', '2026-03-01T10:00:00+02', EIGHT],
	['a blank before the offset', '2026-03-01 10:00:00 +02:00', EIGHT],
	['no seconds', '2026-03-01T08:00Z', EIGHT],
	['nine decimals', '2026-03-01T08:00:00.123456789Z', EIGHT + 123],
	['a decimal comma', '2026-03-01T08:00:00,5Z', EIGHT + 500],
	['no zone: UTC, not that of the server', '2026-03-01T08:00:00', EIGHT],
	['no zone and a blank', '2026-03-01 08:00:00.25', EIGHT + 250],
	['a day', '2026-03-01', Date.UTC(2026, 2, 1)],
	['an HTTP date', 'Sun, 01 Mar 2026 08:00:00 GMT', EIGHT],
	['milliseconds', EIGHT, EIGHT],
	['milliseconds in a text', String(EIGHT), EIGHT],
	['seconds', EIGHT / 1000, EIGHT],
	['seconds in a text', String(EIGHT / 1000), EIGHT],
	['seconds with a fraction', `${EIGHT / 1000}.250000000`, EIGHT + 250],
	['milliseconds as .NET writes them', `/Date(${EIGHT})/`, EIGHT],
	['the same with an offset, which changes nothing', `/Date(${EIGHT}+0100)/`, EIGHT],
	['slashes, the year first', '2026/03/01 08:00:00', EIGHT],
	['dots, the year first', '2026.03.01 08:00:00Z', EIGHT],
	['no signs', '20260301T080000Z', EIGHT],
	['no signs and no zone', '20260301080000', EIGHT],
	['no signs, a day', '20260301', Date.UTC(2026, 2, 1)],
	['a zone by its name too', '2026-03-01T09:00:00+01:00[Europe/Berlin]', EIGHT],
	['UTC by name', '2026-03-01 08:00:00 UTC', EIGHT],
	['a named month', '01-Mar-2026 08:00:00', EIGHT],
	['a named month in full', '1 March 2026 08:00', EIGHT],
	['a named month first', 'Mar 1, 2026, 8:00:00 AM', EIGHT],
	['a named month and the afternoon', 'March 1, 2026 12:30 pm', Date.UTC(2026, 2, 1, 12, 30)],
	['a named month and the night', 'Mar 1, 2026 12:30 AM', Date.UTC(2026, 2, 1, 0, 30)],
	['a named month alone', '1-MAR-2026', Date.UTC(2026, 2, 1)],
	['the year 9999', '9999-12-31T23:59:59Z', Date.UTC(9999, 11, 31, 23, 59, 59)],
	['the first moment that counts', '2000-01-01T00:00:00Z', Date.UTC(2000, 0)],
])('%s is read: %j', (_, value, moment) => expect(toMoment(value)).toBe(moment));

test.each<[string, unknown]>([
	['what can be read in two ways', '01/03/2026 10:00'],
	['the same with dots', '1.3.2026'],
	['the same with the year last', '25/03/2026'],
	['signs that differ', '2026-03/01'],
	['a month of no name', '1 Foo 2026'],
	['a month and no day', 'Mar 2026'],
	['a number', '5'],
	['words', 'yesterday 5'],
	['nothing', ''],
	['null', null],
	['true', true],
	['an object', {}],
	['NaN', Number.NaN],
	['a day that does not exist', '2026-13-01'],
	['an hour that does not exist', '2026-03-01T25:00:00Z'],
	['the epoch', '1970-01-01T00:00:00Z'],
	['0', 0],
	['the year 1', '0001-01-01T00:00:00Z'],
	['the last moment that does not count', '1999-12-31T23:59:59.999Z'],
	['a date and more', '2026-03-01T08:00:00Z or so'],
	['more before it', 'at 2026-03-01'],
	['half an HTTP date', 'Sun, soon'],
])('%s counts as not told: %j', (_, value) => expect(toMoment(value)).toBeUndefined());

const HOUR = 3_600_000;
test.each<[string, unknown, number, number]>([
	['to the instant', '2026-03-01T08:00:00Z', 0, 0],
	['by a count', EIGHT, 0, 0],
	['without a zone', '2026-03-01 08:00:00', -14, 12],
	['without a zone, by the month', '1 Mar 2026 08:00', -14, 12],
	['by its day', '20260301', -22, 28],
])('a date given %s is as wide as what it can mean', (_, value, earliest, latest) => {
	expect(readMoment(value)).toEqual({ earliest: EIGHT + earliest * HOUR, latest: EIGHT + latest * HOUR });
});

test('what is no date has no width', () => expect(readMoment('soon')).toBeUndefined());
