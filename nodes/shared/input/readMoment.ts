import { inputError } from '../errors/problem';
import { toLocalIso, toWallTime } from '../lifecycle/timeZones';
import { quote } from './quote';
import { DAY_MS } from './WrittenDate';
import type { WrittenDate } from './WrittenDate';

/** Whether a moment begins or ends a period. A day alone is its first or its last millisecond. */
export type Edge = 'start' | 'end';

/** The moments at which a clock in the zone shows that: two where clocks go back, none where they go forward. */
function momentsOf(wall: number, zone: string): number[] {
	const guesses = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - (toWallTime(near, zone) - near));
	return [...new Set(guesses)].filter((moment) => toWallTime(moment, zone) === wall).sort((a, b) => a - b);
}

/**
 * The first moment of a day in the zone. Where clocks are put forward at midnight it is the moment at which they are.
 */
function beginningOf(wall: number, zone: string): number {
	const [first] = momentsOf(wall, zone);
	const dayBefore = wall - DAY_MS;
	return first ?? wall - (toWallTime(dayBefore, zone) - dayBefore);
}

/**
 * The moment that a date means in the zone. What was written with a zone is exactly that moment;
 * without one it is read in the given zone, and where clocks go back the earlier of two moments begins a period, the
 * later ends it.
 * @param label the field's label in the editor
 * @param zone the workflow's time zone, if n8n provides it
 * @returns ISO 8601 with an offset
 * @throws ColtError naming the field for a time that the zone's clocks skip, and for one that no zone is known for
 */
export function momentIn(date: WrittenDate, label: string, zone: string | undefined, edge: Edge): string {
	const { moment, wall, hasTime, isMidnight, text } = date;
	if (moment !== undefined) return toLocalIso(moment, zone ?? 'UTC');
	if (zone === undefined)
		throw inputError(
			label,
			`${quote(text)} has no time zone, and the workflow's is not known`,
			'Write it with one, such as 2026-12-01T00:00:00Z.',
			'notADate',
		);
	if (!hasTime && edge === 'end') return toLocalIso(beginningOf(wall + DAY_MS, zone) - 1, zone);
	const moments = momentsOf(wall, zone);
	const found = edge === 'start' ? moments[0] : moments.at(-1);
	if (found !== undefined) return toLocalIso(found, zone);
	if (isMidnight) return toLocalIso(beginningOf(wall, zone), zone);
	throw inputError(
		label,
		`${quote(text)} does not exist in ${zone}: the clocks are put forward then`,
		'Choose another time, or write it with an offset, such as 2026-12-01T00:00:00Z.',
		'notADate',
	);
}
