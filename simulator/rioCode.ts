import { createHash } from 'node:crypto';

/**
 * A RIO code in its usual outer form (2 + 1 + 6 + 3 characters), the same for the same number; the control key is not
 * computed.
 */
export function rioCodeOf(number: string): string {
	const digest = createHash('sha256').update(number).digest('hex').toUpperCase();
	return `CTE${digest.slice(0, 6)}${digest.slice(6, 9)}`;
}
