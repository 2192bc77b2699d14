import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { rangeFields, readRange } from '../../../shared/fields/numberRange';
import { customerReferenceField, orderBody, readCustomerReference, readServiceProfile, serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { Field, Operation } from '../../../shared/operation/types';

const additionalFields: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [{ ...customerReferenceField }, { ...serviceProfileField }],
};

/** POST /v1/reservation/order (document 004) */
export const reserve: Operation = {
	resource: 'number',
	value: 'reserve',
	name: 'Reserve',
	action: 'Reserve a number or range',
	description: 'Take a free number or full range into your inventory for 90 calendar days, without an end customer',
	wire: wholesaleSip.operations.reserveNumbers,
	fields: [...rangeFields, additionalFields],
	toRequest(params, context) {
		const range = readRange(params);
		const more = (params.additionalFields ?? {}) as Record<string, unknown>;
		const customerReference = readCustomerReference(more.customerReference);
		const body = orderBody(range, readServiceProfile(more, context));
		if (customerReference !== undefined) body.relatedParty.endCustomer = { customerReference };
		return { body, echo: { numberRangeStart: range.start, numberRangeEnd: range.end, country: range.country } };
	},
	toItem: placedOrder,
};
