import type { PagingCorrection } from '../corrections/document';
import { ENTRIES, formatPlace } from '../corrections/place';
import { contradiction } from './contradiction';
import type { SpecName } from './operations';
import type { Structure } from './structures';

const PAGE = /^(page|pageno|pagenum|pagenumber|pageindex|currentpage|p|seite|seitennummer)$/;
const SIZE =
	/^(limit|size|pagesize|perpage|pagelimit|maxresults|maxitems|maxrecords|top|rows|rowsperpage|resultsperpage|itemsperpage|recordsperpage|anzahl|seitengroesse)$/;
const OFFSET = /^(offset|skip|startindex|start|startat|startposition|firstresult)$/;
const CURSOR =
	/^(cursor|nextcursor|pagetoken|nexttoken|continuationtoken|pagecursor|after|startingafter|marker|scrollid)$/;
/** Places of an answer that tell where the next page is. */
const NEXT_TOKEN = /^(next|nextcursor|cursor|nextpagetoken|nexttoken|continuationtoken|endcursor|nextmarker|scrollid)$/;

const plain = (name: string): string => name.replace(/[^a-zA-Z]/g, '').toLowerCase();
const nameOf = ({ place }: SpecName): string => plain(place.at(-1) ?? '');

const isCount = ({ type }: SpecName): boolean => type === undefined || type === 'number' || type === 'text';

/**
 * How their lists are paged, where it differs from offset and limit; undefined where it does not, or where nothing is
 * said.
 */
export function pagingOf(
	ours: readonly SpecName[],
	theirs: readonly SpecName[],
	answer: readonly SpecName[],
): { correction: PagingCorrection; structures: Structure[]; doubt?: string } | undefined {
	const own = (name: string): SpecName | undefined =>
		ours.find(({ logical }) => formatPlace(logical) === `query.${name}`);
	const [offset, limit] = [own('offset'), own('limit')];
	if (offset === undefined || limit === undefined) return undefined;
	const query = theirs.filter(({ place }) => place[0] === 'query');
	const find = (pattern: RegExp): SpecName | undefined =>
		query.find((name) => isCount(name) && pattern.test(nameOf(name)) && contradiction(limit, name) === undefined);
	const [page, size, skip] = [find(PAGE), find(SIZE), find(OFFSET)];
	const largest = size?.maximum;
	const open = query.filter((name) => name.type === 'number' && ![page, size, skip].includes(name));
	const structure = (name: SpecName, found: SpecName | undefined, why: string, isSure = true): Structure => ({
		ours: name,
		settled: [name],
		theirs: found === undefined ? [] : [found],
		correction: { to: found === undefined ? null : formatPlace(found.place) },
		isSure,
		why,
	});
	const sized = structure(
		limit,
		size,
		size === undefined ? 'the size of a page cannot be chosen there' : 'the size of a page',
		size !== undefined || open.length === 0,
	);
	const limited = largest !== undefined && (limit.maximum === undefined || largest < limit.maximum) ? { largest } : {};
	if (page !== undefined) {
		const first = firstPageOf(page);
		return {
			correction: { style: 'page', first: first ?? 1, ...limited },
			structures: [structure(offset, page, 'pages by number there'), sized],
			...(first === undefined && { doubt: 'pages by number: whether the first is 0 or 1 is not said' }),
		};
	}
	if (skip === undefined)
		return withoutOffset(structure(offset, undefined, 'no offset there'), sized, query, answer, limited);
	if (
		formatPlace(skip.place) === formatPlace(offset.place) &&
		Object.keys(limited).length === 0 &&
		size !== undefined &&
		formatPlace(size.place) === formatPlace(limit.place)
	)
		return undefined;
	return {
		correction: { style: 'offset', ...limited },
		structures: [structure(offset, skip, 'where a page begins'), sized],
	};
}

/** Pages that are asked for by what the page before tells, or none at all. */
function withoutOffset(
	offset: Structure,
	sized: Structure,
	query: readonly SpecName[],
	answer: readonly SpecName[],
	limited: Pick<PagingCorrection, 'largest'>,
): NonNullable<ReturnType<typeof pagingOf>> {
	const cursor = query.find((name) => CURSOR.test(nameOf(name)));
	const outside = answer.filter(({ isLeaf, place }) => isLeaf && !place.includes(ENTRIES));
	const tokens = outside.filter((name) => NEXT_TOKEN.test(nameOf(name)));
	const [token] = tokens;
	if (cursor !== undefined && token !== undefined) {
		const next = formatPlace(token.place);
		return {
			correction: { style: 'cursor', cursor: formatPlace(cursor.place), next, ...limited },
			structures: [
				{ ...offset, theirs: [cursor, ...tokens], why: `${cursor.place.at(-1) ?? ''} continues after a page` },
				sized,
			],
			...(tokens.length > 1 && {
				doubt: `several names may tell where the next page is: ${tokens.map(nameOf).join(', ')}`,
			}),
		};
	}
	return {
		correction: { style: 'none', ...limited },
		structures: [offset, sized],
		...((cursor !== undefined || query.some(({ type }) => type === 'number')) && {
			doubt: 'how the next page is asked for is not recognised',
		}),
	};
}

/** Undefined where neither limits, preset, example nor description say it. */
function firstPageOf({ minimum, default: preset, example, description = '' }: SpecName): number | undefined {
	const said = [minimum, preset, example].find((value) => value === 0 || value === 1);
	if (typeof said === 'number') return said;
	if (
		/(from|starting (at|with)|starts (at|with)|based on|first( page)?( is)?) (0|zero)|zero.based|0.based/i.test(
			description,
		)
	)
		return 0;
	if (/(from|starting (at|with)|starts (at|with)|first( page)?( is)?) (1|one)|one.based|1.based/i.test(description))
		return 1;
	return undefined;
}
