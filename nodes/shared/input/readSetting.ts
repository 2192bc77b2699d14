import type { IHookFunctions, INodeProperties, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

import { evaluate } from './evaluate';
import { readField } from './readField';

/** A context of n8n's without items: of a trigger. */
type TriggerContext = IPollFunctions | IWebhookFunctions | IHookFunctions;

/**
 * Reads a setting of a trigger by its type, as {@link readField} does; one that was never set has its default.
 * @param fields the trigger's fields
 * @throws ColtError naming the field
 */
export function readSetting(context: TriggerContext, fields: readonly INodeProperties[], name: string): unknown {
	const field = fields.find((one) => one.name === name);
	if (field === undefined) throw new Error(`There is no field ${name}`);
	const value = evaluate(field.displayName, () => context.getNodeParameter(name, field.default));
	return readField(field, value, { stored: context.getNode().parameters[name] });
}
