import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

/** Events remembered for each trigger; the oldest go first. About 40 kB of the workflow's static data when full. */
export const LARGEST_MEMORY = 2_000;

/** Short, because all are written with every event. */
const keyOf = (eventId: string): string => createHash('sha256').update(eventId).digest('base64url').slice(0, 16);

/** A delivery that is the first of its event, until it is known what became of it. */
export interface Claim {
	/** The execution exists: repeats are repeats from now on. */
	confirm(): void;
	/** No execution came of it: the next delivery is the first again. */
	withdraw(): void;
}

/**
 * Which events have been told. A repeat that comes while its first is still under way waits for what becomes of it, so
 * that of any number of deliveries at once exactly one is told, and none is acknowledged that was not.
 */
export class EventMemory {
	/** Oldest first. n8n writes it to the database by reference, so the last save of a burst holds the whole burst. */
	private readonly told: string[] = [];

	/** Their executions exist, but n8n has not answered yet. */
	private readonly made = new Set<string>();

	private readonly known = new Set<string>();

	private readonly pending = new Map<string, Promise<void>>();

	/** Takes over what an earlier process, or another one on the same database, has told. */
	learn(kept: IDataObject): void {
		const { events, latest } = kept;
		const saved = (Array.isArray(events) ? (events as unknown[]) : []).concat(latest);
		// What was saved before our oldest has been let go of since: to learn it again would push out what is newer.
		const from = this.told.length < LARGEST_MEMORY ? 0 : Math.max(0, saved.indexOf(this.told[0]));
		for (const key of saved.slice(from)) {
			if (typeof key === 'string' && !this.pending.has(key)) this.add(key);
		}
	}

	/** Hands the memory to n8n, with an event that is being told now: n8n saves it when the execution exists. */
	keep(kept: IDataObject, eventId: string): void {
		kept.events = this.told;
		kept.latest = [...new Set([...this.made, keyOf(eventId)])];
	}

	/** The event's execution exists: what is saved from now on, for whichever event, holds it. */
	keepMade(kept: IDataObject, eventId: string): void {
		const key = keyOf(eventId);
		if (this.pending.has(key)) this.made.add(key);
		this.keep(kept, eventId);
	}

	/** Takes an event; undefined when it has been told before. */
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
		const end = (isTold: boolean): void => {
			if (!this.pending.delete(key)) return;
			this.made.delete(key);
			if (isTold) this.add(key);
			settle();
		};
		return { confirm: () => end(true), withdraw: () => end(false) };
	}

	private add(key: string): void {
		if (this.known.has(key)) return;
		this.known.add(key);
		this.told.push(key);
		if (this.told.length > LARGEST_MEMORY) this.known.delete(this.told.shift() as string);
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

/** Forgets a trigger that is switched off; n8n's database keeps what it has told. */
export function forgetMemory(workflowId: string | undefined, nodeId: string): void {
	memories.delete(`${workflowId ?? ''}/${nodeId}`);
}
