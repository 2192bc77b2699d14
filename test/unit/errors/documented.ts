import type { Outcome } from '../../../nodes/shared/errors/problem';

export interface ErrorRow {
	status: number;
	code: string;
	/** Words the message must have. */
	meaning: RegExp;
	/** Words of what to do. */
	remedy: RegExp;
	/** Outcome for a call that places an order; a read has always been refused. */
	order: Outcome;
}

const row = (status: number, code: string, meaning: RegExp, remedy: RegExp, order: Outcome = 'refused'): ErrorRow => ({
	status,
	code,
	meaning,
	remedy,
	order,
});

/** colt-api section 8 (documents 000 to 002): every status and code. */
export const API_ROWS: readonly ErrorRow[] = [
	row(400, '001', /malformed/, /Correct the value/),
	row(400, '002', /field rules/, /Correct the field/),
	row(401, '001', /No authorization/, /credential/),
	row(401, '002', /not accept the access token/, /credential/),
	row(401, '003', /expired/, /credential/),
	row(401, '004', /not set up for this country/, /Check the country/),
	row(403, '001', /suspended or not authorised/, /Colt's support/),
	row(404, '001', /no such resource/, /order ID or the number/),
	row(405, '001', /method/, /Report it/),
	row(406, '001', /not allow this request/, /Colt's support/),
	row(413, '001', /answer would be too large/, /Narrow the search/),
	row(415, '001', /body format/, /Report it/),
	row(429, '001', /rate limit/, /Wait a while/),
	row(500, '001', /internal error/, /Try again later/, 'unknown'),
	row(503, '001', /temporarily unavailable/, /Try again later/, 'unknown'),
	row(504, '001', /timed out/, /Try again later/, 'unknown'),
];

/** colt-api section 2 (developer portal): the token endpoint's. */
export const TOKEN_ROWS: readonly ErrorRow[] = [
	row(400, '001', /no authorization/, /credential/),
	row(400, '002', /no grant type/, /Report it/),
	row(400, '003', /no content type/, /Report it/),
	row(400, '004', /no tracking ID/, /Report it/),
	row(400, '005', /token request invalid/, /stray characters/),
	row(400, '006', /grant type/, /Ask Colt/),
	row(401, '001', /no client authentication/, /credential/),
	row(401, '002', /client ID and client secret/, /credential/),
	row(415, '001', /format of the token request/, /Report it/),
	row(500, '001', /internal error/, /Try again later/),
	row(500, '002', /token server failed/, /Try again later/),
	row(503, '001', /unavailable/, /Try again later/),
];

/** The documented payload. */
export const payload = ({ code }: Pick<ErrorRow, 'code'>): string =>
	JSON.stringify({ code, reason: 'Validation not met', message: 'The node city is missing' });
