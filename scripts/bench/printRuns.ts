import { TITLES } from './subjects';
import type { Subject } from './subjects';
import { median, spread } from './statistics';
import { printTable } from './printTable';

/** One execution of one subject. */
export interface Run {
	/** Wall time of the node that does the work, milliseconds. */
	ms: number;
	requests: number;
	connections: number;
	mostConnectionsAtOnce: number;
}

/** Memory of an n8n process, megabytes. */
export interface Peak {
	peak: number;
	/** Of it, what was not there before the run. */
	growth: number;
}

export type PerSubject<T> = Record<Subject, T>;

const OTHERS = ['http', 'httpCredential'] as const;

/** Prints the subjects side by side, with the ratio of ours to each of the others. */
export function report(title: string, runs: PerSubject<Run[]>, peaks: PerSubject<Peak>): void {
	const cells = (ours: string, own: number, others: ReadonlyArray<readonly [string, number]>) => [
		ours,
		...others.flatMap(([text, value]) => [text, `${(own / value).toFixed(2)} ×`]),
	];
	const row = (name: string, key: keyof Run, aim = '') => {
		const of = (subject: Subject) => runs[subject].map((run) => run[key]);
		const others = OTHERS.map((other) => [spread(of(other), 0), median(of(other))] as const);
		return [name, ...cells(spread(of('ours'), 0), median(of('ours')), others), aim];
	};
	const memory = (name: string, key: keyof Peak) => {
		const others = OTHERS.map((other) => [peaks[other][key].toFixed(0), peaks[other][key]] as const);
		return [name, ...cells(peaks.ours[key].toFixed(0), peaks.ours[key], others), ''];
	};
	printTable(
		title,
		['', TITLES.ours, ...OTHERS.flatMap((other) => [TITLES[other], 'ratio']), 'aim'],
		[
			row('wall time of the node, ms', 'ms', '≤ 1.0 ×'),
			row('requests', 'requests'),
			row('connections', 'connections'),
			row('most connections at once', 'mostConnectionsAtOnce', '≤ 0.1 ×'),
			memory('peak memory of n8n, MB', 'peak'),
			memory('of it, more than before the run, MB', 'growth'),
		],
	);
}
