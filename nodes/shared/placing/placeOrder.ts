import type { Answer, Call, ColtClient } from '../client/client';
import { toProblem } from '../errors/present';
import type { ColtError, Problem } from '../errors/problem';
import type { Looking, Since } from './evidenceReader';
import type { FoundOrder, Verdict } from './match';
import { ledger } from './orderMemory';
import type { OpenCall } from './orderMemory';
import { mayExist, search, stoppedWhileLooking } from './findOrder';
import type { Search } from './findOrder';
import { LOOK_UP_RULES } from './recoveryRules';
import type { LookUpRule } from './recoveryRules';
import { soughtOf } from './wanted';
import type { Sought } from './wanted';

/** A call that provably had no effect is sent again this often at most. */
const MOST_RESENDS = 2;

/** An earlier call of the same item, whose order may exist. */
export interface Earlier {
	/** When it was sent at the earliest, by this machine's clock. */
	since: number;
	/** Whether it certainly was sent; otherwise the run that was to send it may have ended before. */
	wasSent: boolean;
	/** What its order would be recognised by, where that may differ from what would be sent now. */
	sought?: Sought;
	/** Whether the moment is a guess: an order that is found may be older than the earlier run. */
	isGuess?: boolean;
}

/** What came of placing an order. */
export interface Placed {
	/** Colt's answer; absent when the order was found instead. */
	answer?: Answer;
	/** The order that was found; absent when the operation creates none. */
	order?: FoundOrder;
	/** Only when something out of the ordinary happened. */
	outcome?: 'adopted' | 'resent';
	/** Whether an earlier run had placed it. */
	earlier?: true;
}

/** What a call is placed with besides itself. */
export interface Placing {
	/** How long to look for an order of unknown fate, in milliseconds. */
	patienceMs: number;
	earlier?: Earlier;
	/** The order id an answer tells, if the operation creates an order. @throws ColtError of outcome `unknown` without one */
	orderIdOf(answer: Answer): string | undefined;
	/** Told when an order was sent whose fate stayed unknown, with the moment of its first sending. */
	leftOpen(since: number, sought: Sought): void;
}

const clocks = new WeakMap<ColtClient, number>();

/** Remembers Colt's clock of an answer: it bounds the creation of every later order. */
export function noteClock(client: ColtClient, { headers }: Pick<Answer, 'headers'>): void {
	const colt = Date.parse(headers.date ?? '');
	if (!Number.isNaN(colt)) clocks.set(client, colt);
}

/** What an item's order is told apart by from those of other items: operation, ranges or parent, market. */
export const signatureOf = (
	{ operation }: Pick<Call, 'operation'>,
	{ ranges, parentId, action, country }: Sought,
): string => JSON.stringify([operation.path, ranges, parentId, action, country]);

/** Refusals that depend on the caller or the way, not on what is there already. */
const OF_THE_CALLER = new Set([401, 403, 405, 406, 413, 415, 429]);

/** Whether Colt may refuse a call because of an order that is there already. */
const isOfState = ({ outcome, httpStatus = 0 }: Problem): boolean =>
	outcome === 'refused' && httpStatus >= 400 && httpStatus < 500 && !OF_THE_CALLER.has(httpStatus);

/** One item's call on its way: the state that sending and looking share. */
class Attempt {
	private readonly rule: LookUpRule;

	private readonly sought: Sought;

	private readonly since: Since;

	private readonly entry: OpenCall;

	private isSent = false;

	constructor(
		private readonly client: ColtClient,
		private readonly call: Call,
		private readonly placing: Placing,
		rule: LookUpRule,
	) {
		this.rule = rule;
		this.sought = soughtOf(rule, call.operation, call);
		const colt = clocks.get(client);
		this.since = { own: Date.now(), ...(colt !== undefined && { colt }) };
		this.entry = ledger.begin(signatureOf(call, this.sought), JSON.stringify([call.request.body, call.bodyPatch]));
	}

	close(): void {
		ledger.close(this.entry);
	}

	/** An earlier run's order, if there is one. @throws ColtError when it cannot be told: sending could double it */
	async before({ since, wasSent, isGuess, sought = this.sought }: Earlier): Promise<Placed | undefined> {
		if (this.rule.orderType === undefined && !wasSent) return undefined;
		const cause: Problem = {
			kind: 'api',
			message: wasSent
				? 'An earlier try of this item has left it open whether its order exists'
				: 'The earlier run of this execution may have placed this order',
			remedy: '',
			outcome: 'unknown',
		};
		const { verdict, ...rest } = await this.look({ own: since }, wasSent ? this.placing.patienceMs : 0, cause, sought);
		// Without numbers or a parent it may be the order of another item of the earlier run.
		if (verdict.is === 'found' && (sought.by !== 'place' || wasSent) && isGuess !== true)
			return { order: verdict.order, outcome: 'adopted', earlier: true };
		if (verdict.is === 'done') return { outcome: 'adopted', earlier: true };
		if (verdict.is === 'absent' || (verdict.is === 'none' && !wasSent)) return undefined;
		if (wasSent) this.placing.leftOpen(since, sought);
		const told: Verdict =
			verdict.is === 'found' ? { is: 'unclear', why: `order ${verdict.order.id} may be it` } : verdict;
		throw mayExist(cause, this.rule, this.call.trackingId, { verdict: told, ...rest });
	}

	/** Sends, looks, sends again only what is provably not there. @throws ColtError */
	async place(): Promise<Placed> {
		let cause: Problem | undefined;
		for (let sends = 1; ; sends += 1) {
			this.entry.state = 'sending';
			this.isSent = true;
			const result = await this.send();
			if ('answer' in result) return { ...result, ...(sends > 1 && { outcome: 'resent' }) };
			const { problem, error } = result;
			if (problem.outcome === 'unknown') cause ??= problem;
			if (cause === undefined) throw error;
			if (problem.kind === 'cancelled') throw this.open(problem, undefined);
			const found = await this.look(this.since, this.placing.patienceMs, cause);
			const { verdict } = found;
			if (verdict.is === 'found') return { order: verdict.order, outcome: 'adopted' };
			if (verdict.is === 'done') return { outcome: 'adopted' };
			// A later call was refused, and the first provably had no effect, unless it is in the way of the later one.
			if (verdict.is === 'absent' && problem.outcome !== 'unknown' && !isOfState(problem)) throw error;
			if (isOfState(problem))
				throw this.open(
					{ ...problem, message: `${cause.message}; sent again, it was refused: ${problem.message}` },
					found,
				);
			if (verdict.is !== 'absent' || sends > MOST_RESENDS)
				throw this.open(problem.outcome === 'unknown' ? problem : cause, found);
		}
	}

	private async send(): Promise<{ answer: Answer } | { problem: Problem; error: unknown }> {
		try {
			const answer = await this.client.call(this.call);
			noteClock(this.client, answer);
			const orderId = this.placing.orderIdOf(answer);
			// At once: another item that is looking must not take this order for its own.
			if (orderId !== undefined) ledger.learn(orderId);
			return { answer };
		} catch (error) {
			return { problem: toProblem(error), error };
		}
	}

	private async look(since: Since, patienceMs: number, cause: Problem, sought = this.sought): Promise<Search> {
		// Nothing at Colt tells of a lock.
		if (this.rule.by === undefined && this.rule.from === undefined)
			return { verdict: { is: 'none', why: '' }, looks: 0, seconds: 0 };
		this.entry.state = 'looking';
		const looking: Looking = { client: this.client, rule: this.rule, sought, since, trackingId: this.call.trackingId };
		try {
			return await search(looking, this.entry, patienceMs);
		} catch (error) {
			if (this.isSent) this.placing.leftOpen(since.own, sought);
			throw stoppedWhileLooking(error, cause, this.rule, this.call.trackingId);
		}
	}

	private open(problem: Problem, found: Search | undefined): ColtError {
		this.placing.leftOpen(this.since.own, this.sought);
		return mayExist(problem, this.rule, this.call.trackingId, found);
	}
}

/**
 * Makes a call that changes something, exactly once: an unclear answer is followed by a search at Colt, and the call is sent
 * again, with the same tracking id, only when it provably had no effect (design.md, "Safety rules of the client").
 * @throws ColtError; of outcome `unknown` when it cannot be told what became of it
 */
export async function placeSafely(client: ColtClient, call: Call, placing: Placing): Promise<Placed> {
	const rule = LOOK_UP_RULES.get(call.operation);
	if (rule === undefined) throw new Error(`${call.operation.id} has no rule for looking it up`);
	const attempt = new Attempt(client, call, placing, rule);
	try {
		return (
			(placing.earlier === undefined ? undefined : await attempt.before(placing.earlier)) ?? (await attempt.place())
		);
	} finally {
		attempt.close();
	}
}
