import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { toProblem } from '../../shared/errors/present';
import { readSecret } from './secret';

/**
 * Credential test of `coltCallbackApi`. Colt calls n8n, so it can only check that the fields can be used. Never
 * throws.
 */
export async function testColtCallback(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	try {
		const secret = readSecret(credential.data ?? {});
		const isPublic = secret.method === 'signedToken' && !secret.algorithm.startsWith('HS');
		const next = isPublic
			? 'Colt must sign with the matching private key.'
			: 'Send the same values to your contact at Colt.';
		return await Promise.resolve({ status: 'OK', message: `The fields are complete. ${next}` });
	} catch (error) {
		const { message, remedy } = toProblem(error);
		return { status: 'Error', message: `${message}. ${remedy}` };
	}
}
