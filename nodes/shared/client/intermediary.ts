import type { ReadResponse } from './readResponse';
import { vendorPayload } from './vendorPayload';

/** Statuses by which a proxy or gateway refuses or fails. Colt's own API sends its payload with them (document 001). */
const OF_INTERMEDIARIES = new Set([403, 502, 503, 504, 511]);

const PROXY_LOGIN = 407;

/** Whether an answer that is not a success has the form of Colt's errors. */
export function isInColtsForm(response: Pick<ReadResponse, 'json'>): boolean {
	const { code, reason, message } = vendorPayload(response);
	return code !== undefined || (reason !== undefined && message !== undefined);
}

/** Where a redirect points, without what may be private in it; undefined for other answers. */
function redirectTarget({ status, headers }: ReadResponse): string | undefined {
	const { location } = headers;
	if (status < 300 || status > 399 || location === undefined) return undefined;
	if (!URL.canParse(location)) return location.split(/[?#]/, 1)[0]?.slice(0, 200);
	const { origin, pathname } = new URL(location);
	return `${origin}${pathname}`.slice(0, 200);
}

/** What answered, in few words: `HTTP 302 to https://login.example.com/`, `HTTP 200, text/html`. */
export function describeAnswer(response: ReadResponse): string {
	const target = redirectTarget(response);
	if (target !== undefined) return `HTTP ${response.status} to ${target}`;
	const type = response.headers['content-type']?.split(';', 1)[0]?.trim().slice(0, 80) ?? '';
	return `HTTP ${response.status}${type === '' ? '' : `, ${type}`}`;
}

/**
 * What to say of an answer that a proxy or gateway gave instead of Colt. Behind `HTTPS_PROXY` n8n's HTTP client hands
 * the proxy's refusal of the tunnel over as if it were the server's answer.
 * @returns undefined for an answer that may be Colt's
 */
export function intermediaryEntry(response: ReadResponse): { meaning: string; remedy: string } | undefined {
	if (response.status === PROXY_LOGIN)
		return {
			meaning: 'A proxy between n8n and Colt demands a login (HTTP 407)',
			remedy:
				'Put a valid user name and password into the proxy setting of the machine that runs n8n (HTTPS_PROXY), ' +
				'or ask whoever runs the proxy.',
		};
	if (!OF_INTERMEDIARIES.has(response.status) || isInColtsForm(response)) return undefined;
	return {
		meaning: `A proxy or gateway between n8n and Colt answered instead of Colt (${describeAnswer(response)})`,
		remedy:
			"Check the proxy setting of the machine that runs n8n (HTTPS_PROXY), whether the proxy allows Colt's " +
			"address, and the credential's environment and base URL.",
	};
}
