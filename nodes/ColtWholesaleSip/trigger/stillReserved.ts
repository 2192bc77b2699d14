import type { ColtClient } from '../../shared/client/client';
import { ColtError } from '../../shared/errors/problem';
import { sameStatus } from '../../shared/lifecycle/orderStatus';
import type { SeenOrder } from '../../shared/orders/record';
import { optionalText } from '../../shared/text';
import type { StillReserved } from './reservations';
import { readInventory } from './orderList';

const fieldsOf = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const rangesOf = (decoded: unknown): Array<{ start: string; end: string }> => {
	const { ranges } = fieldsOf(decoded);
	return (Array.isArray(ranges) ? (ranges as unknown[]) : []).flatMap((range) => {
		const { start, end } = fieldsOf(range);
		const first = optionalText(start);
		return first === undefined ? [] : [{ start: first, end: optionalText(end) ?? first }];
	});
};

const NOT_FOUND = 404;

/**
 * The numbers of a reservation order that are still Reserved in the inventory: not activated, not returned.
 * @throws ColtError when the inventory cannot be read
 */
export async function stillReserved(
	client: ColtClient,
	{ id, country }: SeenOrder,
	decoded: unknown,
): Promise<StillReserved[]> {
	const ranges = rangesOf(decoded);
	const queries = ranges.length === 0 ? [{ orderId: id }] : ranges.map(({ start, end }) => ({ start, end, country }));
	const found: StillReserved[] = [];
	for (const query of queries) {
		const records = await readInventory(client, query).catch(async (error: unknown): Promise<unknown[]> =>
			error instanceof ColtError && error.problem.httpStatus === NOT_FOUND ? [] : await Promise.reject(error as Error),
		);
		for (const record of records) {
			const { start, end, status, reservedUntil } = fieldsOf(record);
			const [first, until] = [optionalText(start), optionalText(reservedUntil)];
			// An API that ignores the query answers with other numbers too.
			const isAsked = ranges.length === 0 || ranges.some((range) => range.start === first);
			if (first === undefined || !isAsked || !sameStatus(optionalText(status) ?? '', 'Reserved')) continue;
			found.push({
				start: first,
				end: optionalText(end) ?? first,
				...(until !== undefined && { reservedUntil: until }),
			});
		}
	}
	return found;
}
