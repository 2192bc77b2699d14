import { inbound } from '../../../shared/contract/wire.generated';
import { columnsNotice, customerField } from '../../../shared/customer/customerFields';
import { readCustomer } from '../../../shared/customer/readCustomer';
import { documentList } from '../../../shared/documents/documentList';
import { documentsField } from '../../../shared/documents/documentsField';
import { inputError } from '../../../shared/errors/problem';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { furtherRangesField } from '../../../shared/fields/orderFields';
import { customerReferenceField, serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { inboundByNumbers } from '../../../shared/placing/recovery';
import { inboundOwnRangeFields } from '../../inboundFields';
import { inboundBody, productOfferingField, readInboundRanges } from '../../inboundBody';

/**
 * POST numberCollectionActivation. Which end customer details a country needs is documented for the Wholesale API
 * only.
 */
export const activate: CallOperation = {
	value: 'activate',
	name: 'Activate',
	action: 'Activate inbound number',
	description:
		"Assign an inbound number or range to an end customer and put it live on Colt's network; creates an order",
	wire: inbound.operations.activateNumbers,
	recovery: inboundByNumbers('activation', 'activation'),
	fields: [
		...inboundOwnRangeFields,
		customerField('loadActivationCustomer'),
		columnsNotice,
		documentsField,
		additionalFields(customerReferenceField, serviceProfileField, furtherRangesField, productOfferingField),
	],
	toRequest(params, context) {
		const more = readCollection(params, 'additionalFields');
		const ordered = readInboundRanges(params, more, context);
		const sections = readCustomer(params, context, ordered.country);
		if (context.checks && sections.endCustomer === undefined) {
			throw inputError(
				'End Customer',
				'is empty: an activation assigns the number to an end customer',
				'Fill in the End Customer form.',
				'countryNeeds',
			);
		}
		return {
			body: { ...inboundBody(ordered, more, context, sections), documents: documentList(context.documents) },
			echo: ordered.echo,
		};
	},
	toItem: placedOrder,
};
