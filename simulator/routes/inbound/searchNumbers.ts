import type { InboundNumberRecord } from '../../../nodes/shared/contract/logicalTypes';
import { INBOUND_COUNTRIES } from '../../../nodes/shared/lifecycle/countries';
import { sameStatus } from '../../../nodes/shared/lifecycle/orderStatus';
import { rangesOverlap } from '../../../nodes/shared/numbers/rangeOverlap';
import { missing, ruleError } from '../../apiError';
import { INTERNAL, type NumberEntry, without } from '../../model';
import { wireName } from '../../naming';
import { type Handler, type Request, page } from '../../operation';
import { freeNumbers } from '../freeNumbers';

/** A number with its end customer, without what only the simulator knows or the other API has. */
function detailsOf(entry: NumberEntry): InboundNumberRecord {
	const { customerReference, endCustomer, ...rest } = without(
		entry,
		...INTERNAL,
		'lacExtension',
		'rioCode',
		'quarantinedUntil',
	);
	const customer = { ...endCustomer, ...(customerReference !== undefined && { customerReference }) };
	return { ...rest, ...(Object.keys(customer).length > 0 && { endCustomer: customer }) } as InboundNumberRecord;
}

/** A number of a list: of its end customer the reference alone. */
const summaryOf = (entry: NumberEntry): InboundNumberRecord =>
	detailsOf(without(entry, 'endCustomer', 'directoryService', 'emergencyAddress'));

type Search = Request<'searchNumbers', 'inbound'>;

/** Free numbers: the country must be given. @throws ApiError 400/002 */
function freeOf({ world, store, operation, query }: Search): NumberEntry[] {
	const name = wireName(operation, 'query', 'country');
	if (!query.country) throw missing(name);
	if (!INBOUND_COUNTRIES.some((code) => code === query.country))
		throw ruleError(`${name} ${query.country} is not a country of this service.`);
	return freeNumbers(world, store, query);
}

/** The customer's own numbers: all that are not free. */
function inventoryOf({ store, query }: Search): NumberEntry[] {
	const { start, end } = query;
	const asked = { start: start ?? end ?? '', end: end ?? start ?? '' };
	const overlaps = (entry: NumberEntry): boolean => (!start && !end) || rangesOverlap(asked, entry);
	return store.numbers
		.list()
		.filter(
			(entry) =>
				entry.status !== 'Free' &&
				overlaps(entry) &&
				(!query.status || sameStatus(entry.status, query.status)) &&
				(!query.country || entry.country === query.country) &&
				(!query.numberType || entry.numberType === query.numberType) &&
				(!query.lac || entry.lac === query.lac) &&
				(!query.city || entry.city === query.city) &&
				(!query.rangeSize || entry.rangeSize === Number(query.rangeSize)) &&
				(query.customerReference === undefined || entry.customerReference === query.customerReference) &&
				(!query.serviceProfile || entry.serviceProfile === query.serviceProfile),
		);
}

/** GET numberCollection: free numbers when that is the status asked for, else the inventory; of a range the details */
export const searchNumbers: Handler<'searchNumbers', 'inbound'> = (request) => {
	const { query } = request;
	const found = query.status && sameStatus(query.status, 'Free') ? freeOf(request) : inventoryOf(request);
	const { items, paging } = page(found, query);
	return { body: items.map(query.start && query.end ? detailsOf : summaryOf), paging };
};
