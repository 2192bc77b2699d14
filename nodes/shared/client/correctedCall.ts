import { correctRequest } from '../corrections/apply';
import type { RequestParts } from '../corrections/apply';
import type { CorrectedOperation } from '../corrections/compile';
import { ENTRIES, formatPlace } from '../corrections/place';
import { NoFormAtColt } from '../corrections/rewrite';
import type { Operation } from '../contract/table';
import { inputError } from '../errors/problem';
import { CORRECTIONS_LABEL } from '../fields/credential';

/**
 * The parts of a request as Colt has them by the corrections of the credential.
 * @throws ColtError of kind `input` for a value that Colt has no form for
 */
export function correctedParts(
	operation: Operation,
	correction: CorrectedOperation | undefined,
	parts: Omit<RequestParts, 'method' | 'template'>,
	losses: 'refused' | 'allowed',
): RequestParts {
	const own = { method: operation.method, template: operation.path, ...parts };
	if (correction === undefined) return own;
	const done = attempt(() => correctRequest(operation, correction, own, Date.now(), losses));
	if ('parts' in done) return done.parts;
	if (!(done.problem instanceof NoFormAtColt)) throw done.problem;
	const { place, message } = done.problem;
	throw inputError(
		place.filter((step) => step !== ENTRIES).at(-1) ?? 'A value',
		`${message}: by the corrections of the credential, Colt has no form for ${formatPlace(place)} as it was given`,
		`Change the value or leave it out, or correct ${CORRECTIONS_LABEL} of the credential.`,
		'noForm',
	);
}

function attempt(make: () => RequestParts): { parts: RequestParts } | { problem: unknown } {
	try {
		return { parts: make() };
	} catch (error) {
		return { problem: error };
	}
}

/** A path with its parameters percent-encoded. @throws Error when one is missing or empty */
export const fillPath = ({ template, path }: RequestParts, id: string): string =>
	template.replace(/\{([^}]+)\}/g, (_, name: string) => {
		const value = path[name];
		if ((typeof value !== 'string' && typeof value !== 'number') || value === '')
			throw new Error(`Path parameter ${name} of ${id} is missing`);
		return encodeURIComponent(value);
	});

/** Query parameters as texts; what is not given is left out. */
export function queryTexts(query: Record<string, unknown>): Record<string, string> {
	const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
	return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
