import type { IWebhookFunctions } from 'n8n-workflow';

import { toProblem } from '../../shared/errors/present';
import { isWithin, readAllowedAddresses } from './addresses';
import { authenticate } from './authenticate';
import { requestOf } from './callbackHttp';
import { refusals } from './refusal';
import type { Refusal } from './refusal';
import { readSecret } from './secret';
import { readCallbackSettings } from './callbackSettings';

/**
 * Whether the caller may start the workflow, by its address and by what it shows. Settings that cannot be read let
 * no caller: the answer then asks the caller to retry later.
 * @returns the refusal, or undefined when the caller may
 */
export async function admit(context: IWebhookFunctions): Promise<Refusal | undefined> {
	const { ip, headers } = requestOf(context);
	try {
		readCallbackSettings(context);
		const typed = context.getNode().parameters.allowedAddresses;
		const allowed = readAllowedAddresses(typed, context.getNodeParameter('allowedAddresses', ''));
		// `ip` is the caller as far as n8n trusts the proxies in front of it; `ips` may contain forged addresses.
		if (allowed !== undefined && !isWithin(ip, allowed)) return refusals.address;
		return await authenticate(headers, readSecret(await context.getCredentials('coltCallbackApi')));
	} catch (error) {
		const { message, remedy } = toProblem(error);
		context.logger.error(
			`Colt callbacks are refused until the trigger's settings are corrected. ${message}. ${remedy}`,
		);
		return refusals.notSetUp;
	}
}
