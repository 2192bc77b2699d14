import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';

/** What the simulator shows to the receiver. How Colt authenticates its callbacks is not documented. */
export type CallbackAuthentication =
	| { type: 'header'; name: string; value: string }
	| { type: 'basic'; user: string; password: string }
	| {
			type: 'jwt';
			algorithm: string;
			/** Shared secret, or private key in PEM. */ key: string;
			audience?: string;
			issuer?: string;
			lifetimeSeconds?: number;
	  };

/** How often and how fast a delivery is tried again. Not documented; times are milliseconds of real time. */
export interface RetryRule {
	/** Most attempts, the first included. */
	attempts: number;
	firstDelayMs: number;
	/** Each pause is so many times the one before. */
	factor: number;
	longestDelayMs: number;
	/** An answer that comes later counts as none. */
	timeoutMs: number;
}

/** Where callbacks go. */
export interface Receiver {
	url: string;
	authentication?: CallbackAuthentication;
	retry?: Partial<RetryRule>;
	/** Most deliveries at once; 50 by default. */
	parallel?: number;
}

export const defaultRetry: Readonly<RetryRule> = {
	attempts: 8,
	firstDelayMs: 1_000,
	factor: 2,
	longestDelayMs: 60_000,
	timeoutMs: 30_000,
};

/** Checks a receiver. @throws TypeError naming what is wrong */
export function checkedReceiver(receiver: Receiver): Receiver {
	const url = URL.parse(receiver.url);
	if (url === null || !/^https?:$/.test(url.protocol)) throw new TypeError('url is not an http address');
	if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))
		throw new TypeError('Callbacks go to this machine only: url must be a loopback address');
	const type: string | undefined = receiver.authentication?.type;
	if (type !== undefined && !['header', 'basic', 'jwt'].includes(type))
		throw new TypeError('authentication.type is header, basic or jwt');
	for (const [name, value] of Object.entries(receiver.retry ?? {})) {
		if (!Object.hasOwn(defaultRetry, name)) throw new TypeError(`Unknown retry setting ${name}`);
		if (!(typeof value === 'number' && value >= 0)) throw new TypeError(`retry.${name} must be a number, not negative`);
	}
	return receiver;
}

/** The headers that authenticate one delivery. */
export async function authorization(
	authentication: CallbackAuthentication | undefined,
): Promise<Record<string, string>> {
	if (authentication === undefined) return {};
	if (authentication.type === 'header') return { [authentication.name]: authentication.value };
	if (authentication.type === 'basic') {
		const { user, password } = authentication;
		return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
	}
	const { algorithm, key, audience, issuer, lifetimeSeconds = 300 } = authentication;
	const now = Math.floor(Date.now() / 1_000);
	const token = new SignJWT({})
		.setProtectedHeader({ alg: algorithm, typ: 'JWT' })
		.setIssuedAt(now)
		.setExpirationTime(now + lifetimeSeconds);
	if (audience !== undefined) token.setAudience(audience);
	if (issuer !== undefined) token.setIssuer(issuer);
	const signed = await token.sign(algorithm.startsWith('HS') ? new TextEncoder().encode(key) : createPrivateKey(key));
	return { authorization: `Bearer ${signed}` };
}
