import apply from 'json-merge-patch/lib/apply';

import { inputError } from '../errors/problem';

const FIELD = 'Body Patch (JSON)';

/** Applies a merge patch (RFC 7386) to a copy of the body. */
export const mergePatch = (body: unknown, patch: Record<string, unknown>): unknown =>
	apply(structuredClone(body), patch);

/**
 * Reads the patch as typed or as an expression gave it.
 * @returns undefined when there is nothing to apply
 * @throws ColtError naming the field when it is not a JSON object
 */
export function readMergePatch(value: unknown): Record<string, unknown> | undefined {
	let patch: unknown = value;
	if (typeof value === 'string') {
		if (value.trim() === '') return undefined;
		try {
			patch = JSON.parse(value);
		} catch {
			patch = undefined;
		}
	}
	if (patch === undefined && typeof value !== 'string') return undefined;
	if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
		throw inputError(
			FIELD,
			'is not a JSON object',
			'Write an object such as {"relatedParty": {"reseller": {"serviceProfile": "ANH"}}}.',
			'option',
		);
	}
	return Object.keys(patch).length === 0 ? undefined : (patch as Record<string, unknown>);
}
