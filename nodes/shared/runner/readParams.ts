import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError } from '../errors/problem';
import { isNotice } from '../fields/notice';
import { optionsField } from '../fields/options';
import { simplifyField } from '../fields/simplify';
import { evaluate } from '../input/evaluate';
import { isExpression, readField } from '../input/readField';
import { quote } from '../input/quote';
import type { Field, Operation, Params } from '../operation/types';
import { SIMPLIFY_VERSION } from '../output/shape';
import type { OutputShape } from '../output/shape';

type Conditions = NonNullable<Field['showWhen']>;

const isShown = (showWhen: Conditions, values: Params): boolean =>
	Object.entries(showWhen).every(([name, wanted]) => wanted.includes(values[name] as string));

/**
 * n8n drops the fields that it takes for hidden before a node runs, and it compares switches and choices as they are
 * stored: with the text "false" for Return All, the limit is gone. Only workflows that no editor has written have that.
 * @throws ColtError naming the switch or choice
 */
function refuseDropped(fields: readonly Field[], field: Field, stored: Params): void {
	for (const [name, wanted] of Object.entries(field.showWhen ?? {})) {
		const value = stored[name];
		if (value === undefined || isExpression(value) || wanted.includes(value as string)) continue;
		const label = fields.find((one) => one.name === name)?.displayName ?? name;
		throw inputError(
			label,
			`is stored as ${quote(value)}, so that n8n has left out ${field.displayName}`,
			'Set it again in the editor, or use an expression.',
			'option',
		);
	}
}

/**
 * The values of an operation's fields for one item, read by their types; a field the editor hides has its default.
 * @param checks false when the user has switched the local checks off
 * @throws ColtError of kind `input`, naming the field
 */
export function readParams(
	context: IExecuteFunctions,
	operation: Pick<Operation, 'fields'>,
	itemIndex: number,
	checks = true,
): Params {
	const fields = operation.fields.filter((field) => !isNotice(field));
	const stored = context.getNode().parameters as Params;
	const params: Params = {};
	const read = (field: Field): void => {
		const value = evaluate(field.displayName, () => context.getNodeParameter(field.name, itemIndex, field.default));
		params[field.name] = readField(field, value, { stored: stored[field.name], checks });
	};
	fields.filter(({ showWhen }) => showWhen === undefined).forEach(read);
	for (const field of fields) {
		if (field.showWhen === undefined) continue;
		if (isShown(field.showWhen, params)) {
			refuseDropped(fields, field, stored);
			read(field);
		} else params[field.name] ??= field.type === 'resourceLocator' ? '' : field.default;
	}
	return params;
}

/**
 * The values of the Options collection for one item, read by their types; what is not there was not added.
 * @throws ColtError of kind `input`, naming the option
 */
export function readOptions(context: IExecuteFunctions, itemIndex: number): Params {
	const value = evaluate(optionsField.displayName, () => context.getNodeParameter(optionsField.name, itemIndex, {}));
	const stored = (context.getNode().parameters as Params)[optionsField.name];
	return readField(optionsField, value, { stored }) as Params;
}

/**
 * How the items of one input item are to look; undefined for a node of version 1, whose items stay as they were.
 * @throws ColtError of kind `input`, naming the switch
 */
export function readShape(context: IExecuteFunctions, itemIndex: number): OutputShape | undefined {
	const { typeVersion, parameters } = context.getNode();
	if (typeVersion < SIMPLIFY_VERSION) return undefined;
	const { displayName, name } = simplifyField;
	const value = evaluate(displayName, () => context.getNodeParameter(name, itemIndex, true));
	return { isSimplified: readField(simplifyField, value, { stored: (parameters as Params)[name] }) === true };
}
