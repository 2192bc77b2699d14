import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { COUNTRY_OPTIONS } from '../../../shared/fields/numberRange';
import { filters, readCollection } from '../../../shared/fields/collection';
import { pagingFields } from '../../../shared/fields/pagingFields';
import { customerReferenceField, readCustomerReference } from '../../../shared/fields/reseller';
import { readWrittenDate } from '../../../shared/input/readDate';
import { momentIn } from '../../../shared/input/readMoment';
import type { Edge } from '../../../shared/input/readMoment';
import { ORDER_STATUS_NAMES } from '../../../shared/lifecycle/orderStatus';
import { ORDER_TYPE_OPTIONS } from '../../../shared/lifecycle/orderTypes';
import { readCountry } from '../../../shared/numbers/readCountry';
import { orderItem } from '../../../shared/operation/records';
import { ORDER_FIRST } from '../../../shared/output/arrange';
import type { CallOperation, Field } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';

const AFTER = "Without a zone it is read in the workflow's time zone; a day alone is its beginning";
const BEFORE = "Without a zone it is read in the workflow's time zone; a day alone is its end";

/** The first of two fields of one name is the one that is read: a status that no document names passes. */
const statusField: Field = {
	displayName: 'Status',
	name: 'status',
	type: 'string',
	default: '',
	placeholder: 'e.g. In progress',
	description: 'Order status, as Colt writes it',
};

const filtersField = filters(
	{ displayName: 'Changed After', name: 'changedFrom', type: 'dateTime', default: '', description: AFTER },
	{ displayName: 'Changed Before', name: 'changedTo', type: 'dateTime', default: '', description: BEFORE },
	{ displayName: 'Country', name: 'country', type: 'options', options: COUNTRY_OPTIONS, default: 'GB' },
	{ displayName: 'Created After', name: 'createdFrom', type: 'dateTime', default: '', description: AFTER },
	{ displayName: 'Created Before', name: 'createdTo', type: 'dateTime', default: '', description: BEFORE },
	customerReferenceField,
	{
		displayName: 'Order Type',
		name: 'orderType',
		type: 'options',
		options: ORDER_TYPE_OPTIONS,
		default: 'portIn',
		description: 'What was ordered',
	},
	{ ...statusField, versions: 1 },
	{
		...statusField,
		type: 'options',
		options: ORDER_STATUS_NAMES.map((value) => ({ name: value, value })),
		default: 'In progress',
		versions: 2,
	},
);

/** GET /v1/order */
export const getMany: CallOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many orders',
	description: 'List your orders, the newest first',
	wire: wholesaleSip.operations.listOrders,
	fields: [...pagingFields, filtersField],
	isList: true,
	toRequest(params, { timeZone }) {
		const chosen = readCollection(params, 'filters');
		const moment = (name: string, edge: Edge): string | undefined => {
			const label = `${name.startsWith('changed') ? 'Changed' : 'Created'} ${edge === 'start' ? 'After' : 'Before'}`;
			const date = readWrittenDate(chosen[name], label);
			return date && momentIn(date, label, timeZone, edge);
		};
		return {
			query: {
				changedFrom: moment('changedFrom', 'start'),
				changedTo: moment('changedTo', 'end'),
				createdFrom: moment('createdFrom', 'start'),
				createdTo: moment('createdTo', 'end'),
				status: optionalText(chosen.status),
				type: optionalText(chosen.orderType),
				country: readCountry(chosen.country),
				customerReference: readCustomerReference(chosen.customerReference),
				sort: '-createdAt',
			},
		};
	},
	first: ORDER_FIRST,
	toItem: (record) => orderItem(record),
};
