import { createHash, randomUUID } from 'node:crypto';

import { inputError } from '../errors/problem';

/** Pattern and length of `x-tracking-id` (documents 003 and 004). */
const PATTERN = /^[a-zA-Z0-9_.~:@-]{1,255}$/;

/** A fresh tracking id for calls that need no identity of their own. */
export const newTrackingId = (): string => `n8n-${randomUUID()}`;

/**
 * The same parts always give the same tracking id, so that a retry of the same item in the same
 * execution can be recognised in Colt's records.
 */
export function derivedTrackingId(parts: readonly unknown[]): string {
	const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
	return `n8n-${digest.slice(0, 32)}`;
}

/**
 * Checks a tracking id of the user's own.
 * @throws ColtError naming the field when Colt's pattern does not take it
 */
export function checkTrackingId(value: string): string {
	if (!PATTERN.test(value)) {
		throw inputError(
			'Tracking ID',
			`"${value.slice(0, 60)}" is not one Colt takes`,
			'Use 1 to 255 letters, digits or any of _ . ~ : @ - without blanks, or leave it empty.',
			'option',
		);
	}
	return value;
}
