import { inputError } from '../../../shared/errors/problem';
import type { CountryCode } from '../../../shared/lifecycle/countries';
import { deadlineOf, endOf } from '../../../shared/lifecycle/deadlines';
import { TIME_ZONES, toLocalIso } from '../../../shared/lifecycle/timeZones';
import type { RequestContext } from '../../../shared/operation/types';

/**
 * In the Netherlands the date of a new port, or of an accepted port-out, asks for a First Possible Date, and that is
 * any day within the next 120 calendar days (documents 000 and 001).
 * @param portDate calendar day, `YYYY-MM-DD`
 * @param country undefined where Colt alone knows it: a date that only the Netherlands have is judged all the same
 * @throws ColtError naming Port Date
 */
export function checkFirstPossibleDate(
	portDate: unknown,
	country: CountryCode | undefined,
	{ checks, now }: RequestContext,
): void {
	const rule = deadlineOf('firstPossibleDate', 'NL');
	if (!checks || now === undefined || rule === undefined) return;
	if (typeof portDate !== 'string' || (country !== undefined && country !== 'NL')) return;
	const last = toLocalIso(endOf(rule, now, TIME_ZONES.NL), TIME_ZONES.NL).slice(0, 10);
	if (portDate <= last) return;
	throw inputError(
		'Port Date',
		`${portDate} is more than ${rule.amount} ${rule.unit} away`,
		`In the Netherlands the First Possible Date is at the latest ${last}. Give an earlier day, and set a later ` +
			'one with Schedule Port once the First Possible Date is known. Local Checks in the options switches this ' +
			'check off.',
		'notInCountry',
	);
}
