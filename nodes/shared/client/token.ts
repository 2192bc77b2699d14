import { createHash } from 'node:crypto';

import { toProblem } from '../errors/present';
import { toText } from '../text';
import type { TokenSettings } from './basicAuth';
import type { Send } from './http';
import { requestGrant } from './tokenRequest';
import type { TokenRequestOptions, AccessToken, TokenLife } from './tokenRequest';

export { tokenSettings } from './basicAuth';
export type { TokenSettings } from './basicAuth';

interface Slot {
	grant?: AccessToken;
	pending?: Promise<AccessToken>;
	failure?: { error: unknown; until: number };
}

/** A final failure is not retried sooner, so that many items do not overload the token endpoint. */
const FAILURE_MEMORY_MS = 5_000;
/** What may pass is remembered only for the callers that come together. */
const PASSING_MEMORY_MS = 1_000;

/** Clients, and tokens whose life is remembered; the oldest go first. */
const LARGEST = 1_000;

const slots = new Map<string, Slot>();

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

function slotOf({ origin, clientId, clientSecret, encodeClient = false }: TokenSettings): Slot {
	const key = hashOf([origin, clientId, clientSecret, encodeClient]);
	let slot = slots.get(key);
	if (slot === undefined) {
		slot = {};
		slots.set(key, slot);
		if (slots.size > LARGEST) slots.delete(slots.keys().next().value as string);
	}
	return slot;
}

const lives = new Map<string, TokenLife>();

function rememberLife({ accessToken, renewAt, endsAt }: AccessToken): void {
	lives.set(hashOf(accessToken), { renewAt, endsAt });
	if (lives.size > LARGEST) lives.delete(lives.keys().next().value as string);
}

/** The life of a token that this process was granted; undefined for others. */
export const tokenLifeOf = (token: string): TokenLife | undefined => lives.get(hashOf(token));

/** The one token call of a slot; its outcome, good or bad, is kept there. */
async function renew(
	slot: Slot,
	settings: TokenSettings,
	send: Send,
	options: TokenRequestOptions,
): Promise<AccessToken> {
	try {
		slot.grant = await requestGrant(settings, send, options);
		rememberLife(slot.grant);
		delete slot.failure;
		return slot.grant;
	} catch (error: unknown) {
		delete slot.grant;
		const status = toProblem(error).httpStatus ?? 0;
		const isFinal = status >= 400 && status < 500 && status !== 429;
		slot.failure = { error, until: Date.now() + (isFinal ? FAILURE_MEMORY_MS : PASSING_MEMORY_MS) };
		return await Promise.reject(error instanceof Error ? error : new Error(toText(error)));
	} finally {
		delete slot.pending;
	}
}

/**
 * A valid access token, shared by every caller with the same client: parallel callers wait for one token call.
 * @param rejected a token Colt has just answered 401 to; a newer one is returned, never that one
 * @throws ColtError of kind `authentication` or `network`; a failure is remembered for a few seconds
 */
export async function accessToken(
	settings: TokenSettings,
	send: Send,
	rejected?: string,
	options: TokenRequestOptions = {},
): Promise<string> {
	const slot = slotOf(settings);
	const now = Date.now();
	const { grant } = slot;
	if (grant !== undefined && grant.renewAt > now && grant.accessToken !== rejected) return grant.accessToken;
	if (slot.failure !== undefined && slot.failure.until > now) throw slot.failure.error as Error;
	slot.pending ??= renew(slot, settings, send, options);
	return (await slot.pending).accessToken;
}

/** Forgets every token and failure; the credential test starts from nothing. */
export function forgetToken(settings: TokenSettings): void {
	const slot = slotOf(settings);
	delete slot.grant;
	delete slot.failure;
}
