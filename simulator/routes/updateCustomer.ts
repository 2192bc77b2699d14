import type { Operation } from '../../nodes/shared/contract/table';
import type { LogicalBody } from '../../nodes/shared/contract/logicalTypes';
import { checkDetails } from '../endCustomerRules';
import { missing } from '../apiError';
import type { NumberEntry, OrderEntry } from '../model';
import { wireName } from '../naming';
import { placeNumberOrder } from '../numberOrder';
import type { Handler } from '../operation';
import { knownRanges, resellerOf } from '../checkOrder';
import type { World } from '../world';

type Body = LogicalBody<'updateCustomer'>;
type Details = Pick<NumberEntry, 'endCustomer' | 'emergencyAddress' | 'directoryService'>;

/** Accepts an update of end customer or directory service; also one row of a bulk update. */
export function update(
	world: World,
	operation: Operation,
	body: Body,
	trackingId: string,
	parentId?: string,
): OrderEntry {
	const store = world.sip;
	const reseller = resellerOf(world, operation, body);
	if (!body.action) throw missing(wireName(operation, 'body', 'action'));
	const add = body.action === 'ADD';
	const entries = knownRanges({ world, store, operation, body }, reseller.country);
	const endCustomer = body.relatedParty.endCustomer;
	const ofOrder: Details = {
		endCustomer,
		emergencyAddress: body.emergencyAddress,
		directoryService: body.directoryService,
	};
	const order = placeNumberOrder(world, {
		store,
		operation,
		type: 'updateCustomer',
		event: add ? 'updateCustomerAdd' : 'updateCustomerModify',
		entries,
		reseller,
		trackingId,
		parentId,
		customerReference: endCustomer?.customerReference,
		check: () => {
			for (const range of body.ranges)
				checkDetails(operation, add ? 'updateCustomerAdd' : 'updateCustomerModify', reseller.country, {
					...ofOrder,
					...detailsIn(range),
				});
		},
		complete: (entry) => {
			apply(entry, ofOrder, add);
			apply(entry, body.ranges[entries.indexOf(entry)] ?? {}, add);
		},
	});
	return order;
}

/** POST /v1/updateCustomer/order */
export const updateCustomer: Handler<'updateCustomer'> = ({ world, operation, body, trackingId }) => ({
	body: { order: { id: update(world, operation, body, trackingId).id } },
});

/** The parts of a range's own details that are there (NL, CLI level). */
function detailsIn({ endCustomer, emergencyAddress, directoryService }: Details): Details {
	return {
		...(endCustomer && { endCustomer }),
		...(emergencyAddress && { emergencyAddress }),
		...(directoryService && { directoryService }),
	};
}

/** ADD replaces; MODIFY changes the fields that are given and keeps the others. */
function apply(entry: NumberEntry, details: Details, add: boolean): void {
	for (const [part, value] of Object.entries(detailsIn(details)) as Array<[keyof Details, object]>) {
		Object.assign(entry, { [part]: add ? value : { ...entry[part], ...value } });
	}
}
