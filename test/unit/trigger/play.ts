import { pollOnce } from '../../../nodes/ColtWholesaleSip/trigger/pollOnce';
import type { PollPorts, PollResult, PollSettings } from '../../../nodes/ColtWholesaleSip/trigger/pollOnce';
import type { ReservedRange } from '../../../nodes/ColtWholesaleSip/trigger/reservations';
import type { Saved } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Problem } from '../../../nodes/shared/errors/problem';
import { fakeOrderList } from './fakeOrderList';
import type { Listed } from './fakeOrderList';
import { DAY, HOUR, NOW, SETTINGS, stateOf } from './snapshots';

export const iso = (ms: number): string => new Date(ms).toISOString();
export const listed = (id: string, status: string, changed = NOW - HOUR, more: object = {}): Listed => ({
	id,
	status,
	createdAt: iso(NOW - 2 * DAY),
	changedAt: iso(changed),
	...more,
});
export const history = (...steps: Array<[string, number]>): object => ({
	statusHistory: steps.map(([status, at]) => ({ status, at: iso(at) })),
});
export const PAST: Array<[string, number]> = [
	['In progress', NOW - 2 * DAY],
	['Delayed', NOW - 2 * HOUR],
	['Completed', NOW - HOUR],
];
export const problem = (message: string): Problem => ({ kind: 'api', message, remedy: '', outcome: 'refused' });

/** The list was last read before anything changed. */
export const known = (
	more: Partial<TriggerState> = {},
	entries: Parameters<typeof stateOf>[0] = { 1: {}, 2: {} },
): TriggerState =>
	stateOf(entries, {
		newest: NOW - DAY,
		canary: keyOf('1'),
		reading: { known: 2, wholeReadAt: NOW - HOUR },
		...more,
	});

export interface World {
	/** The details that are found. */
	found?: Record<string, unknown>;
	failed?: Record<string, string>;
	late?: string[];
	/** Orders for which the next poll is to try again. */
	retried?: string[];
	settings?: Partial<PollSettings>;
	numbers?: Record<string, ReservedRange[] | Problem>;
	saved?: Partial<Saved>;
	isFirstPoll?: boolean;
}

export interface Played extends PollResult {
	next: TriggerState;
	/** The ids whose details were asked for, by call. */
	asked: string[][];
	counted: unknown[];
}

/** One poll of this list, with ports that answer from memory. */
export async function play(list: Listed[], state: TriggerState | undefined, world: World = {}): Promise<Played> {
	const {
		found = {},
		failed = {},
		late = [],
		retried = [],
		settings,
		numbers = {},
		saved,
		isFirstPoll = false,
	} = world;
	const [asked, counted]: [string[][], unknown[]] = [[], []];
	const ports: PollPorts = {
		list: fakeOrderList(() => list),
		async readDetails(ids) {
			asked.push([...ids]);
			const of = <T>(entries: Record<string, T>): Array<[string, T]> =>
				Object.entries(entries).filter(([id]) => ids.includes(id));
			return await Promise.resolve({
				found: new Map(of(found).map(([id, decoded]) => [id, { decoded, raw: { id } }])),
				failed: new Map(of(failed).map(([id, message]) => [id, problem(message)])),
				late: new Set(late.filter((id) => ids.includes(id))),
			});
		},
		readStillReserved: async ({ id }) => await Promise.resolve(numbers[id] ?? []),
		countTries(fact, failures, unread) {
			counted.push([fact, [...failures.keys()], [...(unread ?? [])]]);
			return new Set(retried);
		},
		isFirstPoll,
		now: NOW,
	};
	const result = await pollOnce(ports, { ...SETTINGS, ...settings }, state && { state, ...saved });
	return { ...result, next: result.saved.state, asked: asked.filter((ids) => ids.length > 0), counted };
}
