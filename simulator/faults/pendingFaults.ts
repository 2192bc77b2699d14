import { seededRandom } from '../ids';
import { type Fault, type PlannedFault, readFault, matchesOperation } from './fault';

interface Waiting {
	fault: PlannedFault;
	/** Calls it may still affect. */
	left: number;
	random: () => number;
}

/** Faults that are waiting for a matching call. */
export class PendingFaults {
	private waiting: Waiting[] = [];

	/** @param operations ids that exist, with their API in front; without them any name is taken */
	constructor(public operations?: ReadonlySet<string>) {}

	/** @throws TypeError when the fault is not one */
	add(fault: Fault): PlannedFault {
		const planned = readFault(fault, this.operations);
		const left = fault.count ?? (fault.rate === undefined ? 1 : Infinity);
		if (planned.kind !== 'refuse') this.waiting.push({ fault: planned, left, random: seededRandom(fault.seed ?? 1) });
		return planned;
	}

	/** Takes the first fault that matches a call of `api.operation`. */
	take(operation: string): PlannedFault | undefined {
		const match = this.waiting.find(
			({ fault, random }) =>
				matchesOperation(fault.operation, operation) && (fault.rate === undefined || random() < fault.rate),
		);
		if (match) match.left -= 1;
		this.waiting = this.waiting.filter(({ left }) => left > 0);
		return match?.fault;
	}

	/** Faults that are still waiting, each with the calls it may still affect; null: any number. */
	list(): Array<PlannedFault & { left: number | null }> {
		return this.waiting.map(({ fault, left }) => ({ ...fault, left: left === Infinity ? null : left }));
	}

	clear(): void {
		this.waiting = [];
	}
}
