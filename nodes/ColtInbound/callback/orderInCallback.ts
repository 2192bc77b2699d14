import { decode } from '../../shared/contract/decode';
import { inbound } from '../../shared/contract/wire.generated';
import { plainName } from './fieldNames';

export type Dictionary = Record<string, unknown>;

export const isDictionary = (value: unknown): value is Dictionary =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of one says the same as its only entry. */
export const single = (value: unknown): unknown =>
	Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value;

/** What Colt leaves out and what it gives as null says the same: nothing. */
export const withoutNulls = (decoded: object): Dictionary =>
	Object.fromEntries(Object.entries(decoded).filter(([, value]) => value !== null));

/** A part of the callback, with its parents, the innermost first. */
interface Part {
	name: string;
	value: Dictionary;
	parents: readonly Dictionary[];
}

/** How sure it is that a part's ID is the order's; smaller is surer. */
const BY_ORDER_ID = 0;
const NAMED_ORDER = 1;
const RELATED_ORDER = 2;
const WITH_STATUS = 3;
const CONTENT = 4;
const ENVELOPE = 5;

interface Candidate {
	rank: number;
	id: unknown;
	order: Dictionary;
	parents: readonly Dictionary[];
}

/** Another order than the one the callback is about. */
const OTHER_ORDER = /parent|child|sub|previous|original|purchase|customer|client|external/;
const ORDER_ID = /order(id|number|no|ref|reference|identifier)$/;
const ORDER = /orders?$/;
const OWN_ORDER = /^(product|service|number)?orders?$/;
/** What has an ID and a status of its own, and is not the order. */
const OTHER_THING =
	/customer|party|account|user|contact|reseller|address|site|parent|previous|original|product|profile|link|number$/;
/** Where notifications keep what they are about. */
const CONTENT_NAME = /^(event|content|data|payload|body|notification|message|resource|object|entity|details?)$/;
/** What distinguishes a notification from a bare order. */
const NOTIFICATION_NAME = /^(event|notification|timeoccurred|timestamp)/;
/** IDs that are never an order's. */
const OTHER_ID = /tracking|correlation|trace|request/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Every object in the callback, the outer ones first. */
function partsOf(root: Dictionary): Part[] {
	const parts: Part[] = [{ name: '', value: root, parents: [] }];
	for (const { value, parents } of parts) {
		for (const [name, member] of Object.entries(value)) {
			const inner = single(member);
			if (isDictionary(inner)) parts.push({ name: plainName(name), value: inner, parents: [value, ...parents] });
		}
	}
	return parts;
}

const asOrder = (part: Dictionary): Dictionary =>
	withoutNulls(decode(inbound.operations.getOrder.response, part) as object);

const isOther = (name: string): boolean => OTHER_ORDER.test(name) || (!ORDER.test(name) && OTHER_THING.test(name));

/** The member that names the order by its ID, such as `orderId`, or `order` if that is the ID itself. */
function orderIdIn(part: Dictionary): unknown {
	const isOrderId = ([name, value]: [string, unknown]): boolean => {
		const plain = plainName(name);
		if (OTHER_ORDER.test(plain) || (typeof value !== 'string' && typeof value !== 'number')) return false;
		return ORDER_ID.test(plain) || (OWN_ORDER.test(plain) && /\d/.test(String(value)));
	};
	return Object.entries(part).find(isOrderId)?.[1];
}

function rankOf({ name, value, parents }: Part, { status }: Dictionary): number | undefined {
	if (OWN_ORDER.test(name)) return NAMED_ORDER;
	if (ORDER.test(name)) return RELATED_ORDER;
	if (parents.length === 0 && Object.keys(value).some((key) => NOTIFICATION_NAME.test(plainName(key)))) return ENVELOPE;
	if (status !== undefined) return WITH_STATUS;
	if (parents.length === 0) return ENVELOPE;
	return CONTENT_NAME.test(name) ? CONTENT : undefined;
}

function candidateOf(part: Part): Candidate | undefined {
	if (isOther(part.name)) return undefined;
	const order = asOrder(part.value);
	const { parents } = part;
	const orderId = orderIdIn(part.value);
	if (orderId !== undefined) {
		const inner = single(part.value.order);
		return { rank: BY_ORDER_ID, id: orderId, order: { ...order, ...(isDictionary(inner) && asOrder(inner)) }, parents };
	}
	const rank = order.id === undefined ? undefined : rankOf(part, order);
	return rank === undefined ? undefined : { rank, id: order.id, order, parents };
}

/** Whether the callback is about several orders, as a list that it names says. */
const namesSeveral = (part: Dictionary): boolean =>
	Object.entries(part).some(
		([name, value]) =>
			Array.isArray(value) && value.length > 1 && ORDER.test(plainName(name)) && !/relationship/.test(plainName(name)),
	);

/** Whether another member could be the order's ID as well as the notification's own `id`. */
const hasOtherId = (parts: readonly Part[], id: unknown): boolean =>
	parts.some(({ value }) =>
		Object.entries(value).some(
			([name, other]) =>
				other !== id && typeof other === 'string' && UUID.test(other.trim()) && !OTHER_ID.test(plainName(name)),
		),
	);

const hasStatus = ({ status }: Dictionary): boolean => status !== undefined;

/**
 * The order, wherever it is in a callback: named by its ID, as an object of its own, or as the callback itself.
 * Other objects have an ID too, the notification among them: the surest is taken.
 * @returns the order in logical names with its ID as sent, and whether that ID may be the notification's own; undefined
 * when there is none, or several
 */
export function findOrder(root: Dictionary): { order: Dictionary; isGuess: boolean } | undefined {
	const parts = partsOf(root);
	const candidates = parts.map(candidateOf).filter((candidate) => candidate !== undefined);
	const [best] = candidates.sort((one, other) => one.rank - other.rank);
	if (best === undefined) return undefined;
	if (best.rank >= WITH_STATUS && parts.some(({ value }) => namesSeveral(value))) return undefined;
	if (best.rank === ENVELOPE && hasOtherId(parts, best.id)) return undefined;
	const about = parts.filter(({ name }) => !isOther(name)).map(({ value }) => value);
	const { status } = [best.order, ...[...best.parents, ...about].map(asOrder)].find(hasStatus) ?? {};
	const order = { ...best.order, ...(status !== undefined && { status }), id: best.id };
	return { order, isGuess: best.rank === ENVELOPE };
}
