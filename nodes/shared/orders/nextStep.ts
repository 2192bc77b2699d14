import { isCountryCode } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { deadlineOf, endOf } from '../lifecycle/deadlines';
import type { Deadline, Situation } from '../lifecycle/deadlines';
import { familyOf, orderStatusInfo, sameStatus } from '../lifecycle/orderStatus';
import { portUpdateProblem } from '../lifecycle/portUpdates';
import { fromWallTime, TIME_ZONES, toLocalIso } from '../lifecycle/timeZones';
import { addWorkingDays, unknownHolidays, workingDayFrom } from '../lifecycle/workingDays';
import { portReasonOf } from './portReason';
import type { SeenOrder } from './record';

/** What the documents say is to be done, and until when; both null where they say nothing. */
export interface NextStep {
	nextStep: string | null;
	/**
	 * ISO 8601 with the offset of the country's time zone. Null also if the list lacks the date it counts
	 * from.
	 */
	deadline: string | null;
	/** IANA name of that time zone. */
	deadlineTimeZone: string | null;
	/** What happens then, and how far the moment can be trusted. */
	deadlineNote: string | null;
}

/** Dates that a calendar of four digits can write, with room for what is added: Colt's may be absurd. */
const isWritable = (moment: number): boolean => Math.abs(moment) < Date.UTC(9999, 0);

/** Nothing documented. */
export const NO_STEP: NextStep = { nextStep: null, deadline: null, deadlineTimeZone: null, deadlineNote: null };

const HOLIDAYS =
	'Weekends and nationwide public holidays are left out; regional holidays, and those of Colt, may differ.';

/** How far a moment that was counted in working days can be trusted. */
function trust(moment: number): string {
	const year = unknownHolidays(moment, moment);
	return year === undefined ? HOLIDAYS : `Weekends are left out; the public holidays of ${year} are not known here.`;
}

const DAY_MS = 86_400_000;

/** A date that Colt gives without a time of day is the beginning of that day in the country. */
const inCountry = (date: number | undefined, timeZone: string): number | undefined =>
	date !== undefined && date % DAY_MS === 0 ? fromWallTime(date, timeZone) : date;

const counted = ({ amount, unit, from, then }: Deadline, more = ''): string =>
	`${amount} ${unit} ${from.includes('port date') ? 'before' : 'after'} ${from}${more}: ${then}.`;

/** @param further what the note adds to the rule itself */
function until(nextStep: string, rule: Deadline, moment: number | undefined, timeZone: string, further = ''): NextStep {
	const note = further === '' ? counted(rule) : `${counted(rule)} ${further}`;
	return {
		nextStep,
		deadline: moment === undefined || !isWritable(moment) ? null : toLocalIso(moment, timeZone),
		deadlineTimeZone: moment === undefined ? null : timeZone,
		deadlineNote: rule.unit === 'working days' ? `${note} ${moment === undefined ? HOLIDAYS : trust(moment)}` : note,
	};
}

/** A step whose deadline counts from a moment on; without a deadline where the country has none. */
function after(nextStep: string, situation: Situation, country: CountryCode, start: number | undefined): NextStep {
	const rule = deadlineOf(situation, country);
	const timeZone = TIME_ZONES[country];
	if (rule === undefined) return { ...NO_STEP, nextStep };
	return until(
		nextStep,
		rule,
		start === undefined || !isWritable(start) ? undefined : endOf(rule, start, timeZone, country),
		timeZone,
	);
}

/**
 * A committed port continues automatically. Updates are possible until some working days before the port date (001): a
 * date change first, in some countries a cancellation later, whose end the note gives.
 */
function committed(country: CountryCode, portDate: number | undefined): NextStep {
	const [change, cancellation] = [deadlineOf('dateChange', country), deadlineOf('cancellation', country)];
	const rule = change ?? cancellation;
	if (rule === undefined) return NO_STEP;
	const nextStep =
		change === undefined
			? 'Nothing, unless you want to cancel the port'
			: 'Nothing, unless you want another port date or to cancel the port';
	const timeZone = TIME_ZONES[country];
	const day = inCountry(portDate, timeZone);
	const endOfRule = ({ amount }: Deadline): number | undefined =>
		day === undefined || !isWritable(day) ? undefined : addWorkingDays(day, -amount, timeZone, country);
	const last = cancellation === undefined || change === undefined ? undefined : endOfRule(cancellation);
	const when = last === undefined || !isWritable(last) ? '' : ` (${toLocalIso(last, timeZone)})`;
	return until(
		nextStep,
		rule,
		endOfRule(rule),
		timeZone,
		change === undefined || cancellation === undefined ? '' : counted(cancellation, when),
	);
}

const ANSWERS = [
	['modify', 'modify the order'],
	['changeDate', 'change its date'],
	['cancel', 'cancel it'],
] as const;

/** The answers to Colt that a country allows (000, 001). */
function answersIn(country: CountryCode, status: string): string {
	const allowed = ANSWERS.filter(
		([action]) => portUpdateProblem(action, { family: 'portIn', country, status }) === undefined,
	).map(([, text]) => text);
	return `Answer Colt: ${[allowed.slice(0, -1).join(', '), ...allowed.slice(-1)].join(' or ')}`;
}

/** The first working day from the First Possible Date on is the soonest that a Dutch port is likely to be possible. */
function scheduleFrom(firstPossibleDate: number | undefined): string {
	const step = 'Schedule the port for a day from the First Possible Date on';
	if (firstPossibleDate === undefined || !isWritable(firstPossibleDate)) return step;
	return `${step}, such as ${workingDayFrom(toLocalIso(firstPossibleDate, 'UTC').slice(0, 10), 'NL')}`;
}

/** Colt's reason in the words of the catalogue, behind the step that the life cycle asks for. */
function withReason(step: NextStep, order: SeenOrder): NextStep {
	const { number: start, ...rest } = order;
	const reason = portReasonOf({ ...rest, ranges: start === undefined ? undefined : [{ start }] });
	if (reason === undefined || step.nextStep === null) return step;
	return { ...step, nextStep: `${step.nextStep}. ${reason.meaning}. ${reason.whatToDo}` };
}

function portInStep(
	status: string,
	{ changed, statusSince = changed, firstPossibleDate, portDate }: SeenOrder,
	country: CountryCode,
): NextStep | undefined {
	const is = (name: string): boolean => sameStatus(name, status);
	if (country === 'NL') {
		if (is('Firm order commitment')) return { ...NO_STEP, nextStep: scheduleFrom(firstPossibleDate) };
		return is('Ready for porting Initiation')
			? after(
					'Activate the port, or schedule it',
					'portInitiation',
					country,
					inCountry(firstPossibleDate, TIME_ZONES.NL),
				)
			: undefined;
	}
	if (is('Customer feedback awaited')) return after(answersIn(country, status), 'portInFeedback', country, statusSince);
	return is('Firm order commitment') ? committed(country, portDate) : undefined;
}

/**
 * What to do next with an order, from the documented life cycle (colt-api section 7).
 * @param order one whose country is known, else only a failure is described
 */
export function nextStepOf(order: SeenOrder): NextStep {
	return withReason(documentedStep(order), order);
}

function documentedStep(order: SeenOrder): NextStep {
	const { status = '', type, country = '', created, changed, statusSince = changed } = order;
	const family = familyOf(type);
	if (isCountryCode(country)) {
		const step = family === 'portIn' ? portInStep(status, order, country) : undefined;
		if (step !== undefined) return step;
		if (family === 'portOut' && sameStatus(status, 'Customer feedback awaited')) {
			return after('Accept or reject the port-out', 'portOutFeedback', country, statusSince);
		}
		if (type === 'reservation' && sameStatus(status, 'Completed'))
			return after('Activate the reserved numbers', 'reservation', country, created);
	}
	// A port-out is the other operator's order: nothing to repeat.
	const hasFailed =
		family !== 'portOut' && orderStatusInfo(status, family)?.group === 'failed' && !sameStatus(status, 'Cancelled');
	return hasFailed
		? {
				...NO_STEP,
				nextStep:
					'Read the reason that Colt gives, correct the cause and ' +
					`${family === 'child' ? 'send the update again' : 'order again'}`,
			}
		: NO_STEP;
}
