import type { INodeProperties } from 'n8n-workflow';

import { authenticationField } from '../../shared/fields/authenticationField';
import { simplifyField } from '../../shared/fields/simplify';
import { INBOUND_COUNTRY_OPTIONS } from '../inboundFields';

/** The order types that document 002 names. */
const ORDER_TYPES = [
	{ name: 'Activation', value: 'activation' },
	{ name: 'End Customer Update', value: 'updateCustomer' },
	{ name: 'Reservation', value: 'reservation' },
];

/** The trigger's fields. */
export const callbackFields: INodeProperties[] = [
	{
		displayName:
			"1. Create the credential under 'Callback Password or Secret'.<br>2. Publish the workflow.<br>3. Send " +
			'the Production URL (under Webhook URLs above) and the values of that credential to your contact at ' +
			'Colt. Colt has no API call to register them.',
		name: 'addressNotice',
		type: 'notice',
		default: '',
	},
	{
		// n8n reads the body before it calls the node, unless this parameter of its own Webhook node says otherwise. Like
		// this, the node reads it only after the caller is authenticated, and only up to a limit.
		displayName: 'Options',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		default: ['completed', 'failed', 'other', 'raised'],
		description: 'Which events start the workflow',
		options: [
			{ name: 'Order Completed', value: 'completed' },
			{ name: 'Order Failed', value: 'failed' },
			{ name: 'Order Raised', value: 'raised' },
			{
				name: 'Other',
				value: 'other',
				description: 'Anything else Colt sends, including callbacks that could not be read',
			},
		],
	},
	{
		displayName: 'Order Look-Up',
		name: 'lookUp',
		type: 'options',
		default: 'verify',
		description:
			'Whether to get the order from Colt before the workflow starts. This takes one API call and at most 5 seconds.',
		options: [
			{
				name: 'Add Details',
				value: 'details',
				description: 'Add the order details if Colt returns them; the workflow starts either way',
			},
			{ name: 'None', value: 'none', description: 'Use only the data in the callback; needs no second credential' },
			{
				name: 'Verify and Add Details',
				value: 'verify',
				description:
					"Refuse orders that do not exist in the credential's environment. While Colt's API cannot be " +
					'reached, callbacks are answered with 503 so that Colt delivers them again.',
			},
		],
	},
	{
		...authenticationField,
		displayName: 'Authentication for Order Look-Up',
		displayOptions: { hide: { lookUp: ['none'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			{
				displayName: 'Countries',
				name: 'countries',
				type: 'multiOptions',
				default: [],
				options: INBOUND_COUNTRY_OPTIONS,
				description: 'Orders of unknown country are always delivered',
			},
			{
				displayName: 'Order Types',
				name: 'orderTypes',
				type: 'multiOptions',
				default: [],
				options: ORDER_TYPES,
				description: 'Orders of unknown type are always delivered',
			},
		],
	},
	{
		displayName: 'Allowed Addresses',
		name: 'allowedAddresses',
		type: 'string',
		default: '',
		placeholder: 'e.g. 192.0.2.0/24, 2001:db8::/32',
		description:
			'IP addresses and CIDR blocks that callbacks may come from, separated by commas. Leave empty to allow ' +
			'every address. Behind a reverse proxy, set N8N_PROXY_HOPS in n8n, or every caller has the address of ' +
			'the proxy.',
	},
	{
		// On for new triggers it cannot be: stored ones without it would change, and this trigger has no other version.
		...simplifyField,
		default: false,
	},
];
