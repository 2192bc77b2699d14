import { type ApiName, readContract } from '../../../contract/tools/load';
import type { Json } from '../../../scripts/contract-diff/place';
import { type Copy, type Operation, type Parameter, type Schema, copyOf, diff, inForm } from './copy';

/** Differences of a copy that `change` has altered, in short. */
async function told(api: ApiName, change: (copy: Copy) => Json | void): Promise<unknown[]> {
	const copy = copyOf(api);
	const { differences, notes } = await diff(change(copy) ?? copy);
	return [
		...differences.map(({ kind, aspect, name, ours, theirs, places }) => ({
			kind,
			aspect,
			name,
			ours,
			theirs,
			places: places.length,
		})),
		...notes,
	];
}

const schemasOf = (copy: Copy): Record<string, Schema> => copy.components.schemas;
const fieldsOf = (copy: Copy, schema: string): Record<string, Schema> => schemasOf(copy)[schema]?.properties ?? {};

function rename(fields: Record<string, unknown>, from: string, to: string): void {
	fields[to] = fields[from];
	delete fields[from];
}

describe('another server or base path', () => {
	const moved = (paths: (path: string) => string, url: string) => (copy: Copy) => {
		copy.paths = Object.fromEntries(Object.entries(copy.paths).map(([path, item]) => [paths(path), item]));
		copy.servers = [{ url }];
	};
	it.each([
		['the whole path in paths', (path: string) => `/numberManagement${path}`, 'https://gateway.example.com', 0],
		[
			'the version in the server',
			(path: string) => path.replace('/v1', ''),
			'https://gateway.example.com/numberManagement/v1',
			0,
		],
		['another base path', (path: string) => path, '/voice/{stage}', 1],
		['no version at all', (path: string) => path.replace('/v1', ''), 'https://gateway.example.com', 1],
	])('%s', async (_, paths, url, notes) => {
		const found = await told('wholesaleSip', moved(paths, url));
		expect(found).toEqual(Array.from({ length: notes }, () => expect.stringContaining('/numberManagement') as string));
	});

	it("is a difference on the vendor's own host", async () => {
		const found = await told(
			'inbound',
			moved((path) => path, 'https://apis.colt.net/numberManagement/inbound/v2'),
		);
		expect(found).toMatchObject([
			{ aspect: 'base path', ours: '/numberManagement/inbound/v1', theirs: '/numberManagement/inbound/v2' },
		]);
	});

	it('another version in every path is a difference of each', async () => {
		const found = await told(
			'wholesaleSip',
			moved((path) => path.replace('/v1', '/v2'), 'https://gateway.example.com/numberManagement'),
		);
		expect(found).toHaveLength(20);
		expect(found).toEqual(found.map(() => expect.objectContaining({ aspect: 'path' }) as object));
	});
});

describe('the same thing under another name is one difference', () => {
	it.each([
		['Contact', 'contactEmail', 'emailAddress'],
		['EndCustomer', 'customerRegistrationNumber', 'customerRegNumber'],
		['EndCustomer', 'address', 'serviceAddress'],
		['EndCustomer', 'contact', 'responsible'],
		['OrderState', 'orderStatus', 'status'],
		['OrderReference', 'orderId', 'orderID'],
		['PortSlot', 'portDate', 'porting_date'],
	])('%s: %s as %s', async (schema, from, to) => {
		const found = await told('wholesaleSip', (copy) => rename(fieldsOf(copy, schema), from, to));
		expect(found).toMatchObject([{ kind: 'differs', aspect: 'name', name: from, ours: from, theirs: to }]);
	});

	it('not of another type, nor without likeness', async () => {
		const kinds = async (to: string, field?: Schema) =>
			(await told('wholesaleSip', (copy) => {
				const fields = fieldsOf(copy, 'PortSlot');
				fields[to] = field ?? (fields['portWindow'] as Schema);
				delete fields['portWindow'];
			})) as Array<{ kind: string }>;
		expect((await kinds('portWindows', { type: 'integer' })).map(({ kind }) => kind)).toEqual([
			'theirsOnly',
			'oursOnly',
		]);
		expect((await kinds('timeOfDay')).map(({ kind }) => kind)).toEqual(['theirsOnly', 'oursOnly']);
	});

	it('and what is below it is compared all the same', async () => {
		const found = await told('wholesaleSip', (copy) => {
			rename(fieldsOf(copy, 'EndCustomer'), 'contact', 'contactPerson');
			rename(fieldsOf(copy, 'PortingDetails'), 'portingContact', 'portContact');
			delete fieldsOf(copy, 'Contact')['contactNumber'];
		});
		expect(found).toMatchObject([
			{ aspect: 'name', name: 'contact' },
			{ aspect: 'name', name: 'portingContact' },
			{ kind: 'oursOnly', name: 'contactNumber' },
		]);
	});

	it('of a path parameter, a header and a query parameter', async () => {
		const found = await told('wholesaleSip', (copy) => {
			rename(copy.paths, '/v1/order/{orderId}', '/v1/order/{id}');
			Object.assign(copy.components.parameters['OrderId'] as Parameter, { name: 'id' });
			Object.assign(copy.components.parameters['TrackingId'] as Parameter, { name: 'X-Colt-Tracking-Id' });
			Object.assign(copy.components.parameters['Limit'] as Parameter, { name: 'pageLimit' });
		});
		expect(found).toMatchObject([
			{ aspect: 'name', name: 'x-tracking-id', theirs: 'X-Colt-Tracking-Id', places: 20 },
			{ aspect: 'name', name: 'orderId', theirs: 'id', places: 1 },
			{ aspect: 'name', name: 'limit', theirs: 'pageLimit' },
		]);
	});
});

describe('what OpenAPI can say in several ways is no difference', () => {
	it.each<[string, (copy: Copy) => void]>([
		[
			'header names in other case',
			(copy) => Object.assign(copy.components.parameters['TrackingId'] as Parameter, { name: 'X-Tracking-ID' }),
		],
		[
			'parameters at the path',
			(copy) => {
				for (const item of Object.values(copy.paths)) {
					const operation = (item.get ?? item.post) as Operation;
					Object.assign(item, { parameters: operation.parameters });
					delete operation.parameters;
				}
			},
		],
		[
			'headers that OpenAPI leaves out',
			(copy) => {
				const { get } = copy.paths['/v1/order'] ?? {};
				get?.parameters?.push(
					...['Authorization', 'Accept', 'Content-Type'].map((name) => ({
						name,
						in: 'header',
						schema: { type: 'string' },
					})),
				);
			},
		],
		['values in another order', (copy) => fieldsOf(copy, 'Reseller')['country']?.enum?.reverse()],
		['a limit of 0', (copy) => Object.assign(fieldsOf(copy, 'Reseller')['serviceProfile'] as Schema, { minLength: 0 })],
		[
			'the width of a number',
			(copy) => Object.assign(fieldsOf(copy, 'NumberTraits')['rangeSize'] as Schema, { format: 'int32' }),
		],
		[
			'fields written out instead of allOf',
			(copy) => {
				const schemas = schemasOf(copy);
				schemas['EndCustomer'] = {
					type: 'object',
					properties: { ...fieldsOf(copy, 'CustomerLabel'), ...fieldsOf(copy, 'EndCustomer') },
				};
			},
		],
		[
			'a media type with a parameter',
			(copy) => {
				const media = (copy.paths['/v1/order']?.get?.responses['200'] as { content: Json }).content;
				rename(media, 'application/json', 'application/json;charset=UTF-8');
			},
		],
		[
			'a schema that contains itself',
			(copy) =>
				Object.assign(schemasOf(copy)['OrderSummary'] as Schema, {
					allOf: [...(schemasOf(copy)['OrderSummary']?.allOf ?? []), { $ref: '#/components/schemas/OrderSummary' }],
				}),
		],
	])('%s', async (_, change) => {
		expect(await told('wholesaleSip', (copy) => void change(copy))).toEqual([]);
	});
});

describe('one difference or several', () => {
	const listed = ['/v1/order', '/v1/CLIOrderHistory', '/v1/freeNumber', '/v1/Number'];
	const withoutOffset = (paths: string[]) => (copy: Copy) => {
		for (const path of paths) {
			const operation = copy.paths[path]?.get as Operation;
			operation.parameters = operation.parameters?.filter(
				(entry) => !('$ref' in entry) || !String(entry.$ref).endsWith('/Offset'),
			);
		}
	};
	const lineOf = (number: number): string => readContract('wholesaleSip').split('\n')[number - 1]?.trim() ?? '';

	it('a parameter that they lack everywhere is one, at its definition', async () => {
		const copy = copyOf('wholesaleSip');
		withoutOffset(listed)(copy);
		const { differences } = await diff(copy);
		expect(differences).toMatchObject([
			{ name: 'offset', kind: 'oursOnly', source: { kind: 'inferred', from: 'TMF630 paging' } },
		]);
		expect(lineOf(differences[0]?.line ?? 0)).toBe('Offset:');
	});

	it('a parameter that they lack at some operations is one for each, where the operation lists it', async () => {
		const copy = copyOf('wholesaleSip');
		withoutOffset(listed.slice(0, 2))(copy);
		const { differences } = await diff(copy);
		expect(differences.map(({ line }) => lineOf(line))).toEqual([
			"- $ref: '#/components/parameters/Offset'",
			"- $ref: '#/components/parameters/Offset'",
		]);
	});

	it('a parameter that they have at every operation is one', async () => {
		const found = await told('wholesaleSip', (copy) => {
			for (const item of Object.values(copy.paths))
				(item.get ?? item.post)?.parameters?.push({
					name: 'x-customer',
					in: 'header',
					required: true,
					schema: { type: 'string' },
				});
		});
		expect(found).toMatchObject([
			{ kind: 'theirsOnly', aspect: 'header parameter', name: 'x-customer', theirs: 'mandatory string', places: 20 },
		]);
	});

	it('a list in a wrapper is one, and its items are compared', async () => {
		const found = await told('wholesaleSip', (copy) => {
			const success = copy.paths['/v1/order']?.get?.responses['200'] as { content: Record<string, { schema: Schema }> };
			const media = success.content['application/json'] as { schema: Schema };
			media.schema = { type: 'object', properties: { orders: media.schema, total: { type: 'integer' } } };
			rename(fieldsOf(copy, 'Timestamps'), 'creationDate', 'creationDateTime');
		});
		expect(found).toMatchObject([
			{ aspect: 'name', name: 'creationDate' },
			{ aspect: 'type', ours: 'array', theirs: 'object with the list in orders' },
		]);
	});

	it('null, alternatives, media type and the body itself', async () => {
		const found = await told('wholesaleSip', (copy) => {
			Object.assign(fieldsOf(copy, 'PortSlot')['portWindow'] as Schema, { type: ['string', 'null'] });
			Object.assign(schemasOf(copy)['ReservationBody'] as Schema, {
				anyOf: undefined,
				oneOf: [{ required: ['lockId'] }],
			});
			const body = copy.paths['/v1/return/order']?.post?.['requestBody'] as {
				content: Record<string, unknown>;
				required?: boolean;
			};
			rename(body.content, 'application/json', 'application/xml');
			delete body.required;
			delete copy.paths['/v1/lockFreeNumbers']?.post?.['requestBody'];
		});
		expect(found).toMatchObject([
			{ aspect: 'alternatives', ours: 'lockId, or numberRangeList', theirs: 'lockId' },
			{ aspect: 'required', name: 'request body', ours: 'mandatory', theirs: 'optional' },
			{ aspect: 'media type', ours: 'application/json', theirs: 'application/xml' },
			{ aspect: 'type', name: 'portWindow', ours: 'string', theirs: 'string or null' },
			{ kind: 'oursOnly', aspect: 'request body' },
		]);
	});
});

describe('which contract', () => {
	it('a document with several APIs is held against the best, and says so of the others', async () => {
		const [sip, inbound] = [copyOf('wholesaleSip'), copyOf('inbound')];
		const prefixed = Object.entries(inbound.paths).map(([path, item]) => [`/inbound/v1${path}`, item] as const);
		const schemas = Object.fromEntries(
			Object.entries(inbound.components.schemas).map(([name, schema]) => [`In${name}`, schema]),
		);
		const written = JSON.stringify({ paths: Object.fromEntries(prefixed), schemas }).replaceAll(
			'#/components/schemas/',
			'#/components/schemas/In',
		);
		const { paths, schemas: renamed } = JSON.parse(written) as {
			paths: Copy['paths'];
			schemas: Copy['components']['schemas'];
		};
		const components = {
			schemas: { ...sip.components.schemas, ...renamed },
			parameters: { ...inbound.components.parameters, ...sip.components.parameters },
			responses: sip.components.responses,
		};
		const { api, differences, notes } = await diff({ ...sip, paths: { ...sip.paths, ...paths }, components });
		expect({ api, differences }).toEqual({ api: 'wholesaleSip', differences: [] });
		expect(notes).toEqual([expect.stringMatching(/^6 of its operations are in contract\/inbound/)]);
	});

	it('the callback may be a webhook, a callback or a path, and OpenAPI 3.0 may leave it out', async () => {
		const { webhooks, ...rest } = copyOf('inbound');
		expect(
			await told('inbound', () => ({ ...rest, paths: { ...rest.paths, '/notify/callBack': webhooks?.['callBack'] } })),
		).toEqual([]);
		expect(await told('inbound', () => ({ ...rest }))).toMatchObject([{ kind: 'oursOnly', name: 'POST callBack' }]);
		expect(await told('inbound', () => ({ ...inForm({ ...rest }, 'OpenAPI 3.0') }))).toEqual([
			expect.stringContaining('callBack'),
		]);
	});
});
