import { printTable } from '../../../../scripts/bench/printTable';
import { shareLimit } from './processes';
import { bucket } from './world';

const UNTIL_MS = 60_000;
/** The last process begins late, and is given some time to get its share. */
const LATE_START_MS = 8_000;
const COUNTED_FROM_MS = 12_000;
const SEEDS = [1, 2, 3, 4, 5];

interface Share {
	/** Part of the limit that is used by all. */
	use: number;
	/** What the worst off gets, as part of its share. */
	least: number;
	/** Part of all calls that were refused. */
	refused: number;
}

function share(processes: number, perSecond: number, burst: number, seed: number): Share {
	const starts = Array.from({ length: processes }, (_, index) =>
		processes > 1 && index === processes - 1 ? LATE_START_MS : index * 200,
	);
	const from = processes > 1 ? COUNTED_FROM_MS : 0;
	const limit = bucket(perSecond, burst);
	const results = shareLimit({ limit, starts, untilMs: UNTIL_MS, latencyMs: 20, seed });
	const counts = results.map(({ accepted }) => accepted.filter((at) => at >= from).length);
	const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
	const allowed = (perSecond * (UNTIL_MS - from)) / 1_000;
	const refused = sum(results.map((result) => result.refused));
	return {
		use: sum(counts) / allowed,
		least: Math.min(...counts) / (allowed / processes),
		refused: refused / (refused + sum(results.map(({ accepted }) => accepted.length))),
	};
}

const ROWS = [1, 2, 4].flatMap((processes) =>
	[1, 2, 5, 20].flatMap((burst) => [5, 20, 50, 100].map((perSecond) => ({ processes, burst, perSecond }))),
);

/**
 * What is held. A bucket of one call, and limits of which each process gets about one call a second, are printed only:
 * there no two processes that do not know of each other come to an order without many refusals.
 */
const HELD: ReadonlyArray<{ processes: number; bursts: number[]; use: number; least: number }> = [
	{ processes: 1, bursts: [2, 5, 20], use: 0.9, least: 0.9 },
	{ processes: 2, bursts: [5, 20], use: 0.97, least: 0.5 },
	{ processes: 4, bursts: [5, 20], use: 0.97, least: 0.5 },
];

describe('a limit that several processes share without knowing of each other', () => {
	const table: string[][] = [];
	afterAll(() => {
		if (process.env.COLT_RATE_TABLE === undefined) return;
		printTable(
			'Processes at one limit, the last begins late; least of five runs',
			['processes', 'burst', 'a second', '% used', 'least share, %', 'refused, %'],
			table,
		);
	});

	test.each(ROWS)('$processes processes, bucket of $burst, $perSecond a second', ({ processes, burst, perSecond }) => {
		const runs = SEEDS.map((seed) => share(processes, perSecond, burst, seed));
		const use = Math.min(...runs.map((run) => run.use));
		const least = Math.min(...runs.map((run) => run.least));
		const refused = Math.max(...runs.map((run) => run.refused));
		const cells = [use, least, refused].map((part) => (part * 100).toFixed(0));
		table.push([`${processes}`, `${burst}`, `${perSecond}`, ...cells]);
		expect(use).toBeGreaterThan(0.15);
		if (processes > 1 && perSecond < 20) return;
		const held = HELD.find((one) => one.processes === processes && one.bursts.includes(burst));
		if (held === undefined) return;
		expect(use).toBeGreaterThanOrEqual(held.use);
		expect(least).toBeGreaterThanOrEqual(held.least);
	});
});
