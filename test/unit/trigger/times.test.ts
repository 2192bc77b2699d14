import type { IPollFunctions } from 'n8n-workflow';

import { readTimes, startOf } from '../../../nodes/ColtWholesaleSip/trigger/times';

const HOUR = 3_600_000;
/** The node's parameters; what is not given is as the node's description has it. */
const read = (given: Record<string, unknown>, ...kinds: string[]) =>
	readTimes(
		{
			getNodeParameter: (name: string, otherwise: unknown) => (name in given ? given[name] : otherwise),
			getNode: () => ({ parameters: given }),
		} as unknown as IPollFunctions,
		kinds,
	);

test('each time is read where its event is chosen', () => {
	expect(read({}, 'newOrder')).toStrictEqual({ start: 'now' });
	expect(read({}, 'deadlineNear', 'reservationExpiring')).toStrictEqual({
		deadlineMs: 24 * HOUR,
		expiryMs: 7 * 24 * HOUR,
		start: 'now',
	});
	expect(read({ deadlineHours: '48', expiryDays: 0.5 }, 'deadlineNear', 'reservationExpiring')).toStrictEqual({
		deadlineMs: 48 * HOUR,
		expiryMs: 12 * HOUR,
		start: 'now',
	});
	expect(read({ deadlineHours: 'soon', expiryDays: null, startHours: -1 })).toStrictEqual({ start: 'now' });
});

test('the start is read', () => {
	const start = (given: Record<string, unknown>) => startOf(read(given), 100 * HOUR);
	expect(start({})).toStrictEqual({});
	expect(start({ startWith: 'now' })).toStrictEqual({});
	expect(start({ startWith: 'open' })).toStrictEqual({ open: true });
	expect(start({ startWith: 'recent' })).toStrictEqual({ changedSince: 76 * HOUR });
	expect(start({ startWith: 'recent', startHours: 2 })).toStrictEqual({ changedSince: 98 * HOUR });
});

test.each([0, -1, Number.NaN, Infinity, 'soon', '', ' ', null, {}, 1e9])(
	'%j is no time, and says in which field',
	(value) => {
		expect(() => read({ deadlineHours: value }, 'deadlineNear')).toThrow(/Deadline Lead Time/);
		expect(() => read({ expiryDays: value }, 'reservationExpiring')).toThrow(/Reservation Lead Time/);
		expect(() => read({ startWith: 'recent', startHours: value })).toThrow(/Changed in the Last/);
	},
);

test('the longest time is taken', () =>
	expect(read({ deadlineHours: 200 * 365 * 24 }, 'deadlineNear').deadlineMs).toBe(200 * 365 * 24 * HOUR));
