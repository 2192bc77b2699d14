import { judgeFailure, outageNote } from '../../../nodes/ColtWholesaleSip/trigger/outage';
import type { Outage } from '../../../nodes/ColtWholesaleSip/trigger/outage';
import type { Problem } from '../../../nodes/shared/errors/problem';

const MINUTE = 60_000;
const down: Problem = {
	kind: 'network',
	message: 'connect ECONNREFUSED',
	networkCode: 'ECONNREFUSED',
	outcome: 'notSent',
} as Problem;

/** The minutes at which failures that come every minute are reported. */
function reportedMinutes(minutes: number, problemAt: (minute: number) => Problem = () => down): number[] {
	let outage: Outage | undefined;
	const reported: number[] = [];
	for (let minute = 0; minute < minutes; minute += 1) {
		const judged = judgeFailure(outage, problemAt(minute), minute * MINUTE);
		if (judged.isReported) reported.push(minute);
		({ outage } = judged);
	}
	return reported;
}

test('a long outage is reported at growing distances: after 5, 15, 60 minutes, then every 4 hours', () => {
	expect(reportedMinutes(900)).toEqual([0, 5, 20, 80, 320, 560, 800]);
});

test.each<[string, Partial<Problem>]>([
	['kind', { kind: 'api' }],
	['HTTP status', { httpStatus: 503 }],
	['code', { code: '002' }],
	['network code', { networkCode: 'ETIMEDOUT' }],
])('a failure of another %s is reported at once, and its distances begin anew', (_, other) => {
	expect(reportedMinutes(20, (minute) => (minute < 7 ? down : { ...down, ...other }))).toEqual([0, 5, 7, 12]);
});

test('an outage counts from its first failure, and a report at the very moment is due', () => {
	const first = judgeFailure(undefined, down, 1_000);
	expect(first).toEqual({
		isReported: true,
		outage: { since: 1_000, count: 1, kind: expect.any(String) as string, reports: 1, nextReport: 1_000 + 5 * MINUTE },
	});
	const early = judgeFailure(first.outage, down, 999 + 5 * MINUTE);
	expect(early).toEqual({ isReported: false, outage: { ...first.outage, count: 2 } });
	expect(judgeFailure(early.outage, down, 1_000 + 5 * MINUTE)).toMatchObject({
		isReported: true,
		outage: { since: 1_000, count: 3, reports: 2 },
	});
});

test('later reports say since when and how often; the first is the failure alone', () => {
	const outage = { since: Date.parse('2026-03-01T08:00:00Z'), kind: '', reports: 1, nextReport: 0 };
	expect(outageNote({ ...outage, count: 1 })).toBe('');
	expect(outageNote({ ...outage, count: 2 })).toContain('since 2026-03-01T08:00:00.000Z, 2 by now');
});
