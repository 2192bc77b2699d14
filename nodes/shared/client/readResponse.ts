import { parseJson } from '../json';
import type { WireResponse } from './http';
import { mayShowSecret, redact } from './redact';
import type { SecretForms } from './redact';

/** An answer whose body was parsed once and shows no secret any more. */
export interface ReadResponse {
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string>;
	/** The parsed body; absent if it cannot be read. */
	json?: { value: unknown };
	/** Whether the body was empty. */
	isEmpty: boolean;
}

/** Parses an answer's body and redacts it: what Colt or a gateway repeats must not leave the client. */
export function readResponse({ status, headers, text }: WireResponse, forms: SecretForms): ReadResponse {
	const parsed = parseJson(text);
	const json = parsed !== undefined && mayShowSecret(text, forms) ? { value: redact(parsed.value, forms) } : parsed;
	return {
		status,
		headers: redact(headers, forms),
		...(json !== undefined && { json }),
		isEmpty: text.trim() === '',
	};
}
