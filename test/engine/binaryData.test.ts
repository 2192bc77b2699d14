import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

import { BRITISH } from '../e2e/suites/lives/parts';
import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

/** n8n's container of services, of which n8n-core has the one that counts. */
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
	Container: { get<T>(type: new (...args: never[]) => T): T };
};
const LETTER = Buffer.from('this is the letter of authorisation');

/**
 * n8n 3 has no binary data in memory. In a file system the item has no content but an id; in a database it has one too,
 * which the tests of queue mode show.
 */
describe('a document that n8n keeps in the file system', () => {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-colt-binary-'));
	let simulated: Simulated;
	let loa: IBinaryData;
	beforeAll(async () => {
		Object.assign(Container.get(BinaryDataConfig), { mode: 'filesystem', localStoragePath: folder });
		const service = Container.get(BinaryDataService);
		await service.init();
		const location = { type: 'execution', workflowId: 'workflow', executionId: '1' } as const;
		const file = { data: '', fileName: 'loa.pdf', mimeType: 'application/pdf' };
		loa = await service.store(location, LETTER, file);
		simulated = await startSimulated();
	});
	afterAll(async () => {
		await simulated.simulator.close();
		rmSync(folder, { recursive: true, force: true });
	});

	test('is in the item by its id alone', () => {
		expect(loa.id).toMatch(/^filesystem-v2:/);
		expect(loa.data).not.toContain(LETTER.toString('base64'));
	});

	test.each(['loa', '={{ $binary.loa }}'])('is sent whole, given as %s', async (binaryField) => {
		const { simulator, engine } = simulated;
		simulator.control.clearCalls();
		const { error, json } = await engine.run({
			parameters: {
				resource: 'porting',
				operation: 'portIn',
				numberRangeStart: binaryField === 'loa' ? '+442079460001' : '+442079460002',
				endCustomer: BRITISH,
				documents: { document: [{ type: 'loa', binaryField }] },
			},
			binary: { loa },
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ orderId: expect.any(String) as string }]);
		const [call] = simulator.control.calls({ operation: 'portIn' });
		expect(JSON.stringify(call?.body)).toContain(LETTER.toString('base64'));
	});
});
