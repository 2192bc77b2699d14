import type { IDataObject } from 'n8n-workflow';

import type { Answer, ColtClient } from '../client/client';
import { readPages } from '../client/pages';
import { faultProblem } from '../errors/faults';
import { ColtError } from '../errors/problem';
import type { CallOperation, WaitRule } from '../operation/types';
import { placeOrders } from '../placing/placeOrders';
import type { Shipment } from '../placing/shipment';
import { toText } from '../text';
import type { Prepared } from './prepare';

const FIRST_PAUSE_MS = 1_000;
const PAUSE_GROWTH = 1.5;
const LONGEST_PAUSE_MS = 60_000;

async function performList(
	client: ColtClient,
	operation: CallOperation,
	{ call, limit }: Prepared,
): Promise<IDataObject[]> {
	const { request, trackingId } = call;
	const { records, status } = await readPages(client, call, limit);
	if (records.length === 0 && operation.emptyListProblem !== undefined) {
		throw new ColtError({
			kind: 'api',
			outcome: 'refused',
			trackingId,
			httpStatus: status,
			...operation.emptyListProblem(request),
		});
	}
	return records.map(({ decoded, raw }) => ({
		...operation.toItem(decoded, request),
		trackingId,
		raw: raw as IDataObject,
	}));
}

async function performWait(
	client: ColtClient,
	operation: CallOperation,
	rule: WaitRule,
	{ call, params }: Prepared,
): Promise<IDataObject[]> {
	const until = Date.now() + rule.limitMs(params);
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * PAUSE_GROWTH, LONGEST_PAUSE_MS)) {
		const answer = await client.call(call);
		const left = until - Date.now();
		const reached = rule.isReached(answer.decoded, params, answer.raw);
		if (reached || left <= 0)
			return [{ ...toItem(operation, answer, call.request), ...rule.verdict(answer.decoded, reached, params) }];
		await client.pause(Math.min(pause, left));
	}
}

const toItem = (operation: CallOperation, answer: Answer, request: Prepared['call']['request']): IDataObject => ({
	...operation.toItem(answer.decoded, request),
	trackingId: answer.trackingId,
	raw: answer.raw as IDataObject,
});

/** Colt answers an order with its id (documents 003 and 004). Without it, it is unknown whether there is an order. */
const withoutOrderId = (trackingId: string): ColtError =>
	new ColtError(faultProblem('noOrderId', { effect: 'order', trackingId }));

/** The order of one item as what is sent to Colt: it travels alone, and is looked for at its numbers. */
function shipmentOf(client: ColtClient, operation: CallOperation, { call }: Prepared): Shipment {
	const { recovery: rule } = operation;
	if (rule === undefined) throw new Error(`${operation.value} has no rule for what to do when its answer is lost`);
	const isOrder = operation.wire.effect === 'order';
	return {
		rule,
		lookIn: 'number',
		trackingId: call.trackingId,
		async send(_, beforeSend) {
			const answer = await client.call({ ...call, beforeSend });
			const item = toItem(operation, answer, call.request);
			const orderId = toText(item.orderId);
			if (isOrder && orderId === '') throw withoutOrderId(call.trackingId);
			return [{ item, orderIds: isOrder ? [orderId] : [] }];
		},
		itemOf: (_, found) => ({
			...operation.toItem(found === undefined ? {} : { order: { id: found.id } }, call.request),
			trackingId: call.trackingId,
			...(found !== undefined && { raw: found.raw as IDataObject }),
		}),
	};
}

/** An order, or another change: made once, whatever happens on the way. */
async function performOnce(client: ColtClient, operation: CallOperation, prepared: Prepared): Promise<IDataObject[]> {
	const [result] = await placeOrders(client, shipmentOf(client, operation, prepared), [{ itemIndex: 0, prepared }]);
	const settled = result?.[1];
	if (settled !== undefined && 'items' in settled) return settled.items;
	if (settled !== undefined && 'problem' in settled) throw new ColtError(settled.problem);
	throw new Error('An order has no result');
}

/**
 * Makes the call of one item and reads its answer into output objects: one for an order or a record, one per record
 * for a list. An order placed by an earlier try of the same item is given back.
 * @throws ColtError
 */
export async function perform(
	client: ColtClient,
	operation: CallOperation,
	prepared: Prepared,
): Promise<IDataObject[]> {
	if (operation.isList === true) return await performList(client, operation, prepared);
	if (operation.wait !== undefined) return await performWait(client, operation, operation.wait, prepared);
	if (operation.wire.effect !== 'read') return await performOnce(client, operation, prepared);
	return [toItem(operation, await client.call(prepared.call), prepared.call.request)];
}
