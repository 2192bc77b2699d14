import type { IBinaryKeyData } from 'n8n-workflow';

import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const LOA: IBinaryKeyData = { LOA: { data: 'TE9B', mimeType: 'application/pdf', fileName: 'LOA.pdf' } };

describe('errors that become items', () => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	afterAll(async () => {
		await simulated.simulator.close();
	});

	/** Of four rows the first loses its answer, the second is refused, the third is no number, the fourth is ordered. */
	async function run(onError: 'continueErrorOutput' | 'continueRegularOutput') {
		const { control } = simulated.simulator;
		const [lost = '', free = ''] = control
			.numbers({ country: 'GB', status: 'Free' })
			.filter(({ rangeSize, busyWith }) => rangeSize === 1 && busyWith === undefined)
			.map(({ start }) => start);
		const rows = [lost, '+442089999999', 'Main Street', free].map((start, index) => ({
			start,
			customer: `Customer ${index}`,
		}));
		control.addFault({ operation: 'reserveNumbers', drop: true, phase: 'after' });
		for (const operation of ['listOrders', 'getNumberOrderHistory', 'searchInventory'])
			control.addFault({ operation, status: 403, count: 100 });
		const { outputs, error } = await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: '={{ $json.start }}',
				options: { parallelCalls: 1, lookUpSeconds: 0 },
			},
			items: rows,
			binary: LOA,
			node: { onError },
			executionId: onError,
		});
		await control.clearFaults();
		expect(error).toBeUndefined();
		return { outputs, rows };
	}

	const told = [
		{ error: /The order may exist at Colt: /, outcome: 'unknown', trackingId: expect.any(String) as unknown },
		{ error: /No order was placed\.$/, outcome: 'refused', code: '002', trackingId: expect.any(String) as unknown },
		{ error: /Nothing was sent\.$/, outcome: 'notSent', field: 'Number Range Start', check: 'notAPhoneNumber' },
	];

	test('on the error output: error, details, and the row with its files', async () => {
		const { outputs, rows } = await run('continueErrorOutput');
		const [done = [], failed = []] = outputs;
		expect(done.map(({ json }) => typeof json.orderId)).toEqual(['string']);
		expect(failed).toHaveLength(3);
		for (const [index, { error, ...details }] of told.entries())
			expect(failed[index]).toMatchObject({
				json: {
					...rows[index],
					error: expect.stringMatching(error) as unknown,
					details: { ...details, remedy: expect.any(String) as unknown, itemIndex: index },
				},
				binary: LOA,
				pairedItem: { item: index },
			});
	});

	test('on the regular output: the row and its files, and the fields of the error beside its columns', async () => {
		const { outputs, rows } = await run('continueRegularOutput');
		const [items = []] = outputs;
		expect(items).toHaveLength(4);
		expect(typeof items[3]?.json.orderId).toBe('string');
		for (const [index, { error, ...details }] of told.entries())
			expect(items[index]).toMatchObject({
				json: {
					...rows[index],
					error: expect.stringMatching(error) as unknown,
					...details,
					remedy: expect.any(String) as unknown,
					itemIndex: index,
				},
				binary: LOA,
				pairedItem: { item: index },
			});
	});
});
