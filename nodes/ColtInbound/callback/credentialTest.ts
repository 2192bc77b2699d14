import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';

import { toProblem } from '../../shared/errors/present';
import { readSecret } from './secret';

/** Credential test of `coltCallbackApi`: Colt calls us, so only whether the fields can be used is tested. Never throws. */
export async function testColtCallback(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	try {
		readSecret(credential.data ?? {});
		return await Promise.resolve({ status: 'OK', message: 'Complete. Give the same values to Colt.' });
	} catch (error) {
		const { message, remedy } = toProblem(error);
		return { status: 'Error', message: `${message}. ${remedy}` };
	}
}
