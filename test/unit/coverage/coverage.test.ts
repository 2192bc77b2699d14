import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executedCalls, templatesByOperation } from '../../../scripts/coverage/executedCalls';
import { countFields } from '../../../scripts/coverage/countFields';
import { printPage, printTable } from '../../../scripts/coverage/printPage';
import { nodeOperations, usesBesideRegistries } from '../../../scripts/coverage/registries';
import { type Row, coverageRows } from '../../../scripts/coverage/rows';
import { loadContract } from '../../../contract/tools/load';

let rows: Row[];
let folder: string;

beforeAll(async () => {
	rows = await coverageRows(new Map([['wholesaleSip.reserveNumbers', 12]]));
	folder = mkdtempSync(join(tmpdir(), 'coverage-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, content: unknown): string => {
	writeFileSync(join(folder, name), JSON.stringify(content));
	return join(folder, name);
};
const rowOf = (api: string, id: string): Row | undefined => rows.find((row) => row.api === api && row.id === id);

describe('the rows', () => {
	it('are the 20 resources, the 7 of Inbound and the token endpoint', () => {
		const count = (api: string) => rows.filter((row) => row.api === api).length;
		expect([count('wholesaleSip'), count('inbound'), count('authentication')]).toEqual([20, 7, 1]);
	});

	it('tell who uses a resource: menus, trigger, credential', () => {
		expect(rowOf('wholesaleSip', 'reserveNumbers')).toMatchObject({
			method: 'POST',
			path: '/v1/reservation/order',
			implemented: ['Number: Reserve'],
			simulated: true,
			executed: 12,
		});
		expect(rowOf('wholesaleSip', 'listOrders')?.implemented).toEqual(['Order: Get Many', 'Trigger']);
		expect(rowOf('authentication', 'requestToken')).toMatchObject({
			implemented: ['Credential'],
			simulated: true,
			executed: 0,
		});
	});

	it('name each resource of Wholesale SIP as implemented and simulated', () => {
		const open = rows.filter(
			({ api, implemented, simulated }) => api === 'wholesaleSip' && !(implemented.length > 0 && simulated),
		);
		expect(open.map(({ id }) => id)).toEqual([]);
	});
});

describe('the share of documented fields', () => {
	it('counts each entry once for an operation, by its own mark', () => {
		const [first] = countFields({
			...loadContract('authentication'),
			paths: {
				'/x/{id}': {
					post: {
						operationId: 'x',
						'x-effect': 'read',
						parameters: [{ name: 'id', in: 'path', 'x-source': 'documented', schema: { type: 'string' } }],
						requestBody: {
							content: {
								'application/json': {
									schema: {
										allOf: [{ $ref: '#/components/schemas/A' }],
										properties: { twice: { 'x-source': 'inferred', items: { $ref: '#/components/schemas/A' } } },
									},
								},
							},
						},
						responses: {
							'200': { content: { 'application/json': { schema: { items: { $ref: '#/components/schemas/A' } } } } },
							'400': { content: { 'application/json': { schema: { properties: { code: {} } } } } },
						},
					},
				},
			},
			components: {
				parameters: {},
				responses: {},
				schemas: {
					A: { properties: { a: { 'x-source': 'documented', $ref: '#/components/schemas/B' } } },
					B: { properties: { b: { 'x-source': 'inferred' } } },
				},
			},
		});
		expect(first).toEqual({ id: 'x', method: 'POST', path: '/x/{id}', fields: { documented: 2, inferred: 2 } });
	});

	it('is all for the bodies that the documents print', () => {
		expect(rowOf('wholesaleSip', 'reserveNumbers')?.fields.inferred).toBe(0);
		expect(rowOf('wholesaleSip', 'returnNumbers')?.fields.inferred).toBe(0);
	});
});

describe('what an end-to-end run called', () => {
	it('is summed by operation', () => {
		const calls = executedCalls(
			written('calls.json', [
				{ api: 'wholesaleSip', operation: 'getOrder', count: 2 },
				{ api: 'wholesaleSip', operation: 'getOrder', count: 3 },
				{ api: 'inbound', operation: 'getOrder', count: 1 },
			]),
		);
		expect([...(calls ?? [])]).toEqual([
			['wholesaleSip.getOrder', 5],
			['inbound.getOrder', 1],
		]);
	});

	it('is unknown without a record, which is said', async () => {
		expect(executedCalls(join(folder, 'absent.json'))).toBeUndefined();
		expect(printTable((await coverageRows(new Map())).map((row) => ({ ...row, executed: undefined })))).toContain(
			'no record of an end-to-end run',
		);
	});

	it.each([[{}], [[{ api: 'wholesaleSip', operation: 'getOrder' }]], [[null]]])('refuses %j', (content) => {
		expect(() => executedCalls(written('wrong.json', content))).toThrow('e2e-calls.json');
	});
});

describe('importable workflows', () => {
	it('count by what their nodes call, defaults of the menus and the trigger too', async () => {
		const nodes = [
			{ type: 'n8n-nodes-colt.coltWholesaleSip', parameters: {} },
			{ type: 'n8n-nodes-colt.coltWholesaleSip', parameters: { resource: 'porting', operation: 'portIn' } },
			{ type: 'n8n-nodes-colt.coltWholesaleSipTrigger', parameters: {} },
			{ type: 'n8n-nodes-base.set', parameters: { resource: 'number', operation: 'return' } },
		];
		const operations = await nodeOperations();
		const own = mkdtempSync(join(folder, 'workflows-'));
		writeFileSync(join(own, 'one.json'), JSON.stringify({ nodes }));
		const found = templatesByOperation(operations, usesBesideRegistries(), own);
		const first = operations.find(({ nodeType }) => nodeType === 'coltWholesaleSip');
		expect([...found.keys()].toSorted()).toEqual(
			[
				'authentication.requestToken',
				'wholesaleSip.getOrder',
				'wholesaleSip.listOrders',
				'wholesaleSip.portIn',
				first?.wire,
			].toSorted(),
		);
		expect(found.get('wholesaleSip.portIn')).toEqual(['one']);
	});
});

it('docs/coverage.md is current; `npm run coverage -- --write` writes it', () => {
	expect(readFileSync(join(__dirname, '..', '..', '..', 'docs', 'coverage.md'), 'utf8')).toBe(printPage(rows));
});

it('the page tells no count of a run', () => {
	expect(printPage(rows)).toBe(printPage(rows.map((row) => ({ ...row, executed: undefined }))));
	expect(printTable(rows)).toContain('yes (12)');
});
