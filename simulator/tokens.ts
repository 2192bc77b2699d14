import { SignJWT } from 'jose';
import type { CountryCode } from '../nodes/shared/lifecycle/countries';
import type { Clock } from './clock';
import { ApiError, unauthorized } from './apiError';

/** What a token request brings, headers in lower case. */
export interface TokenRequest {
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Text of the body. */
	body: string;
}

interface IssuedToken {
	clientId: string;
	expiresAt: number;
}

/** A JWT credential as the control API registers it: see jwtAccess.ts. */
export interface TokenVerifier {
	/** Throws 401 unless the token is one of its own and good; returns null when the token is not its own. */
	verify(token: string, country: CountryCode | undefined): Promise<void | null>;
}

const TRACKING_ID = /^[a-zA-Z0-9_.~:@-]{1,255}$/;
const error = (status: number, code: string, reason: string, message: string): ApiError =>
	new ApiError(status, code, reason, message);
const bad = (code: string, message: string): ApiError => error(400, code, 'Bad request', message);

/** Issues and checks access tokens (public developer portal; 001 for the errors of the number APIs). */
export class TokenIssuer {
	private readonly issued = new Map<string, IssuedToken>();
	private readonly key = crypto.getRandomValues(new Uint8Array(32));
	private count = 0;
	/** Further kinds of tokens. */
	readonly verifiers: TokenVerifier[] = [];

	constructor(
		private readonly clock: Clock,
		readonly clientId: string,
		readonly clientSecret: string,
	) {}

	/**
	 * Answers a token request. Order of the checks is not documented: what is missing comes before what is wrong.
	 * @throws ApiError with every documented code of the token endpoint but 500 and 503
	 */
	async issue(
		{ headers, body }: TokenRequest,
		validMs: number,
	): Promise<{ accessToken: string; tokenType: string; expiresIn: number }> {
		const contentType = text(headers['content-type']);
		if (!text(headers['x-tracking-id'])) throw bad('004', 'The x-tracking-id header is missing.');
		if (!TRACKING_ID.test(text(headers['x-tracking-id']))) throw bad('005', 'The x-tracking-id header is invalid.');
		if (!contentType) throw bad('003', 'The content-type header is missing.');
		if (contentType.split(';')[0]?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
			throw error(
				415,
				'001',
				'Unsupported media type',
				'The format of the posted body is not supported by the endpoint.',
			);
		}
		const form = new URLSearchParams(body);
		const inBody = form.has('client_id') || form.has('client_secret');
		const authorization = text(headers['authorization']);
		if (!form.get('grant_type')) throw bad('002', 'The grant_type parameter is missing.');
		if (inBody) {
			throw authorization
				? bad('005', 'Several client authentication mechanisms were used.')
				: error(401, '002', 'Authentication error', 'The client authentication is not Basic.');
		}
		if (
			form.getAll('grant_type').length > 1 ||
			[...form.keys()].some((name) => name !== 'grant_type' && name !== 'scope')
		) {
			throw bad('005', 'The request has an unsupported parameter.');
		}
		if (form.get('grant_type') !== 'client_credentials') throw bad('006', 'The grant type is not supported.');
		if ('authorization' in headers && !authorization) throw bad('001', 'The authorization parameter is missing.');
		if (!authorization) throw error(401, '001', 'Authentication error', 'No client authentication.');
		if (authorization.includes(',')) throw bad('005', 'Several credentials were sent.');
		if (!this.knows(authorization))
			throw error(401, '002', 'Authentication error', 'The client authentication is not Basic or not valid.');
		return { accessToken: await this.sign(validMs), tokenType: 'Bearer', expiresIn: Math.floor(validMs / 1_000) };
	}

	/** Checks the Authorization header of an API call. @throws ApiError 401/001, 002, 003 or 004 */
	async check(
		header: string | undefined,
		country: CountryCode | undefined,
		countries: readonly CountryCode[] | null,
	): Promise<void> {
		if (!header?.trim()) throw unauthorized('001');
		const token = /^Bearer\s+(\S+)$/i.exec(header.trim())?.[1];
		if (!token) throw unauthorized('002');
		const known = this.issued.get(token);
		if (!known) return this.checkElsewhere(token, country);
		if (known.expiresAt <= this.clock.now()) throw unauthorized('003');
		if (country && countries && !countries.includes(country)) throw unauthorized('004');
	}

	/** What no record may contain: the client's secret and what is made of it. Tokens are known by their form. */
	secrets(): string[] {
		return [Buffer.from(`${this.clientId}:${this.clientSecret}`).toString('base64'), this.clientSecret];
	}

	/** The secrets and every token that was issued: what nothing outside may repeat. */
	everything(): string[] {
		return [...this.secrets(), ...this.issued.keys()];
	}

	/** Lets every token expire now, or forgets them all (then they are invalid). */
	end(how: 'expire' | 'forget'): void {
		if (how === 'forget') this.issued.clear();
		else for (const token of this.issued.values()) token.expiresAt = this.clock.now();
	}

	private async checkElsewhere(token: string, country: CountryCode | undefined): Promise<void> {
		for (const verifier of this.verifiers) {
			if ((await verifier.verify(token, country)) !== null) return;
		}
		throw unauthorized('002');
	}

	private knows(authorization: string): boolean {
		const encoded = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1];
		return (
			encoded !== undefined &&
			Buffer.from(encoded, 'base64').toString('utf8') === `${this.clientId}:${this.clientSecret}`
		);
	}

	private async sign(validMs: number): Promise<string> {
		const now = this.clock.now();
		const expiresAt = now + validMs;
		this.count += 1;
		const token = await new SignJWT({ client_id: this.clientId })
			.setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
			.setIssuer('colt-simulator')
			.setJti(String(this.count))
			.setIssuedAt(Math.floor(now / 1_000))
			.setExpirationTime(Math.floor(expiresAt / 1_000))
			.sign(this.key);
		this.issued.set(token, { clientId: this.clientId, expiresAt });
		return token;
	}
}

const text = (value: string | string[] | undefined): string =>
	(Array.isArray(value) ? value.join(',') : (value ?? '')).trim();
