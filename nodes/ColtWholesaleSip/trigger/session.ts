import type { Problem } from '../../shared/errors/problem';

/** What is read about an order besides the list. */
export type Fact = 'details' | 'numbers';

/** Polls that have failed one after the other. */
interface Outage {
	/**
	 * The context n8n polls with: one from an activation of the workflow to its end, or one for each poll with durable
	 * cursors.
	 */
	context: WeakRef<object>;
	since: number;
	/** Failed polls. */
	count: number;
	/** What the last report said. */
	kind: string;
	/** How many failures of this kind have been reported. */
	reports: number;
	nextReport: number;
}

/** A poll under way. */
export interface Run {
	startedAt: number;
}

/** A poll that lasts longer is abandoned. */
const LONGEST_MS = 10 * 60_000;

/** A fact about an order is tried in this many polls; then the order is delivered without it. */
const MOST_TRIES = 3;

const MINUTE_MS = 60_000;
/** Times between reports of the same failure; the last one repeats. */
const PAUSES = [5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);

/** If Colt says that there are no details, they are not requested again. */
const isRefusal = ({ outcome, httpStatus = 0 }: Problem): boolean =>
	outcome === 'refused' && httpStatus >= 400 && httpStatus < 500 && ![401, 403, 429].includes(httpStatus);

/** What this process knows of one trigger; a restart loses it. */
export class TriggerSession {
	private run: Run | undefined;

	private saved = false;

	private outage: Outage | undefined;

	/** Failed readings by order. */
	private readonly tries: Record<Fact, Map<string, number>> = { details: new Map(), numbers: new Map() };

	/**
	 * Begins a poll, unless one is still under way: two at once would both deliver what is new. n8n starts a poll
	 * although the one before still runs, and with durable cursors all at once that were due while it was down.
	 */
	begin(now: number): Run | undefined {
		if (this.run !== undefined && now - this.run.startedAt < LONGEST_MS) return undefined;
		this.run = { startedAt: now };
		return this.run;
	}

	/**
	 * Whether a poll may save its state: an abandoned poll still has an old state and would overwrite a newer one.
	 */
	isCurrent(run: Run): boolean {
		return this.run === run;
	}

	/** Ends a poll. */
	end(run: Run): void {
		if (this.run === run) this.run = undefined;
	}

	/**
	 * Whether no poll of this process has saved its state yet, so that the poll before may have ended with its process.
	 */
	get isFirstPoll(): boolean {
		return !this.saved;
	}

	/** Notes that a poll has ended well and its state is saved. */
	noteSaved(): void {
		this.saved = true;
		this.outage = undefined;
	}

	/**
	 * Counts failed readings of a fact.
	 * @param late orders this poll had no time for: their count stays
	 * @returns the orders for which the next poll is to try again
	 */
	countTries(fact: Fact, failed: ReadonlyMap<string, Problem>, late: ReadonlySet<string> = new Set()): Set<string> {
		const before = this.tries[fact];
		const counts = new Map([...before].filter(([id]) => late.has(id)));
		for (const id of failed.keys()) counts.set(id, (before.get(id) ?? 0) + 1);
		this.tries[fact] = counts;
		const retried = [...failed].filter(([id, problem]) => !isRefusal(problem) && (counts.get(id) ?? 0) < MOST_TRIES);
		return new Set(retried.map(([id]) => id));
	}

	/**
	 * Whether a failed poll is reported to the error workflow: the first of an activation at once, so that a trigger
	 * that cannot work is not activated; a failure of another kind at once; the same one at increasing intervals.
	 * @returns what to add to the failure; undefined when it is not to be reported
	 */
	reportOf(context: object, problem: Problem, now: number): string | undefined {
		const { kind, httpStatus, code, networkCode } = problem;
		const what = [kind, httpStatus, code, networkCode].join();
		const before = this.outage?.context.deref() === context ? this.outage : undefined;
		const isSame = before?.kind === what;
		const isReported = !isSame || now >= before.nextReport;
		const reports = (isSame ? before.reports : 0) + (isReported ? 1 : 0);
		const pause = PAUSES[Math.min(reports, PAUSES.length) - 1] ?? 0;
		this.outage = {
			context: new WeakRef(context),
			since: before?.since ?? now,
			count: (before?.count ?? 0) + 1,
			kind: what,
			reports,
			nextReport: isReported ? now + pause : before.nextReport,
		};
		return isReported ? this.outageNote() : undefined;
	}

	/** How many polls have failed one after the other. */
	get failures(): number {
		return this.outage?.count ?? 0;
	}

	private outageNote(): string {
		if (this.outage === undefined || this.outage.count < 2) return '';
		const { since, count } = this.outage;
		return (
			` Polls have failed since ${new Date(since).toISOString()}, ${count} by now; nothing is lost, the changes ` +
			'come when a poll succeeds again.'
		);
	}
}

const sessions = new Map<string, TriggerSession>();

/** The session of a trigger. @param name its workflow and node */
export function sessionOf(name: string): TriggerSession {
	const session = sessions.get(name) ?? new TriggerSession();
	sessions.set(name, session);
	return session;
}
