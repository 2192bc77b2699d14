import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { testColtJwt, testColtOAuth2 } from '../shared/client/credentialTest';
import { toNodeError, toProblem } from '../shared/errors/present';
import { testColtCallback } from './callback/credentialTest';
import { callbackFields } from './callback/fields';
import { checkSetUp, letGo } from './callback/lifecycle';
import { receive } from './callback/receive';

export class ColtInboundTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Colt Inbound Trigger',
		name: 'coltInboundTrigger',
		icon: { light: 'file:colt.svg', dark: 'file:colt.dark.svg' },
		group: ['trigger'],
		// n8n lets a node of version 1 alone read its body itself; see the hidden field in callback/fields.ts.
		version: 1,
		subtitle: 'order raised, completed or failed',
		description: 'Starts the workflow when Colt reports that an inbound order was raised, completed or failed',
		eventTriggerDescription: 'Waiting for Colt to call the test URL',
		activationMessage:
			'Colt can now call the production URL of this trigger: give it to Colt, which documents no call that registers it.',
		defaults: { name: 'Colt Inbound Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'coltCallbackApi', displayName: 'What Colt Has to Show', required: true, testedBy: 'testColtCallback' },
			{
				name: 'coltOAuth2Api',
				displayName: 'Colt Account for the Look-Up',
				required: true,
				testedBy: 'testColtOAuth2',
				displayOptions: { show: { lookUp: ['details', 'verify'], authentication: ['oAuth2'] } },
			},
			{
				name: 'coltJwtApi',
				displayName: 'Colt Account for the Look-Up',
				required: true,
				testedBy: 'testColtJwt',
				displayOptions: { show: { lookUp: ['details', 'verify'], authentication: ['jwt'] } },
			},
		],
		// Without a word on the answer's body n8n takes the node's own; see callback/receive.ts, `savingLate`.
		webhooks: [{ name: 'default', httpMethod: 'POST', path: 'colt', responseMode: 'onReceived', responseData: '' }],
		properties: [...callbackFields],
	};

	methods = { credentialTest: { testColtCallback, testColtOAuth2, testColtJwt } };

	webhookMethods = {
		default: {
			/** Colt documents no call that tells which addresses it knows. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(false);
			},

			/** Nothing can be registered at Colt: what is needed here is checked instead. */
			async create(this: IHookFunctions): Promise<boolean> {
				try {
					await checkSetUp(this);
				} catch (error) {
					throw toNodeError(this.getNode(), toProblem(error));
				}
				return true;
			},

			/** From now on n8n answers 404; Colt may go on calling until it is told. */
			async delete(this: IHookFunctions): Promise<boolean> {
				letGo(this);
				return await Promise.resolve(true);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
