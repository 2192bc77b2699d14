import { type Document, OpenAPIRouter, OpenAPIValidator } from 'openapi-backend';
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

	/** First contradiction of a request, or undefined. Unknown query names are allowed. */
	request(operationId: string, request: CheckedRequest): string | undefined {
		const { errors } = this.validator.validateRequest(request, operationId);
		const problems = (errors as Problem[] | null | undefined)?.filter(
			({ instancePath, keyword }) => !(instancePath === '/query' && keyword === 'additionalProperties'),
		);
		return describe(problems);
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

function describe(problems: readonly Problem[] | null | undefined): string | undefined {
	const first = problems?.find(({ keyword }) => keyword !== 'anyOf') ?? problems?.[0];
	if (!first) return undefined;
	const place = first.instancePath.replace(/^\/(requestBody|query|header|path)\/?/, '').replaceAll('/', '.');
	const { missingProperty } = first.params as { missingProperty?: string };
	if (missingProperty) return `Mandatory field missing: ${place ? `${place}.` : ''}${missingProperty}`;
	return `${place || 'request'} ${first.message ?? 'is not valid'}`;
}
