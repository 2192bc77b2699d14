import { itemsOf } from '../../../../scripts/n8n/executions';
import type { Stage } from '../../stage';
import { expectSuccess } from '../lives/parts';
import { prepared } from './live';

/** Three numbers from the search to the activation; then one whose activation fails, told with Colt's reason. */
export async function orderNumbers(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const run = async (quantity: number) =>
		await stage.run(await prepared(stage, 'search-reserve-activate-check', { settings: { quantity } }));
	const types = () =>
		control
			.books()
			.map(({ type, status }) => `${type} ${status}`)
			.sort();
	const three = await run(3);
	expectSuccess(three);
	const found = itemsOf(three, 'Search').map(({ numberRangeStart }) => numberRangeStart);
	expect(new Set(found).size).toBe(3);
	expect(types()).toEqual([
		...Array<string>(3).fill('activation Completed'),
		...Array<string>(3).fill('reservation Completed'),
	]);
	expect(itemsOf(three, 'Look at the number')).toMatchObject(
		found.map((numberRangeStart) => ({ numberRangeStart, status: 'Activated', customerReference: 'My Customer' })),
	);

	control.failNext('activation', { code: 'SIM42', text: 'No route to the customer' });
	const failed = await run(1);
	expect(failed.error?.message).toMatch(/^activation order .*: Failed with error \(SIM42: No route to the customer\)$/);
	expect(itemsOf(failed, 'Look at the number')).toEqual([]);
	expect(types().filter((one) => !one.endsWith('Completed'))).toEqual(['activation Failed with error']);
	expect(control.books()).toHaveLength(8);
}
