/** An error answer in the documented form `{ code, reason, message }` (001, "Error Codes"). */
export class ApiError extends Error {
	readonly status: number;
	readonly code: string;
	readonly reason: string;

	constructor(status: number, code: string, reason: string, message: string) {
		super(message);
		this.status = status;
		this.code = code;
		this.reason = reason;
	}

	/** The payload as sent. */
	payload(): { code: string; reason: string; message: string } {
		return { code: this.code, reason: this.reason, message: this.message };
	}
}

/** Code, reason and message of each documented status without further rules (001). */
const standard: Readonly<Record<number, readonly [reason: string, message: string]>> = {
	403: ['Resource forbidden', 'The client application is not authorized to call this resource.'],
	404: ['Resource not found', 'The requested URI or the requested resource does not exist'],
	405: ['Method not allowed', 'The requested method is not allowed for this resource.'],
	406: ['Not allowed', 'Request not allowed.'],
	413: ['Payload too large', 'The size of response is too large.'],
	415: ['Unsupported media type', 'The format of the posted body is not supported by the endpoint.'],
	429: [
		'Rate limit exceeded',
		'The application has made too many calls and has exceeded the rate limit for this service',
	],
	500: [
		'Internal server error',
		'The server encountered an unexpected error and is unable to process the request at this time',
	],
	503: ['service unavailable', 'The service is temporarily unavailable'],
	504: ['Gateway timeout', 'Gateway timeout'],
};

/** The documented error of a status, code 001; the message can be replaced. */
export function standardError(status: number, message?: string): ApiError {
	const [reason, text] = standard[status] ?? ['Error', `Status ${status}`];
	return new ApiError(status, '001', reason, message ?? text);
}

/** 400/001: the request does not match the specification. */
export const schemaError = (message: string): ApiError => new ApiError(400, '001', 'OAS validation failed', message);

/** 400/002: a rule of a field is not met. */
export const ruleError = (message: string): ApiError => new ApiError(400, '002', 'Validation not met', message);

/** 400/002 for a mandatory field that is missing, named as on the wire. */
export const missing = (field: string): ApiError => ruleError(`The mandatory parameter/node ${field} is missing.`);

/** 401 of the number APIs, by code (001, "Error Codes"). */
export function unauthorized(code: '001' | '002' | '003' | '004'): ApiError {
	const messages = {
		'001': 'The authorization parameter is missing.',
		'002': 'Invalid token.',
		'003': 'Token expired.',
		'004': 'The ClientID/Application ID + country is not valid.',
	};
	return new ApiError(401, code, 'Authentication error', messages[code]);
}

/** Any thrown value as an error answer; what the simulator itself did wrong is 500. */
export function toApiError(error: unknown): ApiError {
	if (error instanceof ApiError) return error;
	const { statusCode, message } = error as { statusCode?: number; message?: string };
	if (statusCode === 413 || statusCode === 415) return standardError(statusCode);
	if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
		return schemaError(message ?? 'The request is malformed.');
	return standardError(500);
}
