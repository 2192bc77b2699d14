import type { IExecuteFunctions } from 'n8n-workflow';

import { ColtError } from '../errors/problem';
import { NEVER_ORDER_LABEL } from '../fields/credential';
import { allowOrdersField, dryRunField } from '../fields/sending';
import { evaluate } from '../input/evaluate';
import { readField } from '../input/readField';
import type { CallOperation, Params } from '../operation/types';
import { SIMPLIFY_VERSION } from '../output/shape';

/** n8n's node type of a node that an agent calls: it adds this to the name. */
export const isTool = (context: IExecuteFunctions): boolean => context.getNode().type.endsWith('Tool');

/** A tool orders only where its builder has said so; a value that a model could fill in does not count. */
function refuseForbidden(context: IExecuteFunctions): void {
	if (context.getNode().parameters[allowOrdersField.name] === true) return;
	throw new ColtError({
		kind: 'configuration',
		message: 'This tool may not place orders or change anything at Colt: its builder has not allowed it',
		field: allowOrdersField.displayName,
		remedy: `A person has to switch on '${allowOrdersField.displayName}' in the tool's node. Do not try again before.`,
		outcome: 'notSent',
	});
}

function isDryRun(context: IExecuteFunctions, itemIndex: number): boolean {
	const { displayName, name } = dryRunField;
	const value = evaluate(displayName, () => context.getNodeParameter(name, itemIndex, false));
	return readField(dryRunField, value, { stored: (context.getNode().parameters as Params)[name] }) === true;
}

/**
 * Why an item's request is only shown; undefined when it is to be sent.
 * @param neverOrder whether the credential forbids every order
 * @throws ColtError for a tool that may not order, and for a switch that is neither on nor off
 */
export function whyUnsent(
	context: IExecuteFunctions,
	{ wire: { effect } }: Pick<CallOperation, 'wire'>,
	itemIndex: number,
	neverOrder: boolean,
): string | undefined {
	if (effect === 'read') return undefined;
	const hasSwitches = context.getNode().typeVersion >= SIMPLIFY_VERSION;
	const isDry = hasSwitches && isDryRun(context, itemIndex);
	if (neverOrder) return `'${NEVER_ORDER_LABEL}' is on in the credential`;
	if (isDry) return `'${dryRunField.displayName}' is on`;
	if (hasSwitches && isTool(context)) refuseForbidden(context);
	return undefined;
}
