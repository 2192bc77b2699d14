import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { inputError } from '../../../shared/errors/problem';
import { orderIdFieldNamed, readOrderId } from '../../../shared/fields/orderIdField';
import { COUNTRY_OPTIONS } from '../../../shared/fields/numberRange';
import { PRODUCT, readServiceProfile, serviceProfileField } from '../../../shared/fields/reseller';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import type { CountryCode } from '../../../shared/lifecycle/countryCodes';
import { portUpdateRule } from '../../../shared/lifecycle/portUpdates';
import type { PortAction } from '../../../shared/lifecycle/portUpdates';
import { readCountry } from '../../../shared/numbers/readCountry';
import { portDateEcho } from './portDateEcho';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation, Field, Params, RequestContext } from '../../../shared/operation/types';
import { byParent } from '../../../shared/placing/recovery';

/** What distinguishes one kind of port update from another. */
export interface PortUpdate {
	action: PortAction;
	name: string;
	actionText: string;
	description: string;
	fields?: Field[];
	/** Optional fields besides the service profile. */
	more?: Field[];
	/** The body's own part, in logical names; numbers in national format and dates are of the country, if it is given. */
	body(
		params: Params,
		more: Params,
		context: RequestContext,
		country: CountryCode | undefined,
	): Record<string, unknown>;
}

const portOrderField = orderIdFieldNamed(
	'The port-in or port-out order to update: the parent order, not a child order',
);

const NOT_GIVEN = { name: 'Not Given', value: '', description: "Colt knows the order's country" };

/** Only the countries the documents allow the action in; the first entry leaves the question to Colt. */
function countryFieldFor(action: PortAction): Field {
	const { countries } = portUpdateRule(action);
	const [only] = countries;
	const allowed = COUNTRY_OPTIONS.filter(({ value }) => countries.includes(value));
	const field: Field = {
		displayName: 'Country',
		name: `${action}Country`,
		type: 'options',
		options: allowed,
		default: '',
		description: 'Country of the order',
	};
	return countries.length === 1 && only !== undefined
		? { ...field, default: only }
		: { ...field, options: [NOT_GIVEN, ...allowed] };
}

function countryFor(params: Params, { action, name }: PortUpdate, checks: boolean): CountryCode | undefined {
	const country = readCountry(params[`${action}Country`]);
	if (country !== undefined && checks && !portUpdateRule(action).countries.includes(country)) {
		throw inputError(
			'Country',
			`${country} has no ${name}`,
			`Colt offers it in ${portUpdateRule(action).countries.join(', ')}. Ask Colt's porting desk.`,
			'notInCountry',
		);
	}
	return country;
}

/** Makes the operation of a port update: POST /v1/portUpdate/order, which creates a child order. */
export function portUpdate(update: PortUpdate): CallOperation {
	const { action, name, actionText, description, fields = [], more = [] } = update;
	return {
		value: action,
		name,
		action: actionText,
		description,
		notice: 'Each input item sends an update of a port to Colt.',
		wire: wholesaleSip.operations.updatePort,
		recovery: byParent('portUpdate'),
		fields: [portOrderField, countryFieldFor(action), ...fields, additionalFields(serviceProfileField, ...more)],
		toRequest(params, context) {
			const orderId = readOrderId(params);
			const extra = readCollection(params, 'additionalFields');
			const country = countryFor(params, update, context.checks);
			const reseller =
				country === undefined
					? undefined
					: { reseller: { serviceProfile: readServiceProfile(extra, context), country } };
			const own = update.body(params, extra, context, country);
			return {
				body: {
					orderId,
					action,
					productOffering: { name: PRODUCT },
					relatedParty: reseller,
					...own,
				},
				echo: {
					parentOrderId: orderId,
					action,
					...(country !== undefined && { country }),
					...portDateEcho(own.portDate, country, context),
				},
			};
		},
		toItem: placedOrder,
	};
}

/**
 * A text that must not be empty.
 * @throws ColtError naming the field
 */
export function needed<T>(value: T | undefined, label: string, remedy: string): T {
	if (value === undefined) throw inputError(label, 'is empty', remedy, 'missing');
	return value;
}
