/** Signature algorithms of a callback's token (RFC 7518). Which of them Colt supports is not documented. */
export const CALLBACK_ALGORITHMS = [
	'HS256',
	'HS384',
	'HS512',
	'RS256',
	'RS384',
	'RS512',
	'PS256',
	'PS384',
	'PS512',
	'ES256',
	'ES384',
	'ES512',
];
