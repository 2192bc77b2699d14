import type { ICredentialTestFunctions, ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';

import { atFirstUse } from '../atFirstUse';

type CredentialTest = (
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
) => Promise<INodeCredentialTestResult>;

export const testColtOAuth2: CredentialTest = atFirstUse((runtime) => runtime.testColtOAuth2);
export const testColtJwt: CredentialTest = atFirstUse((runtime) => runtime.testColtJwt);
