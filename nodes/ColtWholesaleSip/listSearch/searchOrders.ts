import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { wholesaleSip } from '../../shared/contract/wire.generated';
import type { OrderType } from '../../shared/contract/logicalTypes';
import { isCountryCode } from '../../shared/lifecycle/countryCodes';
import { ORDER_TYPE_NAMES } from '../../shared/lifecycle/orderTypes';
import { PORT_ACTIONS, portUpdateProblem, portUpdateRule } from '../../shared/lifecycle/portUpdates';
import type { PortAction } from '../../shared/lifecycle/portUpdates';
import { readRanges } from '../../shared/orders/ranges';
import { readOrder } from '../../shared/orders/record';
import type { SeenOrder } from '../../shared/orders/record';
import { pick } from '../../shared/pickers/pick';
import type { Entry, PickerCall, PickerPlan } from '../../shared/pickers/pick';
import { dayText, joinWords, rangeText, typedNumber, withPlus } from '../../shared/pickers/words';
import { toText } from '../../shared/text';

const { getNumberOrderHistory, getOrder, listOrders } = wholesaleSip.operations;

/** The orders that an operation can take. */
interface Wanted {
	/** Undefined for every type. */
	types?: readonly OrderType[];
	fits(order: SeenOrder): boolean;
}

const isPortAction = (operation: string): operation is PortAction =>
	(PORT_ACTIONS as readonly string[]).includes(operation);

/** An order of a type or status that is not known may fit: Colt decides. */
export function wantedFor(operation: string): Wanted {
	if (operation === 'cancelBackfill') return { types: ['backfill'], fits: ({ isFinal }) => !isFinal };
	if (!isPortAction(operation)) return { fits: () => true };
	const { family } = portUpdateRule(operation);
	const types: OrderType[] = family === 'both' ? ['portIn', 'portOut'] : [family];
	return {
		types,
		fits({ type, country, status }) {
			if (type === undefined || status === undefined || country === undefined || !isCountryCode(country)) return true;
			return portUpdateProblem(operation, { family: type, country, status }) === undefined;
		},
	};
}

/** "Port In · Customer feedback awaited · +44 20 7946 0950 · Customer · 25 Nov" */
function toEntry(record: unknown, wanted: Wanted): Entry | undefined {
	const order = readOrder(record);
	if (order === undefined) return undefined;
	const { types } = wanted;
	const { id, type, status, customerReference, changed, created } = order;
	if (types !== undefined && type !== undefined && !(types as readonly string[]).includes(type)) return undefined;
	if (!wanted.fits(order)) return undefined;
	const ranges = readRanges((record as { ranges?: unknown }).ranges, order.country);
	const [first] = ranges;
	const date = changed ?? created;
	return {
		name:
			joinWords([
				type !== undefined && type in ORDER_TYPE_NAMES ? ORDER_TYPE_NAMES[type as OrderType] : type,
				status,
				first && rangeText(first) + (ranges.length > 1 ? ` and ${ranges.length - 1} more` : ''),
				customerReference,
				date === undefined ? undefined : dayText(date),
			]) || id,
		value: id,
		words: ranges.map(({ start, end }) => `${withPlus(start)} ${withPlus(end)}`).join(' '),
	};
}

function lookUpsFor(filter: string, type: OrderType | undefined): PickerCall[] {
	const number = typedNumber(filter);
	if (number !== undefined)
		return [{ operation: getNumberOrderHistory, request: { query: { start: number, end: number } } }];
	const byReference = { operation: listOrders, request: { query: { customerReference: filter, type } } };
	const isId = /^[A-Za-z0-9-]{6,36}$/.test(filter) && /\d/.test(filter);
	return isId ? [{ operation: getOrder, request: { path: { orderId: filter } } }, byReference] : [byReference];
}

function planFor(operation: string, filter: string): PickerPlan {
	const wanted = wantedFor(operation);
	const types = wanted.types ?? [undefined];
	return {
		lists: types.map((type) => ({ operation: listOrders, request: { query: { type, sort: '-createdAt' } } })),
		lookUps: types.flatMap((type) => lookUpsFor(filter, type)),
		toEntry: (record) => toEntry(record, wanted),
		unfinished: {
			what: 'orders',
			remedy:
				'Type the whole number with +, the whole order ID or the customer reference: Colt finds these in all orders.',
		},
	};
}

/** The order picker: the account's orders, the newest first, that the operation can take. */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const operation = toText(this.getCurrentNodeParameter('operation'));
	return await pick(this, wholesaleSip, { filter, token }, () => planFor(operation, (filter ?? '').trim()));
}
