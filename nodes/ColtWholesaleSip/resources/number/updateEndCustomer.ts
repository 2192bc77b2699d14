import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { checkCustomer } from '../../../shared/customer/checkCustomer';
import { columnsNotice, customerField } from '../../../shared/customer/customerFields';
import { customerBody, detailsLevelField } from '../../../shared/customer/customerBody';
import { readCustomer } from '../../../shared/customer/readCustomer';
import { inputError } from '../../../shared/errors/problem';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { ownRangeFields } from '../../../shared/fields/numberRange';
import { furtherRangesField, readOrderedRanges } from '../../../shared/fields/orderFields';
import { customerReferenceField, serviceProfileField } from '../../../shared/fields/reseller';
import { byNumbers } from '../../../shared/placing/recovery';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation, Field, LogicalRequest, Params, RequestContext } from '../../../shared/operation/types';

const updateActionField: Field = {
	displayName: 'Update',
	name: 'updateAction',
	type: 'options',
	options: [
		{
			name: 'Add End Customer',
			value: 'ADD',
			description: 'Add the end customer to a pre-activated number (Premium customers, not in Germany)',
		},
		{
			name: 'Modify End Customer',
			value: 'MODIFY',
			description: 'Change end customer, address or directory entry of an activated or ported-in number',
		},
	],
	default: 'MODIFY',
};

export const updateFields: Field[] = [
	...ownRangeFields,
	updateActionField,
	customerField('loadModifyCustomer', { showWhen: { updateAction: ['MODIFY'] } }),
	customerField('loadAddCustomer', { showWhen: { updateAction: ['ADD'] } }),
	columnsNotice,
	additionalFields(customerReferenceField, serviceProfileField, furtherRangesField, detailsLevelField),
];

/** An update as a request; bulk update makes its rows with it too. */
export function updateRequest(
	params: Params,
	context: RequestContext,
): LogicalRequest & { body: Record<string, unknown> } {
	const more = readCollection(params, 'additionalFields');
	const ordered = readOrderedRanges(params, more, context);
	const { updateAction: action } = params as { updateAction: 'ADD' | 'MODIFY' };
	const isAdd = action === 'ADD';
	const sections = readCustomer(params, context, ordered.country);
	if (context.checks) {
		if (isAdd && ordered.country === 'DE')
			throw inputError('Update', 'cannot add an end customer in Germany', 'Use Modify End Customer.', 'notInCountry');
		checkCustomer(sections, ordered.country, isAdd ? 'updateCustomerAdd' : 'updateCustomerModify');
	}
	return { body: { ...customerBody(ordered, sections, more, context), action }, echo: { ...ordered.echo, action } };
}

/** POST /v1/updateCustomer/order */
export const updateEndCustomer: CallOperation = {
	value: 'updateEndCustomer',
	name: 'Update End Customer',
	action: 'Update end customer of number',
	description: 'Add or change end customer, address, directory entry or, in the Netherlands, emergency address',
	wire: wholesaleSip.operations.updateCustomer,
	recovery: byNumbers('updateCustomer'),
	fields: updateFields,
	toRequest: updateRequest,
	toItem: placedOrder,
};
