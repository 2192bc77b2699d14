import type { IHookFunctions } from 'n8n-workflow';

import { toNodeError, toProblem } from '../../shared/errors/present';
import { inputError } from '../../shared/errors/problem';
import { readAllowedAddresses } from './addresses';
import { forgetMemory } from './eventMemory';
import { readSecret } from './secret';
import { readCallbackSettings } from './callbackSettings';

/**
 * What can be checked before the first callback: that the secret is there and long enough, that *Allowed Addresses*
 * can be read, and that some event starts the workflow.
 * @throws ColtError naming the field
 */
async function checkSetUp(context: IHookFunctions): Promise<void> {
	readSecret(await context.getCredentials('coltCallbackApi'));
	const { events } = readCallbackSettings(context);
	if (events.length === 0)
		throw inputError(
			'Trigger On',
			'must have at least one event selected, or nothing would start the workflow',
			'Select an event.',
			'option',
		);
	readAllowedAddresses(context.getNode().parameters.allowedAddresses, context.getNodeParameter('allowedAddresses', ''));
}

/**
 * Checks the set-up as n8n activates the workflow.
 * @throws NodeOperationError naming the field; n8n then does not activate the workflow
 */
export async function checkActivation(context: IHookFunctions): Promise<void> {
	try {
		await checkSetUp(context);
	} catch (error) {
		throw toNodeError(context.getNode(), toProblem(error));
	}
}

/** Forgets what this process remembers; the database keeps what was saved. */
export function forgetTrigger(context: IHookFunctions): void {
	forgetMemory(context.getWorkflow().id, context.getNode().id);
}
