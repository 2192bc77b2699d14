import { type CountryCode, COUNTRY_CODES, allExcept } from './countries';
import { plainStatus } from './plainStatus';

/** What an order status means to the customer. */
export type StatusGroup = 'in progress' | 'needs action' | 'delayed' | 'succeeded' | 'failed';

/** Which orders a status belongs to: ordinary orders, ports, and the child orders of port updates. */
export type OrderFamily = 'general' | 'portIn' | 'portOut' | 'child';

export interface OrderStatusInfo {
	status: string;
	family: OrderFamily;
	group: StatusGroup;
	isFinal: boolean;
	/** Final, but a rollback that Colt accepts opens the order again. */
	mayReopen?: true;
	countries: readonly CountryCode[];
	source: string;
}

type Row = [
	status: string,
	group: StatusGroup,
	end: 'open' | 'final' | 'may reopen',
	countries: readonly CountryCode[],
	source: string,
];

const all = COUNTRY_CODES;
const notNl = allExcept('NL');
const nl: readonly CountryCode[] = ['NL'];
const confirming: readonly CountryCode[] = ['AT', 'BE', 'CH', 'DE', 'NL'];

const rows: Record<OrderFamily, readonly Row[]> = {
	general: [
		['In progress', 'in progress', 'open', all, '000'],
		['Completed', 'succeeded', 'final', all, '000'],
		['Failed with error', 'failed', 'final', all, '000'],
	],
	portIn: [
		// The activation journey of NL 088 numbers starts as an ordinary order (000).
		['In progress', 'in progress', 'open', nl, '000'],
		['Validation In Progress', 'in progress', 'open', notNl, '000'],
		['Submitted to operator', 'in progress', 'open', all, '000'],
		['Submitted to Local DB', 'in progress', 'open', nl, '000'],
		['Firm order commitment', 'in progress', 'open', all, '000'],
		['Ready for porting Initiation', 'needs action', 'open', nl, '000'],
		['Porting initiated', 'in progress', 'open', notNl, '000'],
		['Customer feedback awaited', 'needs action', 'open', notNl, '000'],
		['Delayed', 'delayed', 'open', notNl, '000'],
		['Porting Completion Delayed', 'delayed', 'open', notNl, '000'],
		['Completed', 'succeeded', 'final', all, '000'],
		// The table says all except NL, its text describes NL's expiry too.
		['Expired', 'failed', 'final', all, '000'],
		['Cancelled', 'failed', 'final', all, '000'],
		['Rejected', 'failed', 'final', all, '000'],
		['Porting failed', 'failed', 'final', notNl, '000'],
	],
	portOut: [
		['Confirmed', 'in progress', 'open', notNl, '001'],
		['Customer feedback awaited', 'needs action', 'open', confirming, '001'],
		['Firm Order Commitment', 'in progress', 'open', nl, '001'],
		['Ready for porting initiation', 'in progress', 'open', nl, '001'],
		['Port initiated', 'in progress', 'open', nl, '001'],
		['Port Out initiated', 'in progress', 'open', notNl, '001'],
		['Rejected', 'failed', 'final', confirming, '001'],
		['Expired', 'failed', 'final', nl, '001'],
		['Cancelled', 'failed', 'final', all, '001'],
		['Completed', 'succeeded', 'may reopen', all, '001'],
	],
	child: [
		['Validation In Progress', 'in progress', 'open', all, '001'],
		['In Progress', 'in progress', 'open', all, '001'],
		['Accepted', 'succeeded', 'final', all, '001'],
		['Rejected', 'failed', 'final', all, '001'],
	],
};

/** Every order status of the documents, in the order in which an order meets them. */
export const ORDER_STATUSES: readonly OrderStatusInfo[] = (
	Object.entries(rows) as Array<[OrderFamily, readonly Row[]]>
).flatMap(([family, list]) =>
	list.map(([status, group, end, countries, source]): OrderStatusInfo => ({
		status,
		family,
		group,
		countries,
		source,
		isFinal: end !== 'open',
		...(end === 'may reopen' && { mayReopen: true as const }),
	})),
);

/** Whether two texts name one status, of an order or of a number. */
export const sameStatus = (a: string, b: string): boolean => a === b || plainStatus(a) === plainStatus(b);

const byPlainName = new Map<string, OrderStatusInfo[]>();
for (const info of ORDER_STATUSES)
	byPlainName.set(plainStatus(info.status), [...(byPlainName.get(plainStatus(info.status)) ?? []), info]);

/** Family of an order from its logical type; types that the documents do not name count as general. */
export function familyOf(type: string | undefined): OrderFamily {
	if (type === 'portIn' || type === 'portOut') return type;
	return type === 'portUpdate' ? 'child' : 'general';
}

/**
 * What a status means. Without a family, or for a status unknown in it, the first family that has the status counts;
 * undefined for a status that no document names.
 */
export function orderStatusInfo(status: string, family?: OrderFamily): OrderStatusInfo | undefined {
	const named = byPlainName.get(plainStatus(status));
	return named?.find((info) => info.family === family) ?? named?.[0];
}

/** Whether an order in this status stays as it is. An unknown status is not final. */
export const isFinal = (status: string, family?: OrderFamily): boolean =>
	orderStatusInfo(status, family)?.isFinal ?? false;

/** Every different status, once, in the first spelling: for menus and filters. */
export const ORDER_STATUS_NAMES: readonly string[] = ORDER_STATUSES.map(({ status }) => status).filter(
	(status, index, list) => list.findIndex((other) => sameStatus(other, status)) === index,
);
