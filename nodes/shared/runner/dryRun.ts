import type { IDataObject } from 'n8n-workflow';

import type { Call, ColtClient } from '../client/client';
import { readPages } from '../client/pages';
import { newTrackingId } from '../client/trackingId';
import { wholesaleSip } from '../contract/wire.generated';
import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';
import type { CallOperation } from '../operation/types';
import { numberItem } from '../operation/records';
import { DRY_RUN } from '../output/shape';
import { simplified } from '../output/simplify';
import type { OrderRow } from '../placing/shipment';
import type { Prepared } from './prepare';

interface OrderedBody {
	ranges?: Array<{ start: string; end: string }>;
	productOffering?: unknown;
	relatedParty?: { reseller?: unknown };
}

/** What Colt says about the numbers of a port-in; asking changes nothing. */
async function portabilityOf(client: ColtClient, { request }: Call): Promise<IDataObject> {
	const { ranges = [], productOffering, relatedParty } = (request.body ?? {}) as OrderedBody;
	const body = {
		ranges: ranges.map(({ start, end }) => ({ start, end })),
		productOffering,
		relatedParty: { reseller: relatedParty?.reseller },
	};
	const check: Call = {
		operation: wholesaleSip.operations.checkPortability,
		request: { body, ...(request.echo !== undefined && { echo: request.echo }) },
		trackingId: newTrackingId(),
	};
	const found = await readPages(client, check, Number.POSITIVE_INFINITY).catch(toProblem);
	if ('kind' in found) {
		if (found.kind === 'cancelled') throw new ColtError(found);
		return { portabilityError: found.message };
	}
	const portability = found.records.map(({ decoded }) => simplified(numberItem(decoded)));
	const isPortable = portability.length > 0 && portability.every(({ portable }) => portable === true);
	return { portable: isPortable, portability };
}

const verdict = (unsent: string | undefined): IDataObject => ({
	outcome: DRY_RUN,
	hint: `Nothing was sent: ${unsent ?? 'this is a dry run'}`,
});

const checksOf = async (client: ColtClient, operation: CallOperation, call: Call): Promise<IDataObject> =>
	operation.checksPortability === true ? await portabilityOf(client, call) : {};

/** What would be sent for one item; what writes is not sent. */
export async function dryRun(
	client: ColtClient,
	operation: CallOperation,
	{ call, unsent }: Prepared,
): Promise<IDataObject[]> {
	const checks = await checksOf(client, operation, call);
	return [{ ...verdict(unsent), ...checks, ...call.request.echo, request: client.preview(call) }];
}

/** Which bulk order and row an item would be, and with the first row of each the request. */
export async function dryRunRow(
	client: ColtClient,
	operation: CallOperation,
	[part, order, orders]: [part: readonly OrderRow[], order: number, orders: number],
	row: number,
): Promise<IDataObject[]> {
	const { call, unsent } = (part[row] as OrderRow & { prepared: Prepared }).prepared;
	const place = { bulkOrder: order + 1, bulkOrders: orders, bulkRow: row + 1, rowsInOrder: part.length };
	const checks = await checksOf(client, operation, call);
	const bodies = part.map(({ prepared }) => prepared.call.request.body ?? {});
	const whole: Call = {
		operation: operation.wire,
		request: operation.bulk?.join(bodies) ?? {},
		trackingId: call.trackingId,
		...(call.extraQuery !== undefined && { extraQuery: call.extraQuery }),
		rowPatches: part.map(({ prepared }) => prepared.call.bodyPatch),
	};
	const request = row === 0 ? { request: client.preview(whole) } : {};
	return [{ ...verdict(unsent), ...checks, ...call.request.echo, ...place, ...request }];
}
