import { freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

describe('the same number in two items of one run', () => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	afterAll(async () => {
		await simulated.simulator.close();
	});

	const reserve = async (numbers: string[], node = {}, options = {}) =>
		await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: '={{ $json.number }}',
				country: 'GB',
				options,
			},
			items: numbers.map((number) => ({ number })),
			node,
		});
	const sends = (): number => simulated.simulator.control.calls({ operation: 'reserveNumbers' }).length;
	const national = (number: string): string => number.replace('+44', '0');

	test('stops the node before anything is sent, whatever the numbers are written like', async () => {
		simulated.simulator.control.clearCalls();
		const number = freeNumber(simulated.simulator);
		const { error } = await reserve([number, national(number)]);
		expect(error?.message).toContain(`${number} is ordered twice in this run: by item 1 and by item 2`);
		expect(error?.context).toMatchObject({ itemIndex: 1, problem: { check: 'repeatedNumber', outcome: 'notSent' } });
		expect(sends()).toBe(0);
	});

	test('with Continue the first is ordered, the second refused', async () => {
		simulated.simulator.control.clearCalls();
		const number = freeNumber(simulated.simulator);
		const { json } = await reserve([number, number], { onError: 'continueRegularOutput' });
		expect(json.map(({ orderId, check }) => [typeof orderId, check])).toEqual([
			['string', undefined],
			['undefined', 'repeatedNumber'],
		]);
		expect(sends()).toBe(1);
	});

	test('with Local Checks off both are sent, and Colt decides', async () => {
		simulated.simulator.control.clearCalls();
		const number = freeNumber(simulated.simulator);
		await reserve([number, number], { onError: 'continueRegularOutput' }, { localChecks: false });
		expect(sends()).toBe(2);
	});

	test('the rows of a bulk are compared too, also when they are only shown', async () => {
		const number = freeNumber(simulated.simulator);
		const { error } = await simulated.engine.run({
			parameters: {
				resource: 'bulkOrder',
				operation: 'activate',
				numberRangeStart: '={{ $json.number }}',
				preActivation: true,
				preview: true,
			},
			items: [{ number }, { number }],
		});
		expect(error?.context).toMatchObject({ itemIndex: 1, problem: { check: 'repeatedNumber' } });
	});
});
