import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { toProblem } from '../../shared/errors/present';
import { readSecret } from './secret';

/** Credential test of `coltCallbackApi`: Colt calls us, so only whether the fields can be used is tested. Never throws. */
export async function testColtCallback(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	try {
		const secret = readSecret(credential.data ?? {});
		const isPublic = secret.method === 'signedToken' && !secret.algorithm.startsWith('HS');
		const next = isPublic ? 'Colt signs with the private key that belongs to it.' : 'Give the same values to Colt.';
		return await Promise.resolve({ status: 'OK', message: `Complete. ${next}` });
	} catch (error) {
		const { message, remedy } = toProblem(error);
		return { status: 'Error', message: `${message}. ${remedy}` };
	}
}
