import type { IDataObject } from 'n8n-workflow';

import { inputError } from '../errors/problem';
import type { CountryCode } from '../lifecycle/countries';
import { quote } from '../input/quote';
import { readBoolean } from '../input/readBoolean';
import { readChoice } from '../input/readChoice';
import { readEmail } from '../input/readEmail';
import { demandSingle, readText } from '../input/readText';
import { optionalE164 } from '../numbers/e164';
import type { Params, RequestContext } from '../operation/types';
import { toText } from '../text';
import { CUSTOMER_FIELD } from './customerFields';
import { CUSTOMER_PARTS } from './customerParts';
import type { CustomerPart, Section } from './customerParts';

/** The end customer parts of an order body, in logical names; an empty section is absent. */
export type CustomerSections = Partial<Record<Section, Record<string, unknown>>>;

interface MapperValue {
	mappingMode?: string;
	value?: Record<string, unknown> | null;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A column of the input item, or a field of the form. */
interface Cell {
	column: string;
	value: unknown;
}

/** The columns of the input item that a part goes by, however they are written: "House number" is houseNumber. */
function columnsOf(
	{ id, label, localLabels, formerLabel }: CustomerPart,
	input: IDataObject,
	country: CountryCode,
): Cell[] {
	const names = [id, label, localLabels?.[country] ?? id, formerLabel ?? id].map(plain);
	return Object.entries(input)
		.filter(([column]) => names.includes(plain(column)))
		.map(([column, value]) => ({ column, value }));
}

/** @returns undefined for an empty value */
function clean(value: unknown, { label, type, options = [] }: CustomerPart): unknown {
	demandSingle(value, label);
	if (toText(value).trim() === '') return undefined;
	if (type === 'boolean') return readBoolean(value, label);
	return type === 'options' ? readChoice(value, label, options) : readText(value, label);
}

/**
 * The value of a part; of several columns that go by it, those that are empty do not count.
 * @throws ColtError when two columns say different things
 */
function valueOf(part: CustomerPart, cells: readonly Cell[]): unknown {
	const filled = cells
		.map(({ column, value }) => ({ column, value: clean(value, part) }))
		.filter(({ value }) => value !== undefined);
	const [first] = filled;
	const other = filled.find(({ value }) => value !== first?.value);
	if (first === undefined || other === undefined) return first?.value;
	throw inputError(
		part.label,
		`has two columns that match: ${quote(first.column)} is ${quote(first.value)}, ${quote(other.column)} is ` +
			`${quote(other.value)}`,
		'Remove or rename one of the columns.',
	);
}

/** An expression may give anything for the whole form, which would then count as empty. */
function demandForm(mapper: unknown): void {
	const value: unknown = (mapper as MapperValue).value ?? {};
	if (typeof mapper === 'object' && typeof value === 'object' && !Array.isArray(value)) return;
	throw inputError('End Customer', 'is not a group of fields', 'Fill in the fields of the form one by one.');
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
	const [head, ...rest] = path as [string, ...string[]];
	if (rest.length === 0) {
		target[head] = value;
		return;
	}
	target[head] ??= {};
	put(target[head] as Record<string, unknown>, rest, value);
}

/** A phone number in E.164, an email address that can be one. @throws ColtError naming the field */
function checked({ isPhone, isEmail, label }: CustomerPart, value: unknown, country: CountryCode, checks: boolean) {
	if (isPhone === true) return optionalE164(value, label, country, checks);
	return isEmail === true ? readEmail(value, label) : value;
}

/**
 * Reads the end customer form of one item, mapped field by field or by the column names of the input.
 * @throws ColtError naming the field that the country does not know (unless checks are off) or that is no such value
 */
export function readCustomer(
	params: Params,
	{ input, checks }: RequestContext,
	country: CountryCode,
): CustomerSections {
	const mapper = (params[CUSTOMER_FIELD] ?? {}) as MapperValue;
	demandForm(mapper);
	const isAutomatic = mapper.mappingMode === 'autoMapInputData';
	const sections: CustomerSections = {};
	for (const part of CUSTOMER_PARTS) {
		const isKnown = part.isKnownIn(country);
		// A column of the input may serve other countries' rows; a value mapped by hand was meant.
		if (isAutomatic && !isKnown) continue;
		const cells = isAutomatic ? columnsOf(part, input, country) : [{ column: part.id, value: mapper.value?.[part.id] }];
		const read = valueOf(part, cells);
		const value = checked(part, read, country, checks);
		if (value === undefined) continue;
		if (!isKnown && checks)
			throw inputError(
				part.label,
				`is not a field of ${country}`,
				'Leave it empty for this country, or switch the local checks off in the options.',
				'notInCountry',
			);
		put((sections[part.section] ??= {}), part.path, value);
	}
	for (const address of [sections.endCustomer?.address, sections.emergencyAddress]) {
		if (address !== undefined) (address as Record<string, unknown>).country = country;
	}
	return sections;
}
