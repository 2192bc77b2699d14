import { openFaultBench, play } from './playCell';
import { COLUMNS, hasForeignShape } from './columns';
import type { Column } from './columns';
import { judge } from './judge';
import type { FaultDuration, Observed, Verdict } from './judge';
import { ROWS } from './operationCases';
import type { OperationCase } from './operationCases';

/** A cell that was played. */
export interface Played {
	operation: OperationCase;
	column: Column;
	lasting: FaultDuration;
	observed: Observed;
	verdict: Verdict;
}

/** What ends nothing by lasting: tokens are ended once; other shapes last anyway. */
const ONLY_ONCE = ({ fault, besides }: Column): boolean => fault.tokens !== undefined || hasForeignShape(besides);

/** What reads answer matters to orders and changes alone here. */
const isPlayed = (operation: OperationCase, column: Column): boolean =>
	operation.struck === undefined
		? !hasForeignShape(column.besides) || (operation.effect !== 'read' && isFirstOfItsKind(operation))
		: fitsToken(column);

/** What is looked for depends on Colt's operation, of which a node may have several. */
const isFirstOfItsKind = (operation: OperationCase): boolean =>
	ROWS.find(({ wire }) => wire === operation.wire) === operation;

/** Ending tokens is no fault of the token call, and a second fault beside it tells nothing new. */
const fitsToken = (column: Column): boolean => column.fault.tokens === undefined && column.besides === undefined;

/** Every cell: operations by faults, each fault once and lasting. */
export const allCells = (): Array<Pick<Played, 'operation' | 'column' | 'lasting'>> =>
	COLUMNS.flatMap((column) =>
		(['once', 'always'] as const)
			.filter((lasting) => lasting === 'once' || !ONLY_ONCE(column))
			.flatMap((lasting) =>
				ROWS.filter((operation) => isPlayed(operation, column)).map((operation) => ({
					operation,
					column,
					lasting,
				})),
			),
	);

/**
 * Plays cells, so many at the same time, each in a simulator of its own.
 * @param root folder of another build of the package
 */
export async function playAll(cells: ReturnType<typeof allCells>, benches: number, root?: string): Promise<Played[]> {
	const played: Played[] = [];
	let next = 0;
	await Promise.all(
		Array.from({ length: Math.min(benches, cells.length) }, async () => {
			const bench = await openFaultBench(root);
			for (let cell = cells[next++]; cell !== undefined; cell = cells[next++]) {
				// A client remembers for a while that the token endpoint failed: it is a new one each time.
				const own = cell.operation.struck === undefined ? bench : await openFaultBench(root, false);
				const observed = await play(own, cell.operation, cell.column, cell.lasting);
				if (own !== bench) await own.close();
				played.push({ ...cell, observed, verdict: judge(cell.operation, cell.column, cell.lasting, observed) });
			}
			await bench.close();
		}),
	);
	return played;
}

/** A broken promise in one line. */
export const brokenLine = ({ operation, column, lasting, verdict, observed }: Played): string =>
	`${operation.name} | ${column.code} ${column.what}, ${lasting}: ${verdict.broken.join('; ')} (sent ` +
	`${observed.sent}, carried out ${observed.carriedOut})`;
