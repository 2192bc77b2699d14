import { changeOf } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import type { ListedOrder } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { fingerprint } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { DAY, HOUR, NOW, seen, stateOf, unnamed } from './snapshots';

const horizon = NOW - 7 * DAY;
const began = NOW - HOUR;
const none = stateOf({}, { horizon });
const baseline = stateOf({ known: {} }, { reading: { whole: { offset: 10, startedAt: began, isBaseline: true } } });
const later = stateOf({}, { reading: { whole: { offset: 10, startedAt: began, isBaseline: false } } });
const old = { created: horizon - 9, changed: horizon - 1 };
const reopened = { type: 'portOut', created: horizon - 9, changed: horizon + 1 };

/** What the list shows of a change; only a changed status is worth reading the order's history. */
test.each<[string, ListedOrder, TriggerState | undefined, ReturnType<typeof changeOf>]>([
	['nothing at the very first poll', seen('1', 'Delayed'), undefined, undefined],
	['nothing of an order without status', unnamed('1'), stateOf({ 1: {} }), undefined],
	['a new order', seen('1', 'Delayed'), stateOf({}), 'status'],
	['another status', seen('1', 'Delayed'), stateOf({ 1: {} }), 'status'],
	['another status and description', seen('1', 'Delayed', { description: 'x' }), stateOf({ 1: {} }), 'status'],
	['the same in other letters', seen('1', 'IN PROGRESS'), stateOf({ 1: {} }), undefined],
	['another description', seen('1', 'In progress', { description: 'x' }), stateOf({ 1: {} }), 'description'],
	[
		'the same description',
		seen('1', 'In progress', { description: 'x' }),
		stateOf({ 1: { description: fingerprint('x') } }),
		undefined,
	],
	['a status that came late', seen('1', 'Delayed'), stateOf({ 1: { status: '' } }), undefined],
	[
		'a new order whose status came late',
		seen('1', 'Delayed'),
		stateOf({ 1: { status: '', isUnannounced: true } }),
		'status',
	],
	['nothing of an order that settled long ago', seen('1', 'Completed', old), none, undefined],
	['a remembered one though it is old', seen('1', 'Completed', old), stateOf({ 1: {} }, { horizon }), 'status'],
	['one that has opened again', seen('1', 'Confirmed', reopened), none, 'status'],
	['one taken for settled that may be late', seen('1', 'Completed', reopened), none, 'status'],
	['nothing of the orders of the first reading', seen('1', 'Delayed', { created: began }), baseline, undefined],
	['nor of one without a date', seen('1', 'Delayed'), baseline, undefined],
	['an order made since that began', seen('1', 'Delayed', { created: began + 1 }), baseline, 'status'],
	['one that was read before', seen('known', 'Delayed', { created: began }), baseline, 'status'],
	['an order that a later reading finds', seen('1', 'Delayed', { created: began }), later, 'status'],
])('%s', (_, order, state, expected) => expect(changeOf(order, state)).toBe(expected));
