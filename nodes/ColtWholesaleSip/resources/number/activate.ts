import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { addressField, endCustomerNameField, readEndCustomer, registrationField } from '../../../shared/fields/endCustomer';
import { rangeFields, readRange } from '../../../shared/fields/numberRange';
import { customerReferenceField, orderBody, readServiceProfile, serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { Field, Operation } from '../../../shared/operation/types';

const additionalFields: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [{ ...customerReferenceField }, { ...registrationField }, { ...serviceProfileField }],
};

/** POST /v1/activation/order */
export const activate: Operation = {
	resource: 'number',
	value: 'activate',
	name: 'Activate',
	action: 'Activate a number or range',
	description: "Assign a free or reserved number to an end customer and put it live on Colt's network",
	wire: wholesaleSip.operations.activateNumbers,
	fields: [...rangeFields, endCustomerNameField, addressField, additionalFields],
	toRequest(params, context) {
		const range = readRange(params);
		const more = (params.additionalFields ?? {}) as Record<string, unknown>;
		const body = orderBody(range, readServiceProfile(more, context));
		const endCustomer = readEndCustomer(params, more);
		if (endCustomer !== undefined) body.relatedParty.endCustomer = endCustomer;
		return { body, echo: { numberRangeStart: range.start, numberRangeEnd: range.end, country: range.country } };
	},
	toItem: placedOrder,
};
