/** How many polls of a trigger have ended well in this process, by workflow and node; none is not in it. */
const ends = new Map<string, number>();

/** Whether no poll of the trigger has ended in this process yet, so that the one before may have ended with its process. */
export const isFirstPoll = (trigger: string): boolean => !ends.has(trigger);

/** How many polls have ended when one begins: what `isOvertaken` asks for. */
export const endsOf = (trigger: string): number => ends.get(trigger) ?? 0;

/**
 * Whether another poll has ended while this one ran: one that was given up for its length does not know that, and with the
 * state as it was when it began would tell what the other has told, and write over its state.
 * @param since what `endsOf` gave at the beginning
 */
export const isOvertaken = (trigger: string, since: number): boolean => endsOf(trigger) > since;

/** Notes the end of a poll. */
export function noteEnd(trigger: string): void {
	ends.set(trigger, endsOf(trigger) + 1);
}
