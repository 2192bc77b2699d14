import { type Document, OpenAPIRouter, OpenAPIValidator } from 'openapi-backend';
import type { AbsentNames } from './absentNames';
import { type ContractDocument, inlined } from '../contract/tools/document';

/** A request in the form in which it is checked. */
export interface CheckedRequest {
	method: string;
	path: string;
	headers: Record<string, string | string[]>;
	query: Record<string, string | string[]>;
	body: unknown;
}

interface Problem {
	instancePath: string;
	keyword: string;
	message?: string;
	params: unknown;
}

const formats = {
	date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
	'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
};

const callbackPath = (name: string): string => `/_webhooks/${name}`;

/** Checks requests and answers of one API against its contract; each validator is compiled once, on its first use. */
export class ContractCheck {
	private readonly validator: OpenAPIValidator;

	constructor(document: ContractDocument) {
		const { webhooks = {}, ...rest } = inlined(document);
		// The validator knows paths only: a callback is checked as if it were one.
		const asPaths = Object.fromEntries(Object.entries(webhooks).map(([name, item]) => [callbackPath(name), item]));
		const definition = { ...rest, paths: { ...rest.paths, ...asPaths } } as unknown as Document;
		const router = new OpenAPIRouter({ definition, apiRoot: '/' });
		this.validator = new OpenAPIValidator({
			definition,
			router,
			lazyCompileValidators: true,
			ajvOpts: { strict: false, allErrors: true, formats },
		});
	}

	/**
	 * First contradiction of a request, or undefined. Unknown query names are allowed.
	 * @param absent what corrections leave out of the request
	 */
	request(operationId: string, request: CheckedRequest, absent?: AbsentNames): string | undefined {
		const { errors } = this.validator.validateRequest(request, operationId);
		const problems = (errors as Problem[] | null | undefined)?.filter(
			({ instancePath, keyword }) => !(instancePath === '/query' && keyword === 'additionalProperties'),
		);
		return describe(absent === undefined ? problems : withoutAbsent(problems ?? [], absent), absent);
	}

	/** First contradiction of a callback's body, or undefined. */
	callback(operationId: string, body: unknown): string | undefined {
		return this.request(operationId, {
			method: 'POST',
			path: callbackPath(operationId),
			headers: { 'content-type': 'application/json' },
			query: {},
			body,
		});
	}

	/** First contradiction of an answer, or undefined. */
	response(operationId: string, status: number, body: unknown): string | undefined {
		return describe(this.validator.validateResponse(body, operationId, status).errors as Problem[] | null | undefined);
	}
}

/** Where a problem is, in the contract's names: `numberRangeList.0`. */
const placeOf = ({ instancePath }: Problem): string =>
	instancePath.replace(/^\/(requestBody|query|header|path)\/?/, '').replaceAll('/', '.');

const missingIn = (problem: Problem): string | undefined => {
	const { missingProperty } = problem.params as { missingProperty?: string };
	const place = placeOf(problem);
	return missingProperty === undefined ? undefined : `${place ? `${place}.` : ''}${missingProperty}`;
};

/** What is not there because it need not be; of alternatives one of which lacks only that, none is a problem. */
function withoutAbsent(problems: readonly Problem[], absent: AbsentNames): Problem[] {
	const isExcused = (problem: Problem): boolean => absent.isAbsent(missingIn(problem) ?? '');
	const excused = new Set(problems.filter(isExcused).map(({ instancePath }) => instancePath));
	return problems.filter(
		(problem) => !isExcused(problem) && !(/^(?:any|one)Of$/.test(problem.keyword) && excused.has(problem.instancePath)),
	);
}

function describe(problems: readonly Problem[] | null | undefined, absent?: AbsentNames): string | undefined {
	const first = problems?.find(({ keyword }) => keyword !== 'anyOf') ?? problems?.[0];
	if (!first) return undefined;
	const missing = missingIn(first);
	if (missing !== undefined) return `Mandatory field missing: ${absent?.spoken(missing) ?? missing}`;
	const place = placeOf(first);
	return `${(absent?.spoken(place) ?? place) || 'request'} ${first.message ?? 'is not valid'}`;
}
