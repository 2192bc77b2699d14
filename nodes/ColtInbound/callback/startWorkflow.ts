import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { responseOf } from './callbackHttp';
import type { Claim } from './eventMemory';

/** The body of the answer to a callback that starts the workflow. */
export const RECEIVED = { result: 'received' };

/**
 * Starts the workflow, confirms the claim once the execution exists, and has the memory saved before the caller is
 * answered.
 *
 * The only file that relies on the order of steps inside n8n. What a webhook node writes to its static data is not
 * saved in n8n 2.41: `executeWebhook` (packages/cli/src/webhooks/webhook-helpers.ts) calls `WorkflowRunner.run`,
 * which wraps the same static data in a new `Workflow`, and `ObservableObject.create`
 * (packages/workflow/src/observable-object.ts) sets `__dataChanged` back to false. After `run`, that is when the
 * execution exists, `extractWebhookOnReceivedResponse` reads `webhookResponse`, and then the callback of
 * `LiveWebhooks.executeWebhook` (packages/cli/src/webhooks/live-webhooks.ts) calls `saveStaticData` before it
 * answers. So the static data is written while `webhookResponse` is being read. In n8n 1.123, which answers first and
 * runs then, the same step comes before the save too. If n8n changes that, events are remembered in memory alone:
 * test/engine/callback.test.ts and the end-to-end tests notice.
 *
 * @param save puts the memory into the node's static data
 */
export function startWorkflow(
	context: IWebhookFunctions,
	item: INodeExecutionData,
	claim: Claim,
	save: () => void,
): IWebhookResponseData {
	confirmWhenAnswered(context, claim);
	const result: IWebhookResponseData = { workflowData: [[item]] };
	return Object.defineProperty(result, 'webhookResponse', {
		enumerable: true,
		get: () => {
			claim.confirm();
			save();
			return RECEIVED;
		},
	});
}

/**
 * n8n answers with a failure when it could not create the execution. A caller that has hung up says nothing about the
 * execution: n8n goes on creating it.
 */
function confirmWhenAnswered(context: IWebhookFunctions, claim: Claim): void {
	const response = responseOf(context);
	if (response.destroyed === true) return claim.confirm();
	response.once('finish', () => (response.statusCode < 400 ? claim.confirm() : claim.withdraw()));
	response.once('close', () => claim.confirm());
}
