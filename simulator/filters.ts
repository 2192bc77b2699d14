import { decodeQuery } from '../nodes/shared/contract/codec';
import type { Operation } from '../nodes/shared/contract/table';
import { schemaError } from './apiError';
import { wireName } from './naming';
import type { Settings } from './settings';

/** Whether a setting names a query parameter: by its logical name, with or without the operation in front. */
const names = (list: readonly string[], { id }: Operation, name: string): boolean =>
	list.includes(name) || list.includes(`${id}.${name}`);

/**
 * The query of a request as this API takes it: no filter of a list is documented, so a real one may not know some of
 * them, and may give fewer records at once than it is asked for.
 * @throws ApiError 400/001 for a parameter it refuses
 */
export function queryOf(settings: Settings, operation: Operation, wire: unknown): Record<string, unknown> {
	const asked = Object.entries(decodeQuery(operation, wire) as Record<string, unknown>);
	const refused = asked.find(([name]) => names(settings.refusedFilters, operation, name));
	if (refused) throw schemaError(`The query parameter ${wireName(operation, 'query', refused[0])} is not known.`);
	const query = Object.fromEntries(asked.filter(([name]) => !names(settings.ignoredFilters, operation, name)));
	if (settings.maxPageSize === 0 || operation.query?.fields['limit'] === undefined) return query;
	return { ...query, limit: Math.min(Number(query['limit'] ?? settings.maxPageSize), settings.maxPageSize) };
}
