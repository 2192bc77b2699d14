import { decodePaging } from '../contract/codec';
import { isDictionary, openList } from '../contract/envelope';
import type { ListForm, OpenedList } from '../contract/envelope';
import type { Operation } from '../contract/table';
import { ColtError } from '../errors/problem';
import { optionalText } from '../text';
import type { Answer } from './client';

/** A record of a list, decoded and as Colt sent it; where the credential corrects names, `raw` is in the contract's. */
export interface ListRecord {
	decoded: unknown;
	raw: unknown;
}

/** One answer of a list, read. */
export interface ListAnswer {
	records: ListRecord[];
	/** How many records the whole list has, if a header or the body says so. */
	total: number | undefined;
	/** Query of the next page in wire names, if the answer links to one on the same path. */
	next: Record<string, string> | undefined;
	/** Whether the next page is asked for by the query of this one, too. */
	keepsQuery: boolean;
	/** Whether there certainly is no next page. */
	isEnd: boolean;
	/** What the answer says of more in another way: a cursor, `hasMore`, a link elsewhere, a number of pages. */
	more: { isTold: boolean; pages: number | undefined };
	/**
	 * Whether the answer certainly is this list or a part of it: a bare list or a member that is one, and no word of a
	 * failure beside it. Nothing may be concluded from what another answer does *not* contain.
	 */
	isCertain: boolean;
}

const NO_RECORDS =
	/\bno (?:\w+ )?(?:records?|orders?|numbers?|results?|data|items?|matches)\b|\b(?:records?|orders?|numbers?|results?) not found\b/i;
const TOTAL =
	/^(?:x-)?total(?:_?-?(?:count|elements|records|items|results|size|orders|numbers))?$|^(?:record|item|order)s?Total$/i;
const TOTAL_PAGES = /^(?:total_?pages|page_?count|pages)$/i;
const HAS_MORE = /^(?:has_?(?:more|next)(?:_?page)?|more(?:_?(?:results|data|available))?|is_?truncated|truncated)$/i;
const IS_LAST = /^(?:is_?)?last(?:_?page)?$/i;
const NEXT =
	/^(?:next|_?next_?(?:page|link|cursor|token|url|href|page_?token|marker|offset)|cursor|continuation(?:_?token)?|scroll_?id)$/i;
const SUCCESS_CODE = /^(?:0+|2\d\d|ok|success)$/i;

/** Scalars and links beside the records, with the objects that contain them; the records themselves are not read. */
function* factsIn(wire: unknown, depth = 1): Generator<[name: string, value: unknown]> {
	if (!isDictionary(wire) || depth > 3) return;
	for (const [name, value] of Object.entries(wire)) {
		yield [name, value];
		if (isDictionary(value)) yield* factsIn(value, depth + 1);
	}
}

const count = (value: unknown): number | undefined => {
	const text = optionalText(value) ?? '';
	return (typeof value === 'number' || typeof value === 'string') && /^\d+$/.test(text) ? Number(text) : undefined;
};

function totalOf(operation: Operation, { headers, raw }: Pick<Answer, 'headers' | 'raw'>): number | undefined {
	const total = decodePaging(operation, headers).totalCount;
	if (total !== undefined) return total;
	const range = /\/(\d+)\s*$/.exec(headers['content-range'] ?? '')?.[1];
	if (range !== undefined) return Number(range);
	for (const [name, value] of [...Object.entries(headers), ...factsIn(raw)]) {
		const total = TOTAL.test(name) ? count(value) : undefined;
		if (total !== undefined) return total;
	}
	return undefined;
}

const hrefOf = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : isDictionary(value) && typeof value.href === 'string' ? value.href : undefined;

/** Where an answer says the next page is: RFC 8288's header, or the usual writings of it in a body. */
function linksToNext({ headers, raw }: Pick<Answer, 'headers' | 'raw'>): string[] {
	const header = /<([^>]*)>(?=[^,]*;\s*rel\s*=\s*"?(?:[^",]*\s)?next\b)/i.exec(headers.link ?? '')?.[1];
	const inBody = [...factsIn(raw)].flatMap(([name, value]) => {
		if (/^_?links?$/i.test(name) && Array.isArray(value))
			return (value as unknown[]).filter((link) => isDictionary(link) && /^next$/i.test(optionalText(link.rel) ?? ''));
		return /^next(?:_?(?:page|link|url|href))?$/i.test(name) ? [value] : [];
	});
	return [header, ...inBody.map(hrefOf)].flatMap((href) => (href === undefined || href === '' ? [] : [href]));
}

/**
 * The query of a link to the next page. Only its query is taken: the call itself goes where every call goes, so that no
 * token follows a link to another host.
 */
function queryOf(href: string, path: string): Record<string, string> | undefined {
	const here = `https://api.invalid${path}`;
	if (!URL.canParse(href, here)) return undefined;
	const url = new URL(href, here);
	const isSame = url.pathname.replace(/\/$/, '').endsWith(path) && url.search !== '';
	return isSame ? Object.fromEntries(url.searchParams) : undefined;
}

const isTrue = (value: unknown): boolean => value === true || value === 'true';
const isFalse = (value: unknown): boolean => value === false || value === 'false';

const isMore = ([name, value]: [string, unknown]): boolean =>
	(HAS_MORE.test(name) && isTrue(value)) ||
	(IS_LAST.test(name) && isFalse(value)) ||
	(NEXT.test(name) && ((typeof value === 'string' && value !== '') || typeof value === 'number'));

const isEnd = ([name, value]: [string, unknown]): boolean =>
	(HAS_MORE.test(name) && isFalse(value)) || (IS_LAST.test(name) && isTrue(value));

/** TMF630: 206 says that there is more. */
const PARTIAL = 206;

function moreIn({ raw, status }: Answer, links: readonly string[]): ListAnswer['more'] {
	const facts = [...factsIn(raw)];
	const pages = facts.flatMap(([name, value]) => (TOTAL_PAGES.test(name) ? (count(value) ?? []) : []));
	const isOver = facts.some(isEnd);
	return {
		isTold: links.length > 0 || status === PARTIAL || (!isOver && facts.some(isMore)),
		pages: isOver ? undefined : pages[0],
	};
}

/** Words of a failure beside a list: then the list is what the failure has left of it. */
const saysFailure = (raw: unknown): boolean =>
	[...factsIn(raw)].some(
		([name, value]) =>
			(/^(?:is_?)?(?:success|ok|successful)$/i.test(name) && isFalse(value)) ||
			(/^(?:errors?|faults?|warnings?|exception)$/i.test(name) && !isNothing(value)) ||
			(/^(?:status|result|outcome)$/i.test(name) && /fail|error|denied/i.test(optionalText(value) ?? '')) ||
			(/^(?:partial|incomplete|timed_?out)$/i.test(name) && isTrue(value)) ||
			(/^(?:code|result_?code|status_?code)$/i.test(name) &&
				!isNothing(value) &&
				!isDictionary(value) &&
				!SUCCESS_CODE.test(optionalText(value) ?? '')),
	);

const isNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === '' ||
	value === false ||
	value === 0 ||
	(Array.isArray(value) && value.length === 0) ||
	(isDictionary(value) && Object.keys(value).length === 0);

/** Whether an answer without a list means an empty one. */
function meansEmpty(raw: unknown, total: number | undefined): boolean {
	if (raw === null || raw === undefined) return true;
	if (!isDictionary(raw) || saysFailure(raw)) return false;
	const texts = [...factsIn(raw)].flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
	return Object.keys(raw).length === 0 || total === 0 || texts.some((text) => NO_RECORDS.test(text));
}

/** The names of an answer, for the one who has to find out what it is. */
function namesOf(raw: unknown): string {
	if (Array.isArray(raw)) return raw.length === 0 ? 'an empty list' : `a list of ${namesOf(raw[0])}`;
	if (!isDictionary(raw)) return raw === null ? 'null' : typeof raw;
	const names = Object.entries(raw).map(([name, value]) =>
		isDictionary(value) ? `${name}: { ${Object.keys(value).slice(0, 8).join(', ')} }` : name,
	);
	const text = `{ ${names.slice(0, 12).join(', ')} }`;
	return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

const unreadable = (what: string, { raw, status, trackingId }: Answer): ColtError =>
	new ColtError({
		kind: 'api',
		message: `${what}. It has: ${namesOf(raw)}`,
		remedy:
			"Colt's API may have changed, or something else is answering: compare the names with the contract, and " +
			"check the credential's base URL.",
		outcome: 'refused',
		httpStatus: status,
		trackingId,
	});

const knowsNothing = (record: unknown): boolean => !isDictionary(record) || Object.keys(record).length === 0;

const CERTAIN: ReadonlySet<ListForm> = new Set(['bare', 'member']);

function recordsOf(opened: OpenedList, { decoded }: Pick<Answer, 'decoded'>): ListRecord[] {
	const all = Array.isArray(decoded) ? (decoded as unknown[]) : [];
	return opened.records.map((raw, index) => ({ decoded: all[index], raw }));
}

/**
 * Reads one answer of a list, in whatever the API wraps it.
 * @param path of the operation: links elsewhere are not followed
 * @throws ColtError naming what was received, when there is no list in it or nothing of its records is known
 */
export function readListAnswer(operation: Operation, path: string, answer: Answer): ListAnswer {
	const total = totalOf(operation, answer);
	const { response } = operation;
	const opened = response !== undefined && 'list' in response ? openList(response, answer.body) : undefined;
	if (opened === undefined && !meansEmpty(answer.raw, total))
		throw unreadable("Colt's answer has no list of records that this node can read", answer);
	const records = opened === undefined ? [] : recordsOf(opened, answer);
	if (records.length > 0 && records.every(({ decoded }) => knowsNothing(decoded)))
		throw unreadable("None of the records in Colt's answer has a name that this node knows", answer);
	const { nextPage } = answer;
	const links = nextPage === undefined ? linksToNext(answer) : [];
	const next = nextPage?.query ?? links.map((href) => queryOf(href, path)).find((query) => query !== undefined);
	return {
		records,
		total,
		next,
		keepsQuery: nextPage?.keepsQuery === true,
		isEnd: nextPage !== undefined && nextPage.query === undefined,
		more: moreIn(answer, links),
		isCertain: opened !== undefined && CERTAIN.has(opened.form) && !saysFailure(answer.raw),
	};
}
