import type { LogicalBody } from '../../nodes/shared/contract/logicalTypes';
import type { Operation } from '../../nodes/shared/contract/table';
import { DE_LARGEST_UNAPPROVED_BLOCK } from '../../nodes/shared/lifecycle/countries';
import { checkDetails, isGiven } from '../endCustomerRules';
import { missing, ruleError } from '../apiError';
import { type NumberEntry, type OrderEntry, sizeOf } from '../model';
import { wireName } from '../naming';
import { placeNumberOrder } from '../numberOrder';
import type { Handler } from '../operation';
import { rioCodeOf } from '../rioCode';
import { knownRanges, resellerOf } from '../checkOrder';
import type { World } from '../world';

type Body = LogicalBody<'activateNumbers'>;

/** Accepts an activation; also one row of a bulk activation. */
export function activate(
	world: World,
	operation: Operation,
	body: Body,
	trackingId: string,
	parentId?: string,
): OrderEntry {
	const store = world.sip;
	const reseller = resellerOf(world, operation, body);
	const entries = knownRanges({ world, store, operation, body }, reseller.country);
	const endCustomer = body.relatedParty.endCustomer;
	return placeNumberOrder(world, {
		store,
		operation,
		type: 'activation',
		event: 'activation',
		entries,
		reseller,
		trackingId,
		parentId,
		customerReference: endCustomer?.customerReference,
		check: () => {
			// Premium customers may activate first and add the end customer later (000, "variance applicable for Premium
			// offer").
			if (!world.settings.premium || isGiven(endCustomer)) {
				for (const range of body.ranges)
					checkDetails(operation, 'activation', reseller.country, { ...body, endCustomer, ...given(range) });
			}
			checkFrance(operation, body, entries);
			checkGermany(operation, body, entries);
		},
		complete: (entry) => {
			const range = body.ranges[entries.indexOf(entry)];
			const { emergencyAddress, directoryService } = body;
			Object.assign(entry, given({ endCustomer, emergencyAddress, directoryService }), given(range ?? {}));
			if (entry.country === 'FR') entry.rioCode = rioCodeOf(entry.start);
		},
	});
}

/** POST /v1/activation/order */
export const activateNumbers: Handler<'activateNumbers'> = ({ world, operation, body, trackingId }) => ({
	body: { order: { id: activate(world, operation, body, trackingId).id } },
});

/** The parts of the end customer that are there. */
function given({
	endCustomer,
	emergencyAddress,
	directoryService,
}: Partial<Pick<NumberEntry, 'endCustomer' | 'emergencyAddress' | 'directoryService'>>): object {
	return {
		...(endCustomer && { endCustomer }),
		...(emergencyAddress && { emergencyAddress }),
		...(directoryService && { directoryService }),
	};
}

/** Colt's numbers in France need a tri-partite agreement with every new activation; the customer's own do not (000). */
function checkFrance(operation: Operation, { documents }: Body, entries: readonly NumberEntry[]): void {
	if (!entries.some(({ country, own }) => country === 'FR' && !own)) return;
	if (!documents?.some(({ type, fileContent }) => type === 'triPartiteAgreement' && fileContent))
		throw missing(`${wireName(operation, 'body', 'documents')} (tri-partite agreement)`);
}

/** German blocks above 100 need the regulator's approval first (000). */
function checkGermany(operation: Operation, body: Body, entries: readonly NumberEntry[]): void {
	const tooLarge = entries.find((entry) => entry.country === 'DE' && sizeOf(entry) > DE_LARGEST_UNAPPROVED_BLOCK);
	if (tooLarge && !body.regulatorApproval) {
		throw ruleError(
			`${wireName(operation, 'body', 'ranges.start')} ${tooLarge.start}: a block above ` +
				`${DE_LARGEST_UNAPPROVED_BLOCK} numbers needs ${wireName(operation, 'body', 'regulatorApproval')}.`,
		);
	}
}
