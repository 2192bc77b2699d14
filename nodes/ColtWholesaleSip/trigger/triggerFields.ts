import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { byName } from '../../shared/byName';
import type { OrderType } from '../../shared/contract/types';
import { COUNTRY_OPTIONS } from '../../shared/fields/numberRange';
import { ORDER_STATUS_NAMES } from '../../shared/lifecycle/orderStatus';

const statusOptions: INodePropertyOptions[] = ORDER_STATUS_NAMES.map((value) => ({ name: value, value })).sort(byName);

const TYPE_NAMES: Record<OrderType, string> = {
	reservation: 'Reservation',
	return: 'Return',
	activation: 'Activation',
	updateCustomer: 'End Customer Update',
	portIn: 'Port-In',
	portOut: 'Port-Out',
	portUpdate: 'Port Update',
	reactivation: 'Reactivation',
	backfill: 'Free Number Backfill',
	backfillCancellation: 'Free Number Backfill Cancellation',
	bulkActivation: 'Bulk Activation',
	bulkPortIn: 'Bulk Port-In',
	bulkUpdateCustomer: 'Bulk End Customer Update',
};

/** The order types of the contract. */
export const ORDER_TYPES: readonly string[] = Object.keys(TYPE_NAMES);

const groupOptions: INodePropertyOptions[] = [
	{ name: 'Delayed', value: 'delayed' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'In Progress', value: 'in progress' },
	{ name: 'Needs Your Action', value: 'needs action' },
	{ name: 'Succeeded', value: 'succeeded' },
	{ name: 'Unknown to This Node', value: 'unknown' },
];

const typeOptions: INodePropertyOptions[] = Object.entries(TYPE_NAMES)
	.map(([value, name]) => ({ name, value }))
	.sort(byName);

/** What the trigger asks the user, besides the authentication. */
export const triggerFields: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: ['newOrder', 'statusChanged'],
		description:
			'Which changes start the workflow. A change is delivered once, under the most specific of the chosen names.',
		options: [
			{
				name: 'Child Order Decided',
				value: 'childOrderDecided',
				description: 'Colt has accepted or rejected a port update',
			},
			{
				name: 'Deadline Near',
				value: 'deadlineNear',
				description: 'A deadline that Colt documents is close, for example the 72 hours for your answer',
			},
			{
				name: 'Description Changed',
				value: 'descriptionChanged',
				description:
					'The status is the same, its description is not: for example, the emergency database has caught up',
			},
			{
				name: 'New Order',
				value: 'newOrder',
				description: 'An order is in the list that was not there before, placed by you or by Colt (port-out)',
			},
			{
				name: 'Reservation Expiring',
				value: 'reservationExpiring',
				description: 'The 90 days of a reservation are about to end, and a number of it is still reserved',
			},
			{
				name: 'Status Changed',
				value: 'statusChanged',
				description: 'An order has another status; also a new order that has already gone on when it is first seen',
			},
		],
	},
	{
		displayName: 'Deadline Lead Time (Hours)',
		name: 'deadlineHours',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 24,
		displayOptions: { show: { events: ['deadlineNear'] } },
		description:
			'How long before its deadline an order is delivered. Weekends are left out of working days, public holidays are not known.',
	},
	{
		displayName: 'Reservation Lead Time (Days)',
		name: 'expiryDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 7,
		displayOptions: { show: { events: ['reservationExpiring'] } },
		description: 'How long before its end a reservation is delivered',
	},
	{
		displayName: 'Start With',
		name: 'startWith',
		type: 'options',
		default: 'now',
		description:
			'What the very first poll delivers of the orders that are there already, as event currentStatus. A workflow activated again goes on where it stopped.',
		options: [
			{
				name: 'Changes From Now On',
				value: 'now',
				description: 'The first poll takes note of all orders and delivers nothing',
			},
			{
				name: 'Open Orders',
				value: 'open',
				description: 'Also the current status of every order that is not finished',
			},
			{
				name: 'Recently Changed Orders',
				value: 'recent',
				description: 'Also the current status of every order changed in the last hours',
			},
		],
	},
	{
		displayName: 'Changed in the Last (Hours)',
		name: 'startHours',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 24,
		displayOptions: { show: { startWith: ['recent'] } },
		description: 'Orders whose date of change Colt does not tell are left out',
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
				options: COUNTRY_OPTIONS,
				description: 'An order is also delivered if neither Colt nor its numbers tell its country',
			},
			{
				displayName: 'Customer Reference',
				name: 'customerReference',
				type: 'string',
				default: '',
				description: 'Only orders with exactly this reference; an order whose reference Colt does not tell is left out',
			},
			{
				displayName: 'Order Types',
				name: 'orderTypes',
				type: 'multiOptions',
				default: [],
				options: typeOptions,
				description: 'An order is also delivered if Colt does not tell its type, or by no name known here',
			},
			{
				displayName: 'Previous Status Groups',
				name: 'previousGroups',
				type: 'multiOptions',
				default: [],
				description: 'Orders that were before in one of these, or in one of Previous Statuses; a new order was in none',
				options: groupOptions,
			},
			{
				displayName: 'Previous Statuses',
				name: 'previousStatuses',
				type: 'multiOptions',
				default: [],
				options: statusOptions,
				description:
					'Orders that were before in one of these, or in one of Previous Status Groups; a new order was in none',
			},
			{
				displayName: 'Status Groups',
				name: 'groups',
				type: 'multiOptions',
				default: [],
				description: 'Orders that are now in one of these, or in one of Statuses',
				options: groupOptions,
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				options: statusOptions,
				description: 'Orders that are now in one of these, or in one of Status Groups; capitals do not matter',
			},
		],
	},
	{
		displayName: 'Add Order Details',
		name: 'addDetails',
		type: 'boolean',
		default: false,
		description:
			'Whether each item has the details of its order too, such as the history and the child orders; one more call for each',
	},
	{
		displayName: 'One Item per Poll',
		name: 'oneItem',
		type: 'boolean',
		default: false,
		description: 'Whether all changes of a poll come in one item, as the list "changes"',
	},
];
