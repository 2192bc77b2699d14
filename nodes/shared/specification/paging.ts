import type { PagingCorrection } from '../corrections/document';
import { formatPlace } from '../corrections/place';
import type { SpecName } from './operations';
import type { Structure } from './structures';

const PAGE = /^(page|pageno|pagenum|pagenumber|pageindex|currentpage|p)$/;
const SIZE =
	/^(limit|size|pagesize|perpage|per_page|pagelimit|maxresults|maxitems|top|count|rows|rowsperpage|resultsperpage|itemsperpage)$/;
const OFFSET = /^(offset|skip|startindex|start|first|startat)$/;

const plain = (name: string): string => name.replace(/[^a-zA-Z]/g, '').toLowerCase();
const nameOf = ({ place }: SpecName): string => plain(place.at(-1) ?? '');

/**
 * How their lists are paged, where it differs from offset and limit; undefined where it does not, or where nothing is
 * said.
 */
export function pagingOf(
	ours: readonly SpecName[],
	theirs: readonly SpecName[],
): { correction: PagingCorrection; structures: Structure[] } | undefined {
	const own = (name: string): SpecName | undefined =>
		ours.find(({ logical }) => formatPlace(logical) === `query.${name}`);
	const [offset, limit] = [own('offset'), own('limit')];
	if (offset === undefined || limit === undefined) return undefined;
	const query = theirs.filter(({ place }) => place[0] === 'query');
	const find = (pattern: RegExp): SpecName | undefined => query.find((name) => pattern.test(nameOf(name)));
	const [page, size, skip] = [find(PAGE), find(SIZE), find(OFFSET)];
	const largest = size?.maximum;
	const structure = (name: SpecName, found: SpecName | undefined, why: string): Structure => ({
		ours: name,
		settled: [name],
		theirs: found === undefined ? [] : [found],
		correction: { to: found === undefined ? null : formatPlace(found.place) },
		isSure: true,
		why,
	});
	const sized = structure(
		limit,
		size,
		size === undefined ? 'the size of a page cannot be chosen there' : 'the size of a page',
	);
	const limited = largest !== undefined && (limit.maximum === undefined || largest < limit.maximum) ? { largest } : {};
	if (page !== undefined)
		return {
			correction: { style: 'page', first: firstPageOf(page), ...limited },
			structures: [structure(offset, page, 'pages by number there'), sized],
		};
	if (skip === undefined)
		return { correction: { style: 'none' }, structures: [structure(offset, undefined, 'no pages there'), sized] };
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

function firstPageOf({ minimum, description = '' }: SpecName): number {
	if (
		minimum === 0 ||
		/(from|starting at|starts at|starts with|based on) (0|zero)|zero.based|0.based/i.test(description)
	)
		return 0;
	return 1;
}
