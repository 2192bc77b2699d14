import type { Operation } from '../../nodes/shared/contract/table';
import type { LogicalBody } from '../../nodes/shared/contract/logicalTypes';
import { CALLING_CODES, type CountryCode, isNl088, isSpanishNomadic } from '../../nodes/shared/lifecycle/countries';
import { deadlineOf, endOf } from '../../nodes/shared/lifecycle/deadlines';
import type { NumberStatus } from '../../nodes/shared/lifecycle/numberStatus';
import { missing, ruleError } from '../apiError';
import { wireName } from '../naming';
import { checkOrder } from '../checkOrder';
import type { World } from '../world';
import { dayOf, dayStart } from './states';

/** Statuses of numbers that are no longer with Colt. */
const LEFT: readonly NumberStatus[] = ['PortOut', 'Transferred', 'Returned'];

/** Why a range cannot be ported in; undefined when it can. */
export function notPortable(
	world: World,
	range: { start: string; end: string },
	country: CountryCode,
): string | undefined {
	if (!range.start.startsWith(`+${CALLING_CODES[country]}`)) return `is not a number of ${country}`;
	if (country === 'ES' && isSpanishNomadic(range.start)) return 'is nomadic: only Geo numbers can be ported';
	const reason = world.unportable.get(range.start);
	if (reason) return reason;
	const here = world.sip.numbers.overlapping(range).find(({ status }) => !LEFT.includes(status));
	return here && `is already with Colt, resourceStatus ${here.status}`;
}

/** @throws ApiError 400/002 for ranges that cannot be ported in */
export function checkPortIn(
	world: World,
	operation: Operation,
	body: LogicalBody<'portIn'>,
	country: CountryCode,
): void {
	if (body.ranges.length > world.settings.maxRanges)
		throw ruleError(`Maximum allowed ranges/CLI is ${world.settings.maxRanges}`);
	const start = wireName(operation, 'body', 'ranges.start');
	for (const range of body.ranges) {
		checkOrder(operation, range);
		const problem = notPortable(world, range, country);
		if (problem) throw ruleError(`${start} ${range.start} ${problem}.`);
	}
	if (body.portDate !== undefined) {
		checkDate(operation, body.portDate, world.clock.now());
		if (country === 'NL') checkFirstPossibleDate(operation, body.portDate, world.clock.now());
	}
	check088(operation, body);
}

/** A port date is today at the earliest. @throws ApiError 400/002 */
export function checkDate(operation: Operation, date: string, now: number): void {
	const name = wireName(operation, 'body', 'portDate');
	if (Number.isNaN(dayStart(date))) throw ruleError(`${name} ${date} is not a date.`);
	if (date < dayOf(now)) throw ruleError(`${name} ${date} is in the past.`);
}

/** A First Possible Date is any day within the next 120 calendar days (000, 001). @throws ApiError 400/002 */
export function checkFirstPossibleDate(operation: Operation, date: string, now: number): void {
	const window = deadlineOf('firstPossibleDate', 'NL');
	if (window && dayStart(date) > endOf(window, now))
		throw ruleError(
			`${wireName(operation, 'body', 'portDate')} ${date} is more than ${window.amount} ${window.unit} away.`,
		);
}

/** Dutch 088 numbers: the regulator's document, for a port the LOA too, and no other area codes beside them (000). */
function check088(operation: Operation, body: LogicalBody<'portIn'>): void {
	const special = body.ranges.filter(({ start }) => isNl088(start));
	if (special.length === 0) return;
	const start = wireName(operation, 'body', 'ranges.start');
	if (special.length < body.ranges.length)
		throw ruleError(`${start}: 088 numbers and numbers with another LAC cannot be in one order.`);
	for (const part of ['regulatoryAssignmentFileName', 'regulatoryAssignmentFileContent'] as const) {
		if (!body[part]) throw missing(wireName(operation, 'body', part));
	}
	if (!body.currentOperator) return;
	for (const part of ['loaFileName', 'loaFileContent'] as const) {
		if (!body[part]) throw missing(`${wireName(operation, 'body', part)} (LOA)`);
	}
}
