import { ColtError } from '../../shared/errors/problem';
import type { TrackerState } from './tracker';

/**
 * Reads what n8n has kept for the trigger.
 * @returns undefined when nothing is kept yet: the next poll takes the baseline
 * @throws ColtError for a state this version cannot read; it is left as it is
 */
export function readState(kept: unknown): TrackerState | undefined {
	if (kept === undefined || kept === null) return undefined;
	const { version, statuses } = kept as { version?: unknown; statuses?: unknown };
	if (version === 1 && typeof statuses === 'object' && statuses !== null && !Array.isArray(statuses)) {
		return { version, statuses: statuses as Record<string, string> };
	}
	throw new ColtError({
		kind: 'configuration',
		message: `The saved state of this trigger is of a kind this version of the node cannot read (version ${String(version)})`,
		remedy: 'Update the package n8n-nodes-colt, or replace the trigger by a new one, which starts from now. The saved state was not changed.',
		outcome: 'notSent',
	});
}
