import type { TrueChange } from '../../../../simulator/control/account';

/** An event as the trigger delivered it. */
export interface Delivered {
	eventId: string;
	orderId: string;
	previousStatus: string | null;
	status: string;
}

export interface Verdict {
	/** Different events. */
	events: number;
	/** Deliveries of an event that had come before, with its id. */
	repeats: number;
	/** Changes that came as one with the next change of the same order, because both happened between two polls. */
	merged: number;
	/** The orders of merged changes, one sentence each. */
	skipped: string[];
	/** What is wrong, one sentence each; empty when every change arrived. */
	faults: string[];
}

type Step = Pick<Delivered, 'orderId' | 'previousStatus' | 'status'>;

function byOrder<T extends Step>(list: readonly T[]): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const step of list) groups.set(step.orderId, [...(groups.get(step.orderId) ?? []), step]);
	return groups;
}

const told = (list: readonly Step[]): string =>
	list.map(({ previousStatus, status }) => `${previousStatus ?? 'new'} → ${status}`).join(', ') || 'nothing';

/** Whether steps lead without a gap or a step back through what happened, to its end. */
function leadsThrough(happened: readonly Step[], came: readonly Step[]): boolean {
	const states = [happened[0]?.previousStatus ?? null, ...happened.map(({ status }) => status)];
	let place = 0;
	for (const { previousStatus, status } of came) {
		if (previousStatus !== states[place]) return false;
		place = states.indexOf(status, place + 1);
		if (place < 0) return false;
	}
	return states[place] === states.at(-1);
}

/**
 * Holds what was delivered against what happened. Once repeats of an event id are taken out, the events of each order
 * must lead through its changes: what came twice under two ids, or never, breaks that.
 */
export function judge(truth: readonly TrueChange[], deliveries: readonly Delivered[]): Verdict {
	const different = [...new Map(deliveries.map((event) => [event.eventId, event])).values()];
	const [happened, came] = [byOrder(truth), byOrder(different)];
	const all = [...new Set([...happened.keys(), ...came.keys()])].map((orderId) => {
		const [expected, events] = [happened.get(orderId) ?? [], came.get(orderId) ?? []];
		return {
			isRight: leadsThrough(expected, events),
			isWhole: expected.length === events.length,
			said: `Order ${orderId}: happened ${told(expected)}; came ${told(events)}`,
		};
	});
	return {
		events: different.length,
		repeats: deliveries.length - different.length,
		merged: truth.length - different.length,
		skipped: all.filter(({ isRight, isWhole }) => isRight && !isWhole).map(({ said }) => said),
		faults: all.filter(({ isRight }) => !isRight).map(({ said }) => said),
	};
}
