import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { ColtError } from '../../../shared/errors/problem';
import { orderIdField, readOrderId } from '../../../shared/fields/orderIdField';
import { isFinal, ORDER_STATUS_NAMES, sameStatus } from '../../../shared/lifecycle/orderStatus';
import { orderItem } from '../../../shared/operation/records';
import { portReasonOf } from '../../../shared/orders/portReason';
import { ORDER_FIRST } from '../../../shared/output/arrange';
import { readOrder } from '../../../shared/orders/record';
import type { CallOperation, Field, Params } from '../../../shared/operation/types';

const MINUTE_MS = 60_000;

const statusesField: Field = {
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	options: ORDER_STATUS_NAMES.map((value) => ({ name: value, value })),
	default: [],
	description:
		'Any of these ends the wait. Left empty, any final status does. A final status ends the wait in any case.',
};

const limitField: Field = {
	displayName: 'Wait at Most (Minutes)',
	name: 'waitMinutes',
	type: 'number',
	typeOptions: { minValue: 0.1 },
	default: 10,
	description:
		'After this time the order is returned in its current status. Ports take days: use the trigger for them.',
};

/** The order's status; its id is known from the request. */
const statusOf = (record: unknown): string => readOrder({ ...(record as object | null), id: 'any' })?.status ?? '';

/** An order without a status that can be read never gets there: to wait for it would only use up the time. */
function refuseWithoutStatus(record: unknown, raw: unknown): void {
	if (statusOf(record) !== '') return;
	const names = Object.keys(raw ?? {}).slice(0, 20);
	throw new ColtError({
		kind: 'api',
		message:
			"The order cannot be waited for: Colt's answer has no status that this node can read. It has: { " +
			`${names.join(', ')} }`,
		remedy:
			"Compare the names with the API contract of this package: Colt's API may have changed. The order itself " +
			'is not affected.',
		outcome: 'refused',
	});
}

/** What the reason of a port that was rejected means, if it is known. */
function reasonHint(record: unknown): { hint?: string } {
	const reason = portReasonOf((record ?? {}) as Record<string, unknown>);
	return reason === undefined ? {} : { hint: `${reason.meaning}. ${reason.whatToDo}` };
}

const isWanted = (record: unknown, params: Params): boolean => {
	const status = statusOf(record);
	const statuses = params.statuses as string[];
	return statuses.length === 0 ? isFinal(status) : statuses.some((one) => sameStatus(one, status));
};

/** GET /v1/order/{orderId} until the order has got there */
export const waitForStatus: CallOperation = {
	value: 'waitForStatus',
	name: 'Wait for Status',
	action: 'Wait for order status',
	description: 'Poll an order at increasing intervals until it has one of the statuses or is finished',
	wire: wholesaleSip.operations.getOrder,
	fields: [orderIdField, statusesField, limitField],
	toRequest(params) {
		const orderId = readOrderId(params);
		return { path: { orderId }, echo: { orderId } };
	},
	first: ORDER_FIRST,
	toItem: (record, request) => ({ ...request.echo, ...orderItem(record) }),
	wait: {
		limitMs: ({ waitMinutes }) => (waitMinutes as number) * MINUTE_MS,
		isReached(record, params, raw) {
			refuseWithoutStatus(record, raw);
			return isWanted(record, params) || isFinal(statusOf(record));
		},
		verdict: (record, _, params) => {
			const reached = isWanted(record, params);
			const final = isFinal(statusOf(record));
			return {
				reached,
				outcome: reached ? 'reached' : final ? 'finishedOtherwise' : 'stillOpen',
				...(!reached && final && reasonHint(record)),
				...(!reached &&
					!final && {
						hint: 'The order is still open and may yet get there. Wait again, or follow it with the trigger.',
					}),
			};
		},
	},
};
