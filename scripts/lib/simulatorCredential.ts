import type { IDataObject } from 'n8n-workflow';
import type { Simulator } from '../../simulator/server';

/** The fields of a `coltOAuth2Api` credential that talks to a running simulator. */
export const simulatorCredential = ({ url, clientId, clientSecret }: Simulator): IDataObject => ({
	environment: 'custom',
	baseUrl: url,
	clientId,
	clientSecret,
	serviceProfile: '',
});
