import { resources } from '../../nodes/ColtWholesaleSip/registry';
import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';
import { STOCK, WRONG_INPUTS } from './wrongInputs';

/** Operations that place nothing: they do not say that nothing was sent. */
const CALLS_NOBODY = ['convert', 'importSpecification', 'checkConnection'];

describe('wrong inputs', () => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
		simulated.simulator.control.seed({
			numbers: [
				{ start: STOCK.activated, country: 'GB', status: 'Activated' },
				{ start: STOCK.reserved, country: 'GB', status: 'Reserved' },
				{ start: STOCK.free, country: 'GB' },
			],
			orders: [
				{ id: STOCK.portInDone, type: 'portIn', country: 'GB', status: 'Completed' },
				{ id: STOCK.portInOpen, type: 'portIn', country: 'GB', status: 'Submitted to operator' },
				{ id: STOCK.child, type: 'portUpdate', country: 'GB', status: 'In Progress', parentId: STOCK.portInOpen },
			],
		});
	});
	afterAll(async () => {
		expect(simulated.simulator.control.violations()).toEqual([]);
		await simulated.simulator.close();
	});

	test('every operation has one', () => {
		const all = resources.flatMap(({ value, operations }) =>
			operations.map((operation) => `${value}: ${operation.value}`),
		);
		expect(all.filter((name) => !WRONG_INPUTS.some(({ operation }) => operation === name))).toEqual([]);
	});

	test.each(WRONG_INPUTS)('$operation: $what', async ({ operation: name, parameters, field, answer, files }) => {
		const { control } = simulated.simulator;
		const [resource = '', operation = ''] = name.split(': ');
		control.clearCalls();
		const placed = () => control.books().filter(({ type }) => type !== 'bulkActivation').length;
		const before = placed();
		const binary = Object.fromEntries(
			Object.entries(files ?? {}).map(([key, { fileName, bytes }]) => [
				key,
				{ fileName, mimeType: 'application/pdf', data: Buffer.alloc(bytes, 65).toString('base64') },
			]),
		);
		const { error } = await simulated.engine.run({ parameters: { resource, operation, ...parameters }, binary });
		const { problem } = (error?.context ?? {}) as { problem?: Record<string, unknown> };
		if (field !== undefined && !CALLS_NOBODY.includes(operation))
			expect(error?.message).toMatch(/ Nothing was sent\.$/);
		expect(problem?.remedy).toBeTruthy();
		expect(JSON.stringify(error)).not.toContain('A'.repeat(64));
		const placing = control
			.calls()
			.filter(({ method, operation: called }) => method === 'POST' && !String(called).includes('requestToken'));
		if (field !== undefined) {
			expect(problem).toMatchObject({ kind: 'input', field, outcome: 'notSent' });
			expect(placing).toEqual([]);
		} else {
			const [status, code] = (answer ?? '').split('/');
			expect(problem).toMatchObject({
				kind: 'api',
				code,
				outcome: 'refused',
				...(status !== '200' && { httpStatus: Number(status) }),
			});
			expect(placing.length).toBeLessThanOrEqual(1);
		}
		expect(placed()).toBe(before);
	});
});
