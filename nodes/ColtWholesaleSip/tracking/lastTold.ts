import { createHash } from 'node:crypto';

/** What this process knows of a trigger: how many polls have ended, and the state that the last poll with news began from. */
interface Known {
	ends: number;
	told?: { from: string; end: number };
}

/** By workflow and node; a trigger is in it once a poll has ended well. */
const known = new Map<string, Known>();

const fingerprintOf = (kept: unknown): string => createHash('sha256').update(JSON.stringify(kept) ?? '').digest('hex');

/** Whether no poll of the trigger has ended in this process yet, so that the one before may have ended with its process. */
export const isFirstPoll = (trigger: string): boolean => !known.has(trigger);

/** How many polls have ended when one begins: what `isOvertaken` asks for. */
export const endsOf = (trigger: string): number => known.get(trigger)?.ends ?? 0;

/**
 * Whether another poll has told, while this one ran, what happened since the same state. With durable cursors n8n may let
 * two polls of a trigger run at once, each with the state as it was when it began.
 * @param since what `endsOf` gave at the beginning
 */
export function isOvertaken(trigger: string, kept: unknown, since: number): boolean {
	const told = known.get(trigger)?.told;
	return told !== undefined && told.end > since && told.from === fingerprintOf(kept);
}

/** Notes the end of a poll that began from a state. */
export function noteEnd(trigger: string, kept: unknown, hasTold: boolean): void {
	const { ends, told } = known.get(trigger) ?? { ends: 0 };
	const last = hasTold ? { from: fingerprintOf(kept), end: ends + 1 } : told;
	known.set(trigger, { ends: ends + 1, ...(last !== undefined && { told: last }) });
}
