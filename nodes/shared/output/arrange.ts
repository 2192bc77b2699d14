import type { IDataObject } from 'n8n-workflow';

/** What an item came to: the first fields of every item that has them. */
const VERDICT = ['outcome', 'reached', 'hint', 'alreadyPlaced', 'portable'];

/** Fields by which an order is recognised. */
export const ORDER_FIRST: readonly string[] = ['orderId', 'status', 'orderType', 'numberRangeStart', 'numberRangeEnd'];

/** Of use when something went wrong, or when the answer itself is in question. */
const LAST = ['trackingId', 'raw'];

/** The item with its fields in the order in which people look for them. */
export function arranged(item: IDataObject, first: readonly string[] = []): IDataObject {
	const lead = [...VERDICT, ...first].filter((name) => Object.hasOwn(item, name) && !LAST.includes(name));
	const last = LAST.filter((name) => Object.hasOwn(item, name));
	const others = Object.keys(item).filter((name) => !lead.includes(name) && !last.includes(name));
	return Object.fromEntries([...lead, ...others, ...last].map((name) => [name, item[name]]));
}
