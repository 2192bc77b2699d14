import type { ApiTable, Operation } from '../contract/table';
import { UnusableCorrections } from './document';
import type { ApiCorrections, NameCorrection, OperationCorrection, PagingCorrection } from './document';
import { namesOf } from './names';
import type { ContractName, Half } from './names';
import { formatPlace, isSamePlace, isWithin, readPlace } from './place';
import type { Place } from './place';
import { compileRules } from './rewrite';
import type { Rewriting } from './rewrite';
import type { Constant, KeyedEntries, Rule, Writing } from './rule';

/** An operation as Colt has it. */
export interface CorrectedOperation {
	readonly method: string;
	readonly path: string;
	readonly request: Rewriting;
	readonly answer: Rewriting;
	/** What every request holds. */
	readonly always: readonly Constant[];
	readonly paging?: PagingCorrection;
}

/** The operations of an API that differ at Colt, by operation id. */
export type Corrections = ReadonlyMap<string, CorrectedOperation>;

const EVERY = '*';

/**
 * Prepares the corrections of one API: names are resolved in the contract, and what contradicts itself is refused.
 * @throws UnusableCorrections for an unknown operation or name, a place used twice, a mandatory name without a place
 */
export function compileCorrections(table: Pick<ApiTable, 'operations'>, corrections: ApiCorrections): Corrections {
	const { [EVERY]: every = {}, ...own } = corrections;
	const unknown = Object.keys(own).find((id) => !Object.hasOwn(table.operations, id));
	if (unknown !== undefined)
		throw new UnusableCorrections(
			`The API has no operation ${unknown}; known are ${Object.keys(table.operations).join(', ')}`,
		);
	demandUse(table, every);
	const compiled = Object.values(table.operations).map((operation): [string, CorrectedOperation] => [
		operation.id,
		compileOperation(operation, every, own[operation.id] ?? {}),
	]);
	return new Map(compiled.filter(([id]) => own[id] !== undefined || Object.keys(every).length > 0));
}

/** A name for every operation must be one of some operation. */
function demandUse({ operations }: Pick<ApiTable, 'operations'>, every: OperationCorrection): void {
	if (every.path !== undefined || every.method !== undefined)
		throw new UnusableCorrections('"*" cannot have a path or method: operations have their own');
	for (const half of ['request', 'answer'] as const) {
		const known = Object.values(operations).map((operation) => namesOf(operation, half));
		for (const name of Object.keys(every[half] ?? {})) {
			if (!known.some((names) => names.has(name)))
				throw new UnusableCorrections(`No operation has the name ${name} in its ${half}`);
		}
	}
}

function compileOperation(
	operation: Operation,
	every: OperationCorrection,
	own: OperationCorrection,
): CorrectedOperation {
	const where = operation.id;
	const path = own.path ?? operation.path;
	const rules = {
		request: rulesOf(operation, 'request', every.request ?? {}, own.request ?? {}),
		answer: rulesOf(operation, 'answer', every.answer ?? {}, own.answer ?? {}),
	};
	const always = constantsOf(where, { ...every.always, ...own.always });
	checkPlaces(where, operation, rules.request, always);
	checkPathNames(where, operation, path, rules.request);
	const paging = own.paging ?? (operation.query?.fields.offset === undefined ? undefined : every.paging);
	return {
		method: own.method ?? operation.method,
		path,
		request: compileRules(rules.request),
		answer: compileRules(rules.answer),
		always,
		...(paging !== undefined && { paging }),
	};
}

type Names = Record<string, string | null | NameCorrection>;

function rulesOf(operation: Operation, half: Half, every: Names, own: Names): Rule[] {
	const names = namesOf(operation, half);
	const used = Object.entries({ ...every, ...own }).filter(([name]) => names.has(name) || Object.hasOwn(own, name));
	return used.map(([name, entry]) => {
		const found = names.get(name);
		if (found === undefined)
			throw new UnusableCorrections(`${operation.id} has no name ${name} in its ${half}${nearest(name, names)}`);
		return ruleOf(`${operation.id} ${name}`, half, found, entry, names);
	});
}

/** The last part of a name is what people remember of it. */
function nearest(name: string, names: ReadonlyMap<string, ContractName>): string {
	const last = name.split('.').at(-1)?.toLowerCase();
	const similar = [...names.keys()].filter((one) => one.split('.').at(-1)?.toLowerCase() === last);
	return similar.length === 0 ? '' : `; it has ${similar.join(', ')}`;
}

function ruleOf(
	where: string,
	half: Half,
	{ logical, wire, values }: ContractName,
	entry: string | null | NameCorrection,
	names: ReadonlyMap<string, ContractName>,
): Rule {
	const correction: NameCorrection = typeof entry === 'string' || entry === null ? { to: entry } : entry;
	const { to, separator, entries } = correction;
	const theirs = to === undefined ? [wire] : to === null ? [] : [to].flat().map((text) => placeOf(where, half, text));
	const writing = writingOf(correction, values);
	const beside = constantsOf(where, correction.with ?? {});
	return {
		ours: wire,
		theirs: entries === undefined ? theirs : [],
		...(correction.confirmed === true && { isConfirmed: true as const }),
		...(writing !== undefined && { writing }),
		...(separator !== undefined && { separator }),
		...(beside.length > 0 && { beside }),
		...(entries !== undefined && { entries: entriesOf(where, half, entries, logical, names) }),
	};
}

function entriesOf(
	where: string,
	half: Half,
	{ by, members }: NonNullable<NameCorrection['entries']>,
	list: string,
	names: ReadonlyMap<string, ContractName>,
): KeyedEntries {
	const memberOf = (name: string): ContractName => {
		const found = names.get(`${list}[].${name}`);
		if (found === undefined) throw new UnusableCorrections(`${where}: its entries have no name ${name}`);
		return found;
	};
	const key = memberOf(by);
	const placesOf = (places: Record<string, string>): Record<string, Place> =>
		Object.fromEntries(
			Object.entries(places).map(([name, text]) => [memberOf(name).wire.at(-1) ?? name, placeOf(where, half, text)]),
		);
	return {
		by: key.wire.at(-1) ?? by,
		members: Object.fromEntries(
			Object.entries(members).map(([value, places]) => [key.values?.[value] ?? value, placesOf(places)]),
		),
	};
}

/**
 * Tables of values are written in logical values; the contract's own wire values stand on our side of the rewriting.
 */
function writingOf({ values, as, date, plus }: NameCorrection, known: ContractName['values']): Writing | undefined {
	if (values === undefined && as === undefined && date === undefined && plus === undefined) return undefined;
	const byWire =
		values && Object.fromEntries(Object.entries(values).map(([value, theirs]) => [known?.[value] ?? value, theirs]));
	return {
		...(byWire !== undefined && { values: byWire }),
		...(as !== undefined && { as }),
		...(date !== undefined && { date }),
		...(plus !== undefined && { plus }),
	};
}

const SECTIONS: Record<Half, readonly string[]> = {
	request: ['path', 'query', 'header', 'body'],
	answer: ['header', 'body'],
};

function placeOf(where: string, half: Half, text: string): Place {
	const read = readPlace(text);
	if ('problem' in read) throw new UnusableCorrections(`${where}: the place ${read.problem}`);
	const [section = '', name = '', ...inner] = read.place;
	// Headers have names in any case; those of answers come in lower case.
	if (section === 'header') return [section, name.toLowerCase(), ...inner];
	if (SECTIONS[half].includes(section)) return read.place;
	throw new UnusableCorrections(`${where}: the place "${text}" does not begin with ${SECTIONS[half].join(', ')}`);
}

const constantsOf = (where: string, constants: Record<string, unknown>): Constant[] =>
	Object.entries(constants).map(([text, value]) => ({ place: placeOf(where, 'request', text), value }));

/** Where Colt has each name of the contract, those without a correction included. */
function checkPlaces(where: string, operation: Operation, rules: readonly Rule[], always: readonly Constant[]): void {
	const taken = new Map<string, string>();
	const names = namesOf(operation, 'request');
	for (const name of names.values()) {
		const rule = rules.find(({ ours }) => isSamePlace(ours, name.wire));
		const places = theirPlacesOf(name.wire, rules);
		if (places === 'absent') {
			const isGiven =
				rule?.entries !== undefined ||
				rule?.isConfirmed === true ||
				always.some(({ place }) => isWithin(place, name.wire));
			if (name.isRequired && rule !== undefined && !isGiven && name.isLeaf)
				throw new UnusableCorrections(`${where}: ${name.logical} is mandatory, and the correction leaves it out`);
			continue;
		}
		if (!name.isLeaf) continue;
		for (const place of places) {
			const text = formatPlace(place);
			const other = taken.get(text);
			if (other !== undefined && !isToldApart(rule, rules, names.get(other)?.wire))
				throw new UnusableCorrections(`${where}: ${other} and ${name.logical} would both stand at ${text}`);
			taken.set(text, name.logical);
		}
	}
}

/** Two names may stand at one place if something beside them says which it is; they cannot be given together. */
function isToldApart(rule: Rule | undefined, rules: readonly Rule[], otherWire: Place | undefined): boolean {
	const other = rules.find(({ ours }) => otherWire !== undefined && isSamePlace(ours, otherWire));
	return (
		rule?.beside?.some(({ place, value }) =>
			other?.beside?.some((one) => isSamePlace(one.place, place) && one.value !== value),
		) === true
	);
}

function theirPlacesOf(wire: Place, rules: readonly Rule[]): readonly Place[] | 'absent' {
	const outer = rules
		.filter(({ ours }) => isWithin(wire, ours))
		.reduce<Rule | undefined>(
			(best, one) => (best === undefined || one.ours.length > best.ours.length ? one : best),
			undefined,
		);
	if (outer === undefined) return [wire];
	if (outer.theirs.length === 0) return 'absent';
	if (outer.theirs.length > 1) return outer.theirs;
	return [[...(outer.theirs[0] ?? []), ...wire.slice(outer.ours.length)]];
}

/** Every `{name}` of a path must be filled. */
function checkPathNames(where: string, operation: Operation, path: string, rules: readonly Rule[]): void {
	const own = Object.values(operation.params?.fields ?? {}).map((field) => [
		'path',
		typeof field === 'string' ? field : field.wire,
	]);
	const places = [
		...own.map((place) => theirPlacesOf(place, rules)).flatMap((found) => (found === 'absent' ? [] : found)),
		...rules.flatMap(({ theirs }) => theirs),
	];
	const given = places.filter(([section]) => section === 'path').map((place) => place[1]);
	const missing = [...path.matchAll(/\{([^}]+)\}/g)].find(([, name = '']) => !given.includes(name));
	if (missing !== undefined)
		throw new UnusableCorrections(`${where}: nothing of the contract fills ${missing[0]} of the path ${path}`);
}
