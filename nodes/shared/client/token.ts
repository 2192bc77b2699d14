import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { decodeResponse, encodeBody, encodeHeaders } from '../contract/codec';
import { authentication } from '../contract/wire.generated';
import { withoutSecrets } from '../errors/blot';
import { TOKEN_ERRORS } from '../errors/catalogue';
import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import { originOf } from './environment';
import type { EnvironmentName } from './environment';
import { apiProblem, hiddenProblem, networkProblem } from './failure';
import type { Send, WireResponse } from './http';
import { backoffMs, retryAfterMs } from './retry';
import { tellTales } from './secrets';
import { newTrackingId } from './trackingId';
import { toText } from '../text';

/** What the token endpoint needs. */
export interface TokenSettings {
	origin: string;
	clientId: string;
	clientSecret: string;
}

/**
 * Reads the credential's fields.
 * @throws ColtError of kind `configuration` for an unusable base URL
 */
export const tokenSettings = (credential: ICredentialDataDecryptedObject): TokenSettings => ({
	origin: originOf(credential.environment as EnvironmentName, credential.baseUrl as string | undefined),
	clientId: toText(credential.clientId).trim(),
	clientSecret: toText(credential.clientSecret).trim(),
});

interface Grant {
	accessToken: string;
	/** Milliseconds since the epoch. */
	expiresAt: number;
}

interface Slot {
	grant?: Grant;
	pending?: Promise<Grant>;
	failure?: { error: unknown; until: number };
}

/** A token is renewed this long before it ends, or after 9/10 of a shorter life. */
const EARLY_MS = 60_000;
/** A token call that the endpoint itself failed is made so often at most; nothing it does could double. */
const ATTEMPTS = 4;
const ATTEMPT_MS = 30_000;
/** And none is begun later than this after the first. */
const ATTEMPTS_MS = 45_000;
/** What has failed for good is not tried again sooner: many items must not hammer the token endpoint. */
const FAILURE_MEMORY_MS = 5_000;
/** What may pass is remembered only for the callers that come together. */
const PASSING_MEMORY_MS = 1_000;
/** Colt documents 30 minutes; used when the answer does not say. */
const DEFAULT_LIFE_S = 1_800;

const slots = new Map<string, Slot>();

function slotOf(settings: TokenSettings): Slot {
	const key = createHash('sha256')
		.update(JSON.stringify([settings.origin, settings.clientId, settings.clientSecret]))
		.digest('hex');
	let slot = slots.get(key);
	if (slot === undefined) {
		slot = {};
		slots.set(key, slot);
	}
	return slot;
}

const operation = authentication.operations.requestToken;

/** How a token is asked for. */
export interface Asking {
	/** Resolves after so many milliseconds; n8n's own unless told. */
	wait?: (ms: number) => Promise<void>;
	/** Calls at most when the endpoint itself fails. */
	attempts?: number;
}

function readGrant(response: WireResponse, trackingId: string, now: number, secrets: readonly string[]): Grant {
	let body: unknown;
	try {
		body = JSON.parse(response.text);
	} catch {
		body = undefined;
	}
	if (response.status !== 200)
		throw new ColtError(withoutSecrets(apiProblem(response, trackingId, TOKEN_ERRORS, 'authentication'), secrets));
	const answer = decodeResponse(operation, body ?? {});
	if (typeof answer.accessToken !== 'string' || answer.accessToken === '') {
		const problem: Problem = {
			kind: 'authentication',
			message: 'The token endpoint answered without an access token',
			remedy: "Check the credential's environment and base URL: the address may not be Colt's.",
			httpStatus: response.status,
			trackingId,
			outcome: 'refused',
		};
		const said = hiddenProblem(response, { effect: 'read', trackingId });
		throw new ColtError(said === undefined ? problem : withoutSecrets({ ...said, kind: 'authentication' }, secrets));
	}
	const seconds = Number(answer.expiresIn);
	const life = (Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_LIFE_S) * 1_000;
	return { accessToken: answer.accessToken, expiresAt: now + life - Math.min(EARLY_MS, life / 10) };
}

/**
 * One token call, exactly as Colt's portal documents it: Basic authentication, form body, its own `x-tracking-id`.
 * Repeated, with growing pauses, when the endpoint itself failed (a token call has no effect that could double).
 */
async function requestGrant(
	settings: TokenSettings,
	send: Send,
	{ wait = sleep, attempts = ATTEMPTS }: Asking,
): Promise<Grant> {
	const basic = Buffer.from(`${settings.clientId}:${settings.clientSecret}`).toString('base64');
	const secrets = tellTales([settings.clientSecret, `${settings.clientId}:${settings.clientSecret}`, basic]);
	const until = Date.now() + ATTEMPTS_MS;
	for (let attempt = 1; ; attempt += 1) {
		const trackingId = newTrackingId();
		const request = {
			method: operation.method,
			url: settings.origin + authentication.basePath + operation.path,
			headers: {
				authorization: `Basic ${basic}`,
				'content-type': 'application/x-www-form-urlencoded',
				accept: 'application/json',
				...encodeHeaders(operation, { trackingId }),
			},
			body: new URLSearchParams(
				encodeBody(operation, { grantType: 'client_credentials' }) as Record<string, string>,
			).toString(),
			timeoutMs: ATTEMPT_MS,
		};
		const answer = await send(request).then(
			(response) => ({ response }),
			(error: unknown) => ({ error }),
		);
		const status = 'error' in answer ? undefined : answer.response.status;
		const isPassing = status === undefined || status === 429 || status >= 500;
		const pauseMs =
			('error' in answer ? undefined : retryAfterMs(answer.response.headers, Date.now())) ?? backoffMs(attempt);
		if (isPassing && attempt < attempts && Date.now() + pauseMs <= until) {
			await wait(pauseMs);
			continue;
		}
		if ('error' in answer)
			throw new ColtError(withoutSecrets(networkProblem(answer.error, trackingId, 'read'), secrets));
		return readGrant(answer.response, trackingId, Date.now(), secrets);
	}
}

/** The one token call of a slot; its outcome, good or bad, is kept there. */
async function renew(slot: Slot, settings: TokenSettings, send: Send, asking: Asking): Promise<Grant> {
	try {
		slot.grant = await requestGrant(settings, send, asking);
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
	asking: Asking = {},
): Promise<string> {
	const slot = slotOf(settings);
	const now = Date.now();
	const { grant } = slot;
	if (grant !== undefined && grant.expiresAt > now && grant.accessToken !== rejected) return grant.accessToken;
	if (slot.failure !== undefined && slot.failure.until > now) throw slot.failure.error as Error;
	slot.pending ??= renew(slot, settings, send, asking);
	return (await slot.pending).accessToken;
}

/** Forgets every token and failure; the credential test starts from nothing. */
export function forgetToken(settings: TokenSettings): void {
	const slot = slotOf(settings);
	delete slot.grant;
	delete slot.failure;
}
