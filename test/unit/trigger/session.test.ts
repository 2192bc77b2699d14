import { sessionOf, TriggerSession } from '../../../nodes/ColtWholesaleSip/trigger/session';
import type { Problem } from '../../../nodes/shared/errors/problem';

const MINUTE = 60_000;
const START = Date.parse('2026-03-01T08:00:00Z');

test('each trigger of a process has one session', () => {
	expect(sessionOf('workflow node')).toBe(sessionOf('workflow node'));
	expect(sessionOf('workflow node')).not.toBe(sessionOf('workflow other'));
});

describe('one poll at a time', () => {
	test('a poll waits for no other, and the next one begins when it has ended', () => {
		const session = new TriggerSession();
		const run = session.begin(START);
		expect(run).toEqual({ startedAt: START });
		expect(session.begin(START + 1)).toBeUndefined();
		session.end(run ?? { startedAt: 0 });
		expect(session.begin(START + 2)).toEqual({ startedAt: START + 2 });
	});

	test('a poll of more than ten minutes is given up: it may not save any more, nor end the one that took over', () => {
		const session = new TriggerSession();
		const stuck = session.begin(START) ?? { startedAt: 0 };
		expect(session.begin(START + 10 * MINUTE - 1)).toBeUndefined();
		expect(session.isCurrent(stuck)).toBe(true);
		const second = session.begin(START + 10 * MINUTE) ?? { startedAt: 0 };
		expect([session.isCurrent(stuck), session.isCurrent(second)]).toEqual([false, true]);
		session.end(stuck);
		expect([session.isCurrent(second), session.begin(START + 10 * MINUTE + 1)]).toEqual([true, undefined]);
		session.end(second);
		expect([session.isCurrent(second), session.isCurrent(stuck)]).toEqual([false, false]);
	});

	test('the first poll of a process is the one before any has saved', () => {
		const session = new TriggerSession();
		session.end(session.begin(START) ?? { startedAt: 0 });
		expect(session.isFirstPoll).toBe(true);
		session.noteSaved();
		expect(session.isFirstPoll).toBe(false);
	});
});

const down: Problem = {
	kind: 'network',
	message: 'connect ECONNREFUSED',
	networkCode: 'ECONNREFUSED',
	outcome: 'notSent',
	remedy: '',
};

describe('a long outage', () => {
	const context = {};

	/** The minutes at which failures that come every minute are reported. */
	function reportedMinutes(minutes: number, problemAt: (minute: number) => Problem = () => down): number[] {
		const session = new TriggerSession();
		const all = Array.from({ length: minutes }, (_, minute) => minute);
		return all.filter((minute) => session.reportOf(context, problemAt(minute), minute * MINUTE) !== undefined);
	}

	test('is reported at growing distances: after 5, 15, 60 minutes, then every 4 hours', () => {
		expect(reportedMinutes(900)).toEqual([0, 5, 20, 80, 320, 560, 800]);
	});

	test.each<[string, Partial<Problem>]>([
		['kind', { kind: 'api' }],
		['HTTP status', { httpStatus: 503 }],
		['code', { code: '002' }],
		['network code', { networkCode: 'ETIMEDOUT' }],
	])('with a failure of another %s is reported at once, and its distances begin anew', (_, other) => {
		expect(reportedMinutes(20, (minute) => (minute < 7 ? down : { ...down, ...other }))).toEqual([0, 5, 7, 12]);
	});

	test('is reported at the very moment that is due, with since when and how often; first the failure alone', () => {
		const session = new TriggerSession();
		expect([session.reportOf(context, down, START), session.failures]).toEqual(['', 1]);
		expect([session.reportOf(context, down, START + 5 * MINUTE - 1), session.failures]).toEqual([undefined, 2]);
		expect(session.reportOf(context, down, START + 5 * MINUTE)).toContain('since 2026-03-01T08:00:00.000Z, 3 by now');
	});

	test('is over when a poll has saved', () => {
		const session = new TriggerSession();
		session.reportOf(context, down, START);
		session.noteSaved();
		expect(session.failures).toBe(0);
		expect(session.reportOf(context, down, START + 1)).toBe('');
	});

	test('is reported at once after another activation, which counts for itself', () => {
		const session = new TriggerSession();
		session.reportOf(context, down, START);
		expect(session.reportOf({}, down, START + 1)).toBe('');
		expect(session.failures).toBe(1);
	});
});

describe('what could not be read about an order', () => {
	const problem = (httpStatus?: number, outcome: Problem['outcome'] = 'refused'): Problem => ({
		kind: 'api',
		message: `HTTP ${httpStatus}`,
		remedy: '',
		outcome,
		...(httpStatus !== undefined && { httpStatus }),
	});
	const session = (): ((
		fact: 'details' | 'numbers',
		failed: Record<string, Problem>,
		...late: string[]
	) => string[]) => {
		const own = new TriggerSession();
		return (fact, failed, ...late) => [...own.countTries(fact, new Map(Object.entries(failed)), new Set(late))];
	};

	test.each([500, 503, 429, 401, 403, 399, undefined])('after HTTP %s is tried three times', (status) => {
		const fail = session();
		expect([1, 2, 3].map(() => fail('details', { a: problem(status) }))).toEqual([['a'], ['a'], []]);
	});

	test.each([400, 404, 499])("by Colt's word that there is nothing (HTTP %d) is not asked for again", (status) =>
		expect(session()('details', { a: problem(status) })).toEqual([]),
	);

	test('and may have happened is no refusal', () =>
		expect(session()('details', { a: problem(400, 'unknown') })).toEqual(['a']));

	test('is forgotten by a poll without a failure, but not by one that had no time for it', () => {
		const fail = session();
		fail('details', { a: problem(500) });
		fail('details', {}, 'a');
		fail('details', { a: problem(500) });
		expect(fail('details', { a: problem(500), b: problem(500) })).toEqual(['b']);
		fail('details', {});
		expect(fail('details', { b: problem(500) })).toEqual(['b']);
	});

	test('counts for each fact by itself', () => {
		const fail = session();
		for (const fact of ['details', 'numbers', 'details', 'numbers'] as const)
			expect(fail(fact, { a: problem(500) })).toEqual(['a']);
		expect(fail('numbers', { a: problem(500) })).toEqual([]);
	});

	test('needs no word on what the poll had no time for', () => {
		const own = new TriggerSession();
		expect([...own.countTries('numbers', new Map([['a', problem(500)]]))]).toEqual(['a']);
	});
});
