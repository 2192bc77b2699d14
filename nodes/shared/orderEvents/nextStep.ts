import { isCountryCode } from '../numbers/countryCodes';
import type { CountryCode } from '../numbers/countryCodes';
import { addWorkingDays, deadlineOf, endOf } from '../lifecycle/deadlines';
import type { Deadline, Situation } from '../lifecycle/deadlines';
import { familyOf, orderStatusInfo, sameStatus } from '../lifecycle/orderStatus';
import type { SeenOrder } from './order';

/** What the documents say is to be done, and until when; both null where they say nothing. */
export interface NextStep {
	nextStep: string | null;
	/** ISO 8601, UTC. Null also when the list does not tell the date that the deadline counts from. */
	deadline: string | null;
	/** What happens then, and how far the moment can be trusted. */
	deadlineNote: string | null;
}

const NOTHING: NextStep = { nextStep: null, deadline: null, deadlineNote: null };

const HOLIDAYS = 'Weekends are left out, public holidays are not known here: the true moment can be another day.';

function until(nextStep: string, rule: Deadline, moment: number | undefined): NextStep {
	const counted = `${rule.amount} ${rule.unit} ${rule.from.includes('port date') ? 'before' : 'after'} ${rule.from}: ${rule.then}.`;
	return {
		nextStep,
		deadline: moment === undefined ? null : new Date(moment).toISOString(),
		deadlineNote: rule.unit === 'working days' ? `${counted} ${HOLIDAYS}` : counted,
	};
}

/** A step whose deadline counts from a moment on; without a deadline where the country has none. */
function after(nextStep: string, situation: Situation, country: CountryCode, start: number | undefined): NextStep {
	const rule = deadlineOf(situation, country);
	return rule === undefined ? { ...NOTHING, nextStep } : until(nextStep, rule, start === undefined ? undefined : endOf(rule, start));
}

/** A committed port goes on by itself; what can still be done ends working days before the port date (001). */
function committed(country: CountryCode, portDate: number | undefined): NextStep {
	const change = deadlineOf('dateChange', country);
	const rule = change ?? deadlineOf('cancellation', country);
	if (rule === undefined) return NOTHING;
	const nextStep = change === undefined ? 'Nothing, unless you want to cancel the port' : 'Nothing, unless you want another port date or to cancel the port';
	return until(nextStep, rule, portDate === undefined ? undefined : addWorkingDays(portDate, -rule.amount));
}

function portInStep(status: string, { changed, firstPossibleDate, portDate }: SeenOrder, country: CountryCode): NextStep | undefined {
	const is = (name: string): boolean => sameStatus(name, status);
	if (country === 'NL') {
		if (is('Firm order commitment')) return { ...NOTHING, nextStep: 'Schedule the port for a day from the First Possible Date on' };
		return is('Ready for porting Initiation') ? after('Activate the port, or schedule it', 'portInitiation', country, firstPossibleDate) : undefined;
	}
	if (is('Customer feedback awaited')) return after('Answer Colt: modify the order, change its date or cancel it', 'portInFeedback', country, changed);
	return is('Firm order commitment') ? committed(country, portDate) : undefined;
}

/**
 * What to do next with an order, from the documented life cycle (colt-api section 7).
 * @param order one whose country is known, else only a failure is told
 */
export function nextStepOf(order: SeenOrder): NextStep {
	const { status = '', type, country = '', created, changed } = order;
	const family = familyOf(type);
	if (isCountryCode(country)) {
		const step = family === 'portIn' ? portInStep(status, order, country) : undefined;
		if (step !== undefined) return step;
		if (family === 'portOut' && sameStatus(status, 'Customer feedback awaited')) {
			return after('Accept or reject the port-out', 'portOutFeedback', country, changed);
		}
		if (type === 'reservation' && sameStatus(status, 'Completed')) return after('Activate the reserved numbers', 'reservation', country, created);
	}
	// A port-out is the other operator's order: nothing to repeat.
	const hasFailed = family !== 'portOut' && orderStatusInfo(status, family)?.group === 'failed' && !sameStatus(status, 'Cancelled');
	return hasFailed ? { ...NOTHING, nextStep: 'Read the reason that Colt gives, correct the cause and order again' } : NOTHING;
}
