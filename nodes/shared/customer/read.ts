import type { IDataObject } from 'n8n-workflow';

import { inputError } from '../errors/problem';
import type { CountryCode } from '../lifecycle/countries';
import { optionalE164 } from '../numbers/e164';
import { demandSingle } from '../operation/kinds';
import type { Params, RequestContext } from '../operation/types';
import { toText } from '../text';
import { CUSTOMER_FIELD } from './fields';
import { CUSTOMER_PARTS } from './parts';
import type { CustomerPart, Section } from './parts';

/** The end customer parts of an order body, in logical names; a section nobody filled is absent. */
export type CustomerSections = Partial<Record<Section, Record<string, unknown>>>;

interface MapperValue {
	mappingMode?: string;
	value?: Record<string, unknown> | null;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Column names of the input item, without capitals, blanks and signs, so that "House number" finds houseNumber. */
function byColumn(input: IDataObject): Map<string, unknown> {
	return new Map(Object.entries(input).map(([name, value]) => [plain(name), value]));
}

function valueOf(part: CustomerPart, mapper: MapperValue, columns: Map<string, unknown>): unknown {
	if (mapper.mappingMode !== 'autoMapInputData') return mapper.value?.[part.id];
	return (
		columns.get(plain(part.id)) ??
		columns.get(plain(part.label)) ??
		columns.get(plain(part.localLabel?.label ?? part.id))
	);
}

function asBoolean(value: unknown, part: CustomerPart): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const text = toText(value).trim().toLowerCase();
	if (text === '') return undefined;
	if (['true', 'yes', '1'].includes(text)) return true;
	if (['false', 'no', '0'].includes(text)) return false;
	throw inputError(
		part.label,
		`"${toText(value).slice(0, 40)}" is neither true nor false`,
		'Use true or false.',
		'notAChoice',
	);
}

function asOption(value: unknown, part: CustomerPart): string | undefined {
	const text = toText(value).trim();
	const found = part.options?.find(
		(option) => plain(option.value) === plain(text) || plain(option.name) === plain(text),
	);
	if (text === '' || found !== undefined) return found?.value;
	throw inputError(
		part.label,
		`"${text.slice(0, 40)}" is not one of its values`,
		`Use one of ${(part.options ?? []).map(({ name }) => name).join(', ')}.`,
		'notAChoice',
	);
}

function clean(value: unknown, part: CustomerPart): unknown {
	demandSingle(value, part.label);
	if (part.type === 'boolean') return asBoolean(value, part);
	if (part.type === 'options') return asOption(value, part);
	const text = toText(value).trim();
	return text === '' ? undefined : text;
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
	const columns = byColumn(input);
	const sections: CustomerSections = {};
	for (const part of CUSTOMER_PARTS) {
		const read = clean(valueOf(part, mapper, columns), part);
		const value = part.isPhone === true ? optionalE164(read, part.label, country, checks) : read;
		if (value === undefined) continue;
		if (!part.isKnownIn(country)) {
			// A column of the input may serve other countries' rows; a value mapped by hand was meant.
			if (mapper.mappingMode === 'autoMapInputData') continue;
			if (checks)
				throw inputError(
					part.label,
					`is not a field of ${country}`,
					'Leave it empty for this country, or switch the local checks off in the options.',
					'notInCountry',
				);
		}
		put((sections[part.section] ??= {}), part.path, value);
	}
	for (const address of [sections.endCustomer?.address, sections.emergencyAddress]) {
		if (address !== undefined) (address as Record<string, unknown>).country = country;
	}
	return sections;
}
