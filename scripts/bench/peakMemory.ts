import { readFileSync, writeFileSync } from 'node:fs';

/** Peak resident memory of a process since it began or since {@link resetPeak}, in megabytes; Linux only. */
export function peakMemory(pid: number): number {
	return kilobytes(pid, 'VmHWM') / 1000;
}

/** Resident memory of a process now, in megabytes; Linux only. */
export function currentMemory(pid: number): number {
	return kilobytes(pid, 'VmRSS') / 1000;
}

/** Resets the kernel's peak memory counter: proc(5), clear_refs, value 5. */
export function resetPeak(pid: number): void {
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function kilobytes(pid: number, field: string): number {
	const [, amount] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	if (amount === undefined) throw new Error(`/proc has no ${field} for process ${pid}`);
	return Number(amount);
}
