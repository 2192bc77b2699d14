import type { IDataObject } from 'n8n-workflow';

import type { ColtClient } from '../client/client';
import { faultProblem } from '../errors/faults';
import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import type { BulkRow, BulkRule, CallOperation } from '../operation/types';
import type { FoundOrder, Verdict } from './match';
import { ledger } from './orderMemory';
import { mayExist, stoppedWhileLooking } from './findOrder';
import type { Search } from './findOrder';
import { signatureOf } from './placeOrder';
import type { Earlier } from './placeOrder';
import { searchRows } from './rows';
import type { RowSearch, SoughtRow } from './rows';
import { LOOK_UP_RULES } from './recoveryRules';
import type { LookUpRule } from './recoveryRules';
import { soughtOf } from './wanted';
import { formatItems } from '../runner/itemNumbers';
import { journal } from '../runner/journal';
import type { Prepared } from '../runner/prepare';
import type { Settled } from '../runner/settled';

/** A row of a bulk: the input item it comes from, and what it asks for. */
export interface Row {
	itemIndex: number;
	prepared: Prepared;
}

function rowProblem(error: NonNullable<BulkRow['error']>, row: number, trackingId: string): Problem {
	const said = [error.reason, error.message].filter((text) => text !== undefined && text !== '').join(': ');
	return {
		kind: 'api',
		message: `Colt refused row ${row} of the bulk order${said === '' ? '' : `: ${said}`}`,
		remedy: 'Correct this item and send it again; rows that were not refused are ordered.',
		outcome: 'refused',
		...(error.code !== undefined && { code: error.code }),
		...(error.reason !== undefined && { reason: error.reason }),
		...(error.message !== undefined && { vendorMessage: error.message }),
		trackingId,
	};
}

const NOTHING: Verdict = { is: 'unclear', why: 'nothing could be read' };

/** What became of one row, by input item. */
export type RowResult = [itemIndex: number, settled: Settled];

/** One bulk request on its way: its rows, and what is known of them. */
export class BulkCall {
	private readonly lookUp: LookUpRule | undefined;

	private readonly results: RowResult[] = [];

	private readonly entries = new Map<Row, SoughtRow>();

	constructor(
		private readonly client: ColtClient,
		private readonly operation: CallOperation,
		private readonly rule: BulkRule,
		private readonly trackingId: string,
	) {
		this.lookUp = LOOK_UP_RULES.get(operation.wire);
	}

	/** @returns what became of each row; never rejects */
	async run(rows: readonly Row[]): Promise<RowResult[]> {
		const left = rows.filter((row) => !this.recalled(row));
		for (const row of left) this.begin(row);
		try {
			const unsent = await this.withoutEarlier(left);
			if (unsent.length > 0) await this.send(unsent);
		} finally {
			for (const { open } of this.entries.values()) ledger.close(open);
		}
		return this.results;
	}

	private recalled({ itemIndex, prepared }: Row): boolean {
		const items = journal.recall(prepared.identity);
		if (items !== undefined) this.results.push([itemIndex, { items }]);
		return items !== undefined;
	}

	private begin(row: Row): void {
		if (this.lookUp === undefined) return;
		const { call } = row.prepared;
		const sought =
			journal.leftOpen(row.prepared.identity)?.sought ??
			soughtOf(this.lookUp, this.operation.wire, { request: call.request });
		this.entries.set(row, {
			sought,
			open: ledger.begin(signatureOf(call, sought), JSON.stringify([call.request.body, call.bodyPatch])),
		});
	}

	/** Looks for what earlier runs may have placed. @returns the rows that are to be sent */
	private async withoutEarlier(rows: readonly Row[]): Promise<Row[]> {
		const earlierOf = ({ prepared }: Row): Earlier | undefined => {
			const leftOpen = journal.leftOpen(prepared.identity);
			return leftOpen === undefined ? prepared.earlier : { since: leftOpen.since, wasSent: true };
		};
		const sent = rows.filter((row) => earlierOf(row)?.wasSent === true);
		const perhaps = rows.filter((row) => earlierOf(row)?.wasSent === false);
		const unsent = new Set(rows);
		for (const group of [sent, perhaps]) {
			const since = Math.min(...group.map((row) => earlierOf(row)?.since ?? Number.POSITIVE_INFINITY));
			if (group.length === 0) continue;
			const wasSent = group === sent;
			const cause: Problem = {
				kind: 'api',
				message: 'An earlier run may have placed the order of this row',
				remedy: '',
				outcome: 'unknown',
			};
			const isGuess = group.some((row) => earlierOf(row)?.isGuess === true);
			const found = await this.searchFor(group, since, wasSent, cause);
			for (const [index, row] of group.entries()) {
				const verdict = found?.verdicts[index];
				if (verdict?.is === 'none' && !wasSent) continue;
				unsent.delete(row);
				if (verdict?.is === 'found' && !isGuess) this.adopt(row, verdict.order, true);
				else if (found !== undefined)
					this.leaveOpen(row, cause, wasSent ? since : undefined, { ...found, verdict: verdict ?? NOTHING });
			}
		}
		return rows.filter((row) => unsent.has(row));
	}

	private async send(rows: readonly Row[]): Promise<void> {
		const sentAt = Date.now();
		const [first] = rows as [Row];
		try {
			const { extraQuery } = first.prepared.call;
			const answer = await this.client.call({
				operation: this.operation.wire,
				request: this.rule.join(rows.map(({ prepared }) => prepared.call.request.body ?? {})),
				trackingId: this.trackingId,
				...(extraQuery !== undefined && { extraQuery }),
				rowPatches: rows.map(({ prepared }) => prepared.call.bodyPatch),
			});
			const results = this.rule.split(answer.decoded, rows.length);
			if (results.every(({ fields, error }) => fields.orderId === undefined && error === undefined))
				throw new ColtError(faultProblem('noOrderId', { effect: 'order', trackingId: this.trackingId }));
			for (const [index, row] of rows.entries()) this.settle(row, results[index] as BulkRow, index);
		} catch (error) {
			const problem = toProblem(error);
			const span = formatItems(rows.map(({ itemIndex }) => itemIndex));
			await this.fail(
				rows,
				{ ...problem, message: `${problem.message} (bulk order of ${rows.length} rows, ${span})` },
				sentAt,
			);
		}
	}

	private settle({ itemIndex, prepared }: Row, { fields, error }: BulkRow, index: number): void {
		if (error !== undefined) {
			this.results.push([itemIndex, { problem: rowProblem(error, index + 1, this.trackingId) }]);
			return;
		}
		for (const id of [fields.orderId, fields.bulkOrderId]) if (typeof id === 'string') ledger.learn(id);
		this.keep(itemIndex, prepared, { ...fields, ...prepared.call.request.echo, trackingId: this.trackingId });
	}

	/** After an unclear answer the rows are looked for; a bulk is never sent again. */
	private async fail(rows: readonly Row[], cause: Problem, sentAt: number): Promise<void> {
		const found =
			cause.outcome === 'unknown' && cause.kind !== 'cancelled'
				? await this.searchFor(rows, sentAt, true, cause)
				: undefined;
		for (const [index, row] of rows.entries()) {
			const verdict = found?.verdicts[index];
			if (verdict?.is === 'found') this.adopt(row, verdict.order, false);
			else if (cause.outcome !== 'unknown') this.results.push([row.itemIndex, { problem: cause }]);
			else if (found !== undefined || cause.kind === 'cancelled')
				this.leaveOpen(row, cause, sentAt, found && { ...found, verdict: verdict ?? NOTHING });
		}
	}

	/** @returns undefined when the execution was stopped meanwhile; the rows are settled then */
	private async searchFor(
		rows: readonly Row[],
		since: number,
		wasSent: boolean,
		cause: Problem,
	): Promise<RowSearch | undefined> {
		const rule = this.lookUp as LookUpRule;
		const sought = rows.flatMap((row) => this.entries.get(row) ?? []);
		const patienceMs = wasSent ? (rows[0] as Row).prepared.patienceMs : 0;
		for (const { open } of sought) open.state = 'looking';
		try {
			return await searchRows(this.client, rule, sought, { own: since }, patienceMs, this.trackingId);
		} catch (error) {
			const { problem } = stoppedWhileLooking(error, cause, rule, this.trackingId);
			for (const row of rows) {
				if (wasSent) journal.leaveOpen(row.prepared.identity, since, this.entries.get(row)?.sought);
				this.results.push([row.itemIndex, { problem }]);
			}
			return undefined;
		}
	}

	private adopt({ itemIndex, prepared }: Row, order: FoundOrder, earlier: boolean): void {
		this.keep(itemIndex, prepared, {
			...(order.parentId !== undefined && { bulkOrderId: order.parentId }),
			orderId: order.id,
			...prepared.call.request.echo,
			trackingId: this.trackingId,
			raw: order.raw as IDataObject,
			outcome: 'adopted',
			...(earlier && { alreadyPlaced: true }),
		});
	}

	private keep(itemIndex: number, { identity }: Prepared, item: IDataObject): void {
		journal.remember(identity, [item]);
		this.results.push([itemIndex, { items: [item] }]);
	}

	private leaveOpen(row: Row, cause: Problem, since: number | undefined, found: Search | undefined): void {
		if (since !== undefined) journal.leaveOpen(row.prepared.identity, since, this.entries.get(row)?.sought);
		this.results.push([
			row.itemIndex,
			{ problem: mayExist(cause, this.lookUp as LookUpRule, this.trackingId, found).problem },
		]);
	}
}
