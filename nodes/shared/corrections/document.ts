import { DATE_WRITINGS } from './rule';
import type { DateWriting } from './rule';
import { isObject } from './tree';
import type { Json } from './tree';

/** The version of the document that this package writes and reads. */
export const CORRECTIONS_VERSION = 1;
export const CORRECTIONS_FORMAT = 'n8n-nodes-colt corrections';

/** APIs that corrections can be for. */
export const CORRECTED_APIS = ['wholesaleSip', 'inbound'] as const;
export type CorrectedApi = (typeof CORRECTED_APIS)[number];

/** How one name of the contract differs at Colt. A text is `{ to: text }`, null is `{ to: null }`. */
export interface NameCorrection {
	/** Where Colt has it; null: nowhere. Several: its text is split. Left out: where the contract has it. */
	to?: string | string[] | null;
	/** That a name which the contract calls mandatory does not exist at Colt. */
	confirmed?: true;
	values?: Record<string, unknown>;
	as?: 'text' | 'number';
	date?: DateWriting;
	plus?: number;
	separator?: string;
	/** What stands beside it whenever it is given, by place. */
	with?: Record<string, unknown>;
	/** For a list of keyed entries: the member that tells which, and where the members of each stand. */
	entries?: { by: string; members: Record<string, Record<string, string>> };
}

/** A value in requests that follows from another of the same request. */
export interface FollowingValue {
	/** The logical name that it follows from, such as `query.status`. */
	of: string;
	/** By the value of that, as the contract writes it: the value here. */
	values: Record<string, unknown>;
	/**
	 * Where that is not given or has another value. Without it, such a request is refused if it is given, else sent
	 * without.
	 */
	otherwise?: unknown;
}

/** How Colt's lists are read page by page. */
export interface PagingCorrection {
	style: 'offset' | 'page' | 'cursor' | 'link' | 'none';
	/** Number of the first page, where pages are counted. */
	first?: number;
	/** The most records Colt gives at once. */
	largest?: number;
	/** For `cursor`: the place in a request of what continues after a page. */
	cursor?: string;
	/** For `cursor` and `link`: the place in an answer that tells where the next page is. */
	next?: string;
}

/** How one operation differs at Colt. */
export interface OperationCorrection {
	method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	path?: string;
	request?: Record<string, string | null | NameCorrection>;
	answer?: Record<string, string | null | NameCorrection>;
	/** What every request holds, by place. */
	always?: Record<string, unknown>;
	/** What every request holds depending on another value, by place. */
	follows?: Record<string, FollowingValue>;
	paging?: PagingCorrection;
}

/** Corrections of one API by operation id; those of `*` are for every operation that has the name. */
export type ApiCorrections = Record<string, OperationCorrection>;

export type CorrectionsDocument = {
	format: typeof CORRECTIONS_FORMAT;
	version: typeof CORRECTIONS_VERSION;
	/** What it was made from, for people. */
	source?: string;
} & Partial<Record<CorrectedApi, ApiCorrections>>;

/** A corrections document that cannot be used: what is wrong, and where in it. */
export class UnusableCorrections extends Error {
	override name = 'UnusableCorrections';
}

const refuse = (where: string, what: string): never => {
	throw new UnusableCorrections(`${where}: ${what}`);
};

/** A corrections document is a few kilobytes; more is something else. */
const LARGEST_CHARACTERS = 500_000;

/**
 * Reads the text of a corrections document. Only its form is checked here; see `compileCorrections` for its names.
 * @returns undefined for an empty text
 * @throws UnusableCorrections that names the place and what is wrong with it
 */
export function parseCorrections(text: string): CorrectionsDocument | undefined {
	if (text.trim() === '') return undefined;
	if (text.length > LARGEST_CHARACTERS)
		refuse('Corrections', `has ${text.length} characters; a corrections document has at most ${LARGEST_CHARACTERS}`);
	const document = parseJson(text);
	if (!isObject(document)) return refuse('Corrections', 'is not a JSON object');
	if (document.format !== CORRECTIONS_FORMAT)
		refuse(
			'Corrections',
			isObject(document.paths) || isObject(document.info)
				? 'is an OpenAPI specification. Use the operation Connection: Import Specification to make corrections from it'
				: `is not a corrections document: its "format" is not "${CORRECTIONS_FORMAT}"`,
		);
	const { version } = document;
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
		refuse('version', 'is not a whole number');
	if ((version as number) > CORRECTIONS_VERSION)
		refuse('version', `is ${String(version)}, and this package reads up to ${CORRECTIONS_VERSION}. Update the package`);
	demandKeys('Corrections', document, ['$schema', 'format', 'version', 'source', ...CORRECTED_APIS]);
	for (const api of CORRECTED_APIS) if (document[api] !== undefined) checkApi(api, document[api]);
	return document as CorrectionsDocument;
}

/** Two members of one name are refused: JSON would keep the last without a word. */
function parseJson(text: string): unknown {
	const read = readJson(text);
	if ('problem' in read) return refuse('Corrections', `is not JSON: ${read.problem}`);
	const twice = repeatedName(text);
	return twice === undefined ? read.value : refuse('Corrections', `has the name "${twice}" twice in one object`);
}

function readJson(text: string): { value: unknown } | { problem: string } {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

function repeatedName(text: string): string | undefined {
	const open: Array<Set<string> | undefined> = [];
	const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/g;
	for (const [whole, name, colon] of text.matchAll(token)) {
		if (whole === '{') open.push(new Set());
		else if (whole === '[') open.push(undefined);
		else if (whole === '}' || whole === ']') open.pop();
		else if (colon !== undefined && name !== undefined) {
			const names = open.at(-1);
			if (names?.has(name) === true) return name;
			names?.add(name);
		}
	}
	return undefined;
}

function checkApi(api: string, operations: unknown): void {
	if (!isObject(operations)) return refuse(api, 'is not an object of operations');
	for (const [id, correction] of Object.entries(operations)) checkOperation(`${api}.${id}`, correction);
}

function checkOperation(where: string, correction: unknown): void {
	if (!isObject(correction)) return refuse(where, 'is not an object');
	demandKeys(where, correction, ['method', 'path', 'request', 'answer', 'always', 'follows', 'paging']);
	const { method, path, request, answer, always, follows, paging } = correction;
	if (method !== undefined && !['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method as string))
		refuse(`${where}.method`, 'is not GET, POST, PUT, PATCH or DELETE');
	if (path !== undefined && (typeof path !== 'string' || !/^\/[^\s?#]*$/.test(path) || path.includes('//')))
		refuse(`${where}.path`, 'is not a path that begins with /');
	for (const [half, names] of Object.entries({ request, answer })) {
		if (names === undefined) continue;
		if (!isObject(names)) return refuse(`${where}.${half}`, 'is not an object of names');
		for (const [name, entry] of Object.entries(names)) checkName(`${where}.${half} ${name}`, entry);
	}
	if (always !== undefined && !isObject(always)) refuse(`${where}.always`, 'is not an object of places');
	if (follows !== undefined) checkFollows(`${where}.follows`, follows);
	if (paging !== undefined) checkPaging(`${where}.paging`, paging);
}

function checkFollows(where: string, follows: unknown): void {
	if (!isObject(follows)) return refuse(where, 'is not an object of places');
	for (const [place, entry] of Object.entries(follows)) {
		if (!isObject(entry) || typeof entry.of !== 'string' || !isObject(entry.values))
			return refuse(`${where} ${place}`, 'needs "of", a name, and "values", the value for each of its values');
		demandKeys(`${where} ${place}`, entry, ['of', 'values', 'otherwise']);
	}
}

function checkName(where: string, entry: unknown): void {
	if (entry === null || typeof entry === 'string') return;
	if (!isObject(entry)) return refuse(where, 'is neither a place, null nor an object');
	demandKeys(where, entry, ['to', 'confirmed', 'values', 'as', 'date', 'plus', 'separator', 'with', 'entries']);
	const { to, values, as, date, plus, separator, entries } = entry;
	const isPlaces = Array.isArray(to) && to.length > 1 && to.every((place) => typeof place === 'string');
	if (to !== undefined && to !== null && typeof to !== 'string' && !isPlaces)
		refuse(`${where}.to`, 'is neither a place, a list of places nor null');
	if (values !== undefined && !isObject(values)) refuse(`${where}.values`, 'is not an object of values');
	if (entry.with !== undefined && !isObject(entry.with)) refuse(`${where}.with`, 'is not an object of places');
	if (entry.confirmed !== undefined && entry.confirmed !== true) refuse(`${where}.confirmed`, 'is not true');
	if (as !== undefined && as !== 'text' && as !== 'number') refuse(`${where}.as`, 'is neither "text" nor "number"');
	if (date !== undefined && !DATE_WRITINGS.includes(date as DateWriting))
		refuse(`${where}.date`, `is not one of ${DATE_WRITINGS.join(', ')}`);
	if (plus !== undefined && typeof plus !== 'number') refuse(`${where}.plus`, 'is not a number');
	if (separator !== undefined && (typeof separator !== 'string' || separator === ''))
		refuse(`${where}.separator`, 'is not a text');
	if (entries !== undefined) checkEntries(`${where}.entries`, entries);
}

function checkEntries(where: string, entries: unknown): void {
	if (!isObject(entries) || typeof entries.by !== 'string' || !isObject(entries.members))
		return refuse(where, 'needs "by", a name, and "members", the places of each entry');
	for (const [key, members] of Object.entries(entries.members)) {
		if (!isObject(members) || !Object.values(members).every((place) => typeof place === 'string'))
			refuse(`${where}.members ${key}`, 'is not an object of places');
	}
}

function checkPaging(where: string, paging: unknown): void {
	if (!isObject(paging)) return refuse(where, 'is not an object');
	demandKeys(where, paging, ['style', 'first', 'largest', 'cursor', 'next']);
	const { style, cursor, next } = paging;
	if (!['offset', 'page', 'cursor', 'link', 'none'].includes(style as string))
		refuse(`${where}.style`, 'is not offset, page, cursor, link or none');
	const isLed = style === 'cursor' || style === 'link';
	if ((typeof next === 'string') !== isLed)
		refuse(`${where}.next`, 'is a place of the answer, for cursor and link only');
	if ((typeof cursor === 'string') !== (style === 'cursor'))
		refuse(`${where}.cursor`, 'is a place of the query, for cursor only');
	for (const name of ['first', 'largest'] as const) {
		const count = paging[name];
		const least = name === 'largest' ? 1 : 0;
		if (count !== undefined && (!Number.isInteger(count) || (count as number) < least))
			refuse(`${where}.${name}`, `is not a whole number from ${least}`);
	}
}

function demandKeys(where: string, value: Json, known: readonly string[]): void {
	const unknown = Object.keys(value).find((key) => !known.includes(key));
	if (unknown !== undefined) refuse(where, `has the unknown name "${unknown}"; known are ${known.join(', ')}`);
}
