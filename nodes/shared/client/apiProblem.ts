import { lookUp } from '../errors/catalogue';
import type { CatalogueEntry } from '../errors/catalogue';
import { faultProblem, unknownRemedy } from '../errors/faults';
import type { FaultFacts } from '../errors/faults';
import type { Outcome, Problem, ProblemKind } from '../errors/problem';
import { refusedNames } from '../refusals/namesInPayload';
import { describeAnswer, intermediaryEntry } from './intermediary';
import type { ReadResponse } from './readResponse';
import { vendorReason, vendorFields, vendorPayload } from './vendorPayload';

/** Codes that some APIs put beside what they answer; Colt's error codes (document 001) begin at 001. */
const SUCCESS = /^(?:0+|2\d\d|ok|success)$/i;

/**
 * An error under a status of success, as a problem.
 * @returns undefined for an answer that is not an error
 */
export function hiddenProblem(response: ReadResponse, facts: FaultFacts): Problem | undefined {
	const payload = vendorPayload(response);
	const said = vendorReason(payload);
	if (payload.code === undefined || said === '' || SUCCESS.test(payload.code)) return undefined;
	return {
		...faultProblem('hiddenError', { ...facts, httpStatus: response.status, detail: said }),
		...vendorFields(payload),
	};
}

/** Statuses by which an API says that it does not take what a request holds. */
const REFUSES_FIELDS = new Set([400, 406, 409, 422]);

/** The names of fields that a refusal complains of, as far as it is about the request. */
function complaintsIn({ status, json }: ReadResponse, said: string): Pick<Problem, 'refusedNames'> {
	if (!REFUSES_FIELDS.has(status)) return {};
	const names = refusedNames(said, json?.value);
	return names.length === 0 ? {} : { refusedNames: names };
}

const isRedirect = (status: number): boolean => status >= 300 && status <= 399;

/**
 * An HTTP answer that is not a success, as a problem. An answer that a proxy gave is described as the proxy's. A 503
 * with Retry-After turns the request away before accepting it (RFC 9110, 10.2.3); one without may come too late for
 * that.
 * @param effect whether the call could have changed anything: an unclear answer to an order leaves its outcome unknown
 */
export function apiProblem(
	response: ReadResponse,
	trackingId: string,
	table: Record<string, CatalogueEntry>,
	kind: ProblemKind = 'api',
	effect: 'read' | 'order' | 'write' = 'read',
): Problem {
	const payload = vendorPayload(response);
	const known = lookUp(table, response.status, payload.code);
	const isOverloaded = response.status === 503 && response.headers['retry-after'] !== undefined;
	const outcome: Outcome = effect !== 'read' && known.resend === 'unknown' && !isOverloaded ? 'unknown' : 'refused';
	const { meaning, remedy } = intermediaryEntry(response) ?? {
		...known,
		meaning: isRedirect(response.status) ? `${known.meaning} (${describeAnswer(response)})` : known.meaning,
	};
	const said = vendorReason(payload);
	return {
		kind,
		message: said === '' ? meaning : `${meaning}: ${said}`,
		remedy: outcome === 'unknown' ? unknownRemedy(trackingId) : remedy,
		outcome,
		httpStatus: response.status,
		...vendorFields(payload),
		...complaintsIn(response, said),
		trackingId,
	};
}
