import { Gathered } from '../../../nodes/ColtWholesaleSip/trigger/gather';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Remembered, TrackerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { View } from '../../../nodes/ColtWholesaleSip/trigger/compare';
import { readView } from '../../../nodes/ColtWholesaleSip/trigger/readChanges';
import { scripted } from './scripted';
import type { Listed, Otherwise } from './scripted';
import { DAY, HOUR, memoryOf, NOW } from './table';

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
	more: Partial<TrackerState> = {},
	entries: Record<string, Partial<Remembered>> = {},
): TrackerState => ({
	newest: NOW - HOUR,
	canary: keyOf('ended-199'),
	horizon: NOW,
	known: 204,
	lookedThrough: NOW - HOUR,
	...more,
	orders: memoryOf({ ...Object.fromEntries(Object.entries(OPEN).map(([id, status]) => [id, { status }])), ...entries }),
});

export interface Read extends View {
	ids: string[];
	/** What was asked, one for each page. */
	asked: string[];
	warnings: string[];
}

/** One reading of a list, ten orders a page. @param list the list at the request of this number */
export async function read(
	list: Listed[] | ((request: number) => Listed[]),
	state: TrackerState | undefined,
	{
		otherwise = {},
		lateAfter = Infinity,
		now = () => NOW,
	}: { otherwise?: Otherwise; lateAfter?: number; now?: () => number } = {},
): Promise<Read> {
	const source = scripted(() => (typeof list === 'function' ? list(source.asked.length) : list), otherwise);
	source.lateAfter = lateAfter;
	const view = await readView(source, new Gathered(), state, now);
	return { ...view, ids: view.orders.map(({ id }) => id), asked: source.asked, warnings: source.warnings };
}
