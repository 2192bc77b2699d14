import { COUNTRY_CODES } from '../../nodes/shared/lifecycle/countries';
import type { NumberRecord } from '../../nodes/shared/contract/logicalTypes';
import { missing, ruleError } from '../apiError';
import { INTERNAL, type NumberEntry, without } from '../model';
import { wireName } from '../naming';
import { type Handler, type Request, page } from '../operation';
import type { Store, World } from '../world';

/** What free numbers are searched by. */
export interface FreeNumberFilter {
	country?: string;
	numberType?: string;
	lac?: string;
	lacExtension?: string;
	city?: string;
	rangeSize?: number;
}

/** Free numbers that have no open order and no lock. */
export function freeNumbers(world: World, store: Store, filter: FreeNumberFilter): NumberEntry[] {
	const now = world.clock.now();
	const bare = (lac: string | undefined): string | undefined => lac?.replace(/^0/, '');
	const same = (wanted: string | undefined, value: string | undefined): boolean =>
		!wanted || wanted.toLowerCase() === value?.toLowerCase();
	return store.numbers
		.list()
		.filter(
			(entry) =>
				entry.status === 'Free' &&
				!entry.busyWith &&
				!(entry.lock && entry.lock.until > now) &&
				entry.country === filter.country &&
				same(filter.numberType, entry.numberType) &&
				same(bare(filter.lac), bare(entry.lac)) &&
				same(filter.lacExtension, entry.lacExtension) &&
				same(filter.city, entry.city) &&
				(!filter.rangeSize || Number(filter.rangeSize) === entry.rangeSize),
		);
}

/** @throws ApiError 400/002 when the country is missing or not one of the 20, or does not search by what is given */
export function checkSearch({ operation, query }: Pick<Request<'searchFreeNumbers'>, 'operation' | 'query'>): void {
	const name = wireName(operation, 'query', 'country');
	if (!query.country) throw missing(name);
	if (!COUNTRY_CODES.some((code) => code === query.country))
		throw ruleError(`${name} ${query.country} is not a country of this service.`);
	if (query.country !== 'FR') return;
	// 000, "Hosting your numbers": France is searched by the area codes 01 to 05 alone.
	const other = (['city', 'lacExtension'] as const).find((field) => query[field]);
	if (other) throw ruleError(`${wireName(operation, 'query', other)} is not available in FR.`);
}

/** A number without its end customer and without what only the simulator knows. */
export const summaryOf = (entry: NumberEntry): NumberRecord =>
	without(entry, ...INTERNAL, 'endCustomer', 'emergencyAddress', 'directoryService', 'rioCode') as NumberRecord;

/** GET /v1/freeNumber */
export const searchFreeNumbers: Handler<'searchFreeNumbers'> = (request) => {
	checkSearch(request);
	const { items, paging } = page(freeNumbers(request.world, request.store, request.query), request.query);
	return { body: items.map(summaryOf), paging };
};
