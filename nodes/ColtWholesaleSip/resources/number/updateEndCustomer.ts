import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { checkCustomer } from '../../../shared/customer/check';
import { customerField } from '../../../shared/customer/fields';
import { readCustomer } from '../../../shared/customer/read';
import { inputError } from '../../../shared/errors/problem';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { rangeFields } from '../../../shared/fields/numberRange';
import { furtherRangesField, orderBody, readOrderedRanges } from '../../../shared/fields/order';
import { customerReferenceField, readCustomerReference, serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation, Field, LogicalRequest, Params, RequestContext } from '../../../shared/operation/types';

const updateActionField: Field = {
	displayName: 'Update',
	name: 'updateAction',
	type: 'options',
	options: [
		{ name: 'Add End Customer', value: 'ADD', description: 'Give a pre-activated number its end customer (Premium customers, not in Germany)' },
		{ name: 'Modify End Customer', value: 'MODIFY', description: 'Change end customer, address or directory entry of an activated or ported-in number' },
	],
	default: 'MODIFY',
};

export const updateFields: Field[] = [
	...rangeFields,
	updateActionField,
	customerField('loadModifyCustomer'),
	additionalFields(customerReferenceField, serviceProfileField, furtherRangesField),
];

/** An update as a request; bulk update makes its rows with it too. */
export function updateRequest(params: Params, context: RequestContext): LogicalRequest & { body: Record<string, unknown> } {
	const more = readCollection(params, 'additionalFields');
	const ordered = readOrderedRanges(params, more, context);
	const isAdd = params.updateAction === 'ADD';
	const { endCustomer, directoryService, emergencyAddress } = readCustomer(params, context, ordered.country);
	if (context.checks) {
		if (isAdd && ordered.country === 'DE') throw inputError('Update', 'cannot add an end customer in Germany', 'Use Modify End Customer.');
		checkCustomer({ endCustomer, directoryService, emergencyAddress }, ordered.country, isAdd ? 'updateCustomerAdd' : 'updateCustomerModify');
	}
	const body = orderBody(ordered, more, context);
	const customerReference = readCustomerReference(more.customerReference);
	if (endCustomer !== undefined || customerReference !== undefined) body.relatedParty.endCustomer = { ...endCustomer, customerReference };
	return { body: { ...body, action: params.updateAction, directoryService, emergencyAddress }, echo: { ...ordered.echo, action: isAdd ? 'ADD' : 'MODIFY' } };
}

/** POST /v1/updateCustomer/order */
export const updateEndCustomer: CallOperation = {
	value: 'updateEndCustomer',
	name: 'Update End Customer',
	action: 'Update the end customer of a number or range',
	description: 'Add or change end customer, address, directory entry or, in the Netherlands, emergency address',
	wire: wholesaleSip.operations.updateCustomer,
	fields: updateFields,
	toRequest: updateRequest,
	toItem: placedOrder,
};
