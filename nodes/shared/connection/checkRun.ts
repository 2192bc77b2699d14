import type { Answer } from '../client/client';
import { readListAnswer } from '../client/listAnswer';
import type { ListAnswer } from '../client/listAnswer';
import { newTrackingId } from '../client/trackingId';
import { decodePaging } from '../contract/codec';
import { openRecord } from '../contract/envelope';
import { wireOf } from '../contract/encode';
import type { ApiTable, Operation } from '../contract/table';
import { inbound, wholesaleSip } from '../contract/wire.generated';
import type { CorrectedApi } from '../corrections/document';
import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';
import { importer } from '../libraries';
import type { LogicalRequest, Observer } from '../operation/types';
import type { LearnedName } from '../refusals/learn';
import { judgePages, judgeTotal } from './behaviour';
import { checkedCall, noteDifferences } from './checkedCall';
import type { CheckedCall } from './checkedCall';
import { changeAfter, omit } from './lenientQuery';
import type { Query } from './lenientQuery';
import { masked, maskedName } from './mask';
import { namesSeen } from './namesSeen';
import { reasonNotToSend, writingPlaces } from './readOnly';
import type { WritingPlace } from './readOnly';

/** A person waits for it. */
const TIMEOUT_MS = 20_000;
/** Records of a list that are looked at. */
const RECORDS = 20;
/** After so many calls without an answer the others are not made. */
const MOST_UNANSWERED = 3;

/** Names without which the nodes cannot do their work, by logical name. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
	order: ['id', 'status', 'type', 'createdAt', 'changedAt'],
	number: ['start', 'end', 'status'],
	free: ['start', 'end'],
	portability: ['start', 'portable'],
};

const TABLES: Record<CorrectedApi, ApiTable> = { wholesaleSip, inbound };

/** A list is asked for otherwise at most so many times. */
const MOST_CHANGES = 6;

/** What a record is, for the names that matter. */
export type RecordKind = 'order' | 'number' | 'free' | 'portability';

/** A list that could be read. */
export interface ReadList extends ListAnswer {
	call: CheckedCall;
}

/**
 * Makes the calls of one check, one after the other, and keeps what each has shown. A failure ends none of the
 * others.
 */
export class CheckRun {
	readonly calls: CheckedCall[] = [];

	private readonly writing: readonly WritingPlace[];

	private unanswered = 0;

	/** Why no further call is made. */
	private stop: string | undefined;

	constructor(
		private readonly client: Observer,
		private readonly api: CorrectedApi,
	) {
		this.writing = writingPlaces(TABLES[api], (id) => client.correctionOf(id));
	}

	/** Gets a token; without one nothing else is asked. @returns whether there is one */
	async authenticate(): Promise<string | undefined> {
		try {
			await this.client.authenticate();
			return undefined;
		} catch (error) {
			const { message, remedy } = toProblem(error);
			this.stop = 'there is no access token';
			return masked(`${message}. ${remedy}`);
		}
	}

	/** Makes one call and keeps it. */
	async ask(
		title: string,
		operation: Operation,
		request: LogicalRequest,
		extraQuery?: Record<string, string>,
	): Promise<CheckedCall> {
		const call = await this.send(title, operation, request, extraQuery);
		this.calls.push(call);
		return call;
	}

	private pathOf({ id, path }: Operation): string {
		return this.client.correctionOf(id)?.path ?? path;
	}

	private async send(
		title: string,
		operation: Operation,
		request: LogicalRequest,
		extraQuery: Record<string, string> = {},
	): Promise<CheckedCall> {
		const path = this.pathOf(operation);
		const notSent = (message: string): CheckedCall => ({
			title,
			operation,
			request: `${this.client.correctionOf(operation.id)?.method ?? operation.method} ${path}`,
			result: 'not sent',
			message,
			findings: [],
		});
		if (this.stop !== undefined) return notSent(`Not asked: ${this.stop}`);
		try {
			const observed = await this.client.observe(
				{ operation, request, trackingId: newTrackingId(), extraQuery },
				{ timeoutMs: TIMEOUT_MS, demand: (one, sent) => this.demand(one, sent) },
			);
			this.noteAnswer(
				observed.response !== undefined,
				'problem' in observed.meaning ? observed.meaning.problem.fault : undefined,
			);
			return checkedCall(title, operation, path, request, observed);
		} catch (error) {
			const { message } = toProblem(error);
			return notSent(masked(message));
		}
	}

	private demand(operation: Operation, sent: Parameters<typeof reasonNotToSend>[1]): void {
		const reason = reasonNotToSend(operation, sent, this.writing);
		if (reason === undefined) return;
		throw new ColtError({
			kind: 'configuration',
			message: `Not sent, because ${reason}: a check of the connection only reads`,
			remedy: 'Correct the corrections of the credential.',
			outcome: 'notSent',
		});
	}

	private noteAnswer(hasAnswer: boolean, fault: string | undefined): void {
		this.unanswered = hasAnswer ? 0 : this.unanswered + 1;
		if (fault === 'unreachable' || fault === 'certificate') this.stop = 'Colt cannot be reached';
		else if (this.unanswered >= MOST_UNANSWERED) this.stop = `${MOST_UNANSWERED} calls in a row had no answer`;
	}

	/**
	 * Asks for a list. What is refused by name is left out, or sent under a name that the refusal tells, so that the
	 * answer is seen all the same.
	 */
	private async askLeniently(
		title: string,
		operation: Operation,
		query: Query,
	): Promise<{ call: CheckedCall; sent: Query }> {
		let sent = query;
		let extraQuery: Record<string, string> = {};
		let call = await this.ask(title, operation, { query: sent });
		for (let tries = 0; tries < MOST_CHANGES && call.httpStatus === 400 && call.result === 'refused'; tries += 1) {
			const change = changeAfter(this.learn(call), sent, query);
			if (change === undefined) break;
			sent = omit(sent, change.without);
			extraQuery = { ...extraQuery, ...change.extraQuery };
			const names = [
				...Object.keys(query)
					.filter((name) => !(name in sent))
					.map((name) => `without ${name}`),
				...Object.keys(extraQuery).map((name) => `with ${maskedName(name)}`),
			];
			call = await this.ask(`${title}, ${names.join(', ')}`, operation, { query: sent }, extraQuery);
		}
		return { call, sent };
	}

	/** What the refusal of a call says of the names that were sent. */
	private learn({ operation, problem, sent }: CheckedCall): LearnedName[] {
		return importer().learnFromRefusal(problem?.refusedNames ?? [], {
			api: this.api,
			operation,
			correction: this.client.correctionOf(operation.id),
			sent: sent && { ...sent },
		});
	}

	/** Asks for a list, compares its records with the contract, and tries its total and its pages. */
	async list(title: string, operation: Operation, query: Query, kind: RecordKind): Promise<ReadList | undefined> {
		const isPaged = operation.query?.fields.limit !== undefined;
		const { call, sent } = await this.askLeniently(title, operation, {
			...query,
			...(isPaged && { offset: 0, limit: RECORDS }),
		});
		const list = this.read(call);
		if (list === undefined) return undefined;
		this.compare(
			call,
			list.records.map(({ raw }) => raw),
			kind,
		);
		if (isPaged) {
			call.findings.push(this.totalOf(operation, call.answer as Answer, list));
			const refused = ['offset', 'limit'].filter((name) => !(name in sent));
			if (refused.length > 0)
				call.findings.push({
					what: 'Pages',
					verdict: 'otherwise',
					detail: `${refused.join(' and ')} refused: pages are asked for in another way`,
				});
			else if (list.records.length > 1) call.findings.push(await this.tryPages(title, operation, query, list));
		}
		noteDifferences(call);
		return { ...list, call };
	}

	/** Asks for a list once more with a filter; undefined if it could not be read. */
	async filtered(title: string, operation: Operation, query: Record<string, unknown>): Promise<ReadList | undefined> {
		const call = await this.ask(title, operation, { query: { ...query, offset: 0, limit: RECORDS } });
		const list = this.read(call);
		return list === undefined ? undefined : { ...list, call };
	}

	/** Compares one record with the contract. */
	record(call: CheckedCall, kind: RecordKind): void {
		const { response } = call.operation;
		const body = call.answer?.body;
		if (call.answer === undefined || response === undefined) return;
		const record = 'fields' in response ? openRecord(response, body) : body;
		this.compare(call, [record].flat(), kind);
		noteDifferences(call);
	}

	/** Compares the answer of a portability check with the contract. */
	portability(call: CheckedCall): void {
		const list = this.read(call);
		if (list === undefined) return;
		this.compare(
			call,
			list.records.map(({ raw }) => raw),
			'portability',
		);
		noteDifferences(call);
	}

	private read(call: CheckedCall): ListAnswer | undefined {
		if (call.answer === undefined) return undefined;
		try {
			return readListAnswer(call.operation, this.pathOf(call.operation), call.answer);
		} catch (error) {
			call.result = 'otherwise';
			call.message = masked(toProblem(error).message);
			return undefined;
		}
	}

	private compare(call: CheckedCall, records: readonly unknown[], kind: RecordKind): void {
		const { response } = call.operation;
		const shape = response !== undefined && 'list' in response ? response.list : response;
		if (records.length === 0) return;
		call.names = namesSeen(shape, records);
		const missing = (NEEDED[kind] ?? []).filter((name) => call.names?.missing.includes(name) === true);
		if (missing.length > 0)
			call.findings.push({
				what: 'Names that the nodes need',
				verdict: 'otherwise',
				detail: `no record has a name that is read as ${missing.join(', ')}`,
			});
	}

	private totalOf(operation: Operation, answer: Answer, { total }: ListAnswer): CheckedCall['findings'][number] {
		const field = operation.responseHeaders?.fields.totalCount;
		return judgeTotal(
			decodePaging(operation, answer.headers).totalCount,
			total,
			field === undefined ? '' : wireOf(field),
		);
	}

	private async tryPages(
		title: string,
		operation: Operation,
		query: Record<string, unknown>,
		first: ListAnswer,
	): Promise<CheckedCall['findings'][number]> {
		const page = async (offset: number): Promise<ListAnswer | undefined> => {
			const call = await this.ask(`${title}, page ${offset + 1} of 1 record`, operation, {
				query: { ...query, offset, limit: 1 },
			});
			return this.read(call);
		};
		const [one, two] = [await page(0), await page(1)];
		if (one === undefined || two === undefined)
			return { what: 'Pages', verdict: 'otherwise', detail: 'a page of 1 record could not be read' };
		return judgePages(first.records, one.records, two.records);
	}
}
