import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { ReadingState, Remembered, TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Snapshot } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { readChanges } from '../../../nodes/ColtWholesaleSip/trigger/readChanges';
import type { Wanted } from '../../../nodes/ColtWholesaleSip/trigger/readChanges';
import { fakeOrderList } from './fakeOrderList';
import type { Listed, ListMisbehaviour } from './fakeOrderList';
import { DAY, HOUR, memoryOf, NOW } from './snapshots';

export const iso = (ms: number): string => new Date(ms).toISOString();

/** An order of a list that was made three weeks ago. */
export const listed = (id: string, status: string, changed?: number, more: Partial<Listed> = {}): Listed => ({
	id,
	status,
	...(changed !== undefined && { createdAt: iso(NOW - 21 * DAY), changedAt: iso(changed) }),
	...more,
});

const OPEN = { 'open-0': 'In progress', 'open-1': 'In progress', 'open-2': 'Delayed', 'open-3': 'Delayed' };

/** 200 orders that ended one an hour, the last an hour ago, and four open ones in two statuses. */
export const account = (): Listed[] => [
	...Array.from({ length: 200 }, (_, index) => listed(`ended-${index}`, 'Completed', NOW - (200 - index) * HOUR)),
	...Object.entries(OPEN).map(([id, status]) => listed(id, status, NOW - 19 * DAY)),
];

/** What is remembered of that account: the open orders, and that all others have settled. */
export const accountState = (
	reading: Partial<ReadingState> = {},
	entries: Record<string, Partial<Remembered>> = {},
	more: Partial<TriggerState> = {},
): TriggerState => ({
	newest: NOW - HOUR,
	canary: keyOf('ended-199'),
	horizon: NOW,
	...more,
	reading: { known: 204, wholeReadAt: NOW - HOUR, ...reading },
	orders: memoryOf({ ...Object.fromEntries(Object.entries(OPEN).map(([id, status]) => [id, { status }])), ...entries }),
});

export interface Read extends Snapshot {
	ids: string[];
	/** What was asked, one for each page. */
	asked: string[];
	warnings: string[];
}

/** One reading of a list, ten orders a page. @param list the list at the request of this number */
export async function read(
	list: Listed[] | ((request: number) => Listed[]),
	state: TriggerState | undefined,
	{
		otherwise = {},
		lateAfter = Infinity,
		now = () => NOW,
		wanted,
	}: { otherwise?: ListMisbehaviour; lateAfter?: number; now?: () => number; wanted?: Wanted } = {},
): Promise<Read> {
	const listed = (): Listed[] => (typeof list === 'function' ? list(source.asked.length) : list);
	const source = fakeOrderList(listed, otherwise, { now });
	source.lateAfter = lateAfter;
	const snapshot = await readChanges(source, state, wanted);
	return { ...snapshot, ids: snapshot.orders.map(({ id }) => id), asked: source.asked, warnings: source.warnings };
}
