import type { IDataObject } from 'n8n-workflow';
import type { Execution } from '../../../../scripts/n8n/executions';
import type { Simulator } from '../../../../simulator/server';

/** A simulator: the stage's, or another. */
interface Colt {
	simulator: Simulator;
}

/** A reservation of the number of each item. */
export const RESERVE: IDataObject = {
	resource: 'number',
	operation: 'reserve',
	numberRangeStart: '={{ $json.number }}',
	country: 'auto',
};

/** Free numbers in stock, none of them used by another test. */
export function stock({ simulator }: Colt, block: string, count = 1): string[] {
	const numbers = Array.from({ length: count }, (_, index) => `+4420${block}${String(index).padStart(4, '0')}`);
	simulator.control.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const })) });
	// Colt takes an order sent twice, so that the books show every double.
	simulator.control.change({ acceptRepeats: true });
	return numbers;
}

/** The order is placed and its answer lost, and nothing that could show it can be read for now. */
export function loseAnswer({ simulator: { control } }: Colt, operation: string): void {
	control.addFault({ operation, drop: true, phase: 'after' });
	for (const source of ['listOrders', 'getNumberOrderHistory', 'searchInventory'])
		control.addFault({ operation: source, status: 403, code: '001', count: 1_000 });
}

/** First numbers of the orders in the books, in the order in which they were placed. */
export const bookedNumbers = ({ simulator: { control } }: Colt): string[] =>
	control.books().flatMap(({ ranges = [] }) => ranges.map(({ start }) => start));

/** What a person reads of a failed execution. */
export const errorText = ({ error }: Execution): string => `${error?.message} ${error?.description ?? ''}`;
