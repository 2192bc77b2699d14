import { loadContract } from '../../../contract/tools/load';
import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { compileCorrections } from '../../../nodes/shared/corrections/compile';
import type { Json } from '../../../nodes/shared/corrections/tree';
import { analyseSpecification } from '../../../nodes/shared/specification/analyse';
import { proposeCorrections } from '../../../nodes/shared/specification/propose';

const contract = loadContract('wholesaleSip') as unknown as Json;

/** A specification of one operation, in OpenAPI 3. */
const one = (path: string, method: string, operation: Json, components: Json = {}): Json => ({
	openapi: '3.0.3',
	servers: [{ url: 'https://api.example.com/numberManagement' }],
	paths: { [path]: { [method]: { responses: {}, ...operation } } },
	components,
});

const propose = async (specification: Json) =>
	proposeCorrections(await analyseSpecification(contract, specification, wholesaleSip.basePath));
const query = (...parameters: Json[]): Json => ({
	parameters: parameters.map((parameter) => ({ in: 'query', schema: { type: 'string' }, ...parameter })),
});
const answer = (schema: Json): Json => ({ responses: { '200': { content: { 'application/json': { schema } } } } });
const text = { type: 'string' };

describe('what stands at its place keeps it', () => {
	it('a name that fits is not taken by another of like words', async () => {
		const { corrections } = await propose(
			one('/v1/order', 'get', query({ name: 'country' }, { name: 'customerReference' }, { name: 'orderStatus' })),
		);
		const { request = {} } = corrections['listOrders'] ?? {};
		expect(request).not.toHaveProperty(['query.country']);
		expect(request).not.toHaveProperty(['query.status']);
		expect(Object.values(request)).not.toContain('query.country');
	});

	it('our own contract needs no correction, in a copy of its own', async () => {
		const { corrections, questions } = await propose(structuredClone(contract));
		expect(corrections).toEqual({});
		expect(questions).toEqual([]);
	});
});

describe('structures', () => {
	it('one pair of dates and a parameter that says which', async () => {
		const kind = { name: 'dateType', schema: { type: 'string', enum: ['CREATED', 'MODIFIED'] } };
		const { corrections } = await propose(
			one('/v1/order', 'get', query({ name: 'fromDate' }, { name: 'toDate' }, kind, { name: 'country' })),
		);
		expect(corrections['listOrders']?.request).toMatchObject({
			'query.createdFrom': { to: 'query.fromDate', with: { 'query.dateType': 'CREATED' } },
			'query.changedTo': { to: 'query.toDate', with: { 'query.dateType': 'MODIFIED' } },
		});
		expect(() => compileCorrections(wholesaleSip, corrections)).not.toThrow();
	});

	it('sorting by a name and a direction', async () => {
		const operation = {
			...query(
				{ name: 'sortBy', schema: { type: 'string', enum: ['createdOn', 'modifiedOn'] } },
				{ name: 'sortOrder', schema: { type: 'string', enum: ['ASC', 'DESC'] } },
			),
			...answer({
				type: 'array',
				items: {
					type: 'object',
					properties: {
						id: text,
						createdOn: { type: 'string', format: 'date-time' },
						modifiedOn: { type: 'string', format: 'date-time' },
					},
				},
			}),
		};
		expect((await propose(one('/v1/order', 'get', operation))).corrections['listOrders']?.request).toMatchObject({
			'query.sort': {
				to: 'query.sortBy',
				values: { '-creationDate': 'createdOn', creationDate: null },
				with: { 'query.sortOrder': 'DESC' },
			},
		});
	});

	it('pages by number, at most 50 records', async () => {
		const size = { name: 'pageSize', schema: { type: 'integer', maximum: 50 } };
		const page = { name: 'page', schema: { type: 'integer', minimum: 0 } };
		const { corrections } = await propose(one('/v1/order', 'get', query(page, size)));
		expect(corrections['listOrders']?.paging).toEqual({ style: 'page', first: 0, largest: 50 });
	});

	it('a switch as two words', async () => {
		const range = {
			type: 'object',
			properties: {
				numberRangeStart: text,
				numberRangeEnd: text,
				portability: { type: 'string', enum: ['PORTABLE', 'NOT_PORTABLE'] },
			},
		};
		const { corrections } = await propose(one('/v1/checkPortability', 'post', answer({ type: 'array', items: range })));
		expect(corrections['checkPortability']?.answer).toMatchObject({
			'body[].portable': { to: 'body[].portability', values: { true: 'PORTABLE', false: 'NOT_PORTABLE' } },
		});
	});
});

describe('what cannot be compared does no harm', () => {
	test.each<[string, Json]>([
		['a reference to itself', { $ref: '#/components/schemas/Self' }],
		['a reference to another document', { $ref: 'https://other.example/schema.json' }],
		['a reference that leads nowhere', { $ref: '#/components/schemas/None' }],
		['a tree that contains itself', { $ref: '#/components/schemas/Tree' }],
	])('%s', async (_, schema) => {
		const components = {
			schemas: {
				Self: { $ref: '#/components/schemas/Self' },
				Tree: { type: 'object', properties: { id: text, children: { items: { $ref: '#/components/schemas/Tree' } } } },
			},
		};
		await expect(propose(one('/v1/order', 'get', answer(schema), components))).resolves.toBeDefined();
	});

	it('a specification of something else: no operation of ours is found in it', async () => {
		const pets = one('/pets', 'get', answer({ type: 'array', items: { type: 'object', properties: { tag: text } } }));
		const { operations, extra } = await analyseSpecification(contract, pets, wholesaleSip.basePath);
		expect(operations.every(({ theirs }) => theirs === undefined)).toBe(true);
		expect(extra).toHaveLength(1);
		expect(await propose(pets)).toEqual({ corrections: {}, questions: [] });
	});

	it('a mandatory parameter that the contract lacks is asked about', async () => {
		const { questions } = await propose(
			one('/v1/order', 'get', query({ name: 'country' }, { name: 'tenantId', required: true })),
		);
		expect(questions).toContainEqual(expect.objectContaining({ operations: ['listOrders'], name: 'query.tenantId' }));
	});
});
