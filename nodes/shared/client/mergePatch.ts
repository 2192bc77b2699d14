import { inputError } from '../errors/problem';

const FIELD = 'Body Patch (JSON)';
/** No body of Colt's is near this deep. */
const DEEPEST = 50;
/** Names that mean something else to JavaScript than to JSON; Colt has no such field. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Members = Record<string, unknown>;

const isObject = (value: unknown): value is Members =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a patch goes into it; what has a form of its own in JSON, such as a file, is replaced as a whole. */
const hasMembers = (value: unknown): value is Members => isObject(value) && !('toJSON' in value);

/** Applies a merge patch (RFC 7386): its members replace those of the target, `null` removes one. The target is left as it is. */
export function mergePatch(target: unknown, patch: unknown): unknown {
	if (!isObject(patch)) return patch;
	const members = new Map(hasMembers(target) ? Object.entries(target) : []);
	for (const [name, value] of Object.entries(patch)) {
		if (value === null) members.delete(name);
		else members.set(name, mergePatch(members.get(name), value));
	}
	return Object.fromEntries(members);
}

/** @throws ColtError naming the member that cannot be sent */
function checkMembers(value: unknown, depth = 0): void {
	if (typeof value !== 'object' || value === null) return;
	if (depth > DEEPEST)
		throw inputError(FIELD, `is more than ${DEEPEST} levels deep`, 'Leave out what Colt does not ask for.', 'option');
	for (const [name, member] of Object.entries(value)) {
		if (!Array.isArray(value) && RESERVED.has(name)) {
			throw inputError(FIELD, `has a member "${name}"`, 'Remove it: Colt has no field of this name.', 'option');
		}
		checkMembers(member, depth + 1);
	}
}

/**
 * Reads the patch as typed or as an expression gave it.
 * @returns undefined when there is nothing to apply
 * @throws ColtError naming the field when it is not a JSON object, or has a member that no JSON body has
 */
export function readMergePatch(value: unknown): Members | undefined {
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
	if (!isObject(patch)) {
		throw inputError(
			FIELD,
			'is not a JSON object',
			'Write an object such as {"relatedParty": {"reseller": {"serviceProfile": "ANH"}}}.',
			'option',
		);
	}
	checkMembers(patch);
	return Object.keys(patch).length === 0 ? undefined : patch;
}
