/** A fault for the next calls, told by the control API. */
export interface Fault {
	/** Operation id, with or without its API in front, or `*` for every operation, the token endpoint included. */
	operation: string;
	/** HTTP status to answer; without one the call is only delayed, dropped, or answered as usual. */
	status?: number;
	/** Code of the payload; 001 by default. */
	code?: string;
	message?: string;
	headers?: Record<string, string>;
	/** Delay before the fault or the answer, milliseconds of real time. */
	delayMs?: number;
	/** Closes the connection instead of answering. */
	drop?: boolean;
	/** `after`: the call takes effect first, and only the answer is lost. `before` by default. */
	phase?: 'before' | 'after';
	/** How many calls it strikes; 1 by default. */
	count?: number;
}

/** Faults that wait for their call. */
export class FaultDesk {
	private faults: Fault[] = [];

	/** Throws when the fault is not one. */
	add(fault: Fault): void {
		if (typeof fault.operation !== 'string') throw new TypeError('A fault names an operation, or *');
		const { status } = fault;
		if (status !== undefined && !(Number.isInteger(status) && status >= 400 && status <= 599)) throw new TypeError('status is an HTTP error status');
		if (fault.phase !== undefined && fault.phase !== 'before' && fault.phase !== 'after') throw new TypeError('phase is before or after');
		this.faults.push({ ...fault, count: fault.count ?? 1 });
	}

	/** The fault for a call of `api.operation`, used up by asking. */
	take(operation: string): Fault | undefined {
		const fault = this.faults.find(({ operation: wanted }) => wanted === '*' || wanted === operation || operation.endsWith(`.${wanted}`));
		if (fault) fault.count = (fault.count ?? 1) - 1;
		this.faults = this.faults.filter(({ count }) => (count ?? 1) > 0);
		return fault;
	}

	list(): Fault[] {
		return this.faults;
	}

	clear(): void {
		this.faults = [];
	}
}
