/** May the same request be sent again without risk of a second order? */
export type Resend = 'safe' | 'pointless' | 'unknown';

/** One documented failure: what it means, and what the user does about it. */
export interface CatalogueEntry {
	meaning: string;
	remedy: string;
	resend: Resend;
}

const entry = (meaning: string, remedy: string, resend: Resend = 'pointless'): CatalogueEntry => ({
	meaning,
	remedy,
	resend,
});

const CREDENTIALS = 'Open the Colt credential, check client ID, client secret and environment, and test it.';

/** Failures of the number APIs, keyed `<HTTP status>/<code>` (documents 000 to 002, error tables). */
export const API_ERRORS: Record<string, CatalogueEntry> = {
	'400/001': entry(
		'Colt found the request malformed',
		"Correct the value Colt's message names. If the name of a field itself is wrong, use Extra Query " +
			"Parameters or Body Patch in the node's options.",
	),
	'400/002': entry(
		"The request breaks one of Colt's field rules",
		"Correct the field that Colt's message names, then send this item again.",
	),
	'401/001': entry('No authorization reached Colt', CREDENTIALS, 'safe'),
	'401/002': entry('Colt does not accept the access token', CREDENTIALS, 'safe'),
	'401/003': entry('The access token has expired', CREDENTIALS, 'safe'),
	'401/004': entry(
		'This client is not set up for this country',
		'Check the country, and ask Colt which client ID or application ID serves it.',
	),
	'403/001': entry(
		'Colt knows this client, but it is suspended or not authorised for this operation',
		"Ask Colt's support to authorise the client, giving the tracking ID.",
	),
	'404/001': entry(
		'Colt has no such resource',
		'Check the order ID or the number, and that the credential is for the right environment.',
	),
	'405/001': entry(
		'Colt does not allow this method here',
		'Report it with the tracking ID: the node sends something that Colt does not expect.',
	),
	'406/001': entry(
		'Colt does not allow this request',
		"Check the request, or ask Colt's support with the tracking ID.",
	),
	'413/001': entry(
		"Colt's answer would be too large",
		"Narrow the search: more filters, fewer numbers, a lower limit. If it happens to an order, ask Colt's " +
			'support with the tracking ID.',
	),
	'415/001': entry(
		'Colt does not take this body format',
		'Report it with the tracking ID: the node sends something that Colt does not expect.',
	),
	'429/001': entry(
		"Colt's rate limit is reached",
		"Wait a while, then send it again, or lower 'Parallel Calls' in the options.",
		'safe',
	),
	'500/001': entry('Colt had an internal error', 'Try again later; Colt calls this error intermittent.', 'unknown'),
	'502/001': entry("Colt's gateway got no valid answer from Colt's own systems", 'Try again later.', 'unknown'),
	// Only with Retry-After does it mean that nothing was accepted; see apiProblem.
	'503/001': entry("Colt's service is temporarily unavailable", 'Try again later.', 'unknown'),
	'504/001': entry("Colt's gateway timed out waiting for Colt's own systems", 'Try again later.', 'unknown'),
};

/** Failures of the token endpoint, keyed likewise (Colt's developer portal). */
export const TOKEN_ERRORS: Record<string, CatalogueEntry> = {
	'400/001': entry('The token request carried no authorization', CREDENTIALS),
	'400/002': entry(
		'The token request carried no grant type',
		'Report it: the node sends something that Colt does not expect.',
	),
	'400/003': entry(
		'The token request carried no content type',
		'Report it: the node sends something that Colt does not expect.',
	),
	'400/004': entry(
		'The token request carried no tracking ID',
		'Report it: the node sends something that Colt does not expect.',
	),
	'400/005': entry('Colt found the token request invalid', 'Check the client ID and secret for stray characters.'),
	'400/006': entry('Colt does not support the grant type', 'Ask Colt to enable client credentials for this client.'),
	'401/001': entry('Colt found no client authentication', CREDENTIALS),
	'401/002': entry('Colt does not accept this client ID and client secret', CREDENTIALS),
	'415/001': entry(
		'Colt does not take the format of the token request',
		'Report it: the node sends something that Colt does not expect.',
	),
	'429/001': entry('Too many token requests', 'Wait a while, then try again.', 'safe'),
	'500/001': entry('Colt had an internal error while making a token', 'Try again later.', 'safe'),
	'500/002': entry("Colt's token server failed", 'Try again later.', 'safe'),
	'503/001': entry("Colt's token service is unavailable", 'Try again later.', 'safe'),
};

const OTHER_CLIENT_ERROR = entry(
	'Colt refused the request',
	"Check the request, or ask Colt's support with the tracking ID.",
);
const OTHER_SERVER_ERROR = entry('Colt failed to answer properly', 'Try again later.', 'unknown');
const UNEXPECTED = entry(
	'Colt answered in a way its documents do not describe',
	"Check the base URL, or ask Colt's support with the tracking ID.",
	'unknown',
);

/** Finds the entry for a status and code; an undocumented code falls back to the status's own first entry. */
export function lookUp(
	table: Record<string, CatalogueEntry>,
	status: number,
	code: string | undefined,
): CatalogueEntry {
	const exact = code === undefined ? undefined : table[`${status}/${code}`];
	const first = exact ?? table[`${status}/001`];
	if (exact === undefined && status === 400)
		return table[table === API_ERRORS ? '400/002' : '400/005'] as CatalogueEntry;
	if (exact === undefined && status === 401) return table['401/002'] as CatalogueEntry;
	if (first !== undefined) return first;
	if (status >= 500) return OTHER_SERVER_ERROR;
	return status >= 400 ? OTHER_CLIENT_ERROR : UNEXPECTED;
}
