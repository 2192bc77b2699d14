import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { byName } from '../../shared/byName';
import { COUNTRY_OPTIONS } from '../../shared/fields/numberRange';
import { simplifySetting } from '../../shared/fields/simplify';
import { ORDER_STATUS_NAMES } from '../../shared/lifecycle/orderStatus';
import { ORDER_TYPE_OPTIONS } from '../../shared/lifecycle/orderTypes';

const statusOptions: INodePropertyOptions[] = ORDER_STATUS_NAMES.map((value) => ({ name: value, value })).sort(byName);

const groupOptions: INodePropertyOptions[] = [
	{ name: 'Delayed', value: 'delayed' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'In Progress', value: 'in progress' },
	{ name: 'Needs Your Action', value: 'needs action' },
	{ name: 'Succeeded', value: 'succeeded' },
	{ name: 'Unknown to This Node', value: 'unknown' },
];

/** Settings that few workflows need; a trigger of version 1 has them among the others. */
const rareSettings: INodeProperties[] = [
	{
		displayName: 'Add Order Details',
		name: 'addDetails',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the details of each order, such as its history and child orders. Takes one more call per order.',
	},
	{
		displayName: 'One Item per Poll',
		name: 'oneItem',
		type: 'boolean',
		default: false,
		description: 'Whether to put all changes of a poll into one item, as the list "changes"',
	},
];

/** The trigger's fields, except authentication. */
export const triggerFields: INodeProperties[] = [
	{
		displayName: 'Trigger On',
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
					'The description has changed but not the status: for example, the emergency database has been updated',
			},
			{
				name: 'New Order',
				value: 'newOrder',
				description: 'A new order has appeared in the list, placed by you or by Colt (port-out)',
			},
			{
				name: 'Reservation Expiring',
				value: 'reservationExpiring',
				description: 'The 90 days of a reservation are about to end, and a number of it is still reserved',
			},
			{
				name: 'Status Changed',
				value: 'statusChanged',
				description:
					'The status of an order has changed. Includes new orders whose status had already changed when they ' +
					'were first seen.',
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
			'How long before its deadline an order is delivered. Working days leave out weekends and nationwide ' +
			'public holidays.',
	},
	{
		displayName: 'Reservation Lead Time (Days)',
		name: 'expiryDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 7,
		displayOptions: { show: { events: ['reservationExpiring'] } },
		description: 'How long before it expires a reservation is delivered',
	},
	{
		displayName: 'Start With',
		name: 'startWith',
		type: 'options',
		default: 'now',
		description:
			'Which existing orders the very first poll delivers, as event currentStatus. A workflow that is ' +
			'activated again continues where it stopped.',
		options: [
			{
				name: 'Changes From Now On',
				value: 'now',
				description: 'The first poll records all existing orders and delivers nothing',
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
		description: 'Orders without a date of change are left out',
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
				description: 'Orders of unknown country are always delivered',
			},
			{
				displayName: 'Customer Reference',
				name: 'customerReference',
				type: 'string',
				default: '',
				description: 'Only orders with exactly this reference. Orders without a reference are left out.',
			},
			{
				displayName: 'Order Types',
				name: 'orderTypes',
				type: 'multiOptions',
				default: [],
				options: ORDER_TYPE_OPTIONS,
				description: 'Orders of unknown type are always delivered',
			},
			{
				displayName: 'Previous Status Groups',
				name: 'previousGroups',
				type: 'multiOptions',
				default: [],
				description:
					'Orders whose previous status is in one of these groups, or is one of Previous Statuses. A new order ' +
					'has no previous status.',
				options: groupOptions,
			},
			{
				displayName: 'Previous Statuses',
				name: 'previousStatuses',
				type: 'multiOptions',
				default: [],
				options: statusOptions,
				description:
					'Orders whose previous status is one of these, or is in one of Previous Status Groups. A new order ' +
					'has no previous status.',
			},
			{
				displayName: 'Status Groups',
				name: 'groups',
				type: 'multiOptions',
				default: [],
				description: 'Orders whose status is in one of these groups, or is one of Statuses',
				options: groupOptions,
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				options: statusOptions,
				description: 'Orders whose status is one of these, or is in one of Status Groups. Capitals do not matter.',
			},
		],
	},
	...rareSettings.map((field) => ({ ...field, displayOptions: { show: { '@version': [1] } } })),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { '@version': [{ _cnd: { gte: 2 } }] } },
		options: rareSettings,
	},
	simplifySetting,
];
