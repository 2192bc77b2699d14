import { type ApiOperation, pathNames } from './operations';
import { spelledAlike } from './similarity';

/** How the paths of two documents correspond: what to take from the front of each. */
export interface Alignment {
	/** Leading segments of our full paths to leave out. */
	ours: number;
	/** Leading segments of theirs. */
	theirs: string;
	/** How many operations of ours are found with it. */
	matched: number;
}

export interface Pair {
	ours: ApiOperation;
	theirs: ApiOperation;
}

const VERSION = /(^|\/)v\d+(\/|$)/;
const LIKELY = 0.75;

/** Full path in segments; a path parameter is `{}` whatever its name. */
export const segmentsOf = ({ basePath, path }: ApiOperation): string[] =>
	`${basePath}${path}`
		.replace(/\{[^}]+\}/g, '{}')
		.split('/')
		.filter(Boolean);

/**
 * The alignment under which most of our operations are found. Servers and base paths may differ: our base path may
 * be left out, and the first segment after it (`v1`) where theirs has no version at all.
 */
export function align(ours: readonly ApiOperation[], theirs: readonly ApiOperation[]): Alignment {
	const votes = new Map<string, Alignment>();
	for (const our of ours.filter(isCalled)) {
		const base = our.basePath.split('/').filter(Boolean).length;
		const whole = segmentsOf(our);
		for (const their of theirs.filter(isCalled)) {
			if (our.method !== their.method) continue;
			const other = segmentsOf(their);
			for (let cut = 0; cut <= Math.min(base + 1, whole.length - 1); cut += 1) {
				const rest = whole.slice(cut);
				const prefix = other.slice(0, other.length - rest.length).join('/');
				if (rest.length > other.length || other.slice(other.length - rest.length).join('/') !== rest.join('/'))
					continue;
				if (cut > base && VERSION.test(prefix)) continue;
				const key = `${cut} ${prefix}`;
				const vote = votes.get(key) ?? { ours: cut, theirs: prefix, matched: 0 };
				votes.set(key, { ...vote, matched: vote.matched + 1 });
			}
		}
	}
	const [best] = [...votes.values()].toSorted((a, b) => b.matched - a.matched || a.ours - b.ours);
	const base = ours[0]?.basePath.split('/').filter(Boolean) ?? [];
	const { ours: cut, theirs: prefix, matched } = best ?? { ours: 0, theirs: '', matched: 0 };
	// What both have of our base path belongs to the front too, so that only what follows is compared.
	return { ours: Math.max(cut, base.length), theirs: [prefix, ...base.slice(cut)].filter(Boolean).join('/'), matched };
}

/** Whether both paths of a pair are the same, save for what the alignment leaves out. */
export function isSamePath({ ours, theirs }: Pair, alignment: Alignment): boolean {
	if (!isCalled(ours)) return true;
	return (
		segmentsOf(ours).slice(alignment.ours).join('/') === withoutPrefix(segmentsOf(theirs).join('/'), alignment.theirs)
	);
}

/**
 * Operations of both documents in pairs: the same path and method, then the same path, then a similar path; only the
 * first when `exact`.
 */
export function pairOperations(
	ours: readonly ApiOperation[],
	theirs: readonly ApiOperation[],
	alignment: Alignment,
	exact = false,
): Pair[] {
	const pairs: Pair[] = [];
	const taken = new Set<ApiOperation>();
	const pair = (fits: (our: ApiOperation, their: ApiOperation) => boolean): void => {
		for (const our of ours) {
			if (taken.has(our)) continue;
			const their = theirs.find((candidate) => !taken.has(candidate) && fits(our, candidate));
			if (!their) continue;
			taken.add(our).add(their);
			pairs.push({ ours: our, theirs: their });
		}
	};
	const ourPath = (operation: ApiOperation): string => segmentsOf(operation).slice(alignment.ours).join('/');
	const theirPath = (operation: ApiOperation): string =>
		withoutPrefix(segmentsOf(operation).join('/'), alignment.theirs);
	pair(
		(our, their) =>
			our.method === their.method && isCalled(our) && isCalled(their) && ourPath(our) === theirPath(their),
	);
	pair(
		(our, their) =>
			our.method === their.method && our.webhook !== undefined && nameOfWebhook(their) === our.webhook.toLowerCase(),
	);
	if (exact) return pairs;
	pair((our, their) => isCalled(our) && isCalled(their) && ourPath(our) === theirPath(their));
	for (const { our, their } of similarPaths(ours, theirs, ourPath, theirPath)) {
		if (!taken.has(our) && !taken.has(their)) pair((one, other) => one === our && other === their);
	}
	return pairs.toSorted((a, b) => ours.indexOf(a.ours) - ours.indexOf(b.ours));
}

/** Words of one path are often among those of another (`order`), so only the spelling of the whole counts. */
function similarPaths(
	ours: readonly ApiOperation[],
	theirs: readonly ApiOperation[],
	ourPath: (operation: ApiOperation) => string,
	theirPath: (operation: ApiOperation) => string,
): Array<{ our: ApiOperation; their: ApiOperation }> {
	return ours
		.filter(isCalled)
		.flatMap((our) =>
			theirs
				.filter(
					(their) =>
						isCalled(their) &&
						their.method === our.method &&
						pathNames(their.path).length === pathNames(our.path).length,
				)
				.map((their) => ({ our, their, score: spelledAlike(ourPath(our), theirPath(their)) })),
		)
		.filter(({ score }) => score >= LIKELY)
		.toSorted((a, b) => b.score - a.score);
}

/** A path with its prefix left out; one outside the prefix stays whole. */
const withoutPrefix = (path: string, prefix: string): string =>
	prefix && path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : path;

const isCalled = ({ webhook }: ApiOperation): boolean => webhook === undefined;

/** A request of the vendor's may stand among the webhooks, the callbacks or, in Swagger 2, the paths. */
const nameOfWebhook = ({ webhook, path }: ApiOperation): string =>
	(webhook ?? path.split('/').at(-1) ?? '').toLowerCase();
