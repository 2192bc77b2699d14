import type { Operation } from '../../nodes/shared/contract/table';
import type { LogicalBody } from '../../nodes/shared/contract/logicalTypes';
import { LOCK_COUNTRIES } from '../../nodes/shared/lifecycle/countries';
import { deadlineOf, endOf } from '../../nodes/shared/lifecycle/deadlines';
import { missing, ruleError } from '../apiError';
import { wireName } from '../naming';
import type { Handler } from '../operation';
import { DONE } from '../orderStore';
import { resellerOf } from '../checkOrder';
import { addFreeNumbers } from '../seed';
import { checkSearch, freeNumbers, summaryOf } from './freeNumbers';

/** GET /v1/freeNumberCount: single numbers, those of ranges counted one by one */
export const countFreeNumbers: Handler<'countFreeNumbers'> = (request) => {
	checkSearch(request);
	const { world, operation, query } = request;
	if (!query.lac) throw missing(wireName(operation, 'query', 'lac'));
	return {
		body: { count: freeNumbers(world, world.sip, query).reduce((sum, { rangeSize = 1 }) => sum + rangeSize, 0) },
	};
};

function placeOf(world: Parameters<typeof resellerOf>[0], operation: Operation, body: LogicalBody<'lockFreeNumbers'>) {
	if (!body.relatedParty) throw missing(wireName(operation, 'body', 'relatedParty'));
	const reseller = resellerOf(world, operation, body);
	if (!body.lac) throw missing(wireName(operation, 'body', 'lac'));
	return { reseller, lac: body.lac };
}

/** POST /v1/lockFreeNumbers: for 10 minutes (000) */
export const lockFreeNumbers: Handler<'lockFreeNumbers'> = ({ world, operation, body }) => {
	const { reseller, lac } = placeOf(world, operation, body);
	const { country } = reseller;
	if (!LOCK_COUNTRIES.includes(country))
		throw ruleError(`${wireName(operation, 'body', 'relatedParty.reseller.country')} ${country} has no locks.`);
	const found = freeNumbers(world, world.sip, { ...body, country }).slice(0, body.quantity ?? undefined);
	if (found.length === 0)
		throw ruleError(`${wireName(operation, 'body', 'lac')} ${lac} has no free numbers in ${country}.`);
	const deadline = deadlineOf('lock', country);
	const until = deadline ? endOf(deadline, world.clock.now()) : world.clock.now();
	const id = world.nextId();
	for (const entry of found) entry.lock = { id, until };
	return { body: { lockId: id, expiresAt: new Date(until).toISOString(), numbers: found.map(summaryOf) } };
};

/** POST /v1/freeNumberBackfill/order */
export const requestBackfill: Handler<'requestBackfill'> = ({ world, operation, body, trackingId }) => {
	const { reseller, lac } = placeOf(world, operation, body);
	const order = world.sip.orders.create({
		type: 'backfill',
		status: 'In progress',
		description: 'Request is being processed.',
		...reseller,
		trackingId,
	});
	order.cancelStep = world.clock.after(world.settings.orderDelayMs, () => {
		const failure = world.takeFailure('backfill', []);
		const made = failure
			? []
			: addFreeNumbers(
					world.sip.numbers,
					reseller.country,
					body.rangeSize ?? 1,
					body.quantity ?? 10,
					world.clock.iso(),
					lac,
				);
		const { code, text } = failure ?? {
			code: 'SIM03',
			text: `There is no block for the area code ${lac} in ${reseller.country}.`,
		};
		if (made.length > 0) world.sip.orders.change(order, { status: 'Completed', description: DONE });
		else world.sip.orders.change(order, { status: 'Failed with error', description: text, reason: { code, text } });
	});
	return { body: { order: { id: order.id } } };
};

/** POST /v1/cancelFreeNumberBackfill/order: only while not yet fulfilled (000) */
export const cancelBackfill: Handler<'cancelBackfill'> = ({ world, operation, body, trackingId }) => {
	const name = wireName(operation, 'body', 'orderId');
	if (!body.orderId) throw missing(name);
	const backfill = world.sip.orders.get(body.orderId.trim());
	if (backfill?.type !== 'backfill') throw ruleError(`${name} ${body.orderId} is not a backfill order.`);
	if (backfill.status !== 'In progress')
		throw ruleError(
			`${name} ${body.orderId} has orderStatus ${backfill.status}: only an unfulfilled request can be cancelled.`,
		);
	backfill.cancelStep?.();
	delete backfill.cancelStep;
	const order = world.sip.orders.create({
		type: 'backfillCancellation',
		status: 'In progress',
		description: 'Request is being processed.',
		country: backfill.country,
		parentId: backfill.id,
		trackingId,
	});
	order.cancelStep = world.clock.after(world.settings.orderDelayMs, () => {
		world.sip.orders.change(backfill, { status: 'Cancelled', description: 'Cancelled' });
		world.sip.orders.change(order, { status: 'Completed', description: DONE });
	});
	return { body: { order: { id: order.id } } };
};
