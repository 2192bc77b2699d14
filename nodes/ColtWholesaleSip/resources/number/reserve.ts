import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { inputError } from '../../../shared/errors/problem';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { COUNTRY_OPTIONS, freeRangeFields } from '../../../shared/fields/numberRange';
import { furtherRangesField, orderBody, readOrderedRanges } from '../../../shared/fields/orderFields';
import {
	customerReferenceField,
	PRODUCT,
	readCustomerReference,
	readServiceProfile,
	serviceProfileField,
} from '../../../shared/fields/reseller';
import { LOCK_COUNTRIES } from '../../../shared/lifecycle/countries';
import { needCountry } from '../../../shared/numbers/readCountry';
import { checkDigits, RESERVATION_DIGITS } from '../../../shared/numbers/rangeRules';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation, Field, LogicalRequest, Params, RequestContext } from '../../../shared/operation/types';
import { byNumbers } from '../../../shared/placing/recovery';
import { optionalText } from '../../../shared/text';

const whatField: Field = {
	displayName: 'Reserve By',
	name: 'reserveBy',
	type: 'options',
	options: [
		{ name: 'Number Range', value: 'range' },
		{
			name: 'Lock ID (Restricted Use)',
			value: 'lockId',
			description: 'A lock made with Free Number Supply: Lock; for customers for whom Colt has enabled it',
		},
	],
	default: 'range',
};

const lockFields: Field[] = [
	{
		displayName: 'Country',
		name: 'lockCountry',
		type: 'options',
		options: COUNTRY_OPTIONS.filter(({ value }) => LOCK_COUNTRIES.includes(value)),
		default: 'GB',
		showWhen: { reserveBy: ['lockId'] },
	},
	{
		displayName: 'Lock ID',
		name: 'lockId',
		type: 'string',
		required: true,
		default: '',
		description: 'From Free Number Supply: Lock, at most 10 minutes old',
		showWhen: { reserveBy: ['lockId'] },
	},
];

const shown = freeRangeFields.map((field): Field => ({ ...field, showWhen: { reserveBy: ['range'] } }));

/** Document 004: either the lock or the numbers, never both. */
function byLock(params: Params, context: RequestContext): LogicalRequest {
	const more = readCollection(params, 'additionalFields');
	const lockId = optionalText(params.lockId);
	const country = needCountry(params.lockCountry);
	if (lockId === undefined)
		throw inputError('Lock ID', 'is empty', 'Use the lock ID that Free Number Supply: Lock returned.', 'missing');
	if (context.checks && !LOCK_COUNTRIES.includes(country)) {
		throw inputError(
			'Country',
			`${country} has no locks`,
			'Locks are not available in France, Germany and zone B. Reserve by number range.',
			'notInCountry',
		);
	}
	return {
		body: {
			lockId,
			productOffering: { name: PRODUCT },
			relatedParty: { reseller: { serviceProfile: readServiceProfile(more, context), country }, ...label(more) },
		},
		echo: { lockId, country },
	};
}

function label(more: Params): { endCustomer?: { customerReference: string } } {
	const customerReference = readCustomerReference(more.customerReference);
	return customerReference === undefined ? {} : { endCustomer: { customerReference } };
}

/** POST /v1/reservation/order (document 004) */
export const reserve: CallOperation = {
	value: 'reserve',
	name: 'Reserve',
	action: 'Reserve number',
	description: 'Take a free number or full range into your inventory for 90 calendar days, without an end customer',
	wire: wholesaleSip.operations.reserveNumbers,
	recovery: byNumbers('reservation', 'reservation'),
	fields: [
		whatField,
		...shown,
		...lockFields,
		additionalFields(customerReferenceField, serviceProfileField, furtherRangesField),
	],
	toRequest(params, context) {
		if (params.reserveBy === 'lockId') return byLock(params, context);
		const more = readCollection(params, 'additionalFields');
		const ordered = readOrderedRanges(params, more, context);
		if (context.checks) checkDigits(ordered.ranges, RESERVATION_DIGITS);
		const body = orderBody(ordered, more, context);
		Object.assign(body.relatedParty, label(more));
		return { body, echo: ordered.echo };
	},
	toItem: placedOrder,
};
