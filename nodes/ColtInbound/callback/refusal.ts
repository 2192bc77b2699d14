/** An answer to a callback that starts nothing. It contains nothing new to the caller. */
export interface Refusal {
	status: number;
	/** Colt's own codes for the same mistakes (colt-api section 8). */
	code: string;
	reason: string;
	message: string;
	headers?: Record<string, string>;
}

const refusal = (
	status: number,
	code: string,
	reason: string,
	message: string,
	headers?: Record<string, string>,
): Refusal => ({
	status,
	code,
	reason,
	message,
	...(headers !== undefined && { headers }),
});

/** After a temporary failure: when to deliver again, in seconds. */
const LATER = { 'retry-after': '60' };

export const refusals = {
	address: refusal(403, '001', 'Forbidden', 'Callbacks from this address are not allowed'),
	/** @param challenge the authentication scheme asked for; none for a custom header */
	missing: (challenge: string | undefined): Refusal =>
		refusal(
			401,
			'001',
			'Unauthorized',
			'The authorization is missing',
			challenge === undefined ? undefined : { 'www-authenticate': challenge },
		),
	invalid: (challenge: string | undefined): Refusal =>
		refusal(
			401,
			'002',
			'Unauthorized',
			'The authorization is not valid',
			challenge === undefined ? undefined : { 'www-authenticate': challenge },
		),
	notSetUp: refusal(503, '001', 'Service unavailable', 'The receiver is not set up', LATER),
	encoding: refusal(415, '001', 'Unsupported media type', 'The content encoding of the body is not supported', {
		'accept-encoding': 'gzip, deflate',
	}),
	mediaType: refusal(415, '001', 'Unsupported media type', 'Send callbacks as application/json'),
	tooLarge: refusal(413, '001', 'Payload too large', 'The callback is too large'),
	notReadable: refusal(400, '001', 'Bad request', 'The body could not be read'),
	notJson: refusal(400, '001', 'Bad request', 'The body is not JSON'),
	tooDeep: refusal(400, '002', 'Bad request', 'The body is nested too deeply'),
	unknownOrder: refusal(404, '001', 'Not found', 'There is no such order in this environment'),
	notVerified: refusal(503, '001', 'Service unavailable', 'The order could not be looked up', LATER),
} as const;
