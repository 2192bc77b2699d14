import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { checkCustomer } from '../../../shared/customer/checkCustomer';
import { columnsNotice, customerField } from '../../../shared/customer/customerFields';
import { customerBody, detailsLevelField } from '../../../shared/customer/customerBody';
import { readCustomer } from '../../../shared/customer/readCustomer';
import { hasDocument, portInDocuments } from '../../../shared/documents/documentList';
import { documentsField } from '../../../shared/documents/documentsField';
import { inputError } from '../../../shared/errors/problem';
import { readEmail } from '../../../shared/input/readEmail';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { countryNotices } from '../../../shared/fields/notice';
import type { CountryCode } from '../../../shared/lifecycle/countryCodes';
import { optionalE164 } from '../../../shared/numbers/e164';
import { COUNTRY_FROM_NUMBER } from '../../../shared/numbers/readCountry';
import { rangeFields } from '../../../shared/fields/numberRange';
import { furtherRangesField, readOrderedRanges } from '../../../shared/fields/orderFields';
import type { OrderedRanges } from '../../../shared/fields/orderFields';
import { customerReferenceField, serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation, Field, LogicalRequest, Params, RequestContext } from '../../../shared/operation/types';
import { is088, refuseSpanishNomadicPort } from '../../../shared/numbers/rangeRules';
import { byNumbers } from '../../../shared/placing/recovery';
import { optionalText } from '../../../shared/text';
import { countryDetailFields, readCountryDetails, withDetails } from './countryDetails';
import { checkFirstPossibleDate } from './firstPossibleDate';
import { portDateEcho } from './portDateEcho';
import { billingNumberField, noteField, operatorFields, portDateField, portWindowField, readDetails } from './details';

const ownFields: Field[] = [
	{
		displayName: 'Out of Hours',
		name: 'outOfHours',
		type: 'boolean',
		default: false,
		description: "Whether to port outside Colt's working hours. Colt charges for it.",
	},
	{
		displayName: 'CVP (PT)',
		name: 'cvp',
		type: 'string',
		default: '',
		description: "The end customer's validation code from the losing operator, in Portugal",
	},
	{
		displayName: 'Routing Prefix (FR)',
		name: 'routingPrefix',
		type: 'string',
		default: '',
		description: 'Your own routing or porting prefix in France, if you have one',
	},
	{
		displayName: 'Porting Contact Name',
		name: 'portContactName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Jo Smith',
	},
	{
		displayName: 'Porting Contact Phone',
		name: 'portContactPhone',
		type: 'string',
		default: '',
		placeholder: 'e.g. +442081324758',
	},
	{
		displayName: 'Porting Contact Email',
		name: 'portContactEmail',
		type: 'string',
		default: '',
		placeholder: 'e.g. porting@example.com',
	},
];

export const portInFields: Field[] = [
	...rangeFields,
	portDateField,
	...operatorFields.map((field): Field => ({ ...field, versions: 2 })),
	customerField('loadPortInCustomer'),
	columnsNotice,
	...countryNotices(
		'dutch088Notice',
		'NL',
		'Netherlands: 088 numbers need the ACM document, and the letter of authorisation (LOA) if they come from ' +
			"another operator. Add them under 'Documents'.",
	),
	documentsField,
	additionalFields(
		customerReferenceField,
		serviceProfileField,
		furtherRangesField,
		detailsLevelField,
		portWindowField,
		noteField,
		...operatorFields.map((field): Field => ({ ...field, versions: 1 })),
		billingNumberField,
		...ownFields,
		...countryDetailFields('country', COUNTRY_FROM_NUMBER),
	),
];

function needDocument({ documents }: RequestContext, type: string, name: string): void {
	if (hasDocument(documents, type)) return;
	throw inputError(
		'Documents',
		`lack the ${name}, which Dutch 088 numbers need`,
		`Add the ${name} to Documents.`,
		'countryNeeds',
	);
}

/**
 * NL 088 numbers need the regulator's document. To port them in they need the LOA too; to activate your own, which no
 * other operator has, they do not (document 000).
 */
function check088({ ranges }: OrderedRanges, operator: Params, context: RequestContext): void {
	if (!ranges.some(is088)) return;
	needDocument(context, 'regulatoryAssignment', 'ACM document');
	const hasOperator = [operator.operatorName, operator.operatorAccount].some(
		(value) => optionalText(value) !== undefined,
	);
	if (hasOperator) needDocument(context, 'loa', 'letter of authorisation (LOA)');
}

function contactOf(
	more: Params,
	country: CountryCode,
	{ checks }: RequestContext,
): Record<string, string | undefined> | undefined {
	const contact = {
		name: optionalText(more.portContactName),
		phone: optionalE164(more.portContactPhone, 'Porting Contact Phone', country, checks),
		email: readEmail(more.portContactEmail, 'Porting Contact Email'),
	};
	return Object.values(contact).every((value) => value === undefined) ? undefined : contact;
}

/** The losing operator: a field of its own, or in a node of version 1 among the additional fields. */
const operatorOf = (params: Params, more: Params): Params => ({
	operatorName: optionalText(params.operatorName) ?? more.operatorName,
	operatorAccount: optionalText(params.operatorAccount) ?? more.operatorAccount,
});

/** A port-in as a request; bulk port-in makes its rows with it too. */
export function portInRequest(
	params: Params,
	context: RequestContext,
): LogicalRequest & { body: Record<string, unknown> } {
	const more = readCollection(params, 'additionalFields');
	const ordered = readOrderedRanges(params, more, context);
	const operator = operatorOf(params, more);
	const sections = readCustomer(params, context, ordered.country);
	if (context.checks) {
		refuseSpanishNomadicPort(ordered.ranges);
		check088(ordered, operator, context);
		// The table of document 001 has a port-in rule for NL alone; other countries are left to Colt.
		if (ordered.country === 'NL') checkCustomer(sections, 'NL', 'portIn');
	}
	const details = readDetails({ ...more, ...operator, portDate: params.portDate }, ordered.country, context);
	checkFirstPossibleDate(details.portDate, ordered.country, context);
	return {
		body: {
			...customerBody(ordered, sections, more, context),
			outOfHours: more.outOfHours,
			cvp: optionalText(more.cvp),
			routingPrefix: optionalText(more.routingPrefix),
			...withDetails(details, readCountryDetails(more)),
			contact: contactOf(more, ordered.country, context),
			...portInDocuments(context.documents),
		},
		echo: { ...ordered.echo, ...portDateEcho(details.portDate, ordered.country, context) },
	};
}

/** POST /v1/portIn/order */
export const portIn: CallOperation = {
	value: 'portIn',
	name: 'Port In',
	action: 'Port number in',
	description: 'Order the move of a number from another operator to Colt; also activates your own Dutch 088 numbers',
	wire: wholesaleSip.operations.portIn,
	checksPortability: true,
	recovery: byNumbers('portIn'),
	fields: portInFields,
	toRequest: portInRequest,
	toItem: placedOrder,
};
