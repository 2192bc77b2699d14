import type { ListRecord } from '../../shared/client/pages';
import { ColtError } from '../../shared/errors/problem';
import { OrderReader } from '../../shared/orders/record';
import type { SeenOrder } from '../../shared/orders/record';

/** A page of Colt's order list. */
export interface OrderPage {
	records: readonly ListRecord[];
	total: number | undefined;
	isLast: boolean;
}

/** Where a poll reads; the only thing that touches the world. */
export interface Source {
	/** The list, by a query in logical names, from an offset on. */
	pages(query: Record<string, string>, from: number): AsyncIterable<OrderPage>;
	/** Records asked for at once. */
	pageSize: number;
	/** Colt's clock when the first answer of this poll was given, cut to the second; undefined where no answer tells it. */
	begun?(): number | undefined;
	/** Whether the part of this poll's time that is for reading lists has run out. */
	isLate(): boolean;
	warn(message: string): void;
}

/** Everything a poll has read, in the order of reading. */
export class Gathered {
	readonly records: ListRecord[] = [];

	private readonly reader = new OrderReader();

	/** Takes a page. @returns its orders as they stand there */
	add(records: readonly ListRecord[]): SeenOrder[] {
		for (const record of records) this.records.push(record);
		return records.map(({ decoded }) => this.reader.add(decoded)).filter((order) => order !== undefined);
	}

	/** Each order once. */
	orders(): SeenOrder[] {
		return this.reader.orders();
	}

	/** How many records had no id or no status. */
	incomplete(): number {
		return this.reader.incomplete;
	}
}

/** How reading one list ended. */
export interface Ending {
	/** `wrong`: the API did not do what the filter says; `refused`: it does not take it; `late`: the time has run out. */
	how: 'read' | 'wrong' | 'refused' | 'late';
	/** The next record to read. */
	offset: number;
	total: number | undefined;
}

/** TMF630: what is asked for is not understood, or, of a filtered list, nothing is found. */
const [NOT_UNDERSTOOD, NOT_FOUND] = [400, 404];

function afterFailure(error: unknown, isFiltered: boolean): 'refused' | 'read' | undefined {
	const status = error instanceof ColtError && isFiltered ? error.problem.httpStatus : undefined;
	return status === NOT_UNDERSTOOD ? 'refused' : status === NOT_FOUND ? 'read' : undefined;
}

/**
 * Reads one list until its end, the end of time, or a record that `fits` says should not be in it.
 * @throws ColtError of the client, but not when a filter is refused
 */
export async function gather(
	source: Source,
	into: Gathered,
	query: Record<string, string>,
	from = 0,
	fits: (order: SeenOrder) => boolean = () => true,
): Promise<Ending> {
	const ending: Ending = { how: 'read', offset: from, total: undefined };
	const read = async (): Promise<Ending['how']> => {
		for await (const { records, total, isLast } of source.pages(query, from)) {
			ending.offset += records.length;
			ending.total = total ?? ending.total;
			if (!into.add(records).every(fits)) return 'wrong';
			if (isLast) return 'read';
			if (source.isLate()) return 'late';
		}
		return 'read';
	};
	ending.how = await read().catch(
		async (error: unknown) =>
			afterFailure(error, Object.keys(query).length > 0) ?? (await Promise.reject(error as Error)),
	);
	return ending;
}
