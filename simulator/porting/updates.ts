import type { Operation } from '../../nodes/shared/contract/table';
import type { LogicalBody } from '../../nodes/shared/contract/logicalTypes';
import { deadlineOf, endOf } from '../../nodes/shared/lifecycle/deadlines';
import { addWorkingDays } from '../../nodes/shared/lifecycle/workingDays';
import { sameStatus } from '../../nodes/shared/lifecycle/orderStatus';
import {
	type PortAction,
	acceptedStatus,
	portUpdateProblem,
	portUpdateRule,
} from '../../nodes/shared/lifecycle/portUpdates';
import { missing, ruleError } from '../apiError';
import type { OrderEntry } from '../model';
import { wireName } from '../naming';
import type { World } from '../world';
import { checkDate, checkFirstPossibleDate } from './portChecks';
import { dayOf, dayStart, enterStatus, pauseSteps, resumeSteps } from './states';

type Body = LogicalBody<'updatePort'>;

/**
 * Accepts an update of a port: a child order now, its effect on the parent when Colt has answered. @throws ApiError
 * 400/002
 */
export function placePortUpdate(world: World, operation: Operation, body: Body, trackingId: string): OrderEntry {
	const { orderId, action } = body;
	if (!orderId) throw missing(wireName(operation, 'body', 'orderId'));
	if (!action) throw missing(wireName(operation, 'body', 'action'));
	const parent = world.sip.orders.get(orderId.trim());
	const name = wireName(operation, 'body', 'orderId');
	if (!parent) throw ruleError(`${name} ${orderId} is not known.`);
	if (parent.type !== 'portIn' && parent.type !== 'portOut')
		throw ruleError(
			`${name} ${orderId} is not a porting order${parent.parentId ? ': use the order it belongs to' : ''}.`,
		);
	checkAllowed(operation, action, parent);
	checkFields(world, operation, body, action, parent);
	const rule = portUpdateRule(action);
	const child = world.sip.orders.create({
		type: 'portUpdate',
		status: rule.childStatus,
		description: `${action} of ${parent.id}`,
		action,
		parentId: parent.id,
		country: parent.country,
		...(parent.serviceProfile && { serviceProfile: parent.serviceProfile }),
		...(parent.customerReference && { customerReference: parent.customerReference }),
		...(body.portDate !== undefined && { portDate: body.portDate }),
		...(parent.ranges && { ranges: parent.ranges }),
		trackingId,
	});
	pauseSteps(parent);
	child.cancelStep = world.clock.after(world.settings.orderDelayMs, () => {
		answer(world, child, parent, action, body);
		resumeSteps(world, parent);
	});
	return child;
}

/** Colt's answer: rejected when a failure is planned, or when the parent has moved on meanwhile. */
function answer(world: World, child: OrderEntry, parent: OrderEntry, action: PortAction, body: Body): void {
	const starts = (parent.ranges ?? []).map(({ start }) => start);
	const failure = world.takeFailure('portUpdate', starts);
	const late = portUpdateProblem(action, { family: parent.type, country: parent.country, status: parent.status });
	if (failure || late) {
		const { code, text } = failure ?? { code: 'SIM02', text: `The order is ${parent.status} meanwhile.` };
		world.sip.orders.change(child, { status: 'Rejected', description: text, reason: { code, text } });
		return;
	}
	world.sip.orders.change(child, { status: 'Accepted', description: 'Accepted' });
	takeOver(world, parent, action, body);
	const status = acceptedStatus(action, parent.country);
	if (status) enterStatus(world, parent, status, action === 'rejectPortOut' ? { description: body.reason?.text } : {});
	else if (action === 'schedulePort') enterStatus(world, parent, parent.status);
}

/** What an accepted update changes of its parent besides the status. */
function takeOver(world: World, parent: OrderEntry, action: PortAction, body: Body): void {
	if (action === 'acceptPortOut' && parent.country === 'NL' && body.portDate)
		world.sip.orders.change(parent, { firstPossibleDate: body.portDate });
	else if (body.portDate && action !== 'sendNote') world.sip.orders.change(parent, { portDate: body.portDate });
	if (body.portWindow && action !== 'sendNote') world.sip.orders.change(parent, { portWindow: body.portWindow });
	if (action === 'rejectPortOut' && body.reason) world.sip.orders.change(parent, { reason: body.reason });
	if (action === 'schedulePort' && parent.port) parent.port.scheduled = true;
	if (action === 'modify' && body.ranges)
		world.sip.orders.change(parent, { ranges: body.ranges.map(({ start, end }) => ({ start, end })) });
}

function checkAllowed(operation: Operation, action: PortAction, parent: OrderEntry): void {
	const problem = portUpdateProblem(action, { family: parent.type, country: parent.country, status: parent.status });
	if (!problem) return;
	const { countries, from } = portUpdateRule(action);
	const why = {
		family: `is not possible for a ${parent.type} order`,
		country: `is not possible in ${parent.country}, only in ${countries.join(', ')}`,
		status: `is not possible in orderStatus ${parent.status}${from ? `, only in ${from.join(', ')}` : ''}`,
	}[problem];
	throw ruleError(`${wireName(operation, 'body', 'action')} ${action} ${why}.`);
}

function checkFields(world: World, operation: Operation, body: Body, action: PortAction, parent: OrderEntry): void {
	const field = (path: string): string => wireName(operation, 'body', path);
	const now = world.clock.now();
	if ((action === 'changeDate' || action === 'schedulePort') && !body.portDate) throw missing(field('portDate'));
	if (action === 'sendNote' && !body.notes) throw missing(field('notes'));
	if (action === 'rejectPortOut' && !body.reason?.text) throw missing(field('reason'));
	if (body.portDate) checkDate(operation, body.portDate, now);
	if (action === 'changeDate') checkDeadline(operation, 'dateChange', action, parent, now);
	if (action === 'cancel') checkDeadline(operation, 'cancellation', action, parent, now);
	const { firstPossibleDate } = parent;
	if (action === 'schedulePort' && body.portDate && firstPossibleDate) {
		const last = deadlineOf('portInitiation', 'NL');
		const end = last ? dayOf(endOf(last, dayStart(firstPossibleDate))) : body.portDate;
		if (body.portDate < firstPossibleDate || body.portDate > end) {
			throw ruleError(
				`${field('portDate')} ${body.portDate} is not between the First Possible Date ${firstPossibleDate} and ${end}.`,
			);
		}
	}
	if (action === 'acceptPortOut' && parent.country === 'NL' && body.portDate)
		checkFirstPossibleDate(operation, body.portDate, now);
}

/** After the firm order commitment an update must come so many working days before the agreed date (001). */
function checkDeadline(
	operation: Operation,
	situation: 'dateChange' | 'cancellation',
	action: PortAction,
	parent: OrderEntry,
	now: number,
): void {
	const deadline = deadlineOf(situation, parent.country);
	if (!deadline || !parent.portDate || !sameStatus(parent.status, 'Firm order commitment')) return;
	const last = dayOf(addWorkingDays(dayStart(parent.portDate), -deadline.amount, 'UTC', parent.country));
	if (dayOf(now) > last) {
		throw ruleError(
			`${wireName(operation, 'body', 'action')} ${action} is possible at the latest ${deadline.amount} working ` +
				`days before the port date ${parent.portDate}: until ${last}.`,
		);
	}
}
