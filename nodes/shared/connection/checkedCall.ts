import type { Answer } from '../client/client';
import { describeAnswer, isInColtsForm } from '../client/intermediary';
import type { Observation } from '../client/observation';
import type { Operation } from '../contract/table';
import type { Problem } from '../errors/problem';
import type { LogicalRequest } from '../operation/types';
import type { Finding } from './behaviour';
import { masked, maskedName, maskedUrl } from './mask';
import type { NamesSeen } from './namesSeen';

/** What became of a call: `otherwise` is an answer that differs from the contract in what matters. */
export type CallResult = 'as inferred' | 'otherwise' | 'refused' | 'not Colt' | 'no answer' | 'not sent';

/** One call of a check and what it showed. */
export interface CheckedCall {
	/** What was asked for, for people. */
	title: string;
	operation: Operation;
	sent?: LogicalRequest;
	/** Method, path and names of the query. */
	request: string;
	result: CallResult;
	httpStatus?: number;
	ms?: number;
	trackingId?: string;
	/** What the answer holds, in names and numbers of records. */
	shape?: string;
	names?: NamesSeen;
	findings: Finding[];
	/** What is to be said of it, without data of persons. */
	message?: string;
	problem?: Problem;
	answer?: Answer;
	/** Where it went; of no interest to the reader of a report but for its host. */
	url?: string;
}

const MOST_NAMES = 12;

/** What a value holds, without any of it. */
export function shapeOfValue(value: unknown): string {
	if (Array.isArray(value)) return `a list of ${value.length} ${value.length === 1 ? 'record' : 'records'}`;
	if (typeof value !== 'object' || value === null) return value === null ? 'nothing' : `a ${typeof value}`;
	const entries = Object.entries(value);
	if (entries.length === 0) return 'an empty object';
	const parts = entries.slice(0, MOST_NAMES).map(([name, inner]) => {
		const own = maskedName(name);
		if (Array.isArray(inner)) return `${own} (list of ${inner.length})`;
		return typeof inner === 'object' && inner !== null ? `${own} (object)` : own;
	});
	const more = entries.length > MOST_NAMES ? ` and ${entries.length - MOST_NAMES} more` : '';
	return `an object with ${parts.join(', ')}${more}`;
}

/** What a refusal or failure says. A page or foreign JSON is not Colt's, whatever its status. */
function failed(
	problem: Problem,
	{ response }: Pick<Observation, 'response'>,
): Pick<CheckedCall, 'result' | 'message'> {
	if (response === undefined) return { result: 'no answer', message: masked(problem.message) };
	const isColts = isInColtsForm(response);
	if (isColts || response.status === 401 || response.status === 429)
		return { result: 'refused', message: masked(problem.message) };
	const what =
		response.json === undefined
			? describeAnswer(response)
			: `${describeAnswer(response)}, ${shapeOfValue(response.json.value)}`;
	return { result: 'not Colt', message: masked(`Something other than Colt's API answered (${what})`) };
}

/** A call that was sent, as far as its answer has been read. */
export function checkedCall(
	title: string,
	operation: Operation,
	path: string,
	sent: LogicalRequest,
	observed: Observation,
): CheckedCall {
	const { method, url, ms, response, meaning } = observed;
	const common = {
		title,
		operation,
		sent,
		url,
		request: `${method} ${maskedUrl(url, path)}`,
		ms,
		findings: [],
		...(response !== undefined && { httpStatus: response.status }),
		...(response?.json !== undefined && { shape: shapeOfValue(response.json.value) }),
	};
	if ('answer' in meaning)
		return { ...common, result: 'as inferred', answer: meaning.answer, trackingId: meaning.answer.trackingId };
	const { problem } = meaning;
	return {
		...common,
		...failed(problem, observed),
		problem,
		...(problem.trackingId !== undefined && { trackingId: problem.trackingId }),
	};
}

/** An answer of which something is otherwise than inferred differs as a whole. */
export function noteDifferences(call: CheckedCall): void {
	if (call.result === 'as inferred' && call.findings.some(({ verdict }) => verdict === 'otherwise'))
		call.result = 'otherwise';
}
