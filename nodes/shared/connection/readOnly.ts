import type { ApiTable, Operation } from '../contract/table';
import { inbound, wholesaleSip } from '../contract/wire.generated';
import type { CorrectedOperation } from '../corrections/compile';

/** A request in Colt's names, as far as it says what it does. */
export interface CheckedRequest {
	method: string;
	url: string;
	headers: Readonly<Record<string, string>>;
}

/** Where something would be changed: method and path, as the contract or the corrections have them. */
export interface WritingPlace {
	method: string;
	path: RegExp;
}

/** A path may be escaped several times on its way through gateways. */
const MOST_ESCAPES = 3;

function unescaped(path: string): string {
	let left = path;
	for (let layer = 0; layer < MOST_ESCAPES && left.includes('%'); layer += 1) {
		try {
			left = decodeURIComponent(left);
		} catch {
			return left;
		}
	}
	return left;
}

/** A path as a server may read it: without escapes, dots, repeated slashes, parameters of segments and capitals. */
function plainPath(path: string): string {
	const steps: string[] = [];
	for (const step of unescaped(path).replaceAll('\\', '/').toLowerCase().split('/')) {
		const name = step.split(';')[0] ?? '';
		if (name === '..') steps.pop();
		else if (name !== '' && name !== '.') steps.push(name);
	}
	return `/${steps.join('/')}`;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]|-]/g, '\\$&');

const patternOf = (template: string): RegExp =>
	new RegExp(`${escaped(plainPath(template)).replace(/\{[^}]*\}/g, '[^/]+')}$`);

/**
 * Every place at which an operation of either API changes something.
 * @param correctionOf of the API that is checked
 */
export function writingPlaces(
	api: Pick<ApiTable, 'operations' | 'basePath'>,
	correctionOf: (operationId: string) => CorrectedOperation | undefined,
): WritingPlace[] {
	return [wholesaleSip, inbound].flatMap(({ operations, basePath }) =>
		Object.values<Operation>(operations)
			.filter(({ effect, path }) => effect !== 'read' && path !== '')
			.flatMap(({ id, method, path }): WritingPlace[] => {
				const correction = basePath === api.basePath ? correctionOf(id) : undefined;
				const own = { method, path: patternOf(basePath + path) };
				return correction === undefined
					? [own]
					: [own, { method: correction.method, path: patternOf(basePath + correction.path) }];
			}),
	);
}

/** Words in the path of a POST that asks for something. */
const ASKS =
	/search|query|find|list|check|lookup|get|retriev|count|detail|histor|portab|feasib|eligib|qualif|inquir|enquir/;
/** A gateway may take another method from a header or parameter than the request's own. */
const OTHER_METHOD = /method/i;

/**
 * Why a request might change something at Colt, whatever corrections made it so; undefined for one that only reads.
 * A check of the connection sends nothing else.
 */
export function reasonNotToSend(
	operation: Operation,
	{ method, url, headers }: CheckedRequest,
	writing: readonly WritingPlace[],
): string | undefined {
	if (operation.effect !== 'read') return 'it changes something';
	if (method !== 'GET' && method !== 'POST') return `by the corrections it is sent as ${method}`;
	const { pathname, searchParams } = new URL(url);
	const named = [...Object.keys(headers), ...searchParams.keys()].find((name) => OTHER_METHOD.test(name));
	if (named !== undefined) return `by the corrections it says another method in ${named}`;
	const path = plainPath(pathname);
	const isWriting = writing.some((place) => place.path.test(path) && (method === 'POST' || place.method === method));
	if (isWriting) return 'by the corrections it goes to where orders are placed or something is changed';
	const last = path.split('/').slice(-2).join('/');
	if (method === 'POST' && !ASKS.test(last))
		return 'by the corrections it is a POST to an address that does not look like a search or a check';
	return undefined;
}
