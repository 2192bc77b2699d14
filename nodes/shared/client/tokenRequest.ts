import { sleep } from 'n8n-workflow';

import { decodeResponse, encodeBody, encodeHeaders } from '../contract/codec';
import { authentication } from '../contract/wire.generated';
import { TOKEN_ERRORS } from '../errors/catalogue';
import { FAULTS } from '../errors/faults';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import { toText } from '../text';
import { apiProblem, hiddenProblem } from './apiProblem';
import { basicCredentials, secretsOf, withEncodingAdvice } from './basicAuth';
import type { TokenSettings } from './basicAuth';
import type { Send, WireRequest } from './http';
import { describeAnswer, isInColtsForm } from './intermediary';
import { networkProblem } from './networkProblem';
import type { ExecutionCalls } from './rate/callQueue';
import { callQueueOf } from './rate/callQueues';
import { readResponse } from './readResponse';
import type { ReadResponse } from './readResponse';
import { secretForms } from './redact';
import { backoffMs, retryAfterMs } from './retry';
import { newTrackingId } from './trackingId';

/** When a token is to be renewed and when it ends, milliseconds since the epoch. */
export interface TokenLife {
	renewAt: number;
	endsAt: number;
}

/** A token and its life. */
export interface AccessToken extends TokenLife {
	accessToken: string;
}

/** How a token is asked for. */
export interface TokenRequestOptions {
	/** Resolves after so many milliseconds; n8n's own unless given. */
	wait?: (ms: number) => Promise<void>;
	/** Calls at most when the endpoint itself fails. */
	attempts?: number;
	/** Whether a 429 is waited out, as it is for any call; a person who tests a credential is answered at once. */
	waitsForRate?: boolean;
	/** Where the call waits for its turn. */
	queue?: Pick<ExecutionCalls, 'enter' | 'accepted' | 'refused' | 'isStalled' | 'now'>;
}

/** A token is renewed this long before it ends, or after 9/10 of a shorter life. */
const EARLY_MS = 60_000;
/** A token call that the endpoint itself failed is made so often at most; nothing it does could double. */
const ATTEMPTS = 4;
const ATTEMPT_MS = 30_000;
/** And none is begun later than this after the first. */
const ATTEMPTS_MS = 45_000;
/** Colt documents 30 minutes; used when the answer does not say. */
const DEFAULT_LIFE_S = 1_800;
/** No gateway wraps a token deeper, such as `{ "data": [{ … }] }`. */
const DEEPEST_WRAPPER = 3;

const operation = authentication.operations.requestToken;

/** Where a token is asked for. */
export const tokenUrl = ({ origin }: Pick<TokenSettings, 'origin'>): string =>
	origin + authentication.basePath + operation.path;

/** The token and its life in seconds, in the answer itself or in what wraps it. */
function grantIn(value: unknown, depth = 0): { accessToken: string; expiresIn: unknown } | undefined {
	if (typeof value !== 'object' || value === null || depth > DEEPEST_WRAPPER) return undefined;
	const decoded = (Array.isArray(value) ? {} : decodeResponse(operation, value)) as Partial<Record<string, unknown>>;
	if (typeof decoded.accessToken === 'string' && decoded.accessToken !== '')
		return { accessToken: decoded.accessToken, expiresIn: decoded.expiresIn };
	for (const part of Object.values(value)) {
		const found = grantIn(part, depth + 1);
		if (found !== undefined) return found;
	}
	return undefined;
}

function withoutToken(response: ReadResponse, trackingId: string): Problem {
	const hidden = hiddenProblem(response, { effect: 'read', trackingId });
	if (hidden !== undefined) return { ...hidden, kind: 'authentication' };
	return {
		kind: 'authentication',
		message: `The token endpoint answered without an access token (${describeAnswer(response)})`,
		remedy: "Check the credential's environment and base URL: the address may not be Colt's.",
		httpStatus: response.status,
		trackingId,
		outcome: 'refused',
	};
}

/** Statuses by which a server says that it has no such address, or sends on to another one. */
const OF_OTHERS = new Set([301, 302, 303, 307, 308, 404, 405, 410]);

/** Whether another server than Colt's answers: it does not know the address, and not in Colt's words. */
const isOther = (response: ReadResponse): boolean => OF_OTHERS.has(response.status) && !isInColtsForm(response);

const notColt = (response: ReadResponse, trackingId: string): Problem => ({
	kind: 'authentication',
	message: `This is not Colt's API: the address for tokens answered ${describeAnswer(response)}`,
	remedy:
		'Check Environment and Base URL of the credential, and whether a proxy or login page answers instead of Colt.',
	httpStatus: response.status,
	trackingId,
	outcome: 'refused',
});

/** @throws ColtError of kind `authentication` when the answer brings no token */
function readGrant(response: ReadResponse, trackingId: string, settings: TokenSettings, now: number): AccessToken {
	if (response.status < 200 || response.status > 299) {
		throw new ColtError(
			isOther(response)
				? notColt(response, trackingId)
				: withEncodingAdvice(apiProblem(response, trackingId, TOKEN_ERRORS, 'authentication'), settings),
		);
	}
	const grant = grantIn(response.json?.value);
	if (grant === undefined) throw new ColtError(withoutToken(response, trackingId));
	const seconds = Number(toText(grant.expiresIn).trim());
	const life = (Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_LIFE_S) * 1_000;
	return {
		accessToken: grant.accessToken,
		renewAt: now + life - Math.min(EARLY_MS, life / 10),
		endsAt: now + life,
	};
}

/** Exactly as Colt's portal documents it: Basic authentication, form body, its own `x-tracking-id`. */
const tokenRequest = (settings: TokenSettings, trackingId: string): WireRequest => ({
	method: operation.method,
	url: tokenUrl(settings),
	headers: {
		authorization: `Basic ${basicCredentials(settings)}`,
		'content-type': 'application/x-www-form-urlencoded',
		accept: 'application/json',
		...encodeHeaders(operation, { trackingId }),
	},
	body: new URLSearchParams(
		encodeBody(operation, { grantType: 'client_credentials' }) as Record<string, string>,
	).toString(),
	timeoutMs: ATTEMPT_MS,
});

const stalled = (problem: Problem): Problem => ({
	...problem,
	fault: 'rateLimitStalled',
	message: FAULTS.rateLimitStalled.meaning,
	remedy: FAULTS.rateLimitStalled.remedy,
});

/**
 * One token, by one call or a few: a token call has no effect that could double. After 429 it waits for its turn as
 * any call does, until no token call of this client has got through for three minutes; other failures that may pass are
 * tried a few times.
 * @throws ColtError of kind `authentication` or `network`
 */
export async function requestGrant(
	settings: TokenSettings,
	send: Send,
	options: TokenRequestOptions,
): Promise<AccessToken> {
	const { wait = sleep, attempts = ATTEMPTS, waitsForRate = true } = options;
	// A queue of its own: what the token endpoint refuses says nothing about the rate of the number APIs.
	const queue = options.queue ?? callQueueOf([settings.origin, settings.clientId, 'token']).open();
	const forms = secretForms(secretsOf(settings));
	let until: number | undefined;
	let waitMs: number | undefined;
	let limitedSince: number | undefined;
	for (let failures = 0; ;) {
		const trackingId = newTrackingId();
		const request = tokenRequest(settings, trackingId);
		const permit = await queue.enter(waitMs);
		until ??= Date.now() + ATTEMPTS_MS;
		const sent = await send(request).then(
			(response) => ({ response: readResponse(response, forms) }),
			(error: unknown) => ({ error }),
		);
		const retryAfter = 'error' in sent ? undefined : retryAfterMs(sent.response.headers, Date.now());

		// Over the rate limit: wait for a turn as long as anything gets through.
		if (!('error' in sent) && sent.response.status === 429) {
			queue.refused(permit, retryAfter);
			const problem = apiProblem(sent.response, trackingId, TOKEN_ERRORS, 'authentication');
			if (!waitsForRate) throw new ColtError(problem);
			limitedSince ??= queue.now();
			if (queue.isStalled(limitedSince)) throw new ColtError(stalled(problem));
			waitMs = retryAfter ?? 0;
			continue;
		}
		if (!('error' in sent)) queue.accepted(permit);

		// The endpoint or the way to it failed: try again a few times.
		failures += 1;
		const mayPass = 'error' in sent || sent.response.status >= 500;
		const pauseMs = retryAfter ?? backoffMs(failures);
		if (mayPass && failures < attempts && Date.now() + pauseMs <= until) {
			await wait(pauseMs);
			waitMs = 0;
			continue;
		}
		if ('error' in sent)
			throw new ColtError(networkProblem(sent.error, { trackingId, effect: 'read', url: request.url, forms }));
		return readGrant(sent.response, trackingId, settings, Date.now());
	}
}
