import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { CountryCode } from '../nodes/shared/lifecycle/countries';
import type { TokenVerifier } from './tokens';
import { unauthorized } from './apiError';

/** A customer's JWT access as Colt would store it, registered through the control API. */
export interface JwtApplication {
	/** Issuer agreed with the customer. */
	issuer: string;
	/** Colt's Application ID: the audience. */
	audience: string;
	/** Public key or certificate, PEM. */
	publicKey: string;
	/** Countries of this Application ID; all when absent. */
	countries?: CountryCode[];
}

interface Registered extends JwtApplication {
	key: KeyObject;
}

/**
 * Checks tokens that the customer signs: signature, issuer, audience, expiry and country (401/002, 003, 004).
 * Expiry is checked against the wall clock, because the signer has no other.
 */
export class JwtAccess implements TokenVerifier {
	private applications: Registered[] = [];

	/** Adds an application. Throws for a key that cannot be read. */
	add(application: JwtApplication): void {
		const { issuer, audience, publicKey } = application;
		if (!issuer || !audience || !publicKey) throw new TypeError('An application has issuer, audience and publicKey');
		const key = publicKey.includes('CERTIFICATE')
			? new X509Certificate(publicKey).publicKey
			: createPublicKey(publicKey);
		this.applications.push({ ...application, key });
	}

	clear(): void {
		this.applications = [];
	}

	async verify(token: string, country: CountryCode | undefined): Promise<void | null> {
		const issuer = issuerOf(token);
		const own = this.applications.filter((application) => application.issuer === issuer);
		if (own.length === 0) return null;
		const reasons: unknown[] = [];
		for (const application of own) {
			const problem = await this.problemOf(token, application);
			if (problem === undefined) return this.checkCountry(own, token, country);
			reasons.push(problem);
		}
		if (reasons.some((reason) => reason instanceof errors.JWTExpired)) throw unauthorized('003');
		if (reasons.some((reason) => reason instanceof errors.JWTClaimValidationFailed && reason.claim === 'aud'))
			throw unauthorized('004');
		throw unauthorized('002');
	}

	private async problemOf(token: string, { key, issuer, audience }: Registered): Promise<unknown> {
		return jwtVerify(token, key, { issuer, audience, requiredClaims: ['exp'] }).then(
			() => undefined,
			(error: unknown) => error,
		);
	}

	/** The Application ID of the token must be one for the request's country. */
	private checkCountry(own: readonly Registered[], token: string, country: CountryCode | undefined): void {
		const audiences = [decodeJwt(token).aud ?? []].flat();
		const fits = own.some(
			({ audience, countries }) =>
				audiences.includes(audience) && (!country || !countries || countries.includes(country)),
		);
		if (!fits) throw unauthorized('004');
	}
}

function issuerOf(token: string): string | undefined {
	try {
		return decodeJwt(token).iss;
	} catch {
		// Not a JWT at all: none of ours.
		return undefined;
	}
}
