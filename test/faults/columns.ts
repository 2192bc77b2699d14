import type { Fault } from '../../simulator/faults/fault';
import { SHAPE_NAMES } from '../../simulator/faults/answerShapes';
import type { ShapeName } from '../../simulator/faults/answerShapes';

/**
 * What a fault means for the one who called, whatever became of the call:
 * `none`: the answer is whole, only unusual. `final`: Colt refuses, and would again.
 * `passing`: certainly without effect, and over soon. `unclear`: the call may have taken effect.
 */
export type Meaning = 'none' | 'final' | 'passing' | 'unclear';

/** A column of the matrix. */
export interface Column {
	/** At most three characters. */
	code: string;
	what: string;
	meaning: Meaning;
	/** The fault, but for the operation and how often; `tokens` ends the tokens instead. */
	fault: Partial<Fault> & { tokens?: 'expire' | 'forget' };
	/** HTTP status the user is told when the fault lasts. */
	status?: number;
	/** Seconds after which the node gives up a call: below half a minute, so that `quicken` shortens it. */
	timeoutSeconds?: number;
	/**
	 * What else is wrong at the same time: every other call fails too, or orders appear late in lists. For a read the
	 * first means that it lasts.
	 */
	besides?: 'othersFail' | 'ordersLate' | ForeignShape;
}

/** Reads that answer in a shape nobody has inferred, by the ends of their operation ids. */
export interface ForeignShape {
	shape: ShapeName;
	/** All reads unless told. */
	of?: readonly string[];
	/** Others that fail meanwhile. */
	failing?: readonly string[];
	/** Lists that do not know of the order. */
	empty?: readonly string[];
}

export const hasForeignShape = (besides: Column['besides']): besides is ForeignShape => typeof besides === 'object';

const column = (
	code: string,
	what: string,
	meaning: Meaning,
	fault: Column['fault'],
	more: Partial<Column> = {},
): Column => ({
	code,
	what,
	meaning,
	fault,
	...(fault.status !== undefined && { status: fault.status }),
	...more,
});

/** The same before and after the call took effect; `<` and `>` in the code. */
const both = (
	code: string,
	what: string,
	meaning: Meaning,
	fault: Partial<Fault>,
	more: Partial<Column> = {},
): Column[] => [
	column(`${code}<`, `${what}, before the effect`, meaning, { ...fault, phase: 'before' }, more),
	column(`${code}>`, `${what}, after the effect`, meaning, { ...fault, phase: 'after' }, more),
];

/** Everything that tells of orders. */
const ORDER_LISTS = ['listOrders', 'getNumberOrderHistory'];
const INVENTORIES = ['searchInventory', 'searchNumbers'];

/** A list that is certainly empty is no foreign shape. */
const SHAPES = SHAPE_NAMES.filter((shape) => shape !== 'none');
/** Shapes that leave a number's record readable. */
const READABLE_NUMBERS: readonly ShapeName[] = ['parts', 'noTimes', 'otherIds', 'splitFormat'];

const lost = (code: string, what: string, besides: ForeignShape): Column =>
	column(code, `504 after the effect, ${what}`, 'unclear', { status: 504, phase: 'after' }, { besides });

/** Answers of another shape, and an order whose answer is lost: what cannot be read proves nothing. */
const FOREIGN: readonly Column[] = [
	...SHAPES.map((shape, index) => lost(`f${String(index + 1).padStart(2, '0')}`, `all reads: ${shape}`, { shape })),
	...SHAPES.map((shape, index) =>
		lost(`g${String(index + 1).padStart(2, '0')}`, `lists of orders: ${shape}`, { shape, of: ORDER_LISTS }),
	),
	...SHAPES.filter((shape) => !READABLE_NUMBERS.includes(shape)).map((shape, index) =>
		lost(`i${String(index + 1).padStart(2, '0')}`, `no list knows of it yet, and the inventory: ${shape}`, {
			shape,
			of: INVENTORIES,
			empty: ORDER_LISTS,
		}),
	),
	lost('hl', 'the history is empty and the list fails', {
		shape: 'none',
		of: ['getNumberOrderHistory'],
		failing: ['listOrders'],
	}),
	lost('lh', 'the list is empty and the history fails', {
		shape: 'none',
		of: ['listOrders'],
		failing: ['getNumberOrderHistory'],
	}),
];

export const COLUMNS: readonly Column[] = [
	column('rf', 'connection refused', 'passing', { kind: 'refuse' }),
	...both('rs', 'connection reset', 'unclear', { kind: 'reset' }),
	...both('hu', 'connection closed', 'unclear', { kind: 'hangUp' }),
	...both('si', 'no answer', 'unclear', { kind: 'silence' }, { timeoutSeconds: 29 }),
	column('429', '429 without Retry-After', 'passing', { status: 429 }),
	column('42s', '429, Retry-After in seconds', 'passing', { status: 429, retryAfter: 1 }),
	column('42d', '429, Retry-After as HTTP date', 'passing', { status: 429, retryAfter: 1, retryAfterAs: 'date' }),
	column('42x', '429 with two Retry-Afters', 'passing', { status: 429, headers: { 'retry-after': ['1', '0'] } }),
	column('ex', '401, tokens expired', 'passing', { status: 401, code: '003' }),
	column('in', '401, tokens invalid', 'passing', { status: 401, code: '002' }),
	column('te', 'all tokens expired', 'passing', { tokens: 'expire' }, { status: 401 }),
	column('tf', 'all tokens forgotten', 'passing', { tokens: 'forget' }, { status: 401 }),
	column('400', '400 that repeats the Authorization header', 'final', { status: 400, code: '002', echo: true }),
	column('403', '403', 'final', { status: 403 }),
	column('413', '413', 'final', { status: 413 }),
	...both('50', '500', 'unclear', { status: 500 }),
	...both('52', '502', 'unclear', { status: 502 }),
	...both('53', '503', 'unclear', { status: 503 }),
	...both('54', '504', 'unclear', { status: 504 }),
	...both('ht', '200 with a page (HTML)', 'unclear', { kind: 'html' }),
	...both('h5', '502 with a page (HTML)', 'unclear', { kind: 'html', status: 502 }),
	...both('em', 'empty body', 'unclear', { kind: 'empty' }),
	...both('nc', '204 without body', 'unclear', { kind: 'noContent' }),
	...both('en', 'endless body', 'unclear', { kind: 'endless' }),
	column('tr', 'half of the JSON', 'unclear', { kind: 'truncated' }),
	column('co', 'JSON cut off', 'unclear', { kind: 'cutOff' }),
	column('wt', 'wrong content type', 'none', { kind: 'wrongType' }),
	column('dh', 'duplicate headers', 'none', { kind: 'doubleHeaders' }),
	column('dr', 'slow drip', 'none', { kind: 'drip', bytesPerSecond: 4_000 }),
	column('dd', 'drip that takes too long', 'unclear', { kind: 'drip', bytesPerSecond: 1 }, { timeoutSeconds: 29 }),
	column(
		'54x',
		'504 after the effect, and nothing else answers',
		'unclear',
		{ status: 504, phase: 'after' },
		{ besides: 'othersFail' },
	),
	column(
		'50x',
		'500 before the effect, and nothing else answers',
		'unclear',
		{ status: 500 },
		{ besides: 'othersFail' },
	),
	column(
		'54l',
		'504 after the effect, orders appear late in lists',
		'unclear',
		{ status: 504, phase: 'after' },
		{ besides: 'ordersLate' },
	),
	column(
		'rsl',
		'reset after the effect, orders appear late in lists',
		'unclear',
		{ kind: 'reset', phase: 'after' },
		{ besides: 'ordersLate' },
	),
	...FOREIGN,
];
