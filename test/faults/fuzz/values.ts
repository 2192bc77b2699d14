import fc from 'fast-check';

const BIG = 1_048_576;

/** Texts that people, spreadsheets and attackers put into fields. */
const TEXTS = [
	'', ' ', '\t', '\u00a0', 'x', 'null', 'undefined', 'NaN', 'true', '[object Object]', '0', '-1', '1.5', '1e3', '0x10', '4.42E+11', '4,42081E+11', '#REF!', '+', '+44', '+440000000000000000',
	'2081350001', '+٤٤٢٠٨١٣٥٠٠٠١', '+442081350001;ext=1', '+442081350001,+442081350002', 'tel:+442081350001', '２０８１', '+12025550123', '2026-02-30', '0000-00-00', '31/12/2099', '2099-13-01', '45292', 'tomorrow',
	'__proto__', 'constructor', 'toString', 'hasOwnProperty', '{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '{"a":', '[1,2]', '"text"', '{{ $json }}',
	'"><script>alert(1)</script>', "'; DROP TABLE orders; --", '../../etc/passwd', '..%2f..%2fadmin', '%00', 'a/b?c=d#e', 'a\r\nx-evil: 1', 'a\nb', '\u0000', '\u0007bell', '\u202eevil', '\ud800', '😀', '👩‍👩‍👧‍👦'.repeat(20), 'Z̷̢̛a̸l̵g̶o̴',
	'a b', ' padded ', 'é'.repeat(300), 'x'.repeat(51), 'x'.repeat(256), 'GB ', 'gb', 'XX', 'UK', 'Deutschland',
] as const;

const NUMBERS = [0, -0, 1, -1, 1.5, -1.5, 1e21, 1e-7, 4.42e11, 442_081_350_001, 2 ** 53, -(2 ** 53), Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

/** Values of another type than any field has. */
const OTHERS: ReadonlyArray<() => unknown> = [
	() => null, () => undefined, () => true, () => false, () => [], () => ({}), () => [[]], () => [null], () => ['+442081350001'], () => [{ start: 1 }], () => ({ a: 1 }), () => ({ value: 'x' }),
	() => ({ toString: null, valueOf: null }), () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown, () => Object.create(null) as unknown, () => ({ length: 3 }), () => new Date(0), () => new Date(Number.NaN), () => nested(200), () => Array.from({ length: 500 }, (_, index) => index),
];

/** Anything that is not what a field expects; now and then it is good by chance. */
export const badValue: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 8, arbitrary: fc.constantFrom<unknown>(...TEXTS) },
	{ weight: 3, arbitrary: fc.constantFrom<unknown>(...NUMBERS) },
	{ weight: 4, arbitrary: fc.constantFrom(...OTHERS).map((make) => make()) },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
	{ weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('+', '0', '9', '-', ' ', '.', 'E', 'e', '٣'), maxLength: 24 }) },
	{ weight: 1, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000_000 }) },
	{ weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** A text of a mebibyte: rarely, because it costs time. */
export const hugeText = (letter: string): string => letter.repeat(BIG);
