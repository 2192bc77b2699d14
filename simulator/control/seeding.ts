import type { Order, OrderType } from '../../nodes/shared/contract/logicalTypes';
import { type CountryCode, COUNTRY_CODES } from '../../nodes/shared/lifecycle/countries';
import { type NumberStatus, numberStatusOf } from '../../nodes/shared/lifecycle/numberStatus';
import { type NumberEntry, type OrderEntry, sizeOf } from '../model';
import { setStatus } from '../numberOrder';
import { addFreeNumbers } from '../seed';
import type { Store, World } from '../world';

/** An order as it is to be. */
export type SeededOrder = Partial<Omit<Order, 'ranges'>> &
	Pick<OrderEntry, 'ranges'> & { type: OrderType; country: CountryCode; trackingId?: string };

/** What `seed` adds. */
export interface SeedRequest {
	/** Free numbers to cut: so many ranges of a size in a country; in France they may be the customer's own. */
	free?: Array<{ country: CountryCode; count: number; size?: number; own?: boolean }>;
	/** Numbers as they are to be; `start` and `country` are needed, the status is Free by default. */
	numbers?: Array<Partial<NumberEntry> & { start: string; country: CountryCode }>;
	/** Orders as they are to be; made by Colt unless a tracking id is given. */
	orders?: SeededOrder[];
}

type SeededNumber = NonNullable<SeedRequest['numbers']>[number];
type SeededFreeNumbers = NonNullable<SeedRequest['free']>[number];

/** Cuts free numbers after those that exist. @throws TypeError for an unknown country */
export function seedFree(
	world: World,
	store: Store,
	{ country, count, size = 1, own }: SeededFreeNumbers,
): NumberEntry[] {
	const made = addFreeNumbers(store.numbers, countryOf(country), size, count, world.clock.iso());
	if (own) for (const entry of made) entry.own = true;
	return made;
}

/**
 * Adds a number in its status, with the end of a reservation or quarantine scheduled. @throws TypeError for an
 * unknown country or status
 */
export function addNumber(world: World, store: Store, number: SeededNumber): NumberEntry {
	const at = world.clock.iso();
	const status: NumberStatus | undefined = numberStatusOf(number.status ?? 'Free');
	if (!status) throw new TypeError(`${number.status} is not a number status`);
	const end = number.end ?? number.start;
	const entry: NumberEntry = {
		numberType: 'Geo',
		rangeSize: sizeOf({ start: number.start, end }),
		createdAt: at,
		changedAt: at,
		...number,
		end,
		country: countryOf(number.country),
		status,
	};
	store.numbers.add(entry);
	const { reservedUntil, quarantinedUntil } = entry;
	if (status !== 'Free') setStatus(world, entry, status);
	if (reservedUntil) entry.reservedUntil = reservedUntil;
	if (quarantinedUntil) entry.quarantinedUntil = quarantinedUntil;
	return entry;
}

/** Adds an order as it is. @throws TypeError for an unknown country */
export function addOrder(store: Store, { trackingId, ...order }: SeededOrder): OrderEntry {
	const made = store.orders.create(
		{ status: 'In progress', ...order, country: countryOf(order.country), trackingId: trackingId ?? null },
		order,
	);
	if (made.type === 'portIn' || made.type === 'portOut') made.port = { details: [], previous: {} };
	return made;
}

function countryOf(country: string): CountryCode {
	const code = COUNTRY_CODES.find((known) => known === country);
	if (!code) throw new TypeError(`${country} is not a country of this service`);
	return code;
}
