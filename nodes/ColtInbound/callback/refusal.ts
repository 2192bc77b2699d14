/** An answer to a callback that starts nothing. It tells the caller nothing that it has not sent itself. */
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

/** After a passing failure: when it is worth delivering again. */
const LATER = { 'retry-after': '60' };

export const refusals = {
	address: refusal(403, '001', 'Forbidden', 'This address may not deliver callbacks'),
	/** @param challenge the scheme asked for; none for a header of one's own */
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
	packing: refusal(415, '001', 'Unsupported media type', 'The body is packed in a way that is not read here', {
		'accept-encoding': 'gzip, deflate',
	}),
	mediaType: refusal(415, '001', 'Unsupported media type', 'A callback is sent as application/json'),
	tooLarge: refusal(413, '001', 'Payload too large', 'The callback is too large'),
	notReadable: refusal(400, '001', 'Bad request', 'The body could not be read'),
	notJson: refusal(400, '001', 'Bad request', 'The body is not JSON'),
	/** @param what the first contradiction */
	contract: (what: string): Refusal => refusal(400, '002', 'Bad request', what),
	unknownOrder: refusal(404, '001', 'Not found', 'The order is not known in this environment'),
	notVerified: refusal(503, '001', 'Service unavailable', 'The order could not be looked up', LATER),
} as const;
