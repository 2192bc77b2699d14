import type { Column } from './columns';
import type { OperationCase } from './operationCases';

/** How often a fault strikes: one call, or every call. */
export type FaultDuration = 'once' | 'always';

/** What became of one item, as the user sees it. */
export type Findings =
	| { done: true; orderId?: string; safety?: string }
	| {
			done: false;
			outcome?: string;
			message: string;
			description: string;
			trackingId?: string;
			httpStatus?: number;
			kind?: string;
	  };

/** One cell: what the user was told, and what the simulator knows. */
export interface Observed {
	told: Findings;
	/** How often the operation arrived, and how often it was carried out. */
	sent: number;
	carriedOut: number;
	/** Ids of the orders in the books that the node made. */
	orders: readonly string[];
	/** Secrets that stand in what the user sees. */
	leaked: readonly string[];
	/** Milliseconds after which it was given up; undefined when it ended by itself. */
	gaveUpAfterMs?: number;
}

/**
 * `1` done, exactly once. `A` found at Colt and returned. `R` sent again after a look. `0` an error, and nothing at
 * Colt. `?` an error that says that the order may exist, with tracking id. `✗` a broken promise.
 */
export type Mark = '1' | 'A' | 'R' | '0' | '?' | '✗';

export interface Verdict {
	mark: Mark;
	/** Each promise that was broken. */
	broken: string[];
}

const MAY_EXIST = /may (still )?(exist|have)|not known whether/i;

/** What of an operation its verdict hangs on. */
type Judged = Pick<OperationCase, 'effect' | 'struck' | 'isList'>;

/** What holds whatever the fault: the books against what the user was told. */
function safety({ effect }: Judged, { told, carriedOut, orders, leaked, gaveUpAfterMs }: Observed): string[] {
	const broken: string[] = [];
	const changes = effect !== 'read';
	if (gaveUpAfterMs !== undefined) return [`no end after ${gaveUpAfterMs} ms`];
	if (leaked.length > 0) broken.push(`a secret in what the user sees: ${leaked.join(', ')}`);
	if (changes && carriedOut > 1) broken.push(`carried out ${carriedOut} times`);
	if (changes && orders.length > 1) broken.push(`${orders.length} orders in the books`);
	if (told.done) {
		if (changes && carriedOut === 0) broken.push('told as done, but never carried out');
		if (effect === 'order' && (told.orderId === undefined || !orders.includes(told.orderId)))
			broken.push(`told order ${told.orderId ?? '(none)'}, which is not in the books`);
		return broken;
	}
	if (told.outcome === undefined || told.message === '') broken.push(`an error of no kind: ${told.message}`);
	if (/undefined|NaN|\[object|is not a function|Cannot read/.test(`${told.message} ${told.description}`))
		broken.push(`an error that is a crash: ${told.message}`);
	if (changes && carriedOut > 0 && told.outcome !== 'unknown') broken.push(`carried out, but told as ${told.outcome}`);
	if (told.outcome === 'unknown') {
		if (!changes) broken.push('a read of unknown outcome');
		if (told.trackingId === undefined || !told.description.includes(told.trackingId))
			broken.push('no tracking id in the error');
		if (!MAY_EXIST.test(told.description)) broken.push('the error does not say that the order may exist');
	}
	return broken;
}

/** A token call changes nothing, and 401 there means that the credential is wrong. */
const meaningFor = ({ struck }: Judged, { meaning, status }: Column): Column['meaning'] =>
	struck !== undefined && status === 401 ? 'final' : meaning;

/** What is promised for the fault itself. */
function promised(operation: Judged, column: Column, lasting: FaultDuration, observed: Observed): string[] {
	const { told, sent } = observed;
	const { status } = column;
	const meaning = meaningFor(operation, column);
	const effect = operation.struck === undefined ? operation.effect : 'read';
	const told0 = told.done ? 'done' : told.outcome;
	const wants = (what: string, kept: boolean): string[] =>
		kept ? [] : [`promised: ${what}; told: ${told0}${told.done ? '' : ` (${told.message})`}`];
	// 204 may stand for an empty list.
	if (column.fault.kind === 'noContent' && operation.isList && operation.struck === undefined)
		return wants('an empty list, or that there is none', told.done || told.outcome === 'refused');
	if (meaning === 'none') return wants('done', told.done);
	if (meaning === 'final') {
		const refused = !told.done && told.outcome === 'refused' && told.httpStatus === status && sent === 1;
		return wants(`refused with ${status}, sent once`, refused);
	}
	// An answer above the limit would be as large the next time.
	if (effect === 'read' && column.fault.kind === 'endless' && !told.done && told.outcome === 'refused') return [];
	// Something else than Colt's token endpoint seems to answer: told at once.
	const isOdd =
		operation.struck !== undefined &&
		meaning === 'unclear' &&
		!told.done &&
		told.outcome === 'refused' &&
		(told.httpStatus ?? 0) < 300;
	if (isOdd) return [];
	const passes = lasting === 'once' && (effect !== 'read' || column.besides !== 'othersFail');
	if (passes && (meaning === 'passing' || effect === 'read')) return wants('done', told.done);
	if (meaning === 'passing' || effect === 'read') {
		return wants(
			'an error that says nothing was done',
			column.fault.tokens !== undefined || (!told.done && (told.outcome === 'refused' || told.outcome === 'notSent')),
		);
	}
	return wants(
		'done, or an error that it may exist',
		told.done || told.outcome === 'unknown' || (observed.carriedOut === 0 && told.outcome !== undefined),
	);
}

/** Judges a cell; pure. */
export function judge(operation: Judged, column: Column, lasting: FaultDuration, observed: Observed): Verdict {
	const broken = [
		...safety(operation, observed),
		...(observed.gaveUpAfterMs === undefined ? promised(operation, column, lasting, observed) : []),
	];
	const { told } = observed;
	if (broken.length > 0) return { mark: '✗', broken };
	if (!told.done) return { mark: told.outcome === 'unknown' ? '?' : '0', broken };
	const found = told.safety === 'adopted' ? 'A' : told.safety === 'resent' ? 'R' : '1';
	return { mark: found, broken };
}
