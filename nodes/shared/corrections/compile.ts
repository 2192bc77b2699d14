import type { ApiTable, Operation } from '../contract/table';
import { checkPathNames, checkPlaces } from './checkPlaces';
import { UnusableCorrections } from './document';
import type { ApiCorrections, NameCorrection, OperationCorrection, PagingCorrection } from './document';
import { namesOf } from './names';
import type { ContractName, Half } from './names';
import { ENTRIES, readPlace } from './place';
import type { Place } from './place';
import { compileRules } from './rewrite';
import type { Rewriting } from './rewrite';
import type { Constant, Following, KeyedEntries, Rule, Writing } from './rule';

/** An operation as Colt has it. */
export interface CorrectedOperation {
	readonly method: string;
	readonly path: string;
	readonly request: Rewriting;
	readonly answer: Rewriting;
	/** What every request holds. */
	readonly always: readonly Constant[];
	/** What requests hold depending on another value. */
	readonly follows: readonly Following[];
	readonly paging?: CompiledPaging;
}

/** How lists are read page by page, with the places of what leads to the next page. */
export interface CompiledPaging extends Omit<PagingCorrection, 'cursor' | 'next'> {
	/** Name of the query parameter that continues after a page. */
	readonly cursor?: string;
	/** Place in an answer of what leads to the next page. */
	readonly next?: Place;
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
	const follows = followingOf(operation, { ...every.follows, ...own.follows });
	checkPlaces(where, operation, rules.request, [...always, ...follows]);
	checkPathNames(where, operation, path, rules.request);
	const paging = own.paging ?? (operation.query?.fields.offset === undefined ? undefined : every.paging);
	return {
		method: own.method ?? operation.method,
		path,
		request: compileRules(rules.request),
		answer: compileRules(rules.answer),
		always,
		follows,
		...(paging !== undefined && { paging: pagingIn(where, paging) }),
	};
}

function pagingIn(where: string, { cursor, next, ...rest }: PagingCorrection): CompiledPaging {
	const from = cursor === undefined ? undefined : placeOf(where, 'request', cursor);
	if (from !== undefined && (from[0] !== 'query' || from.length !== 2))
		throw new UnusableCorrections(`${where}: the cursor "${cursor ?? ''}" is not a name of the query`);
	const to = next === undefined ? undefined : placeOf(where, 'answer', next);
	if (to?.includes(ENTRIES) === true)
		throw new UnusableCorrections(`${where}: the place "${next ?? ''}" of the next page is in a list`);
	return {
		...rest,
		...(from?.[1] !== undefined && { cursor: from[1] }),
		...(to !== undefined && { next: to }),
	};
}

function followingOf(operation: Operation, follows: NonNullable<OperationCorrection['follows']>): Following[] {
	const names = namesOf(operation, 'request');
	return Object.entries(follows).map(([text, { of, values, otherwise }]) => {
		const found = names.get(of);
		if (found === undefined)
			throw new UnusableCorrections(`${operation.id} has no name ${of} in its request${nearest(of, names)}`);
		const known = Object.entries(values).map(([value, theirs]) => [found.values?.[value] ?? value, theirs]);
		return {
			place: placeOf(operation.id, 'request', text),
			of: found.wire,
			values: Object.fromEntries(known) as Record<string, unknown>,
			...(otherwise !== undefined && { otherwise }),
		};
	});
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
		...(half === 'request' &&
			isAPersons(logical, values) &&
			correction.confirmed !== true && { isRefused: true as const }),
		...(writing !== undefined && { writing }),
		...(separator !== undefined && { separator }),
		...(beside.length > 0 && { beside }),
		...(entries !== undefined && { entries: entriesOf(where, half, entries, logical, names) }),
	};
}

/** What the nodes send by themselves: nobody is told that it does not exist at Colt. */
const SENT_BY_NODES =
	/^(header\..*|query\.(sort|offset|limit)|body(\..*)?\.reseller\.(serviceProfile|country)|body(\..*)?\.productOffering)$/;

const isAPersons = (logical: string, values: ContractName['values']): boolean =>
	!SENT_BY_NODES.test(logical) &&
	(values === undefined || Object.keys(values).length !== 1) &&
	!/\.productOffering\.name$/.test(logical);

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
