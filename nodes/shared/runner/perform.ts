import type { IDataObject } from 'n8n-workflow';

import type { Answer, ColtClient } from '../client/client';
import { readPages } from '../client/pages';
import { faultProblem } from '../errors/faults';
import { ColtError } from '../errors/problem';
import type { CallOperation, WaitRule } from '../operation/types';
import { placeSafely } from '../placing/placeOrder';
import type { Earlier, Placed } from '../placing/placeOrder';
import { toText } from '../text';
import { journal } from './journal';
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
		const reached = rule.isReached(answer.decoded, params);
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

/** Colt answers an order with its id (documents 003 and 004); without it nothing tells whether there is one. */
const withoutOrderId = (trackingId: string): ColtError =>
	new ColtError(faultProblem('noOrderId', { effect: 'order', trackingId }));

/** What an order that was found instead of answered looks like to the operation. */
const answerOf = ({ order }: Placed): unknown => (order === undefined ? {} : { order: { id: order.id } });

function itemOf(operation: CallOperation, { call }: Prepared, done: Placed): IDataObject {
	const { answer, order, outcome, earlier } = done;
	const found = (): IDataObject => ({
		...operation.toItem(answerOf(done), call.request),
		trackingId: call.trackingId,
		...(order !== undefined && { raw: order.raw as IDataObject }),
	});
	const item = answer === undefined ? found() : toItem(operation, answer, call.request);
	return { ...item, ...(outcome !== undefined && { outcome }), ...(earlier === true && { alreadyPlaced: true }) };
}

/** An order, or another change: made once, whatever happens on the way. */
async function performOnce(client: ColtClient, operation: CallOperation, prepared: Prepared): Promise<IDataObject[]> {
	const { call, identity } = prepared;
	const before = journal.recall(identity);
	if (before !== undefined) return before;
	const isOrder = operation.wire.effect === 'order';
	const leftOpen = journal.leftOpen(identity);
	const earlier: Earlier | undefined = leftOpen === undefined ? prepared.earlier : { ...leftOpen, wasSent: true };
	const done = await placeSafely(client, call, {
		patienceMs: prepared.patienceMs,
		...(earlier !== undefined && { earlier }),
		leftOpen: (since, sought) => journal.leaveOpen(identity, since, sought),
		orderIdOf(answer) {
			const orderId = toText(operation.toItem(answer.decoded, call.request).orderId);
			if (isOrder && orderId === '') throw withoutOrderId(call.trackingId);
			return isOrder ? orderId : undefined;
		},
	});
	const items = [itemOf(operation, prepared, done)];
	journal.remember(identity, items);
	return items;
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
