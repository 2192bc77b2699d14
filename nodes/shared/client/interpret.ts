import { decodeResponse } from '../contract/codec';
import type { Operation } from '../contract/table';
import { API_ERRORS } from '../errors/catalogue';
import { faultProblem } from '../errors/faults';
import type { Problem } from '../errors/problem';
import { apiProblem, hiddenProblem } from './apiProblem';
import { describeAnswer } from './intermediary';
import type { ReadResponse } from './readResponse';

/** A successful answer. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	/** As Colt sent it, without secrets. */
	raw: unknown;
	/** In the contract's logical names. */
	decoded: unknown;
	trackingId: string;
}

/** Whether an answer has no name that the contract knows; a bare list may be empty. */
function isUnknownShape(value: object, decoded: unknown): boolean {
	if (Array.isArray(value)) return false;
	const [first = decoded] = Array.isArray(decoded) ? (decoded as unknown[]) : [];
	return typeof first === 'object' && first !== null && Object.keys(first).length === 0;
}

/** An API may say with 204 or `null` that a list is empty. */
const isPagedList = ({ query }: Operation): boolean => query?.fields.limit !== undefined;

/** What an answer to a call means: read, judged and decoded once. */
export function interpret(
	response: ReadResponse,
	{ operation, trackingId }: { operation: Operation; trackingId: string },
): { answer: Answer } | { problem: Problem } {
	const { effect } = operation;
	const { status, headers, json } = response;
	if (status < 200 || status > 299) return { problem: apiProblem(response, trackingId, API_ERRORS, 'api', effect) };
	const raw = json?.value ?? null;
	if (raw === null && isPagedList(operation) && (status === 204 || json !== undefined))
		return { answer: { status, headers, raw, decoded: decodeResponse(operation, raw), trackingId } };
	if (typeof raw !== 'object' || raw === null) {
		const fault = response.isEmpty ? 'empty' : 'notJson';
		return {
			problem: faultProblem(fault, { effect, trackingId, httpStatus: status, detail: describeAnswer(response) }),
		};
	}
	const decoded: unknown = decodeResponse(operation, raw);
	const hidden = isUnknownShape(raw, decoded) ? hiddenProblem(response, { effect, trackingId }) : undefined;
	return hidden === undefined ? { answer: { status, headers, raw, decoded, trackingId } } : { problem: hidden };
}
