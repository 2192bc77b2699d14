import { CALLING_CODES } from '../../nodes/shared/lifecycle/countryCodes';

type Dictionary = Record<string, unknown>;

/** What kind of answer is reshaped. */
type Kind = 'orders' | 'order' | 'numbers';

export interface Reshaped {
	body: unknown;
	headers?: Record<string, string>;
	status?: number;
	contentType?: string;
}

const isDictionary = (value: unknown): value is Dictionary =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Dictionary[] => (Array.isArray(value) ? value.filter(isDictionary) : []);

/** Other, old records: the first page of an API with another sort order. */
const OLD = Array.from({ length: 20 }, (_, index) => index);
const oldOrders = OLD.map((index) => ({
	id: `old-${index}`,
	orderStatus: 'Completed',
	orderType: 'Number Reservation',
	country: 'GB',
	creationDate: `2020-01-${String(index + 1).padStart(2, '0')}T10:00:00Z`,
	numberRangeList: [{ numberRangeStart: `+44113496${1000 + index}`, numberRangeEnd: `+44113496${1000 + index}` }],
}));
const oldNumbers = OLD.map((index) => ({
	numberRangeStart: `+44113496${1000 + index}`,
	numberRangeEnd: `+44113496${1000 + index}`,
	startFullNumber: `+44113496${1000 + index}`,
	endFullNumber: `+44113496${1000 + index}`,
	resourceStatus: 'Activated',
	country: 'GB',
}));
const firstPage = (kind: Kind): unknown[] => (kind === 'numbers' ? oldNumbers : oldOrders);
const ofList = (kind: Kind, body: unknown, reshaped: () => Reshaped): Reshaped =>
	kind === 'order' ? { body } : reshaped();
const named = (kind: Kind, body: unknown): Dictionary => ({ [kind]: body });
const each = (body: unknown, change: (record: Dictionary) => unknown): unknown =>
	Array.isArray(body) ? listOf(body).map(change) : isDictionary(body) ? change(body) : body;

const rename = (names: Readonly<Record<string, string>>) => (record: Dictionary) =>
	Object.fromEntries(Object.entries(record).map(([name, value]) => [names[name] ?? name, value]));

/** The document's own way: what identifies the order in a part of its own. */
function inParts(record: Dictionary): Dictionary {
	const { id, orderStatus, ...rest } = record;
	return { order: { id, orderStatus }, ...rest };
}

/** Document 000, "Number Format": the last four digits are the range's. */
function split(record: Dictionary): Dictionary {
	const { numberRangeStart, numberRangeEnd, startFullNumber, endFullNumber, ...rest } = record;
	const [start, end] = [numberRangeStart ?? startFullNumber, numberRangeEnd ?? endFullNumber].map(String) as [
		string,
		string,
	];
	const code = Object.values(CALLING_CODES).find((calling) => start.startsWith(`+${calling}`)) ?? '';
	const national = start.slice(code.length + 1);
	return {
		...rest,
		areaCode: `0${national.slice(0, 2)}`,
		areaCodeExtn: national.slice(2, -4),
		rangeStart: start.slice(-4),
		rangeEnd: end.slice(-4),
	};
}

const splitRanges = (record: Dictionary): Dictionary => ({
	...record,
	...(Array.isArray(record.numberRangeList) && { numberRangeList: listOf(record.numberRangeList).map(split) }),
});

/**
 * Forms of answers that differ from the inferred ones. Each takes the true answer and returns what is sent instead.
 */
export const SHAPES = {
	dataEnvelope: (kind: Kind, body: unknown): Reshaped => ({ body: { data: named(kind, body) } }),
	deepEnvelope: (kind: Kind, body: unknown): Reshaped => ({
		body: { response: { status: 'OK', payload: { [`${kind}List`]: { [kind]: body } } } },
	}),
	emptyEnvelope: (kind: Kind): Reshaped => ({ body: { data: named(kind, []) } }),
	parts: (kind: Kind, body: unknown): Reshaped => ({ body: kind === 'numbers' ? body : each(body, inParts) }),
	notSuccessful: (): Reshaped => ({ body: { success: false } }),
	failedBeside: (kind: Kind): Reshaped => ({ body: { ...named(kind, []), error: { text: 'backend down' } } }),
	nothingKnown: (_: Kind, body: unknown): Reshaped => ({
		body:
			Array.isArray(body) && body.length === 0
				? { transactions: [] }
				: each(body, (record) => ({ transaction: Object.values(record) })),
	}),
	noTimes: (_: Kind, body: unknown): Reshaped => ({
		body: each(
			body,
			rename({ creationDate: 'raisedOn', lastUpdate: 'touchedOn', numberRangeList: 'telephoneNumbers' }),
		),
	}),
	otherIds: (_: Kind, body: unknown): Reshaped => ({ body: each(body, rename({ id: 'transactionRef' })) }),
	splitFormat: (kind: Kind, body: unknown): Reshaped => ({
		body: each(body, kind === 'numbers' ? split : splitRanges),
	}),
	pagesWithTotal: (kind: Kind, body: unknown): Reshaped =>
		ofList(kind, body, () => ({ body: firstPage(kind), headers: { 'x-total-count': '131' } })),
	pagesWithBodyTotal: (kind: Kind, body: unknown): Reshaped =>
		ofList(kind, body, () => ({
			body: { content: firstPage(kind), page: { size: 20, totalElements: 131, totalPages: 7, number: 0 } },
		})),
	pagesWithoutWord: (kind: Kind, body: unknown): Reshaped => ofList(kind, body, () => ({ body: firstPage(kind) })),
	cursor: (kind: Kind, body: unknown): Reshaped =>
		ofList(kind, body, () => ({ body: { ...named(kind, firstPage(kind)), nextCursor: 'eyJpZCI6MjB9' } })),
	linkElsewhere: (kind: Kind, body: unknown): Reshaped =>
		ofList(kind, body, () => ({
			body: firstPage(kind),
			headers: { link: '<https://elsewhere.invalid/pages/2>; rel="next"' },
		})),
	page: (): Reshaped => ({ body: '<!DOCTYPE html><html><body>Sign in</body></html>', contentType: 'text/html' }),
	null: (): Reshaped => ({ body: null }),
	number: (): Reshaped => ({ body: 42 }),
	noContent: (): Reshaped => ({ body: '', status: 204 }),
	/** No other shape at all: what a list says that does not know of an order yet. */
	none: (kind: Kind, body: unknown): Reshaped => ofList(kind, body, () => ({ body: [] })),
	notFound: (): Reshaped => ({ body: { code: '001', reason: 'Not found', message: 'Not found' }, status: 404 }),
} as const satisfies Record<string, (kind: Kind, body: unknown) => Reshaped>;

export type ShapeName = keyof typeof SHAPES;

export const SHAPE_NAMES = Object.keys(SHAPES) as ShapeName[];

const kindOf = (operation: string): Kind =>
	/getOrder$/.test(operation) ? 'order' : /order/i.test(operation) ? 'orders' : 'numbers';

/** The answer of an operation in another shape. */
export const reshape = (shape: ShapeName, operation: string, body: unknown): Reshaped =>
	SHAPES[shape](kindOf(operation), body);
