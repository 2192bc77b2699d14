import type { IPollFunctions } from 'n8n-workflow';

import { selectEvents, isWanted, kindsOf, readFilters } from '../../../nodes/ColtWholesaleSip/trigger/eventFilters';
import type { Filters } from '../../../nodes/ColtWholesaleSip/trigger/eventFilters';
import type { OrderEvent } from '../../../nodes/ColtWholesaleSip/trigger/events';
import { seen } from './snapshots';
import type { SeenOrder } from '../../../nodes/shared/orders/record';
import { problemOf } from '../thrown';

const LISTED = seen('1', 'In progress');
const order = (more: Partial<SeenOrder> = {}): SeenOrder => ({
	id: '1',
	isFinal: false,
	type: 'activation',
	status: 'In progress',
	country: 'GB',
	customerReference: 'Bakery',
	...more,
});
const event = (kind: OrderEvent['event'], more: Partial<SeenOrder> = {}): OrderEvent => ({
	eventId: 'e',
	event: kind,
	orderId: '1',
	previousStatus: null,
	status: 'In progress',
	order: { ...LISTED, ...order(more) },
});
const { type: _type, ...untyped } = order();

test.each<[string, OrderEvent, string[]]>([
	['a present status has no kind', event('currentStatus'), []],
	[
		'a description is its own',
		event('descriptionChanged', { isFinal: true, type: 'portUpdate' }),
		['descriptionChanged'],
	],
	['a deadline is its own', event('deadlineNear'), ['deadlineNear']],
	['a reservation that ends is its own', event('reservationExpiring', { isFinal: true }), ['reservationExpiring']],
	['a new order is new', event('newOrder', { created: 5, changed: 5 }), ['newOrder']],
	['a new order without dates is new', event('newOrder'), ['newOrder']],
	['a new order without the date of its change is new', event('newOrder', { created: 5 }), ['newOrder']],
	['a new order without the date of its making is new', event('newOrder', { changed: 5 }), ['newOrder']],
	[
		'a new order that went on has changed too',
		event('newOrder', { created: 5, changed: 6 }),
		['newOrder', 'statusChanged'],
	],
	['a new order that is finished has changed too', event('newOrder', { isFinal: true }), ['newOrder', 'statusChanged']],
	[
		'a change is a change, however it went on',
		event('statusChanged', { created: 5, changed: 6, isFinal: true }),
		['statusChanged'],
	],
	[
		'a finished port update is decided',
		event('statusChanged', { isFinal: true, type: 'portUpdate' }),
		['childOrderDecided', 'statusChanged'],
	],
	['an open port update is not decided', event('statusChanged', { type: 'portUpdate' }), ['statusChanged']],
	[
		'a finished child of no type is decided',
		{ ...event('statusChanged'), order: { ...LISTED, ...untyped, isFinal: true, parentId: '0' } },
		['childOrderDecided', 'statusChanged'],
	],
	[
		'a finished child of another type is not',
		event('statusChanged', { isFinal: true, parentId: '0' }),
		['statusChanged'],
	],
	[
		'a finished order of no type without a parent is not',
		{ ...event('statusChanged'), order: { ...LISTED, ...untyped, isFinal: true } },
		['statusChanged'],
	],
])('%s', (_, one, kinds) => expect(kindsOf(one)).toEqual(kinds));

const none: Filters = {
	kinds: [],
	statuses: [],
	groups: [],
	previousStatuses: [],
	previousGroups: [],
	types: [],
	countries: [],
};
const { status: _status, country: _country, customerReference: _reference, ...bare } = order();
test.each<[string, Partial<Filters>, SeenOrder, boolean]>([
	['no filter', {}, order(), true],
	['its status', { statuses: ['Completed', ' in PROGRESS '] }, order(), true],
	['another status', { statuses: ['Completed'] }, order(), false],
	['its group', { groups: ['failed', 'in progress'] }, order(), true],
	['another group', { groups: ['failed'] }, order(), false],
	['its status, in another group', { statuses: ['In progress'], groups: ['failed'] }, order(), true],
	['its group, with another status', { statuses: ['Completed'], groups: ['in progress'] }, order(), true],
	['a status, where it has none', { statuses: ['Completed'] }, bare, false],
	[
		'the group its status has for its type',
		{ groups: ['needs action'] },
		order({ status: 'Ready for porting initiation', type: 'portIn' }),
		true,
	],
	[
		'the group that has for another type',
		{ groups: ['needs action'] },
		order({ status: 'Ready for porting initiation', type: 'portOut' }),
		false,
	],
	['neither its status nor its group', { statuses: ['Completed'], groups: ['failed'] }, order(), false],
	['its type', { types: ['return', 'activation'] }, order(), true],
	['another type', { types: ['return'] }, order(), false],
	['a type, where it has none', { types: ['return'] }, untyped, true],
	['its country', { countries: ['GB'] }, order(), true],
	['another country', { countries: ['FR'] }, order(), false],
	['a type, where its own is none of the contract', { types: ['return'] }, order({ type: 'Porting In' }), true],
	['a country, where it has none', { countries: ['FR'] }, bare, true],
	['its reference', { customerReference: 'Bakery' }, order(), true],
	['another reference', { customerReference: 'Bake' }, order(), false],
	['a reference, where it has none', { customerReference: 'Bakery' }, bare, false],
	['its type and another country', { types: ['activation'], countries: ['FR'] }, order(), false],
	['its status and another type', { statuses: ['In progress'], types: ['return'] }, order(), false],
])('an order passes %s: %#', (_, filters, one, expected) =>
	expect(isWanted(one, { ...none, ...filters })).toBe(expected),
);

test.each<[string, Partial<Filters>, string | null | undefined, boolean]>([
	['the status before', { previousStatuses: ['Delayed', ' validation in PROGRESS'] }, 'Validation In Progress', true],
	['another one before', { previousStatuses: ['Delayed'] }, 'Validation In Progress', false],
	['the group before', { previousGroups: ['delayed'] }, 'Delayed', true],
	['another group before', { previousGroups: ['delayed'] }, 'Confirmed', false],
	['either of both', { previousStatuses: ['Expired'], previousGroups: ['delayed'] }, 'Delayed', true],
	['a status unknown before', { previousGroups: ['unknown'] }, 'Odd', true],
	['a new order', { previousStatuses: ['Delayed'] }, null, false],
	['a new order, by group', { previousGroups: ['unknown'] }, null, false],
	['a new order without such a filter', {}, null, true],
	['its status where nothing was before', { previousStatuses: ['In progress'] }, undefined, true],
	['from one, to another', { previousGroups: ['delayed'], groups: ['failed'] }, 'Delayed', false],
	['from and to', { previousGroups: ['delayed'], groups: ['in progress'] }, 'Delayed', true],
])('a change passes by %s', (_, filters, previous, expected) =>
	expect(isWanted(order(), { ...none, ...filters }, previous)).toBe(expected),
);

test('an event comes under the chosen kind that says most, a present status always, and no other', () => {
	const events = [event('newOrder', { isFinal: true }), event('currentStatus'), event('descriptionChanged')];
	const under = (kinds: string[], filters: Partial<Filters> = {}) =>
		selectEvents(events, { ...none, ...filters, kinds }).map((told) => told.event);
	expect(under(['statusChanged', 'newOrder'])).toEqual(['newOrder', 'currentStatus']);
	expect(under(['statusChanged'])).toEqual(['statusChanged', 'currentStatus']);
	expect(under(['descriptionChanged'])).toEqual(['currentStatus', 'descriptionChanged']);
	expect(under([])).toEqual(['currentStatus']);
	expect(under(['newOrder'], { countries: ['FR'] })).toEqual([]);
	expect(under(['descriptionChanged', 'newOrder'], { previousGroups: ['delayed'] })).toEqual([]);
	expect(selectEvents(events, { ...none, kinds: ['newOrder'] })[0]).toEqual(events[0]);
});

/** The node's parameters; what is not given is as the node's description has it. */
const parameters = (given: Record<string, unknown>): IPollFunctions =>
	({
		getNodeParameter: (name: string, otherwise: unknown) => given[name] ?? otherwise,
		getNode: () => ({ parameters: given }),
	}) as unknown as IPollFunctions;

test('filters are read', () => {
	expect(readFilters(parameters({}))).toStrictEqual({ ...none, kinds: ['newOrder', 'statusChanged'] });
	const filters = {
		statuses: ['Delayed'],
		groups: ['failed'],
		previousStatuses: ['in PROGRESS'],
		previousGroups: ['delayed'],
		orderTypes: ['portIn'],
		countries: ['GB'],
		customerReference: ' Bakery ',
	};
	expect(readFilters(parameters({ events: ['descriptionChanged'], filters }))).toStrictEqual({
		kinds: ['descriptionChanged'],
		statuses: ['Delayed'],
		groups: ['failed'],
		previousStatuses: ['In progress'],
		previousGroups: ['delayed'],
		types: ['portIn'],
		countries: ['GB'],
		customerReference: 'Bakery',
	});
});

test.each<[string, unknown, string]>([
	['statuses', [], 'Statuses'],
	['groups', '', 'Status Groups'],
	['countries', null, 'Countries'],
	['customerReference', ' ', 'Customer Reference'],
	['statuses', ['Finished somehow'], 'Statuses'],
	['countries', 'GB, Narnia', 'Countries'],
	['orderTypes', ['portIn', 7], 'Order Types'],
	['customerReference', 'undefined', 'Customer Reference'],
])('a filter by %s that is %j is refused: it would let everything through, or nothing', (name, value, field) => {
	expect(problemOf(() => readFilters(parameters({ filters: { [name]: value } })))).toMatchObject({
		kind: 'input',
		field,
	});
});

test('an expression may give a text for a list', () => {
	const filters = {
		statuses: ' Delayed , Expired,',
		groups: 'failed',
		countries: 'gb, Spain,UK',
		orderTypes: '["portIn ", "Port-Out"]',
	};
	expect(readFilters(parameters({ events: 'newOrder', filters }))).toStrictEqual({
		...none,
		kinds: ['newOrder'],
		statuses: ['Delayed', 'Expired'],
		groups: ['failed'],
		countries: ['GB', 'ES'],
		types: ['portIn', 'portOut'],
	});
});
