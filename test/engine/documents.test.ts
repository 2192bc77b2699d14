import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { startEngine } from './harness';
import type { Engine } from './harness';

const file = (text: string, more: Partial<IBinaryData> = {}): IBinaryData => ({
	data: Buffer.from(text).toString('base64'),
	mimeType: 'application/pdf',
	...more,
});
const LOA = file('the letter', { fileName: 'LOA' });
const ACM = file('the assignment', { fileName: 'acm.pdf' });
const DUTCH = {
	mappingMode: 'defineBelow',
	value: { endCustomerName: 'Acme', city: 'Amsterdam', directoryPublish: false },
};

interface SentBody {
	documents?: Array<{ type: string; fileName: string; fileContent: string }>;
	attachmentList?: Array<Record<string, string>>;
	regulatoryAssignmentFileName?: string;
	regulatoryAssignmentFileContent?: string;
}

/** Takes every order, and keeps what came. */
describe('documents on their way', () => {
	let server: Server;
	let engine: Engine;
	const bodies: SentBody[] = [];
	beforeAll(async () => {
		server = createServer((request, response) => {
			const pieces: Buffer[] = [];
			request.on('data', (piece: Buffer) => pieces.push(piece));
			request.on('end', () => {
				const isToken = request.url?.includes('oauth/token') === true;
				if (!isToken) bodies.push(JSON.parse(Buffer.concat(pieces).toString()) as SentBody);
				response.writeHead(isToken ? 200 : 202, { 'content-type': 'application/json' });
				response.end(JSON.stringify(isToken ? { access_token: 't', expires_in: 1800 } : { order: { id: 'O-1' } }));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		engine = await startEngine({
			coltOAuth2Api: {
				environment: 'custom',
				baseUrl,
				clientId: 'id',
				clientSecret: 'secret',
				serviceProfile: '',
				accessToken: '',
			},
		});
	});
	afterAll(async () => await new Promise((resolve) => server.close(resolve)));
	beforeEach(() => bodies.splice(0));

	const portIn = async (document: IDataObject[], more: IDataObject = {}) =>
		await engine.run({
			parameters: {
				resource: 'porting',
				operation: 'portIn',
				numberRangeStart: '+442081324758',
				documents: { document },
				...more,
			},
			binary: { LOA, ACM },
		});

	test.each<[string, string]>([
		['a name', 'LOA'],
		["n8n's documented expression for a file of an earlier node", "={{ $('Items').item.binary.LOA }}"],
		['a file of the item by expression', '={{ $binary.LOA }}'],
		['a list of files by expression', '={{ [$binary.LOA] }}'],
	])('the file given as %s is sent, its name completed', async (_, binaryField) => {
		const { error, json } = await portIn([{ type: 'loa', binaryField }]);
		expect(error).toBeUndefined();
		expect(json[0]?.orderId).toBe('O-1');
		const text = JSON.stringify(bodies[0]);
		expect(text).toContain('LOA.pdf');
		expect(text).toContain(LOA.data);
		expect(JSON.stringify(json)).not.toContain(LOA.data);
	});

	test('all files of the item by one expression', async () => {
		await portIn([{ type: 'other', binaryField: '={{ $binary }}' }]);
		const text = JSON.stringify(bodies[0]);
		for (const { data } of [LOA, ACM]) expect(text).toContain(data);
	});

	test('a Dutch 088 number is activated with the ACM document alone (document 000)', async () => {
		const { error } = await portIn([{ type: 'regulatoryAssignment', binaryField: 'ACM' }], {
			numberRangeStart: '+31881234567',
			endCustomer: DUTCH,
		});
		expect(error).toBeUndefined();
		expect(bodies[0]).toMatchObject({
			regulatoryAssignmentFileName: 'acm.pdf',
			regulatoryAssignmentFileContent: ACM.data,
		});
	});

	test('a file the item does not have: nothing is sent, and how it got lost', async () => {
		const { error } = await portIn([{ type: 'loa', binaryField: 'Invoice' }]);
		expect(error?.message).toBe(
			'Documents name the file "Invoice", but the item has only "LOA", "ACM". Nothing was sent.',
		);
		expect(error?.description).toContain('Extract from File');
		expect(bodies).toEqual([]);
	});
});
