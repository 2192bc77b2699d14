import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { testColtJwt, testColtOAuth2 } from '../shared/client/credentialTests';
import { authenticationField } from '../shared/fields/authenticationField';
import { EVENTS_SUBTITLE } from '../shared/fields/subtitle';
import { triggerFields } from './trigger/triggerFields';

export class ColtWholesaleSipTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Colt Wholesale SIP Trigger',
		name: 'coltWholesaleSipTrigger',
		icon: { light: 'file:colt.svg', dark: 'file:colt.dark.svg' },
		group: ['trigger'],
		version: [1, 2],
		defaultVersion: 2,
		subtitle: EVENTS_SUBTITLE,
		description: 'Search, order, port and return phone numbers at Colt, or start when an order changes',
		defaults: { name: 'Colt Wholesale SIP Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'coltOAuth2Api',
				required: true,
				testedBy: 'testColtOAuth2',
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				name: 'coltJwtApi',
				required: true,
				testedBy: 'testColtJwt',
				displayOptions: { show: { authentication: ['jwt'] } },
			},
		],
		properties: [authenticationField, ...triggerFields],
	};

	methods = { credentialTest: { testColtOAuth2, testColtJwt } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { pollAndReport } = await import('../runtime');
		return await pollAndReport(this);
	}
}
