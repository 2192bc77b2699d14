import { sameStatus } from '../../nodes/shared/lifecycle/orderStatus';
import { deadlineOf, endOf } from '../../nodes/shared/lifecycle/deadlines';
import type { NextStep, OrderEntry } from '../model';
import { completeOrder } from '../numberOrder';
import type { World } from '../world';
import { activateNumbers, allocateNumbers, freeNumbersOfPort, completePortOut, startLeaving } from './portNumbers';

/** One status of a port: what it does to the numbers, and what follows. */
interface State {
	/** Effect on the numbers, on entering. */
	effect?: (world: World, order: OrderEntry) => void;
	/** The next status, and when; undefined: nothing follows automatically. */
	next?: (world: World, order: OrderEntry) => NextStep | undefined;
	/** A deadline that also applies when the status was set through the control API. */
	deadline?: (world: World, order: OrderEntry) => NextStep | undefined;
}

const DAY_MS = 86_400_000;

/** Start of a calendar day, UTC. */
export const dayStart = (date: string): number => Date.parse(`${date}T00:00:00Z`);
/** Calendar day of a moment, UTC. */
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

const step = (world: World): number => world.clock.now() + world.settings.portStepMs;
const after =
	(status: string) =>
	(world: World): NextStep => ({ status, at: step(world) });

/** The planned outcome, if it is this one. */
const planned = (world: World, order: OrderEntry, outcome: string, status: string): NextStep | undefined =>
	order.port?.plan?.outcome === outcome ? { status, at: step(world), reason: true } : undefined;

/** The port date, never before the next step. */
const onPortDate = (world: World, order: OrderEntry): number =>
	Math.max(step(world), order.portDate ? dayStart(order.portDate) : 0);

function expiry(situation: 'portInFeedback' | 'portInitiation', from: number, order: OrderEntry): NextStep | undefined {
	const deadline = deadlineOf(situation, order.country);
	return (
		deadline && {
			status: 'Expired',
			at: endOf(deadline, from),
			description: `The order expired: ${deadline.amount} ${deadline.unit} after ${deadline.from}.`,
		}
	);
}

/** An 088 activation that the registry accepts has its numbers allocated first, active then (000). */
function afterLocalDb(world: World, order: OrderEntry): NextStep {
	const { port } = order;
	if (!port?.activation) return { status: 'Firm order commitment', at: step(world) };
	if (port.accepted) return { status: 'Completed', at: step(world) };
	return { status: order.status, at: step(world), accepted: true };
}

/**
 * A First Possible Date for each range, and the overall one of the order (000: "an overall FPD will be returned for
 * order with multiple ranges and different FPD"). Here each range is possible a day after the one before it.
 */
function possibleDates(order: OrderEntry, first: string): Pick<OrderEntry, 'firstPossibleDate' | 'ranges'> {
	const ranges = (order.ranges ?? []).map((range, index) => ({
		...range,
		firstPossibleDate: dayOf(dayStart(first) + index * DAY_MS),
	}));
	return { firstPossibleDate: ranges.at(-1)?.firstPossibleDate ?? first, ranges };
}

const gone: State = { effect: freeNumbersOfPort };

const portIn: Readonly<Record<string, State>> = {
	'in progress': { next: after('Submitted to Local DB') },
	'validation in progress': {
		next: (world, order) =>
			planned(world, order, 'reject', 'Rejected') ?? { status: 'Submitted to operator', at: step(world) },
	},
	'submitted to operator': {
		next: (world, order) =>
			(order.country === 'NL'
				? planned(world, order, 'reject', 'Rejected')
				: planned(world, order, 'feedback', 'Customer feedback awaited')) ?? {
				status: 'Firm order commitment',
				at: step(world),
			},
	},
	'submitted to local db': {
		effect: (world, order) =>
			allocateNumbers(world, order, order.port?.accepted ? 'PortIn_Allocated' : 'Port In Reserved'),
		next: (world, order) => planned(world, order, 'reject', 'Rejected') ?? afterLocalDb(world, order),
	},
	'customer feedback awaited': {
		deadline: (world, order) => (order.port?.answered ? undefined : expiry('portInFeedback', world.clock.now(), order)),
	},
	'firm order commitment': {
		effect: (world, order) => {
			const agreed = order.portDate ?? dayOf(step(world));
			world.sip.orders.change(
				order,
				order.country === 'NL' ? possibleDates(order, order.firstPossibleDate ?? agreed) : { portDate: agreed },
			);
			allocateNumbers(world, order, 'PortIn_Allocated');
		},
		next: (world, order) => {
			if (order.country === 'NL')
				return {
					status: 'Ready for porting Initiation',
					at: Math.max(step(world), dayStart(order.firstPossibleDate ?? '')),
				};
			const delayed = planned(world, order, 'delay', 'Delayed');
			return { ...(delayed ?? { status: 'Porting initiated' }), at: onPortDate(world, order) };
		},
	},
	'ready for porting initiation': {
		next: (world, order) => (order.port?.scheduled ? { status: 'Completed', at: onPortDate(world, order) } : undefined),
		deadline: (world, order) =>
			expiry('portInitiation', dayStart(order.firstPossibleDate ?? dayOf(world.clock.now())), order),
	},
	delayed: { next: after('Porting initiated') },
	'porting initiated': {
		next: (world, order) =>
			planned(world, order, 'fail', 'Porting failed') ??
			planned(world, order, 'completionDelay', 'Porting Completion Delayed') ?? {
				status: 'Completed',
				at: step(world),
			},
	},
	'porting completion delayed': { next: after('Completed') },
	completed: { effect: activateNumbers },
	expired: gone,
	cancelled: gone,
	rejected: gone,
	'porting failed': gone,
};

const portOut: Readonly<Record<string, State>> = {
	'customer feedback awaited': {
		effect: startLeaving,
		deadline: (world, order) => {
			const deadline = deadlineOf('portOutFeedback', order.country);
			const status = order.country === 'NL' ? 'Firm Order Commitment' : 'Confirmed';
			return (
				deadline && {
					status,
					at: endOf(deadline, world.clock.now(), 'UTC', order.country),
					description: 'Accepted automatically.',
				}
			);
		},
	},
	confirmed: {
		effect: startLeaving,
		next: (world, order) => ({ status: 'Port Out initiated', at: onPortDate(world, order) }),
	},
	'firm order commitment': {
		effect: (world, order) => {
			// Accepted without a date: the next business day (001).
			const next = dayOf(endOf({ amount: 1, unit: 'working days' }, world.clock.now(), 'UTC', 'NL'));
			world.sip.orders.change(order, { firstPossibleDate: order.firstPossibleDate ?? next });
		},
		next: (world, order) => ({
			status: 'Ready for porting initiation',
			at: Math.max(step(world), dayStart(order.firstPossibleDate ?? '')),
		}),
	},
	'ready for porting initiation': {
		next: (world, order) =>
			order.port?.plan?.outcome === 'expire' ? undefined : { status: 'Port initiated', at: step(world) },
		deadline: (world, order) =>
			expiry('portInitiation', dayStart(order.firstPossibleDate ?? dayOf(world.clock.now())), order),
	},
	'port initiated': { next: after('Completed') },
	'port out initiated': { next: after('Completed') },
	completed: { effect: completePortOut },
	rejected: { effect: freeNumbersOfPort },
	expired: { effect: freeNumbersOfPort },
	cancelled: { effect: freeNumbersOfPort },
};

/**
 * Moves a port to a status, with its effect on the numbers. The next step is scheduled, unless the status is
 * set through the control API: then only the documented deadlines run.
 */
export function enterStatus(
	world: World,
	order: OrderEntry,
	status: string,
	how: { byHand?: boolean; description?: string; reason?: boolean; accepted?: true } = {},
): void {
	order.cancelStep?.();
	delete order.cancelStep;
	delete order.port?.next;
	if (order.port && how.accepted) order.port.accepted = true;
	if (order.port && !sameStatus(order.status, status)) delete order.port.answered;
	const state = (order.type === 'portOut' ? portOut : portIn)[status.toLowerCase()];
	const { plan } = order.port ?? {};
	const reason =
		how.reason && plan
			? { reason: { code: plan.code, text: plan.text }, description: plan.text }
			: { description: how.description ?? status };
	world.sip.orders.change(order, { status, ...reason });
	if (how.reason && order.port) delete order.port.plan;
	state?.effect?.(world, order);
	if (sameStatus(status, 'Completed')) completeOrder(world, world.sip, order);
	const follow = [how.byHand ? undefined : state?.next?.(world, order), state?.deadline?.(world, order)].filter(
		(next) => next !== undefined,
	);
	const first = follow.toSorted((a, b) => a.at - b.at)[0];
	if (!first) return;
	if (order.port) order.port.next = first;
	if (!order.port?.openUpdates) schedule(world, order, first);
}

function schedule(world: World, order: OrderEntry, next: NextStep): void {
	order.cancelStep = world.clock.at(next.at, () => enterStatus(world, order, next.status, next));
}

/**
 * A port keeps its status while an update of it waits for Colt's answer (001); an update is also the answer without
 * which Customer feedback awaited would expire (000).
 */
export function pauseSteps(order: OrderEntry): void {
	const { port } = order;
	if (!port) return;
	port.openUpdates = (port.openUpdates ?? 0) + 1;
	order.cancelStep?.();
	delete order.cancelStep;
	if (order.type !== 'portIn' || !sameStatus(order.status, 'Customer feedback awaited')) return;
	port.answered = true;
	delete port.next;
}

/** Goes on after the answer to an update: at once with what fell due meanwhile. */
export function resumeSteps(world: World, order: OrderEntry): void {
	const { port } = order;
	if (!port?.openUpdates) return;
	port.openUpdates -= 1;
	if (port.openUpdates === 0 && port.next && !order.cancelStep) schedule(world, order, port.next);
}
