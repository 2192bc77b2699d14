import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { atFirstUse } from '../shared/atFirstUse';
import { testColtJwt, testColtOAuth2 } from '../shared/client/credentialTests';
import { customerLoaders } from '../shared/customer/customerFields';
import { authenticationField } from '../shared/fields/authenticationField';
import { optionsField } from '../shared/fields/options';
import { sendingProperties } from '../shared/fields/sending';
import { simplifyProperty } from '../shared/fields/simplify';
import { OPERATION_SUBTITLE } from '../shared/fields/subtitle';
import { SWITCH_HINTS } from '../shared/operation/nodeHints';
import { propertiesOf, toProperty } from '../shared/operation/properties';
import { model } from './registry';

export class ColtInbound implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Colt Inbound',
		name: 'coltInbound',
		icon: { light: 'file:colt.svg', dark: 'file:colt.dark.svg' },
		group: ['transform'],
		version: [1, 2],
		defaultVersion: 2,
		subtitle: OPERATION_SUBTITLE,
		description: 'Search, reserve and activate freephone, shared cost and other inbound numbers at Colt',
		defaults: { name: 'Colt Inbound' },
		usableAsTool: true,
		hints: SWITCH_HINTS,
		inputs: [NodeConnectionTypes.Main],
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
		properties: [
			authenticationField,
			...propertiesOf(model.resources),
			...sendingProperties(model.resources),
			simplifyProperty(model.resources),
			toProperty(optionsField),
		],
	};

	methods = {
		credentialTest: { testColtOAuth2, testColtJwt },
		listSearch: {
			searchFreeNumbers: atFirstUse((runtime) => runtime.inboundLists.searchFreeNumbers),
			searchOwnNumbers: atFirstUse((runtime) => runtime.inboundLists.searchOwnNumbers),
			searchServiceProfiles: atFirstUse((runtime) => runtime.inboundLists.searchServiceProfiles),
		},
		resourceMapping: customerLoaders,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runNode } = await import('../runtime');
		return await runNode(this, model);
	}
}
