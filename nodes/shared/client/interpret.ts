import { decodeResponse } from '../contract/codec';
import type { Operation } from '../contract/table';
import { correctAnswer } from '../corrections/apply';
import type { NextPage } from '../corrections/apply';
import type { CorrectedOperation } from '../corrections/compile';
import { API_ERRORS } from '../errors/catalogue';
import { faultProblem } from '../errors/faults';
import type { Problem } from '../errors/problem';
import { apiProblem, hiddenProblem } from './apiProblem';
import { queryTexts } from './correctedCall';
import { describeAnswer } from './intermediary';
import type { ReadResponse } from './readResponse';

/** A successful answer. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	/** As Colt sent it, without secrets. */
	raw: unknown;
	/** As `raw`, in the names of the contract: the same where the credential corrects none. */
	body: unknown;
	/** In the contract's logical names. */
	decoded: unknown;
	trackingId: string;
	/** What it says of the page after it, where the credential says how. */
	nextPage?: NextPage;
}

/** Whether an answer has no name that the contract knows; a bare list may be empty. */
function isUnknownShape(value: object, decoded: unknown): boolean {
	if (Array.isArray(value)) return false;
	const [first = decoded] = Array.isArray(decoded) ? (decoded as unknown[]) : [];
	return typeof first === 'object' && first !== null && Object.keys(first).length === 0;
}

/** An API may say with 204 or `null` that a list is empty. */
const isPagedList = ({ query }: Operation): boolean => query?.fields.limit !== undefined;

/** An answer in the contract's names. */
function inOurNames(
	headers: Record<string, string>,
	body: unknown,
	correction: CorrectedOperation | undefined,
): Pick<Answer, 'headers' | 'body' | 'nextPage'> {
	if (correction === undefined) return { headers, body };
	const corrected = correctAnswer(correction, { header: headers, body }, Date.now());
	const { header, ...rest } = corrected;
	return { headers: queryTexts(header), ...rest };
}

/** What an answer to a call means: read, judged and decoded once; where the credential corrects names, by those. */
export function interpret(
	response: ReadResponse,
	{ operation, trackingId }: { operation: Operation; trackingId: string },
	correction?: CorrectedOperation,
): { answer: Answer } | { problem: Problem } {
	const { effect } = operation;
	const { status, json } = response;
	if (status < 200 || status > 299) return { problem: apiProblem(response, trackingId, API_ERRORS, 'api', effect) };
	const raw = json?.value ?? null;
	const common = { status, trackingId };
	if (raw === null && isPagedList(operation) && (status === 204 || json !== undefined))
		return {
			answer: { ...common, headers: response.headers, raw, body: raw, decoded: decodeResponse(operation, raw) },
		};
	if (typeof raw !== 'object' || raw === null) {
		const fault = response.isEmpty ? 'empty' : 'notJson';
		return {
			problem: faultProblem(fault, { effect, trackingId, httpStatus: status, detail: describeAnswer(response) }),
		};
	}
	const { headers, body, ...more } = inOurNames(response.headers, raw, correction);
	const decoded: unknown = decodeResponse(operation, body);
	const hidden = isUnknownShape(raw, decoded) ? hiddenProblem(response, { effect, trackingId }) : undefined;
	return hidden === undefined ? { answer: { ...common, headers, raw, body, decoded, ...more } } : { problem: hidden };
}
