import type { Operation } from '../../nodes/shared/contract/table';
import type { BulkResult, BulkRowResult, OrderType } from '../../nodes/shared/contract/logicalTypes';
import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import { ApiError, missing } from '../apiError';
import type { OrderEntry } from '../model';
import { wireName } from '../naming';
import type { Answer, Handler } from '../operation';
import { DONE } from '../orderStore';
import { placePortIn } from '../porting/portIn';
import type { World } from '../world';
import { activate } from './activation';
import { update } from './updateCustomer';

interface Row {
	relatedParty: { reseller: { country?: string } };
}

interface Bulk<B extends Row> {
	world: World;
	type: OrderType;
	/** The bulk operation, and the single operation whose rules apply to a row. */
	operation: Operation;
	single: Operation | undefined;
	rows: B[] | undefined;
	trackingId: string;
	place: (world: World, operation: Operation, body: B, trackingId: string, parentId: string) => OrderEntry;
}

/**
 * Takes every row for itself: a row that breaks a rule is answered with its error, the others become orders under the
 * bulk order. The bulk order is Completed when all rows have been taken over, Failed with error when none was.
 */
function placeBulk<B extends Row>({
	world,
	type,
	operation,
	single,
	rows,
	trackingId,
	place,
}: Bulk<B>): Answer<BulkResult> {
	if (!single) throw new Error(`${operation.id} has no single operation`);
	const [first] = rows ?? [];
	if (!rows || !first) throw missing(wireName(operation, 'body', 'orders'));
	const bulk = world.sip.orders.create({
		type,
		status: 'In progress',
		description: 'Request is being processed.',
		country: first.relatedParty.reseller.country as CountryCode,
		trackingId,
	});
	const results = rows.map((body, index): BulkRowResult => {
		try {
			return { row: index + 1, order: { id: place(world, single, body, trackingId, bulk.id).id } };
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			return { row: index + 1, error: error.payload() };
		}
	});
	const failed = results.filter(({ error }) => error).length;
	bulk.cancelStep = world.clock.after(world.settings.orderDelayMs, () => {
		const description = failed === 0 ? DONE : `${failed} of ${rows.length} rows failed.`;
		world.sip.orders.change(bulk, { status: failed === rows.length ? 'Failed with error' : 'Completed', description });
	});
	return { body: { order: { id: bulk.id }, results } };
}

/** POST /v1/bulkActivationOrder */
export const bulkActivate: Handler<'bulkActivate'> = ({ world, operation, operations, body, trackingId }) =>
	placeBulk({
		world,
		type: 'bulkActivation',
		operation,
		single: operations['activateNumbers'],
		rows: body.orders,
		trackingId,
		place: activate,
	});

/** POST /v1/bulkPortInOrder */
export const bulkPortIn: Handler<'bulkPortIn'> = ({ world, operation, operations, body, trackingId }) =>
	placeBulk({
		world,
		type: 'bulkPortIn',
		operation,
		single: operations['portIn'],
		rows: body.orders,
		trackingId,
		place: placePortIn,
	});

/** POST /v1/bulkUpdateCustomerDetailsOrder */
export const bulkUpdateCustomer: Handler<'bulkUpdateCustomer'> = ({ world, operation, operations, body, trackingId }) =>
	placeBulk({
		world,
		type: 'bulkUpdateCustomer',
		operation,
		single: operations['updateCustomer'],
		rows: body.orders,
		trackingId,
		place: update,
	});
