import { readWrittenDate } from '../../../nodes/shared/input/readDate';
import { momentIn } from '../../../nodes/shared/input/readMoment';
import type { Edge } from '../../../nodes/shared/input/readMoment';
import type { WrittenDate } from '../../../nodes/shared/input/WrittenDate';
import { problemOf } from '../thrown';

const read = (text: string, zone: string | undefined, edge: Edge): string =>
	momentIn(readWrittenDate(text, 'Changed After') as WrittenDate, 'Changed After', zone, edge);

test.each<[string, string, Edge, string]>([
	// n8n's own date picker writes no zone.
	['2026-01-01T00:00:00', 'Europe/Berlin', 'start', '2026-01-01T00:00:00.000+01:00'],
	['2026-01-01T00:00:00', 'America/New_York', 'end', '2026-01-01T00:00:00.000-05:00'],
	['2026-07-01T10:30:00', 'Europe/London', 'start', '2026-07-01T10:30:00.000+01:00'],
	['2026-07-01 10:30', 'UTC', 'start', '2026-07-01T10:30:00.000+00:00'],
	// A day alone is its beginning or its end.
	['2026-01-01', 'Europe/Berlin', 'start', '2026-01-01T00:00:00.000+01:00'],
	['2026-01-01', 'Europe/Berlin', 'end', '2026-01-01T23:59:59.999+01:00'],
	['1 January 2026', 'Asia/Kolkata', 'end', '2026-01-01T23:59:59.999+05:30'],
	// A moment is that moment, whatever the workflow's zone.
	['2026-01-01T00:00:00Z', 'Europe/Berlin', 'start', '2026-01-01T01:00:00.000+01:00'],
	['2026-01-01T00:00:00+05:30', 'Europe/Berlin', 'end', '2025-12-31T19:30:00.000+01:00'],
	// A day of 23 hours and one of 25.
	['2026-03-29', 'Europe/Berlin', 'end', '2026-03-29T23:59:59.999+02:00'],
	['2026-10-25', 'Europe/Berlin', 'start', '2026-10-25T00:00:00.000+02:00'],
	// 02:30 comes twice: the earlier begins, the later ends.
	['2026-10-25T02:30:00', 'Europe/Berlin', 'start', '2026-10-25T02:30:00.000+02:00'],
	['2026-10-25T02:30:00', 'Europe/Berlin', 'end', '2026-10-25T02:30:00.000+01:00'],
	// Clocks in Lebanon and Chile are put forward at midnight: the day begins at 01:00.
	['2026-03-29', 'Asia/Beirut', 'start', '2026-03-29T01:00:00.000+03:00'],
	['2026-03-28', 'Asia/Beirut', 'end', '2026-03-28T23:59:59.999+02:00'],
	['2026-09-06T00:00:00', 'America/Santiago', 'start', '2026-09-06T01:00:00.000-03:00'],
])('%s in %s as %s', (text, zone, edge, expected) => expect(read(text, zone, edge)).toBe(expected));

test.each<[string, string | undefined, RegExp]>([
	['2026-03-29T02:30:00', 'Europe/Berlin', /does not exist in Europe\/Berlin/],
	['2026-03-08T02:00:01', 'America/New_York', /does not exist/],
	['2026-01-01T00:00:00', undefined, /no time zone/],
	['2026-01-01', undefined, /no time zone/],
])('%s in %s is refused', (text, zone, message) =>
	expect(problemOf(() => read(text, zone, 'start'))).toMatchObject({
		kind: 'input',
		field: 'Changed After',
		message: expect.stringMatching(message) as string,
	}),
);

test('a moment needs no zone of the workflow', () =>
	expect(read('2026-01-01T00:00:00+02:00', undefined, 'start')).toBe('2025-12-31T22:00:00.000+00:00'));
