import { shapeOf, wireOf } from '../nodes/shared/contract/encode';
import type { ObjectShape, Shape } from '../nodes/shared/contract/table';
import { countryOfE164 } from '../nodes/shared/lifecycle/countryCodes';
import { toSplit } from '../nodes/shared/numbers/split';
import { dateIn, statusIn } from './spellings';
import type { Settings } from './settings';

/** How answers are written, where the documents leave it open or say it in several ways. */
export type AnswerForm = Pick<Settings, 'numberForm' | 'statusName' | 'statusSpelling' | 'dateForm' | 'orderTypeWords'>;

type Wire = Record<string, unknown>;

/** Wire names of the split format (000, "Number Format"). */
const SPLIT = { areaCode: 'areaCode', areaCodeExtn: 'areaCodeExtn', start: 'rangeStart', end: 'rangeEnd' } as const;

/** Fields that are moments or days. */
const DATES: readonly string[] = [
	'createdAt',
	'changedAt',
	'at',
	'reservedUntil',
	'quarantinedUntil',
	'expiresAt',
	'portDate',
	'requestedDate',
	'firstPossibleDate',
];

/**
 * An answer in the form that the settings ask for. It comes after the check against the contract, which knows one form
 * alone: what changes here is how a real API may write the same.
 */
export function inForm(form: AnswerForm, shape: Shape | null | undefined, wire: unknown): unknown {
	if (!shape || wire === null || wire === undefined) return wire;
	if ('list' in shape) return Array.isArray(wire) ? wire.map((item) => inForm(form, shape.list, item)) : wire;
	if (!('fields' in shape) || typeof wire !== 'object') return wire;
	const changed = { ...(wire as Wire) };
	for (const [logical, field] of Object.entries(shape.fields)) {
		const name = wireOf(field);
		const value = changed[name];
		if (value === undefined) continue;
		if (typeof value === 'object') changed[name] = inForm(form, shapeOf(field), value);
		else if (DATES.includes(logical)) changed[name] = dateIn(form.dateForm, value);
		else if (logical === 'status') writeStatus(form, shape, changed, name);
		else if (logical === 'type') changed[name] = typeIn(form, shapeOf(field), value);
	}
	if (form.numberForm === 'split') splitNumbers(shape, changed);
	return changed;
}

/** Only an order's status has several names: `orderStatus`, `transactionStatus` (000), TMF's `state`. */
function writeStatus(form: AnswerForm, shape: ObjectShape, record: Wire, name: string): void {
	const status = statusIn(form.statusSpelling, String(record[name]));
	const isNumber = 'start' in shape.fields;
	if (isNumber || form.statusName === '') {
		record[name] = status;
		return;
	}
	delete record[name];
	record[form.statusName] = status;
}

/** `Activation` as 000 has it, or `Number Activation` as 002, 003 and 004 do. */
function typeIn({ orderTypeWords }: AnswerForm, shape: Shape | undefined, value: unknown): unknown {
	if (orderTypeWords === 'short' || !shape || !('values' in shape)) return value;
	const [logical = ''] = Object.entries(shape.values).find(([, word]) => word === value) ?? [];
	return shape.others?.[logical]?.find((word) => word.startsWith('Number ')) ?? value;
}

/** A range without an area code that both ends share stays in full numbers: the four parts cannot say it. */
function splitNumbers({ fields }: ObjectShape, record: Wire): void {
	if (fields.start === undefined || fields.end === undefined) return;
	const [first, last] = [wireOf(fields.start), wireOf(fields.end)];
	const [start, end] = [record[first], record[last]];
	if (typeof start !== 'string' || typeof end !== 'string') return;
	const country = countryOfE164(start);
	const parts = country && toSplit({ start, end, country });
	if (!parts) return;
	delete record[first];
	delete record[last];
	record[SPLIT.areaCode] = parts.areaCode;
	if (parts.areaCodeExtn !== '') record[SPLIT.areaCodeExtn] = parts.areaCodeExtn;
	record[SPLIT.start] = parts.rangeStart;
	record[SPLIT.end] = parts.rangeEnd;
}
