import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { checkCustomer } from '../../../shared/customer/checkCustomer';
import { columnsNotice, customerField } from '../../../shared/customer/customerFields';
import { customerBody, detailsLevelField } from '../../../shared/customer/customerBody';
import { readCustomer } from '../../../shared/customer/readCustomer';
import { documentList } from '../../../shared/documents/documentList';
import { documentsField } from '../../../shared/documents/documentsField';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { countryNotices } from '../../../shared/fields/notice';
import { ownRangeFields } from '../../../shared/fields/numberRange';
import { furtherRangesField, readOrderedRanges } from '../../../shared/fields/orderFields';
import { customerReferenceField, serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation, Field, LogicalRequest, Params, RequestContext } from '../../../shared/operation/types';
import { checkGermanBlock, refuse088Activation } from '../../../shared/numbers/rangeRules';
import { byNumbers } from '../../../shared/placing/recovery';

const preActivationField: Field = {
	displayName: 'Pre-Activation',
	name: 'preActivation',
	type: 'boolean',
	default: false,
	description:
		'Whether to activate without an end customer, who is added later with Update End Customer. For Premium ' +
		'customers only.',
};

const regulatorApprovalField: Field = {
	displayName: 'Regulator Approval (DE)',
	name: 'regulatorApproval',
	type: 'boolean',
	default: false,
	description: 'Whether BNetzA has approved a German block of more than 100 numbers, and Colt has the approval',
};

export const activationFields: Field[] = [
	...ownRangeFields,
	...countryNotices(
		'franceNotice',
		'FR',
		"France: an activation of new numbers from Colt's stock needs the tri-partite agreement. Add it under 'Documents'.",
	),
	...countryNotices('italyNotice', 'IT', 'Italy: Colt activates reserved numbers only. Reserve the number first.'),
	preActivationField,
	customerField('loadActivationCustomer', { showWhen: { preActivation: [false] } }),
	columnsNotice,
	documentsField,
	additionalFields(
		customerReferenceField,
		serviceProfileField,
		furtherRangesField,
		regulatorApprovalField,
		detailsLevelField,
	),
];

/** An activation as a request; bulk activation makes its rows with it too. */
export function activationRequest(
	params: Params,
	context: RequestContext,
): LogicalRequest & { body: Record<string, unknown> } {
	const more = readCollection(params, 'additionalFields');
	const ordered = readOrderedRanges(params, more, context);
	const sections = params.preActivation === true ? {} : readCustomer(params, context, ordered.country);
	if (context.checks) {
		refuse088Activation(ordered.ranges);
		checkGermanBlock(ordered.ranges, more.regulatorApproval === true);
		if (params.preActivation !== true) checkCustomer(sections, ordered.country, 'activation');
	}
	return {
		body: {
			...customerBody(ordered, sections, more, context),
			documents: documentList(context.documents),
			regulatorApproval: more.regulatorApproval === true ? true : undefined,
		},
		echo: ordered.echo,
	};
}

/** POST /v1/activation/order */
export const activate: CallOperation = {
	value: 'activate',
	name: 'Activate',
	action: 'Activate number',
	description:
		"Assign a free or reserved number to an end customer and put it live on Colt's network. In Italy it must " +
		'be reserved first.',
	wire: wholesaleSip.operations.activateNumbers,
	recovery: byNumbers('activation', 'activation'),
	fields: activationFields,
	toRequest: activationRequest,
	toItem: placedOrder,
};
