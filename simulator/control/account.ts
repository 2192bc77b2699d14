import type { OrderType } from '../../nodes/shared/contract/logicalTypes';
import { CALLING_CODES, COUNTRY_CODES, type CountryCode } from '../../nodes/shared/lifecycle/countries';
import { ORDER_STATUSES, type OrderStatusInfo, familyOf } from '../../nodes/shared/lifecycle/orderStatus';
import { seededRandom } from '../ids';
import type { Clock } from '../clock';
import type { OrderEntry } from '../model';
import type { OrderStore } from '../orderStore';

export interface AccountRequest {
	/** How many orders the account gets. */
	orders: number;
	/** How many of them are not finished. */
	open: number;
	/** Over how many days before now their creation is spread; five years by default. */
	days?: number;
}

/** One thing that really happened, in the order in which it did. */
export interface TrueChange {
	/** From 1. */
	seq: number;
	orderId: string;
	/** Null: the order was made. */
	previousStatus: string | null;
	status: string;
	at: string;
}

const DAY_MS = 86_400_000;
const LONGEST_LIFE_MS = 20 * DAY_MS;

/** Types by how often they occur. */
const TYPES: readonly OrderType[] = [
	'portIn',
	'portIn',
	'portIn',
	'portIn',
	'portOut',
	'activation',
	'activation',
	'reservation',
	'return',
	'updateCustomer',
];

const placesOf = new Map<string, readonly OrderStatusInfo[]>();

/** The statuses an order of a type can have in a country. */
function statusesOf(type: OrderType, country: CountryCode): readonly OrderStatusInfo[] {
	const key = `${type} ${country}`;
	const known =
		placesOf.get(key) ??
		ORDER_STATUSES.filter(({ family, countries }) => family === familyOf(type) && countries.includes(country));
	placesOf.set(key, known);
	return known;
}

/**
 * A customer with many orders, finished and open ones of all types and countries, that change only on request:
 * nothing else happens to them, so that what a client should have seen is known exactly.
 */
export class Account {
	private readonly open: OrderEntry[] = [];
	private readonly happened: TrueChange[] = [];
	private readonly random: () => number;
	private made = 0;
	/** The type of an order that was finished, for the one that takes its place. */
	private toReplace: OrderType | undefined;

	constructor(
		private readonly orders: OrderStore,
		private readonly clock: Clock,
		seed = 1,
	) {
		this.random = seededRandom(seed);
	}

	/** Adds orders; the open ones are among the newest. @throws RangeError for numbers that cannot be */
	add({ orders, open, days = 5 * 365 }: AccountRequest): { orders: number; open: number } {
		if (!Number.isInteger(orders) || !Number.isInteger(open) || open < 0 || orders < open || !(days > 0))
			throw new RangeError('Give orders, open (not more) and days');
		const now = this.clock.now();
		const isOpen = (age: number): boolean => (orders < 2 * open ? age < open : age < 2 * open && age % 2 === 0);
		for (let index = 0; index < orders; index += 1) {
			const created = now - days * DAY_MS * (1 - (index + this.random()) / orders);
			const changed = Math.min(now, created + this.random() * LONGEST_LIFE_MS);
			this.make(this.oneOf(TYPES), isOpen(orders - 1 - index), Math.floor(created), Math.floor(changed));
		}
		return { orders, open };
	}

	/**
	 * Lets so many different orders change now: of each five changes three are another open status, one an end, and one a
	 * new order in its place, so that the number of open orders stays.
	 */
	change(count: number): TrueChange[] {
		const untouched = [...this.open];
		const changes: TrueChange[] = [];
		while (changes.length < count) {
			const change =
				this.happened.length % 5 === 4 && this.toReplace !== undefined
					? this.replace(this.toReplace)
					: this.moveOne(untouched);
			if (change === undefined) throw new RangeError(`Only ${changes.length} open orders can change at once`);
			changes.push(change);
		}
		return changes;
	}

	/** Everything that happened since the account was added. */
	changes(): readonly TrueChange[] {
		return this.happened;
	}

	private moveOne(untouched: OrderEntry[]): TrueChange | undefined {
		const [order] = untouched.splice(Math.floor(this.random() * untouched.length), 1);
		if (order === undefined) return undefined;
		const all = statusesOf(order.type, order.country);
		const others = all.filter(({ status, isFinal }) => !isFinal && status !== order.status);
		const isEnd = this.happened.length % 5 === 3;
		if (!isEnd && others.length === 0) return this.moveOne(untouched);
		const { status } = this.oneOf(isEnd ? all.filter(({ isFinal }) => isFinal) : others);
		const previousStatus = order.status;
		this.orders.change(order, { status });
		if (isEnd) {
			this.open.splice(this.open.indexOf(order), 1);
			this.toReplace = order.type;
		}
		return this.note(order, previousStatus);
	}

	private replace(type: OrderType): TrueChange {
		this.toReplace = undefined;
		const now = this.clock.now();
		return this.note(this.make(type, true, now, now), null);
	}

	private note(order: OrderEntry, previousStatus: string | null): TrueChange {
		const change = {
			seq: this.happened.length + 1,
			orderId: order.id,
			previousStatus,
			status: order.status,
			at: order.changedAt,
		};
		this.happened.push(change);
		return change;
	}

	private make(type: OrderType, isOpen: boolean, created: number, changed: number): OrderEntry {
		const country = this.oneOf(COUNTRY_CODES);
		const { status } = this.oneOf(statusesOf(type, country).filter(({ isFinal }) => isFinal !== isOpen));
		const start = `+${CALLING_CODES[country]}2${String((this.made += 1)).padStart(7, '0')}`;
		const order = this.orders.create(
			{
				type,
				status,
				country,
				customerReference: `Customer ${this.made % 1000}`,
				ranges: [{ start, end: start }],
				trackingId: null,
			},
			{ createdAt: new Date(created).toISOString(), changedAt: new Date(changed).toISOString() },
		);
		if (isOpen) this.open.push(order);
		return order;
	}

	private oneOf<T>(list: readonly T[]): T {
		return list[Math.floor(this.random() * list.length)] as T;
	}
}
