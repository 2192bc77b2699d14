import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { parseJson } from '../json';
import { toText } from '../text';
import { askNumberApi } from './askNumberApi';
import { tokenSettings } from './basicAuth';
import type { Send } from './http';
import { accessToken, tokenLifeOf } from './token';
import type { TokenLife } from './tokenRequest';
import { vendorPayload } from './vendorPayload';

/**
 * Tokens for requests that n8n itself sends with the OAuth2 credential, mainly by its HTTP Request node.
 *
 * n8n keeps a token in the credential. When a request fails it asks `preAuthentication` for a new one and, if it gets
 * one, sends the request again: `requestWithAuthentication` after any failure, `httpRequestWithAuthentication` after
 * a 401 (n8n-core 2.41.1, request-helpers/authentication.ts). It does not say what the failure was. A lost answer to
 * an order would place it twice, so a new token is given only when the present one cannot have been accepted.
 */

/**
 * A token without a known end is taken as it is; a JWT that this process was not granted is renewed so long before
 * its end.
 */
const EARLY_MS = 30_000;
/** How long Colt's verdict on a token is reused. */
const ANSWER_MEMORY_MS = 5_000;
const QUESTION_MS = 10_000;

/** Which token went out with which copy of the credential: n8n makes one copy for each request. */
const sentWith = new WeakMap<ICredentialDataDecryptedObject, string>();

/** A token's lifetime; undefined if unknown. */
function lifeOfToken(token: string): TokenLife | undefined {
	const granted = tokenLifeOf(token);
	if (granted !== undefined) return granted;
	const claims = parseJson(Buffer.from(token.split('.', 3)[1] ?? '', 'base64url').toString())?.value;
	const end =
		typeof claims === 'object' && claims !== null && 'exp' in claims ? Number(claims.exp) * 1_000 : Number.NaN;
	return Number.isNaN(end) ? undefined : { renewAt: end - EARLY_MS, endsAt: end };
}

/** n8n asks for a new token after an error that looks like a 401; nothing was sent. */
class TokenEnded extends UserError {
	readonly response = { status: 401 };

	constructor() {
		super('The access token in the Colt credential has ended', {
			description: 'Nothing was sent. Run the node again: it gets a new token.',
		});
	}
}

/**
 * To be called before a request is authorized: lets no request out with a token whose life is over.
 * @throws TokenEnded n8n then asks for a new token and goes on
 */
export function refuseEndedToken(credentials: ICredentialDataDecryptedObject): void {
	const life = lifeOfToken(toText(credentials.accessToken));
	if (life !== undefined && life.renewAt <= Date.now()) throw new TokenEnded();
}

/** To be called when a request is authorized: from now on it may have been carried out. */
export function noteAuthorized(credentials: ICredentialDataDecryptedObject): void {
	sentWith.set(credentials, toText(credentials.accessToken));
}

/** What Colt said of a token, by the token's hash. */
const questions = new Map<string, { answer: Promise<boolean>; until: number }>();

async function isRefused(origin: string, send: Send, token: string): Promise<boolean> {
	try {
		const { response } = await askNumberApi(origin, send, token, { timeoutMs: QUESTION_MS });
		// 401/004 is about client and country: a new token changes nothing.
		return response.status === 401 && vendorPayload(response).code !== '004';
	} catch {
		return false;
	}
}

/** Whether Colt refuses a token. It is asked once for all requests that failed together. */
async function isRefusedByColt(origin: string, send: Send, token: string): Promise<boolean> {
	const now = Date.now();
	for (const [key, { until }] of questions) if (until <= now) questions.delete(key);
	const key = createHash('sha256').update(`${origin} ${token}`).digest('hex');
	const known = questions.get(key);
	if (known !== undefined) return await known.answer;
	const question = { answer: isRefused(origin, send, token), until: now + QUESTION_MS + ANSWER_MEMORY_MS };
	questions.set(key, question);
	const refused = await question.answer;
	question.until = Date.now() + ANSWER_MEMORY_MS;
	return refused;
}

/**
 * What n8n's `preAuthentication` gives: a token, or nothing while the present one is good.
 * @throws ColtError of kind `authentication` or `network` when a token is needed and cannot be had
 */
export async function tokenForN8n(
	credentials: ICredentialDataDecryptedObject,
	send: Send,
): Promise<{ accessToken?: string }> {
	const settings = tokenSettings(credentials);
	const token = toText(credentials.accessToken);
	const renewed = async (): Promise<{ accessToken: string }> => ({
		accessToken: await accessToken(settings, send, token),
	});

	// There is no token yet.
	if (token === '') return await renewed();

	const life = lifeOfToken(token);
	const wasSent = sentWith.get(credentials) === token;

	// The token's life is over, and so no request went out with it.
	if (life !== undefined && life.renewAt <= Date.now() && !wasSent) return await renewed();

	// The token's life ended while the request was under way: Colt may have carried it out.
	if (life !== undefined && life.endsAt <= Date.now()) return {};

	// Colt does not accept the token any more: it carried nothing out.
	if (await isRefusedByColt(settings.origin, send, token)) return await renewed();

	return {};
}
