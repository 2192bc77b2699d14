import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { PollSettings } from '../../../nodes/ColtWholesaleSip/trigger/pollOnce';
import { iso, known, listed, play, problem } from './play';
import { brief, DAY, HOUR, NOW, SETTINGS } from './snapshots';

describe('what is due', () => {
	const RESERVED = { type: 'reservation', createdAt: iso(NOW - 85 * DAY) };
	const list = [
		listed('1', 'Completed', NOW - 85 * DAY, RESERVED),
		listed('2', 'Completed', NOW - 85 * DAY, { ...RESERVED, country: 'FR' }),
		listed('3', 'Completed', NOW - 85 * DAY, RESERVED),
	];
	const settings: Partial<PollSettings> = {
		filters: { ...SETTINGS.filters, kinds: ['reservationExpiring'], countries: ['GB'] },
		times: { start: 'now', expiryMs: 7 * DAY },
	};
	const numbers = { 1: [{ start: '+441', end: '+442' }] };

	test('are reservations with a number that is still reserved, of those that are wanted', async () => {
		const { events, next, counted } = await play(list, known({}, {}), { settings, numbers });
		expect(events).toMatchObject([{ orderId: '1', event: 'reservationExpiring', more: { stillReserved: numbers[1] } }]);
		expect(next.reservationsUntil).toBe(NOW - 83 * DAY);
		expect(counted.at(-1)).toEqual(['numbers', [], []]);
	});

	test('waits, where a number cannot be looked up and is tried again; else it comes without', async () => {
		const failing = { ...numbers, 3: problem('down') };
		const again = await play(list, known({}, {}), { settings, numbers: failing, retried: ['3'] });
		expect([again.events, again.next.reservationsUntil]).toEqual([[], undefined]);
		const over = await play(list, known({}, {}), { settings, numbers: failing });
		expect(over.counted.at(-1)).toEqual(['numbers', ['3'], []]);
		expect(over.events.map(({ orderId, more }) => [orderId, more])).toEqual([
			['1', { stillReserved: numbers[1] }],
			['3', { stillReserved: null, stillReservedError: 'down' }],
		]);
	});

	test.each<[string, TriggerState | undefined, Partial<PollSettings>]>([
		['at the very first poll', undefined, settings],
		['too early after the last look', known({ reservationsUntil: NOW - 83 * DAY }, {}), settings],
		['where nobody asks', known({}, {}), { ...settings, times: { start: 'now' } }],
	])('no reservations %s', async (_, state, own) => {
		const { events, counted } = await play(list, state, { settings: own, numbers });
		expect([events, counted.filter((entry) => (entry as unknown[])[0] === 'numbers')]).toEqual([[], []]);
	});

	test('are deadlines that come near, of those that are wanted', async () => {
		const waiting = { type: 'portIn', country: 'GB' };
		const ports = [
			listed('1', 'Customer feedback awaited', NOW - 60 * HOUR, waiting),
			listed('2', 'Customer feedback awaited', NOW - 60 * HOUR, { ...waiting, country: 'FR' }),
		];
		const state = known({}, { 1: { status: 'Customer feedback awaited' }, 2: { status: 'Customer feedback awaited' } });
		const near: Partial<PollSettings> = {
			filters: { ...SETTINGS.filters, kinds: ['deadlineNear'], countries: ['GB'] },
			times: { start: 'now', deadlineMs: 24 * HOUR },
		};
		const { events, next, saved } = await play(ports, state, { settings: near });
		expect(brief(events)).toEqual([['1', 'deadlineNear', 'Customer feedback awaited', 'Customer feedback awaited']]);
		expect(next.deadlinesSince).toBe(NOW);
		expect(saved.lastDelivery?.events).toMatchObject([{ key: keyOf('1'), event: 'deadlineNear' }]);
		expect((await play(ports, state)).events).toEqual([]);
	});
});

describe('what was handed over last', () => {
	const list = [listed('1', 'Completed'), listed('2', 'In progress', NOW - 2 * DAY)];
	const lastDelivery = {
		at: NOW - HOUR,
		since: NOW - 3 * DAY,
		events: [
			{
				key: keyOf('2'),
				eventId: 'delivered',
				event: 'childOrderDecided' as const,
				previousStatus: 'Delayed',
				status: 'In progress',
			},
		],
	};

	test('comes first in the first poll of a process, under the name it had; filters do not count again', async () => {
		const filters = { ...SETTINGS.filters, statuses: ['Completed'] };
		const world = { saved: { lastDelivery }, settings: { filters } };
		const { events, saved } = await play(list, known(), { ...world, isFirstPoll: true });
		expect(brief(events)).toEqual([
			['2', 'childOrderDecided', 'Delayed', 'In progress'],
			['1', 'statusChanged', 'In progress', 'Completed'],
		]);
		expect(saved.lastDelivery).toMatchObject({
			at: NOW,
			since: NOW - 3 * DAY,
			events: [{ eventId: 'delivered' }, { event: 'statusChanged' }],
		});
		const later = await play(list, known(), world);
		expect(brief(later.events)).toEqual([['1', 'statusChanged', 'In progress', 'Completed']]);
		expect(later.saved.lastDelivery?.since).toBe(NOW - DAY);
	});

	test('waits for the order, where the list does not show it', async () => {
		const gone = { ...lastDelivery, events: lastDelivery.events.map((event) => ({ ...event, key: keyOf('gone') })) };
		const { events, saved } = await play(list.slice(1), known(), { saved: { lastDelivery: gone }, isFirstPoll: true });
		expect(events).toEqual([]);
		expect(saved.lastDelivery).toEqual({
			at: NOW,
			since: NOW - 3 * DAY,
			events: [],
			pending: { at: NOW - HOUR, events: gone.events },
		});
	});

	test('of a first poll is read from the beginning', async () => {
		const { saved } = await play(list, undefined, { settings: { times: { start: 'open' } } });
		expect(saved.lastDelivery).toMatchObject({ since: 0, events: [{ event: 'currentStatus', key: keyOf('2') }] });
	});
});
