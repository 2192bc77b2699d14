import { type CountryCode, COUNTRY_CODES, ZONE_A, ZONE_B, allExcept } from './countries';
import { fromWallTime, toWallTime } from './timeZones';
import { addWorkingDays } from './workingDays';

export type DeadlineUnit = 'minutes' | 'hours' | 'calendar days' | 'calendar months' | 'working days';

export type Situation =
	| 'reservation'
	| 'lock'
	| 'quarantine'
	| 'portInFeedback'
	| 'portInitiation'
	| 'firstPossibleDate'
	| 'dateChange'
	| 'cancellation'
	| 'portOutFeedback'
	| 'nl088Deactivation';

export interface Deadline {
	situation: Situation;
	countries: readonly CountryCode[];
	amount: number;
	unit: DeadlineUnit;
	/** What the amount is counted from, or before. */
	from: string;
	/** What happens, or is no longer possible, then. */
	then: string;
	source: string;
}

const rest = (countries: readonly CountryCode[], ...without: CountryCode[]): readonly CountryCode[] =>
	countries.filter((country) => !without.includes(country));

/** Every deadline of the documents. */
export const DEADLINES: readonly Deadline[] = [
	// 001 leaves Zone B out of the row in which an expired reservation becomes Free; the 90 days themselves apply
	// everywhere.
	{
		situation: 'reservation',
		countries: COUNTRY_CODES,
		amount: 90,
		unit: 'calendar days',
		from: 'the reservation',
		then: 'the number is Free again (not Zone B)',
		source: '000, 004',
	},
	{
		situation: 'lock',
		countries: COUNTRY_CODES,
		amount: 10,
		unit: 'minutes',
		from: 'the lock',
		then: 'the numbers are unlocked',
		source: '000',
	},
	{
		situation: 'quarantine',
		countries: ['ES'],
		amount: 30,
		unit: 'calendar days',
		from: 'the deactivation',
		then: 'the quarantine ends',
		source: '000',
	},
	{
		situation: 'quarantine',
		countries: ['NL'],
		amount: 2,
		unit: 'calendar months',
		from: 'the deactivation',
		then: 'the quarantine ends',
		source: '001, 003',
	},
	{
		situation: 'portInFeedback',
		countries: allExcept('NL'),
		amount: 72,
		unit: 'hours',
		from: 'Customer feedback awaited',
		then: 'the order is Expired, unless you have sent a note or an update in time',
		source: '000',
	},
	{
		situation: 'portInitiation',
		countries: ['NL'],
		amount: 90,
		unit: 'calendar days',
		from: 'the First Possible Date',
		then: 'the order is Expired',
		source: '000',
	},
	{
		situation: 'firstPossibleDate',
		countries: ['NL'],
		amount: 120,
		unit: 'calendar days',
		from: 'the commitment',
		then: 'the First Possible Date lies no later',
		source: '000',
	},
	{
		situation: 'dateChange',
		countries: rest(ZONE_A, 'FR', 'NL', 'IT'),
		amount: 2,
		unit: 'working days',
		from: 'the port date',
		then: 'no date change any more',
		source: '001',
	},
	{
		situation: 'dateChange',
		countries: ['FI'],
		amount: 3,
		unit: 'working days',
		from: 'the port date',
		then: 'no date change any more',
		source: '001',
	},
	{
		situation: 'dateChange',
		countries: ['FR', ...rest(ZONE_B, 'FI')],
		amount: 4,
		unit: 'working days',
		from: 'the port date',
		then: 'no date change any more',
		source: '001',
	},
	{
		situation: 'cancellation',
		countries: rest(ZONE_A, 'NL'),
		amount: 2,
		unit: 'working days',
		from: 'the port date',
		then: 'no cancellation any more',
		source: '001',
	},
	{
		situation: 'cancellation',
		countries: ['LU', 'FI'],
		amount: 3,
		unit: 'working days',
		from: 'the port date',
		then: 'no cancellation any more',
		source: '001',
	},
	{
		situation: 'cancellation',
		countries: ['NO', 'CZ', 'PL', 'RO', 'SK'],
		amount: 4,
		unit: 'working days',
		from: 'the port date',
		then: 'no cancellation any more',
		source: '001',
	},
	{
		situation: 'portOutFeedback',
		countries: ['BE', 'CH'],
		amount: 2,
		unit: 'working days',
		from: 'Customer feedback awaited',
		then: 'the port-out is accepted',
		source: '001',
	},
	{
		situation: 'portOutFeedback',
		countries: ['AT', 'DE'],
		amount: 5,
		unit: 'working days',
		from: 'Customer feedback awaited',
		then: 'the port-out is accepted',
		source: '001',
	},
	{
		situation: 'portOutFeedback',
		countries: ['NL'],
		amount: 48,
		unit: 'hours',
		from: 'Customer feedback awaited',
		then:
			'the port-out is accepted, First Possible Date the next business day (the documents also name 2 working ' +
			'days for the answer)',
		source: '001',
	},
	{
		situation: 'nl088Deactivation',
		countries: ['NL'],
		amount: 3,
		unit: 'working days',
		from: 'the submission, its day not counted',
		then: 'the number has left the local registry',
		source: '003',
	},
];

/** The deadline of a situation in a country; undefined where the documents give none. */
export function deadlineOf(situation: Situation, country: CountryCode): Deadline | undefined {
	return DEADLINES.find((row) => row.situation === situation && row.countries.includes(country));
}

const day = 86_400_000;
const perUnit = { minutes: 60_000, hours: 3_600_000, 'calendar days': day } as const;

/**
 * The moment a deadline ends, counted from `start` (milliseconds since the epoch). Days are days of the calendar in the
 * time zone: the time of day stays when the clocks change.
 * @param country whose public holidays are no working days; without one Monday to Friday are
 */
export function endOf(
	{ amount, unit }: Pick<Deadline, 'amount' | 'unit'>,
	start: number,
	timeZone = 'UTC',
	country?: CountryCode,
): number {
	if (unit === 'working days') return addWorkingDays(start, amount, timeZone, country);
	if (unit === 'calendar months') return addMonths(start, amount, timeZone);
	const length = amount * perUnit[unit];
	return unit === 'calendar days' ? fromWallTime(toWallTime(start, timeZone) + length, timeZone) : start + length;
}

/**
 * The same day of a later month, or that month's last day where it is too short: 6 January and two months is 6 March.
 */
function addMonths(moment: number, months: number, timeZone: string): number {
	const wall = new Date(toWallTime(moment, timeZone));
	const dayOfMonth = wall.getUTCDate();
	wall.setUTCDate(1);
	wall.setUTCMonth(wall.getUTCMonth() + months);
	const lastDay = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
	wall.setUTCDate(Math.min(dayOfMonth, lastDay));
	return fromWallTime(wall.getTime(), timeZone);
}
