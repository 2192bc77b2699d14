import type { INodePropertyCollection } from 'n8n-workflow';

import { shapeOf, wireOf } from '../contract/encode';
import type { Shape } from '../contract/table';
import { CUSTOMER_FIELD } from '../customer/customerFields';
import { CUSTOMER_PARTS } from '../customer/customerParts';
import type { CustomerPart } from '../customer/customerParts';
import type { Problem } from '../errors/problem';
import type { CountryCode } from '../lifecycle/countries';
import type { CallOperation } from '../operation/types';

/** A property of n8n's, as far as its name and label go. */
interface Labelled {
	name: string;
	displayName: string;
	options?: unknown;
}

/** Labels of fields by their names, those of collections and their rows included. */
function labelsIn(fields: readonly Labelled[], labels = new Map<string, string>()): Map<string, string> {
	for (const { name, displayName, options } of fields) {
		if (!labels.has(name)) labels.set(name, displayName);
		for (const inner of (Array.isArray(options) ? options : []) as Array<Labelled & Partial<INodePropertyCollection>>) {
			if (inner.values !== undefined) labelsIn(inner.values, labels);
			else if (inner.displayName !== undefined) labelsIn([inner], labels);
		}
	}
	return labels;
}

/** Every field of a body or query: Colt's name, and ours with those above it. */
function namesIn(
	shape: Shape | null | undefined,
	path: readonly string[] = [],
): Array<[colt: string, path: readonly string[]]> {
	if (!shape) return [];
	if ('list' in shape) return namesIn(shape.list, path);
	if (!('fields' in shape)) return [];
	return Object.entries(shape.fields).flatMap(([ours, field]) => {
		const here = [...path, ours];
		return [[wireOf(field), here] as [string, string[]], ...namesIn(shapeOf(field), here)];
	});
}

const isAt = ({ section, path }: CustomerPart, place: readonly string[]): boolean => {
	const whole = [section, ...path];
	return place.slice(-whole.length).join() === whole.join();
};

/** The label of a part of the end customer form in a country. */
const labelOfPart = ({ label, localLabels, section }: CustomerPart, country: CountryCode | undefined): string => {
	const own = (country === undefined ? undefined : localLabels?.[country]) ?? label;
	return section === 'endCustomer' ? `End Customer: ${own}` : own;
};

/** A field of the form, and where the contract has it. */
interface FieldPlace {
	/** The contract's name of it on the wire. */
	colt: string;
	/** Its place in logical names without the entries of lists, such as `body.relatedParty.endCustomer.name`. */
	place: string;
	label: string;
}

function placesOfFields(
	{ wire, fields }: Pick<CallOperation, 'wire' | 'fields'>,
	country: CountryCode | undefined,
): FieldPlace[] {
	const labels = labelsIn(fields);
	const parts = fields.some(({ name }) => name === CUSTOMER_FIELD) ? CUSTOMER_PARTS : [];
	return (['body', 'query', 'params'] as const).flatMap((section) =>
		namesIn(wire[section]).flatMap(([colt, path]): FieldPlace[] => {
			const part = parts.find((one) => isAt(one, path));
			if (part !== undefined && country !== undefined && !part.isKnownIn(country)) return [];
			const label =
				part === undefined ? (labels.get(colt) ?? labels.get(path.at(-1) ?? '')) : labelOfPart(part, country);
			const place = [section === 'params' ? 'path' : section, ...path].join('.');
			return label === undefined ? [] : [{ colt, place, label }];
		}),
	);
}

/**
 * The labels of an operation's fields by the names that Colt has for them, according to the contract. A name that
 * appears in two places of the form, such as that of a street, has both labels.
 */
export function labelsByColtName(
	operation: Pick<CallOperation, 'wire' | 'fields'>,
	country: CountryCode | undefined,
): ReadonlyMap<string, string> {
	const byName = new Map<string, Set<string>>();
	for (const { colt, label } of placesOfFields(operation, country))
		byName.set(colt, (byName.get(colt) ?? new Set()).add(label));
	return new Map([...byName].map(([colt, all]) => [colt, [...all].join(' or ')]));
}

/** The labels of an operation's fields by their logical places, without the entries of lists. */
export const labelsByPlace = (
	operation: Pick<CallOperation, 'wire' | 'fields'>,
	country: CountryCode | undefined,
): ReadonlyMap<string, string> => new Map(placesOfFields(operation, country).map(({ place, label }) => [place, label]));

/** A name as JSON has them; a plain English word, such as `city`, needs no label. */
const NAME = /\b[a-z][a-z0-9]*[A-Z]\w*\b(?!\.\w)/g;

/**
 * A refusal of Colt's with our label beside each name of a field that it mentions, and in `field` where it is one
 * alone: the editor does not show Colt's names.
 */
export function withLabels(problem: Problem, labels: ReadonlyMap<string, string>): Problem {
	if (problem.vendorMessage === undefined && problem.reason === undefined && problem.check !== 'noForm') return problem;
	const found = new Set<string>();
	const message = problem.message.replace(NAME, (name) => {
		const label = labels.get(name);
		if (label === undefined || found.has(label)) return name;
		found.add(label);
		return `${name} (${label})`;
	});
	const [only] = found;
	const field = found.size === 1 ? (problem.field ?? only) : problem.field;
	return { ...problem, message, ...(field !== undefined && { field }) };
}
