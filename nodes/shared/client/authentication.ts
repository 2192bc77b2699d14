import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';

import { toText } from '../text';
import { secretsOf, tokenSettings } from './basicAuth';
import type { CredentialKind } from './credentialAdvice';
import type { Send } from './http';
import { jwtSettings, signedToken } from './jwt';
import { accessToken } from './token';

/** How a node gets its tokens, by its credential. */
export interface Authentication {
	kind: CredentialKind;
	credentialType: string;
	credential: ICredentialDataDecryptedObject;
	/** Which of Colt's environments it is: origin and path prefix. */
	origin: string;
	token: (country: string | undefined, rejected?: string) => Promise<string>;
	secrets: string[];
	/** What Colt knows the client by: its allowed rate is one for all nodes. */
	client: readonly string[];
}

/** The credential as n8n resolved it, expressions included. */
export interface ResolvedCredential {
	kind: CredentialKind;
	credentialType: 'coltOAuth2Api' | 'coltJwtApi';
	credential: ICredentialDataDecryptedObject;
}

/** Reads the credential that the node's *Authentication* chooses for an item. */
export async function readCredential(
	context: Pick<IExecuteFunctions, 'getCredentials'>,
	authentication: unknown,
	itemIndex: number,
): Promise<ResolvedCredential> {
	const kind: CredentialKind = toText(authentication) === 'jwt' ? 'jwt' : 'oAuth2';
	const credentialType = kind === 'jwt' ? 'coltJwtApi' : 'coltOAuth2Api';
	return { kind, credentialType, credential: await context.getCredentials(credentialType, itemIndex) };
}

/**
 * Makes the tokens of a credential available.
 * @param send for token calls
 * @throws ColtError of kind `configuration` when the credential cannot be used
 */
export function authenticationOf({ kind, credentialType, credential }: ResolvedCredential, send: Send): Authentication {
	if (kind === 'jwt') {
		const settings = jwtSettings(credential);
		return {
			kind,
			credentialType,
			credential,
			origin: settings.origin,
			token: async (country, rejected) => await signedToken(settings, country, rejected),
			secrets: [settings.privateKey],
			client: [settings.origin, settings.issuer, settings.applicationId],
		};
	}
	const settings = tokenSettings(credential);
	return {
		kind,
		credentialType,
		credential,
		origin: settings.origin,
		token: async (_, rejected) => await accessToken(settings, send, rejected),
		secrets: secretsOf(settings),
		client: [settings.origin, settings.clientId],
	};
}
