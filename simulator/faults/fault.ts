import { SHAPE_NAMES } from './answerShapes';
import type { ShapeName } from './answerShapes';

/** The kinds of faults. README.md says what the client sees of each. */
export const FAULT_KINDS = [
	'error',
	'delay',
	'refuse',
	'reset',
	'hangUp',
	'silence',
	'html',
	'empty',
	'noContent',
	'endless',
	'truncated',
	'cutOff',
	'wrongType',
	'drip',
	'doubleHeaders',
	'reshape',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** They corrupt the true answer, so the call has always taken effect. */
const CORRUPTS_THE_ANSWER: readonly FaultKind[] = [
	'truncated',
	'cutOff',
	'wrongType',
	'drip',
	'doubleHeaders',
	'reshape',
];

/** A fault for the next calls, as given to the control API. */
export interface Fault {
	/** Operation id, with or without its API in front, or `*` for every operation, the token endpoint included. */
	operation: string;
	/** `error` when there is a status, `hangUp` with `drop`, `delay` otherwise. */
	kind?: FaultKind;
	/** HTTP status to answer; for `html` and `empty` 200 by default. */
	status?: number;
	/** Code of the payload; 001 by default. */
	code?: string;
	message?: string;
	/** A list sends the header several times. */
	headers?: Record<string, string | string[]>;
	/** Seconds until the client may ask again, sent as Retry-After: as a number, or as an HTTP date. */
	retryAfter?: number;
	retryAfterAs?: 'seconds' | 'date';
	/** The error's message repeats the request's Authorization header, which the client must not show. */
	echo?: boolean;
	/** Delay before the fault or the answer, milliseconds of real time. */
	delayMs?: number;
	/** Short for the kind `hangUp`. */
	drop?: boolean;
	/** `after`: the call takes effect first, and only the answer is lost. `before` by default. */
	phase?: 'before' | 'after';
	/** How many calls it affects; 1 by default, any number with a rate. */
	count?: number;
	/** Probability from 0 to 1 that it affects a call, by the seed. */
	rate?: number;
	seed?: number;
	/**
	 * Longest time that `silence`, `drip` and `endless` keep a connection open, milliseconds of real time; 10 minutes
	 * by default.
	 */
	holdMs?: number;
	/** Speed of `drip`; 1 by default. */
	bytesPerSecond?: number;
	/** End of `endless`; 512 MiB by default. */
	mostBytes?: number;
	/** How long `refuse` lasts, milliseconds of real time: 1000 by default, a minute at most. */
	forMs?: number;
	/** Of `reshape`: the shape in which the true answer of a read is sent. */
	shape?: ShapeName;
}

/** A fault with its defaults filled in. */
export interface PlannedFault extends Fault {
	kind: FaultKind;
	phase: 'before' | 'after';
	holdMs: number;
}

const HOLD_MS = 600_000;
export const LONGEST_REFUSAL_MS = 60_000;

/** Each field's type, and what a number must be. */
const FIELDS: Readonly<
	Record<
		keyof Fault,
		{ type: 'string' | 'number' | 'boolean' | 'object'; least?: number; most?: number; whole?: boolean }
	>
> = {
	operation: { type: 'string' },
	kind: { type: 'string' },
	status: { type: 'number', least: 200, most: 599, whole: true },
	code: { type: 'string' },
	message: { type: 'string' },
	headers: { type: 'object' },
	retryAfter: { type: 'number', least: 0 },
	retryAfterAs: { type: 'string' },
	echo: { type: 'boolean' },
	delayMs: { type: 'number', least: 0 },
	drop: { type: 'boolean' },
	phase: { type: 'string' },
	count: { type: 'number', least: 1, whole: true },
	rate: { type: 'number', least: 0, most: 1 },
	seed: { type: 'number' },
	holdMs: { type: 'number', least: 0 },
	bytesPerSecond: { type: 'number', least: 0.1 },
	mostBytes: { type: 'number', least: 1 },
	forMs: { type: 'number', least: 1, most: LONGEST_REFUSAL_MS },
	shape: { type: 'string' },
};

function checkField(name: string, value: unknown): void {
	if (!Object.hasOwn(FIELDS, name))
		throw new TypeError(`A fault has no ${name}. It has ${Object.keys(FIELDS).join(', ')}`);
	const { type, least = -Infinity, most = Infinity, whole } = FIELDS[name as keyof Fault];
	if (typeof value !== type || value === null) throw new TypeError(`${name} of a fault is a ${type}`);
	if (typeof value !== 'number') return;
	if (whole && !Number.isInteger(value)) throw new TypeError(`${name} of a fault is a whole number`);
	if (!(value >= least && value <= most))
		throw new TypeError(`${name} of a fault is ${most === Infinity ? `${least} or more` : `from ${least} to ${most}`}`);
}

const oneOf = (name: string, value: string | undefined, values: readonly string[]): void => {
	if (value !== undefined && !values.includes(value))
		throw new TypeError(`${name} is ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);
};

/**
 * Reads a fault as the control API was given it.
 * @param operations ids that exist, with their API in front; a fault for another would never apply
 * @throws TypeError with a sentence for what is wrong
 */
export function readFault(fault: Fault, operations?: ReadonlySet<string>): PlannedFault {
	if (typeof fault.operation !== 'string') throw new TypeError('A fault names an operation, or *');
	for (const [name, value] of Object.entries(fault)) if (value !== undefined) checkField(name, value);
	oneOf('kind', fault.kind, FAULT_KINDS);
	oneOf('shape', fault.shape, SHAPE_NAMES);
	oneOf('phase', fault.phase, ['before', 'after']);
	oneOf('retryAfterAs', fault.retryAfterAs, ['seconds', 'date']);
	const known = operations === undefined || [...operations].some((name) => matchesOperation(fault.operation, name));
	if (!known) throw new TypeError(`There is no operation ${fault.operation}: the fault would never apply`);
	const kind = fault.kind ?? (fault.status !== undefined ? 'error' : fault.drop ? 'hangUp' : 'delay');
	if (kind === 'error' && !(fault.status !== undefined && fault.status >= 400))
		throw new TypeError('status is an HTTP error status, 400 to 599');
	if (kind === 'refuse' && fault.operation !== '*')
		throw new TypeError('A connection is refused before its operation is known: refuse goes with operation *');
	if ((kind === 'reshape') !== (fault.shape !== undefined)) throw new TypeError('shape goes with the kind reshape');
	const corrupts = CORRUPTS_THE_ANSWER.includes(kind);
	if (corrupts && fault.phase === 'before') throw new TypeError(`${kind} corrupts the true answer: its phase is after`);
	return { ...fault, kind, phase: fault.phase ?? (corrupts ? 'after' : 'before'), holdMs: fault.holdMs ?? HOLD_MS };
}

/** Whether a fault's operation matches a call of `api.operation`. */
export const matchesOperation = (wanted: string, operation: string): boolean =>
	wanted === '*' || wanted === operation || operation.endsWith(`.${wanted}`);
