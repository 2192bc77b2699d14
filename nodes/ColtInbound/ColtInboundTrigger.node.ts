import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { atFirstUse } from '../shared/atFirstUse';
import { testColtJwt, testColtOAuth2 } from '../shared/client/credentialTests';
import { EVENTS_SUBTITLE } from '../shared/fields/subtitle';
import { callbackFields } from './callback/callbackFields';

export class ColtInboundTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Colt Inbound Trigger',
		name: 'coltInboundTrigger',
		icon: { light: 'file:colt.svg', dark: 'file:colt.dark.svg' },
		group: ['trigger'],
		// Only a node of version 1 can read the body itself; see the hidden field in callback/fields.ts.
		version: 1,
		subtitle: EVENTS_SUBTITLE,
		description:
			"Search, reserve and activate freephone and other inbound numbers at Colt, or start on Colt's callback",
		eventTriggerDescription: 'Waiting for Colt to call the test URL',
		activationMessage:
			'Now send the production URL of this trigger to your contact at Colt, if you have not done so yet. Colt ' +
			'has no API call to register it.',
		defaults: { name: 'Colt Inbound Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'coltCallbackApi',
				displayName: 'Callback Password or Secret',
				required: true,
				testedBy: 'testColtCallback',
				// Always shown. Without display options n8n's editor lists the credentials that Authentication names
				// instead.
				displayOptions: { show: { lookUp: ['details', 'none', 'verify'] } },
			},
			{
				name: 'coltOAuth2Api',
				displayName: 'Colt Account for Order Look-Up',
				required: true,
				testedBy: 'testColtOAuth2',
				displayOptions: { show: { lookUp: ['details', 'verify'], authentication: ['oAuth2'] } },
			},
			{
				name: 'coltJwtApi',
				displayName: 'Colt Account for Order Look-Up',
				required: true,
				testedBy: 'testColtJwt',
				displayOptions: { show: { lookUp: ['details', 'verify'], authentication: ['jwt'] } },
			},
		],
		// With no response data here, n8n answers with the node's own; see callback/startWorkflow.ts.
		webhooks: [{ name: 'default', httpMethod: 'POST', path: 'colt', responseMode: 'onReceived', responseData: '' }],
		properties: [...callbackFields],
	};

	methods = {
		credentialTest: {
			testColtCallback: atFirstUse((runtime) => runtime.testColtCallback),
			testColtOAuth2,
			testColtJwt,
		},
	};

	webhookMethods = {
		default: {
			/** Colt documents no call that lists the registered addresses. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(false);
			},

			/** Nothing can be registered at Colt, so this checks the trigger's settings instead. */
			async create(this: IHookFunctions): Promise<boolean> {
				const { checkActivation } = await import('../runtime');
				await checkActivation(this);
				return true;
			},

			/** From now on n8n answers 404. Colt may keep calling until it is asked to stop. */
			async delete(this: IHookFunctions): Promise<boolean> {
				const { forgetTrigger } = await import('../runtime');
				forgetTrigger(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { receive } = await import('../runtime');
		return await receive(this);
	}
}
