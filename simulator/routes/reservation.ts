import { LOCK_COUNTRIES } from '../../nodes/shared/lifecycle/countries';
import { ruleError } from '../apiError';
import type { NumberEntry } from '../model';
import { placeNumberOrder } from '../numberOrder';
import type { Handler, Request } from '../operation';
import { type Reseller, knownRanges, resellerOf } from '../checkOrder';
import { wireName } from '../naming';

/** POST /v1/reservation/order: ranges, or the numbers of a lock */
export const reserveNumbers: Handler<'reserveNumbers'> = (request) => {
	const { world, store, operation, body, trackingId } = request;
	const reseller = resellerOf(world, operation, body);
	const entries = body.lockId ? lockedNumbers(request, reseller) : knownRanges(request, reseller.country);
	const order = placeNumberOrder(world, {
		store,
		operation,
		type: 'reservation',
		event: 'reservation',
		entries,
		reseller,
		trackingId,
		customerReference: body.relatedParty.endCustomer?.customerReference,
	});
	return { body: { order: { id: order.id } } };
};

/** The lock ends with its use: its numbers are the order's now. */
function lockedNumbers({ world, operation, body }: Request<'reserveNumbers'>, { country }: Reseller): NumberEntry[] {
	const name = wireName(operation, 'body', 'lockId');
	if (!LOCK_COUNTRIES.includes(country)) throw ruleError(`${name} is not applicable in ${country}.`);
	if (body.ranges)
		throw ruleError(`Either ${name} or ${wireName(operation, 'body', 'ranges')} is to be passed, not both.`);
	const now = world.clock.now();
	const entries = world.sip.numbers
		.list()
		.filter(({ lock }) => lock !== undefined && lock.id === body.lockId && lock.until > now);
	if (entries.length === 0 || entries.some((entry) => entry.country !== country))
		throw ruleError(`${name} ${body.lockId} is not valid or has expired.`);
	for (const entry of entries) delete entry.lock;
	return entries;
}
