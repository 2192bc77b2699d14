import type { IDataObject } from 'n8n-workflow';

import { loadContract, readContract } from '../../contract/tools/load';
import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import { startEngine } from './harness';
import { credentialFor, freeNumber } from './startSimulated';

/** A Colt whose specification has other names than the contract. */
const speaking = (...names: Array<[ours: string, theirs: string]>) =>
	loadContract(
		'wholesaleSip',
		names.reduce(
			(text, [ours, theirs]) => text.replaceAll(new RegExp(`^( +)${ours}:`, 'gm'), `$1${theirs}:`),
			readContract('wholesaleSip'),
		),
	);

const activation = (numberRangeStart: string): IDataObject => ({
	resource: 'number',
	operation: 'activate',
	numberRangeStart,
	endCustomer: {
		mappingMode: 'defineBelow',
		value: {
			endCustomerName: 'Ejemplo SA',
			registrationNumber: 'A28015865',
			houseNumber: '1',
			streetType: 'Calle',
			streetName: 'Mayor',
			city: 'Madrid',
			province: 'Madrid',
			postalCode: '28013',
			directoryPublish: false,
		},
	},
});

describe('a refusal that names a field', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		const wholesaleSip = speaking(['customerRegistrationNumber', 'vatNumber']);
		simulator = await startSimulator({ clock: 'stepped', contracts: { wholesaleSip } });
	});
	afterAll(async () => {
		expect(simulator.control.violations()).toEqual([]);
		await simulator.close();
	});

	it('tells the field of the form and a correction; pasted, the order is taken', async () => {
		const engine = await startEngine({ coltOAuth2Api: credentialFor(simulator) });
		const start = freeNumber(simulator, 'ES');
		const refused = await engine.run({ parameters: activation(start), node: { onError: 'continueRegularOutput' } });
		const [item] = refused.json;
		expect(item).toMatchObject({ outcome: 'refused', field: 'End Customer: VAT ID (NIF, CIF)' });
		expect(item?.error).toContain('vatNumber (probably End Customer: VAT ID (NIF, CIF)) is missing');
		expect(item?.error).toContain('No order was placed');
		expect(item?.remedy).toContain('which this package sends as "customerRegistrationNumber" (an inferred name');
		expect(item).not.toHaveProperty('refusedNames');
		expect(simulator.control.numbers({ country: 'ES' }).find((one) => one.start === start)?.status).toBe('Free');

		const corrections = item?.correction as string;
		const corrected = await startEngine({ coltOAuth2Api: credentialFor(simulator, { corrections }) });
		const taken = await corrected.run({ parameters: activation(start) });
		expect(taken.error).toBeUndefined();
		expect(taken.json[0]?.orderId).toBeDefined();
	});

	it('the error in the editor says the same', async () => {
		const engine = await startEngine({ coltOAuth2Api: credentialFor(simulator) });
		const { error } = await engine.run({ parameters: activation(freeNumber(simulator, 'ES')) });
		expect(error?.message).toContain('probably End Customer: VAT ID');
		expect(error?.description).toContain('put this into Corrections (JSON) of the credential');
		expect(JSON.stringify(error)).not.toContain('refusedNames');
	});
});
