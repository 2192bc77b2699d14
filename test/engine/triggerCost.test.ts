import type { IDataObject } from 'n8n-workflow';

import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const OPEN = 1_000;
const CHANGED = 50;
/** Records of a page. */
const PAGE = 100;

interface Cost {
	requests: number;
	items: number;
	bytes: number;
}

describe('what a poll costs', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated({ clock: 'real' });
	});
	afterEach(async () => {
		await simulated.simulator.close();
	});

	/** Polls of an account: the first, and several with 50 changes each. */
	async function costsOf(orders: number): Promise<Cost[]> {
		const {
			simulator: { control },
			engine,
		} = simulated;
		control.addAccount({ orders, open: OPEN });
		const state: IDataObject = {};
		const costs: Cost[] = [];
		for (let round = 0; round < 6; round += 1) {
			const changes = round === 0 ? [] : control.changeOpen(CHANGED);
			control.clearCalls();
			const items = await engine.poll({ type: 'coltWholesaleSipTrigger', parameters: {}, state });
			const told = (items ?? []).map(({ json }) =>
				[json.orderId, json.status].map((value) => value as string).join(' '),
			);
			expect(told.toSorted()).toEqual(changes.map(({ orderId, status }) => [orderId, status].join(' ')).toSorted());
			costs.push({ requests: control.calls().length, items: told.length, bytes: JSON.stringify(state).length });
		}
		return costs;
	}

	test('follows open and changed orders, and not how many there are', async () => {
		const [few, many] = [
			await costsOf(1_000),
			await (async () => {
				await simulated.simulator.close();
				simulated = await startSimulated({ clock: 'real' });
				return await costsOf(20_000);
			})(),
		];
		process.stdout.write(`1,000 orders: ${JSON.stringify(few)}\n20,000 orders: ${JSON.stringify(many)}\n`);
		for (const { requests, bytes } of [...few.slice(1), ...many.slice(1)]) {
			expect(requests).toBeLessThanOrEqual(OPEN / PAGE + CHANGED + 25);
			expect(bytes).toBeLessThanOrEqual(40 * OPEN);
		}
	});
});
