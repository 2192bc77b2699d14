import { inbound } from '../../../shared/contract/wire.generated';
import { columnsNotice, customerField } from '../../../shared/customer/customerFields';
import { readCustomer } from '../../../shared/customer/readCustomer';
import { inputError } from '../../../shared/errors/problem';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { furtherRangesField } from '../../../shared/fields/orderFields';
import { customerReferenceField, serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation, Field } from '../../../shared/operation/types';
import { inboundByNumbers } from '../../../shared/placing/recovery';
import { optionalText } from '../../../shared/text';
import { inboundOwnRangeFields } from '../../inboundFields';
import { inboundBody, productOfferingField, readInboundRanges } from '../../inboundBody';

const updateActionField: Field = {
	displayName: 'Update',
	name: 'updateAction',
	type: 'options',
	options: [
		{ name: 'Add Customer', value: 'ADD', description: 'Assign the first end customer to a number' },
		{ name: 'Modify Customer', value: 'MODIFY', description: 'Change the fields that are filled in and keep the rest' },
	],
	default: 'MODIFY',
};

/** POST numberCollectionUpdateCustomerDetails: address and directory service details (document 002) */
export const updateCustomer: CallOperation = {
	value: 'updateCustomer',
	name: 'Update Customer',
	action: 'Update customer of inbound number',
	description: 'Change address and directory service details of an activated inbound number; creates an order',
	wire: inbound.operations.updateCustomer,
	recovery: inboundByNumbers('updateCustomer'),
	fields: [
		...inboundOwnRangeFields,
		updateActionField,
		customerField('loadModifyCustomer'),
		columnsNotice,
		additionalFields(customerReferenceField, serviceProfileField, furtherRangesField, productOfferingField),
	],
	toRequest(params, context) {
		const more = readCollection(params, 'additionalFields');
		const ordered = readInboundRanges(params, more, context);
		const sections = readCustomer(params, context, ordered.country);
		if (context.checks && Object.keys(sections).length === 0 && optionalText(more.customerReference) === undefined) {
			throw inputError(
				'End Customer',
				'is empty',
				'Fill in what is to change: the end customer with address, the directory entry or the customer reference.',
				'missing',
			);
		}
		const { updateAction: action } = params as { updateAction: 'ADD' | 'MODIFY' };
		return { body: { ...inboundBody(ordered, more, context, sections), action }, echo: { ...ordered.echo, action } };
	},
	toItem: placedOrder,
};
