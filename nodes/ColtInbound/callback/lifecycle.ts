import type { IHookFunctions } from 'n8n-workflow';

import { inputError } from '../../shared/errors/problem';
import { entriesOf, parseBlock } from './addresses';
import { forgetMemory } from './memory';
import { readSecret } from './secret';
import { readCallbackSettings } from './settings';

/**
 * What can be checked before the first callback: that the secret is there, that the addresses are some, and that
 * something can start the workflow.
 * @throws ColtError naming the field; n8n then does not activate the workflow
 */
export async function checkSetUp(context: IHookFunctions): Promise<void> {
	readSecret(await context.getCredentials('coltCallbackApi'));
	const { events, allowedAddresses } = readCallbackSettings(context);
	if (events.length === 0)
		throw inputError('Events', 'is empty: nothing would start the workflow', 'Choose at least one event.', 'option');
	const wrong = entriesOf(allowedAddresses).find((entry) => parseBlock(entry) === undefined);
	if (wrong !== undefined) {
		throw inputError(
			'Allowed Addresses',
			`contains "${wrong.slice(0, 60)}", which is no IP address and no CIDR block`,
			'Write for example 192.0.2.7 or 192.0.2.0/24, divided by commas.',
			'option',
		);
	}
}

/** Lets go of what this process remembers; the database keeps what was told. */
export function letGo(context: IHookFunctions): void {
	forgetMemory(context.getWorkflow().id, context.getNode().id);
}
