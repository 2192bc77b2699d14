import { Gathered } from '../../../nodes/ColtWholesaleSip/trigger/gather';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { turn } from '../../../nodes/ColtWholesaleSip/trigger/turn';
import type { Turn } from '../../../nodes/ColtWholesaleSip/trigger/turn';
import { readView } from '../../../nodes/ColtWholesaleSip/trigger/readChanges';
import { scripted } from './scripted';
import type { Listed } from './scripted';
import { DAY, HOUR, NOW, stateOf } from './table';

const SECOND = 1000;
const iso = (ms: number): string => new Date(ms).toISOString();
const listed = (id: string, status: string, changed: number): Listed => ({
	id,
	status,
	createdAt: iso(NOW - 2 * DAY),
	changedAt: iso(changed),
});
const steps: Array<[string, number]> = [
	['In progress', NOW - 2 * DAY],
	['Delayed', NOW - 3 * SECOND],
	['In progress', NOW - 2 * SECOND],
];
const details = new Map([['1', { statusHistory: steps.map(([status, at]) => ({ status, at: iso(at) })) }]]);

const asked: string[] = [];

/** Polls once; the order 2 has changed after the order 1, which the page before showed as it was. */
async function poll(first: Listed, state: Turn['next'] | undefined, begun: number | undefined): Promise<Turn> {
	const list = [first, listed('2', 'Completed', NOW - SECOND)];
	const source = { ...scripted(() => list), begun: () => begun };
	return await turn(
		{
			source,
			now: () => NOW,
			details: async (ids) => {
				asked.push(...ids);
				return await Promise.resolve({
					found: new Map([...details].filter(([id]) => ids.includes(id))),
					again: new Set<string>(),
				});
			},
		},
		new Gathered(),
		state,
	);
}

const known = stateOf({ 1: {}, 2: {} }, { newest: NOW - DAY, canary: keyOf('1'), known: 2, lookedThrough: NOW - HOUR });
const [before, after] = [listed('1', 'In progress', NOW - DAY), listed('1', 'In progress', NOW - 2 * SECOND)];

test('what went and came back while a poll was reading, on a page already read, comes with the next', async () => {
	const first = await poll(before, known, NOW - 9 * SECOND);
	expect([first.events.map(({ orderId }) => orderId), first.next.newest]).toEqual([['2'], NOW - DAY]);
	const second = await poll(after, first.next, NOW);
	expect(second.events.map(({ orderId, status }) => `${orderId} ${status}`)).toEqual(['1 Delayed', '1 In progress']);
	expect(second.next.newest).toBe(NOW - SECOND);
	// The other was told of by the first poll, as it is.
	expect(asked).toEqual(['2', '1']);
});

test.each<[string, number | undefined, number, number]>([
	['the beginning of the poll', NOW - 9 * SECOND, NOW - 10 * SECOND, NOW - 10 * SECOND],
	['the beginning itself', NOW - 9 * SECOND, NOW - 9 * SECOND, NOW - 9 * SECOND],
	['the newest change, where no answer tells the time', undefined, NOW - 10 * SECOND, NOW - SECOND],
])('everything is known up to %s', async (_, begun, changed, newest) => {
	expect((await poll(listed('1', 'In progress', changed), known, begun)).next.newest).toBe(newest);
});

test('everything is known up to the newest change, where changes have another clock than answers', async () => {
	const newestWith = async (changed: number) => {
		const source = { ...scripted(() => [before, listed('2', 'Completed', changed)]), begun: () => NOW - 9 * SECOND };
		return (await readView(source, new Gathered(), known, () => NOW)).newest;
	};
	const MINUTE = 60 * SECOND;
	expect(await newestWith(NOW + 5 * MINUTE + 1)).toEqual({ newest: NOW + 5 * MINUTE + 1, canary: keyOf('2') });
	expect(await newestWith(NOW + 5 * MINUTE)).toEqual({ newest: NOW - DAY, canary: keyOf('1') });
});

test.each<[string, Parameters<typeof stateOf>[1]]>([
	['the whole list', { newest: NOW - DAY, canary: keyOf('1'), known: 2, wholeUntil: NOW + DAY }],
	['the changes', { newest: NOW - DAY, canary: keyOf('1'), known: 100, lookedThrough: NOW }],
])('a reading of %s that goes on in the next poll began with the first answer', async (_, more) => {
	const source = {
		...scripted(() => [before, listed('2', 'Completed', NOW - SECOND)], {}, 1),
		begun: () => NOW - 9 * SECOND,
		isLate: () => true,
	};
	expect(
		(await readView(source, new Gathered(), stateOf({ 1: {}, 2: {} }, more), () => NOW)).memory.unfinished?.startedAt,
	).toBe(NOW - 9 * SECOND);
});

test('what an order was at when it was seen is known by the date it had then, though that is after the beginning of the poll', async () => {
	// Seen by the very first poll, which reads no details.
	const there = (status: string): Listed => listed('1', status, NOW - 4 * SECOND);
	const first = await poll(there('In progress'), undefined, NOW - 9 * SECOND);
	expect(first.next.lookedAt).toContain(keyOf('1'));
	// It goes there, back and on; the history has a status of that name after the date it was seen with.
	const history = [
		['In progress', NOW - 4 * SECOND],
		['Delayed', NOW - 3 * SECOND],
		['In progress', NOW - 2 * SECOND],
		['Completed', NOW - SECOND],
	] as const;
	const { events } = await turn(
		{
			source: scripted(() => [listed('1', 'Completed', NOW - SECOND), listed('2', 'Completed', NOW - SECOND)]),
			now: () => NOW,
			details: async () =>
				await Promise.resolve({
					found: new Map([['1', { statusHistory: history.map(([status, at]) => ({ status, at: iso(at) })) }]]),
					again: new Set<string>(),
				}),
		},
		new Gathered(),
		first.next,
	);
	expect(events.map(({ previousStatus, status }) => `${previousStatus} ${status}`)).toEqual([
		'In progress Delayed',
		'Delayed In progress',
		'In progress Completed',
	]);
});
