import type { Problem } from '../../shared/errors/problem';

/** Failures of one activation of the trigger, since the last poll that succeeded. */
export interface Outage {
	since: number;
	/** Failed polls. */
	count: number;
	/** What the last report told. */
	kind: string;
	/** How many failures have been reported. */
	reports: number;
	nextReport: number;
}

const MINUTE_MS = 60_000;
/** After the first report the next come after so long; then again and again after the last of these. */
const PAUSES = [5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);

/**
 * Whether a failed poll is reported to the error workflow: the first at once, a failure of another kind at once, the same
 * one at growing distances.
 * @param outage the failures before; undefined when the poll before succeeded
 */
export function judgeFailure(
	outage: Outage | undefined,
	{ kind, httpStatus, code, networkCode }: Problem,
	now: number,
): { isReported: boolean; outage: Outage } {
	const what = [kind, httpStatus, code, networkCode].join();
	const count = (outage?.count ?? 0) + 1;
	const isReported = outage === undefined || outage.kind !== what || now >= outage.nextReport;
	const reports = (outage?.kind === what ? outage.reports : 0) + (isReported ? 1 : 0);
	const pause = PAUSES[Math.min(reports, PAUSES.length) - 1] ?? 0;
	return {
		isReported,
		outage: {
			since: outage?.since ?? now,
			count,
			kind: what,
			reports,
			nextReport: isReported ? now + pause : (outage?.nextReport ?? now),
		},
	};
}

/** What a later report adds to the failure itself. */
export const outageNote = ({ since, count }: Outage): string =>
	count < 2
		? ''
		: ` Polls have failed since ${new Date(since).toISOString()}, ${count} by now; nothing is lost, the changes come when a poll succeeds again.`;
