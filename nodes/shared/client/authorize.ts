import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { originOf } from './environment';
import type { EnvironmentName } from './environment';
import { newTrackingId } from './trackingId';
import { toText, withoutTrailingSlashes } from '../text';

/** n8n's HTTP Request node hands its older request over, whose address is called `uri`. */
export function urlOf(request: IHttpRequestOptions & { uri?: unknown }): URL | undefined {
	const address = toText(request.url ?? request.uri);
	const target =
		request.baseURL === undefined || URL.canParse(address)
			? address
			: `${withoutTrailingSlashes(request.baseURL)}/${address.replace(/^\/+/, '')}`;
	return URL.canParse(target) ? new URL(target) : undefined;
}

/**
 * Adds the bearer token and, if the request has none, a tracking id. Used by our nodes and by n8n's HTTP Request node.
 * @throws UserError when the request goes to another host than the credential's: the token must not leak
 */
export function authorize(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const { origin } = new URL(
		originOf(credentials.environment as EnvironmentName, credentials.baseUrl as string | undefined),
	);
	const target = urlOf(request)?.origin;
	if (target !== origin) {
		throw new UserError(`This Colt credential is for ${origin}, but the request goes to ${target ?? 'no address'}`, {
			description: 'Correct the URL of the request, or the environment of the credential. The token was not sent.',
		});
	}
	const headers = { ...request.headers };
	const given = Object.keys(headers).find(
		(name) => name.toLowerCase() === 'x-tracking-id' && toText(headers[name]) !== '',
	);
	return {
		...request,
		headers: {
			...headers,
			...(given === undefined && { 'x-tracking-id': newTrackingId() }),
			authorization: `Bearer ${toText(credentials.accessToken)}`,
		},
	};
}
