import type { Place } from './place';
import { type SchemaView, holderOf, valuesOf } from './schema';

/** What a schema says under one keyword, in words, and where. */
export interface Fact {
	text: string;
	holder: Place | undefined;
}

export const ABSENT = 'none';

const LIMITS = [
	'pattern',
	'minLength',
	'maxLength',
	'minimum',
	'maximum',
	'exclusiveMinimum',
	'exclusiveMaximum',
	'multipleOf',
	'minItems',
	'maxItems',
	'uniqueItems',
	'default',
];
/** Keywords that are compared one by one, beside type, required and properties. */
export const KEYWORDS: readonly string[] = ['enum', 'format', ...LIMITS];
/** Widths of numbers; they change nothing in JSON. */
const WIDTHS = new Set(['int32', 'int64', 'float', 'double']);
/** Said by default, so the same as nothing. */
const EMPTY: Readonly<Record<string, unknown>> = { minLength: 0, minItems: 0, uniqueItems: false };

/** What a schema says under a keyword; `none` when it says nothing. */
export function factOf(view: SchemaView, keyword: string): Fact {
	if (keyword === 'enum') return enumFact(view);
	if (keyword === 'format') return formatFact(view);
	const holder = holderOf(view, keyword);
	const value = holder?.value[keyword];
	if (!holder || value === EMPTY[keyword]) return { text: ABSENT, holder: undefined };
	return { text: typeof value === 'string' ? value : JSON.stringify(value), holder };
}

/** The order of values means nothing, nor does null among them, which is part of the type. */
function enumFact(view: SchemaView): Fact {
	const values = valuesOf(view)?.filter((value) => value !== null);
	if (!values) return { text: ABSENT, holder: undefined };
	const texts = [...new Set(values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))))];
	return { text: texts.toSorted().join(', '), holder: holderOf(view, 'enum') };
}

/** Base64 is a format in OpenAPI 3.0 and an encoding in 3.1. */
function formatFact(view: SchemaView): Fact {
	const encoding = holderOf(view, 'contentEncoding');
	const holder = encoding ?? holderOf(view, 'format');
	const value = holder?.value[encoding ? 'contentEncoding' : 'format'];
	if (typeof value !== 'string' || WIDTHS.has(value)) return { text: ABSENT, holder: undefined };
	return { text: value === 'byte' ? 'base64' : value, holder };
}
