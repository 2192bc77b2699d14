import { startSimulator } from '../../../simulator/server';
import { step } from '../../lib/terminal';
import { median } from '../statistics';
import { printTable } from '../printTable';
import { watch } from './watchPolls';
import type { Poll, Size, WatchedPolls } from './watchPolls';
import { TITLES } from './watcherWorkflows';
import type { Watcher } from './watcherWorkflows';

/** `BENCH_ORDERS=100000` takes one size alone. */
const ORDERS =
	process.env['BENCH_ORDERS'] === undefined ? [1_000, 10_000, 100_000] : [Number(process.env['BENCH_ORDERS'])];
const SIZES: readonly Size[] = ORDERS.map((orders) => ({ orders, open: 1_000, changes: 50, rounds: 3 }));
const PAGE_SIZE = 100;
/** Bytes of state for an open order that a poll may keep at most. */
const AIM_BYTES = 40;

const thousands = (value: number): string => Math.round(value).toLocaleString('en');

/** Watches accounts of three sizes in a real n8n, with our trigger and with n8n's own nodes, on one simulator. */
export async function benchTrigger(): Promise<void> {
	const simulator = await startSimulator();
	try {
		for (const size of SIZES) {
			const of = async (watcher: Watcher) =>
				await step(`${thousands(size.orders)} orders, ${TITLES[watcher]}`, () => watch(watcher, simulator, size));
			print(size, { ours: await of('ours'), builtIn: await of('builtIn') });
		}
	} finally {
		await simulator.close();
	}
}

function print(size: Size, { ours, builtIn }: Record<Watcher, WatchedPolls>): void {
	const { orders, open, changes, rounds } = size;
	const row = (name: string, of: (watched: WatchedPolls) => number, aim = '', digits = 0) => {
		const [own, other] = [of(ours), of(builtIn)];
		const shown = (value: number) => (digits === 0 ? thousands(value) : value.toFixed(digits));
		return [name, shown(own), shown(other), other === 0 ? '' : `${(own / other).toFixed(3)} ×`, aim];
	};
	const middle =
		(key: keyof Poll) =>
		({ polls }: WatchedPolls) =>
			median(polls.map((poll) => poll[key]));
	printTable(
		`${thousands(orders)} orders, ${thousands(open)} open, ${changes} changed per poll: median of ${rounds} polls`,
		['', TITLES.ours, TITLES.builtIn, 'ratio', 'aim'],
		[
			row('requests per poll', middle('requests'), `≤ ${open / PAGE_SIZE + changes} + a constant`),
			row('milliseconds per poll', middle('ms')),
			row('items per poll', middle('items'), String(changes)),
			row('peak memory of n8n, MB', middle('peak')),
			row('of it, more than before the poll, MB', middle('growth')),
			row('state, bytes', middle('state')),
			row('state, bytes per open order', (watched) => middle('state')(watched) / open, `≤ ${AIM_BYTES}`, 1),
			row('requests of the first poll', ({ first }) => first.requests),
		],
	);
}
