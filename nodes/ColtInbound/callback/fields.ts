import type { INodeProperties } from 'n8n-workflow';

import { authenticationField } from '../../shared/fields/authentication';
import { INBOUND_COUNTRY_OPTIONS } from '../fields';

/** The order types that document 002 names. */
const ORDER_TYPES = [
	{ name: 'Activation', value: 'activation' },
	{ name: 'End Customer Update', value: 'updateCustomer' },
	{ name: 'Reservation', value: 'reservation' },
];

/** What the trigger asks the user. */
export const callbackFields: INodeProperties[] = [
	{
		displayName:
			'Colt documents no call that registers an address: give the Production URL above to Colt, with what the Colt Callback credential holds. How Colt authenticates and what a callback looks like is not documented either; both are inferred. Where a callback is lost, Order: Get Event of the Colt Inbound node tells the same event with the same event ID.',
		name: 'addressNotice',
		type: 'notice',
		default: '',
	},
	{
		// n8n reads a body before the node is asked, unless this parameter of its own Webhook node says otherwise. Unread,
		// a body is looked at only after the caller has shown its secret, and only up to a size.
		displayName: 'Options',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: ['completed', 'failed', 'other', 'raised'],
		description: 'Which events start the workflow',
		options: [
			{ name: 'Order Completed', value: 'completed' },
			{ name: 'Order Failed', value: 'failed' },
			{ name: 'Order Raised', value: 'raised' },
			{ name: 'Other', value: 'other', description: 'What Colt sends beyond the three events that its documents name' },
		],
	},
	{
		displayName: 'Order Look-Up',
		name: 'lookUp',
		type: 'options',
		default: 'verify',
		description:
			'Whether the order is read at Colt before the workflow starts. Takes one call, and never longer than 5 seconds.',
		options: [
			{
				name: 'Add Details',
				value: 'details',
				description: 'The order details are added if they can be read; the event comes in any case',
			},
			{ name: 'None', value: 'none', description: 'Only what the callback tells; needs no further credential' },
			{
				name: 'Verify and Add Details',
				value: 'verify',
				description:
					"An order that Colt does not know in the credential's environment is refused. While Colt cannot be asked, callbacks are answered 503, to be delivered again.",
			},
		],
	},
	{
		...authenticationField,
		displayName: 'Authentication for the Look-Up',
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
				description: 'An order whose country Colt does not tell, and its number neither, is delivered',
			},
			{
				displayName: 'Order Types',
				name: 'orderTypes',
				type: 'multiOptions',
				default: [],
				options: ORDER_TYPES,
				description: 'An order whose type Colt does not tell is delivered',
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
			'IP addresses and CIDR blocks that callbacks may come from, divided by commas; all if empty. Behind a reverse proxy, set N8N_PROXY_HOPS in n8n: otherwise every caller has the address of the proxy.',
	},
];
