import type { IDataObject } from 'n8n-workflow';

import type { ColtClient } from '../client/client';
import { toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';
import type { Since } from './evidenceReader';
import { findOrders } from './findOrder';
import type { Candidate, SearchResult } from './findOrder';
import type { Verdict } from './matchOrder';
import { mayExist, stoppedWhileSearching } from './mayExist';
import type { SearchOutcome } from './mayExist';
import { orderMemory } from './orderMemory';
import type { UnresolvedOrder } from './orderMemory';
import type { RecoveryRule } from './recovery';
import type { OrderRow, PriorAttempt, RowAnswer, RowResult, Shipment } from './shipment';
import { ProcessSuspended } from './suspension';
import { targetOf, wantedOf } from './wanted';

/** Rows that certainly had no effect are sent again at most this often. */
const MOST_RESENDS = 2;
/** An unresolved order that whole lists do not show after this long is not there. */
const SHOWN_AFTER_MS = 3_600_000;

/** One row being sent. */
interface Attempt extends Candidate {
	row: OrderRow;
	since: Since;
	/** An equal order that was left unresolved. */
	unresolved: UnresolvedOrder | undefined;
	/** How often the process had been suspended at the last search for the order. */
	standstills: number;
}

/** Refusals that depend on the caller or the way, not on what is there already. */
const OF_THE_CALLER = new Set([401, 403, 405, 406, 413, 415, 429]);

/** Whether Colt may refuse a call because of an order that is there already. */
const mayBeInTheWay = ({ outcome, httpStatus = 0 }: Problem): boolean =>
	outcome === 'refused' && httpStatus >= 400 && httpStatus < 500 && !OF_THE_CALLER.has(httpStatus);

const NOTHING: Verdict = { is: 'unclear', why: 'nothing could be read' };

const outcomeOf = (result: SearchResult, index: number): SearchOutcome => ({
	...result,
	verdict: result.verdicts[index] ?? NOTHING,
});

/** Sends rows to Colt and collects their results. */
class Placement {
	readonly results: RowResult[] = [];

	/** Why it is not known what became of the rows. */
	private cause: Problem | undefined;

	private sends = 0;

	constructor(
		private readonly client: ColtClient,
		private readonly shipment: Shipment,
	) {}

	/**
	 * Returns orders placed earlier, searches for unresolved ones, sends the rest, searches again after an unclear
	 * answer, and resends only orders that provably do not exist.
	 */
	async place(rows: readonly OrderRow[]): Promise<RowResult[]> {
		const attempts = rows.filter((row) => !this.giveBack(row)).map((row) => this.begin(row));
		try {
			let left = await this.lookForPrior(attempts);
			while (left.length > 0) left = await this.submit(left);
		} finally {
			for (const { open, unresolved } of attempts) orderMemory.close(open, unresolved);
		}
		return this.results;
	}

	/** An earlier try of this item has placed its order. */
	private giveBack({ itemIndex, prepared }: OrderRow): boolean {
		const items = orderMemory.recall(prepared.key);
		if (items !== undefined) this.results.push([itemIndex, { items }]);
		return items !== undefined;
	}

	private begin(row: OrderRow): Attempt {
		const { call, key } = row.prepared;
		const colt = this.client.clock.reading?.colt;
		const wanted = wantedOf(this.shipment.rule, call);
		const open = orderMemory.begin(targetOf(key.account, call, wanted), key.signature);
		const unresolved = orderMemory.unresolvedFor(key, open);
		const since = { own: Date.now(), ...(colt !== undefined && { colt }) };
		return { row, wanted, open, owner: key, since, unresolved, standstills: 0 };
	}

	/** Looks for what earlier calls may have placed. @returns the rows that are to be sent */
	private async lookForPrior(attempts: readonly Attempt[]): Promise<Attempt[]> {
		const priorOf = ({ row, unresolved }: Attempt): PriorAttempt | undefined =>
			unresolved === undefined ? row.prepared.prior : { since: unresolved.since, wasSubmitted: true };
		const ready = attempts.filter((attempt) => priorOf(attempt) === undefined);
		for (const wasSubmitted of [true, false]) {
			const group = attempts.filter((attempt) => priorOf(attempt)?.wasSubmitted === wasSubmitted);
			const since = Math.min(...group.map((attempt) => priorOf(attempt)?.since ?? Number.POSITIVE_INFINITY));
			const isGuess = group.some((attempt) => priorOf(attempt)?.isGuess === true);
			if (group.length > 0) ready.push(...(await this.withoutPlaced(group, { since, wasSubmitted, isGuess })));
		}
		return ready;
	}

	/** Rows whose order no earlier call has placed. A row for which that is unknown is not sent. */
	private async withoutPlaced(group: readonly Attempt[], prior: PriorAttempt): Promise<Attempt[]> {
		const { rule } = this.shipment;
		// An operation that creates no order leaves no trace of an earlier run.
		if (rule.orderType === undefined && !prior.wasSubmitted) return [...group];
		const cause = priorProblem(prior.wasSubmitted);
		const wanted = group.map((attempt) => ({ ...attempt, wanted: attempt.unresolved?.wanted ?? attempt.wanted }));
		const found = await this.find(wanted, prior, { own: prior.since }, cause);
		return group.filter((attempt, index) => {
			const looked = found && outcomeOf(found, index);
			const { is } = looked?.verdict ?? NOTHING;
			if (looked?.verdict.is === 'found' || is === 'done') this.adopt(attempt, looked?.verdict, true);
			else if (is === 'absent' || (is === 'none' && !isStillExpected(prior, rule))) {
				if (attempt.unresolved !== undefined) orderMemory.resolve(attempt.unresolved);
				return true;
			} else if (looked !== undefined) this.fail(attempt, mayExist(cause, rule, this.shipment.trackingId, looked));
			return false;
		});
	}

	/** Sends rows in one call. @returns those that provably had no effect and are to be sent again */
	private async submit(attempts: readonly Attempt[]): Promise<Attempt[]> {
		const problem = await this.send(attempts);
		if (problem === undefined) return [];
		if (problem === 'stoodStill') return await this.lookAgain(attempts);
		if (problem.outcome === 'unknown') this.cause ??= problem;
		const { cause } = this;
		if (cause === undefined) {
			for (const attempt of attempts) this.fail(attempt, problem);
			return [];
		}
		if (problem.kind === 'cancelled') {
			for (const attempt of attempts) this.leaveUnresolved(attempt, problem, undefined);
			return [];
		}
		const own = Math.min(...attempts.map(({ since }) => since.own));
		const since = { ...(attempts[0] as Attempt).since, own };
		const found = await this.find(attempts, { since: own, wasSubmitted: true }, since, cause);
		if (found === undefined) return [];
		return attempts.filter((attempt, index) => {
			const looked = outcomeOf(found, index);
			const { verdict } = looked;
			if (verdict.is === 'found' || verdict.is === 'done') {
				this.adopt(attempt, verdict, false);
				return false;
			}
			// Sent again, it was refused because of what it is or of what is there. If that may be its own first, it is
			// not
			// known.
			if (mayBeInTheWay(problem)) {
				const message = `${cause.message}; sent again, it was refused: ${problem.message}`;
				this.leaveUnresolved(attempt, { ...problem, message }, looked);
				return false;
			}
			// Sent again, it was refused whatever is there, and the first had no effect.
			if (verdict.is === 'absent' && problem.outcome !== 'unknown') {
				this.fail(attempt, problem);
				return false;
			}
			if (verdict.is === 'absent' && this.sends <= MOST_RESENDS) return true;
			this.leaveUnresolved(attempt, problem.outcome === 'unknown' ? problem : cause, looked);
			return false;
		});
	}

	/** One call. @returns why there is no usable answer; undefined when every row has its result */
	private async send(attempts: readonly Attempt[]): Promise<Problem | 'stoodStill' | undefined> {
		for (const { open } of attempts) open.state = 'sending';
		const beforeSend = (): void => {
			const hasStoodStill = attempts.some(
				({ row, standstills }) => (row.prepared.heartbeat?.standstills() ?? 0) > standstills,
			);
			if (hasStoodStill) throw new ProcessSuspended(this.shipment.trackingId);
		};
		try {
			const rows = attempts.map(({ row }) => row);
			const answers = await this.shipment.send(rows, beforeSend);
			this.sends += 1;
			for (const [index, attempt] of attempts.entries()) this.settle(attempt, answers[index] as RowAnswer);
			return undefined;
		} catch (error) {
			if (error instanceof ProcessSuspended) return 'stoodStill';
			this.sends += 1;
			return toProblem(error);
		}
	}

	private settle(attempt: Attempt, answer: RowAnswer): void {
		if ('problem' in answer) {
			this.fail(attempt, answer.problem);
			return;
		}
		// Assigned at once, so that another item's search does not adopt this order.
		for (const id of answer.orderIds) orderMemory.give(id, attempt.owner);
		this.keep(attempt, { ...answer.item, ...(this.sends > 1 && { outcome: 'resent' }) });
	}

	/** The process was suspended: the execution may have been run again elsewhere and its orders placed. */
	private async lookAgain(attempts: readonly Attempt[]): Promise<Attempt[]> {
		for (const attempt of attempts)
			attempt.standstills = attempt.row.prepared.heartbeat?.standstills() ?? attempt.standstills;
		const wasSubmitted = this.cause !== undefined;
		const began = attempts.map(({ row, since: { own } }) =>
			wasSubmitted ? own : (row.prepared.heartbeat?.since ?? own),
		);
		return await this.withoutPlaced(attempts, { since: Math.min(...began), wasSubmitted });
	}

	/** @returns undefined when the execution was stopped meanwhile; the rows have their result then */
	private async find(
		attempts: readonly Attempt[],
		{ wasSubmitted, isGuess }: PriorAttempt,
		since: Since,
		cause: Problem,
	): Promise<SearchResult | undefined> {
		const { rule, lookIn, trackingId } = this.shipment;
		// Colt's API does not show locks.
		if (rule.by === undefined && rule.from === undefined)
			return { verdicts: attempts.map(() => ({ is: 'none', why: '' })), attempts: 0, seconds: 0 };
		for (const { open } of attempts) open.state = 'looking';
		const patienceMs = wasSubmitted ? (attempts[0] as Attempt).row.prepared.patienceMs : 0;
		// Without numbers or a parent, it could be the order of another item of the earlier run.
		const mayAdopt = ({ wanted }: Candidate): boolean => isGuess !== true && (wanted.by !== 'place' || wasSubmitted);
		const whose = wasSubmitted ? 'own' : 'any';
		try {
			const { client } = this;
			return await findOrders({ client, rule, lookIn, since, patienceMs, trackingId, whose, mayAdopt }, attempts);
		} catch (error) {
			const problem = stoppedWhileSearching(error, cause, rule, trackingId);
			for (const attempt of attempts) {
				if (wasSubmitted) orderMemory.leaveUnresolved(attempt.row.prepared.key, since.own, attempt.wanted);
				this.fail(attempt, problem);
			}
			return undefined;
		}
	}

	private adopt(attempt: Attempt, verdict: Verdict | undefined, isEarlier: boolean): void {
		if (attempt.unresolved !== undefined) orderMemory.resolve(attempt.unresolved);
		const order = verdict?.is === 'found' ? verdict.order : undefined;
		const item = this.shipment.itemOf(attempt.row, order);
		this.keep(attempt, { ...item, outcome: 'adopted', ...(isEarlier && { alreadyPlaced: true }) });
	}

	private keep({ row }: Attempt, item: IDataObject): void {
		orderMemory.rememberPlaced(row.prepared.key, [item]);
		this.results.push([row.itemIndex, { items: [item] }]);
	}

	private fail({ row }: Attempt, problem: Problem): void {
		this.results.push([row.itemIndex, { problem }]);
	}

	private leaveUnresolved(attempt: Attempt, problem: Problem, looked: SearchOutcome | undefined): void {
		const { rule, trackingId } = this.shipment;
		orderMemory.leaveUnresolved(attempt.row.prepared.key, attempt.since.own, attempt.wanted);
		this.fail(attempt, mayExist(problem, rule, trackingId, looked));
	}
}

/**
 * A sent order is expected to appear, so the search takes a while. An order that may not have been sent is searched for
 * once.
 */
const isStillExpected = ({ since, wasSubmitted }: PriorAttempt, { lastsMs = SHOWN_AFTER_MS }: RecoveryRule): boolean =>
	wasSubmitted && Date.now() - since < lastsMs;

const priorProblem = (wasSubmitted: boolean): Problem => ({
	kind: 'api',
	message: wasSubmitted
		? 'It is still not known whether this order exists: an earlier call for the same got no clear answer'
		: 'An earlier run may have placed this order',
	remedy: '',
	outcome: 'unknown',
});

/**
 * Places the orders of rows that travel together, each exactly once, whatever happens on the way. An unclear answer is
 * followed by a search at Colt; a row is sent again, with the same tracking id, only when it provably had no effect.
 * @returns what became of each row; never rejects
 */
export async function placeOrders(
	client: ColtClient,
	shipment: Shipment,
	rows: readonly OrderRow[],
): Promise<RowResult[]> {
	return await new Placement(client, shipment).place(rows);
}
