import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

/** Events remembered for each trigger; the oldest are dropped. About 40 kB of the workflow's static data when full. */
export const LARGEST_MEMORY = 2_000;

/** Short, because all are written with every event. */
const keyOf = (eventId: string): string => createHash('sha256').update(eventId).digest('base64url').slice(0, 16);

/** The first delivery of an event, until it is known whether it became an execution. */
export interface Claim {
	/** The execution exists: repeats are ignored from now on. */
	confirm(): void;
	/** There is no execution: the next delivery counts as the first. */
	withdraw(): void;
}

/**
 * Which events have started the workflow. A repeat that arrives while the first delivery is still being handled waits
 * for its result, so that of any number of simultaneous deliveries exactly one starts the workflow.
 */
export class EventMemory {
	/** Oldest first. One array for good: n8n serialises static data late, so a save holds what was added meanwhile. */
	private readonly events: string[] = [];

	private readonly known = new Set<string>();

	private readonly pending = new Map<string, Promise<void>>();

	/** Adds what an earlier process, or another one on the same database, has saved. */
	load(saved: IDataObject): void {
		// `latest` was written by version 0.1.0.
		const keys = [saved.events, saved.latest].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
		// With a full memory, what was saved before our oldest event has been dropped on purpose.
		const from = this.events.length < LARGEST_MEMORY ? 0 : Math.max(0, keys.indexOf(this.events[0]));
		for (const key of keys.slice(from)) if (typeof key === 'string') this.add(key);
	}

	/** Puts the memory into the node's static data. */
	save(staticData: IDataObject): void {
		staticData.events = this.events;
		delete staticData.latest;
	}

	/** Claims an event; undefined when it has started the workflow before. */
	async claim(eventId: string): Promise<Claim | undefined> {
		const key = keyOf(eventId);
		for (;;) {
			if (this.known.has(key)) return undefined;
			const other = this.pending.get(key);
			if (other === undefined) return this.open(key);
			await other;
		}
	}

	private open(key: string): Claim {
		let settle = (): void => undefined;
		this.pending.set(key, new Promise((resolve) => (settle = resolve)));
		const end = (hasStarted: boolean): void => {
			if (!this.pending.delete(key)) return;
			if (hasStarted) this.add(key);
			settle();
		};
		return { confirm: () => end(true), withdraw: () => end(false) };
	}

	private add(key: string): void {
		if (this.known.has(key)) return;
		this.known.add(key);
		this.events.push(key);
		if (this.events.length > LARGEST_MEMORY) this.known.delete(this.events.shift() as string);
	}
}

const memories = new Map<string, EventMemory>();

/** The memory of one trigger node in this process. */
export function memoryOf(workflowId: string | undefined, nodeId: string): EventMemory {
	const key = `${workflowId ?? ''}/${nodeId}`;
	const found = memories.get(key) ?? new EventMemory();
	memories.set(key, found);
	return found;
}

/** Forgets a trigger that is switched off; n8n's database keeps what was saved. */
export function forgetMemory(workflowId: string | undefined, nodeId: string): void {
	memories.delete(`${workflowId ?? ''}/${nodeId}`);
}
