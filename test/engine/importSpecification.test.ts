import type { IDataObject } from 'n8n-workflow';

import { loadContract } from '../../contract/tools/load';
import { wholesaleSip } from '../../nodes/shared/contract/wire.generated';
import { readOperations } from '../../nodes/shared/specification/operations';
import { alteredDocument } from '../unit/specification/alteredDocument';
import { namingStyleOf } from '../unit/specification/alteredNames';
import { startEngine } from './harness';
import type { Engine } from './harness';

describe('Connection: Import Specification', () => {
	let engine: Engine;
	let specification: string;
	beforeAll(async () => {
		engine = await startEngine({ coltOAuth2Api: {} });
		const names = readOperations(loadContract('wholesaleSip'));
		const { document } = alteredDocument(names, wholesaleSip.basePath, namingStyleOf(3), 'Swagger 2.0');
		specification = JSON.stringify(document);
	});
	const run = async (parameters: IDataObject, more = {}) =>
		await engine.run({
			parameters: { resource: 'connection', operation: 'importSpecification', ...parameters },
			...more,
		});

	it('reads a file and gives corrections, a report and one item for each finding', async () => {
		const data = { data: Buffer.from(specification).toString('base64'), mimeType: 'application/json' };
		const { error, json } = await run({}, { binary: { data } });
		expect(error).toBeUndefined();
		const [summary, ...findings] = json;
		expect(summary).toMatchObject({ kind: 'summary', counts: { operations: 20, missingOperations: 0 } });
		expect(JSON.parse(summary?.corrections as string)).toMatchObject({
			version: 1,
			wholesaleSip: expect.any(Object) as object,
		});
		expect(summary?.report).toContain('## reserveNumbers');
		expect(findings.length).toBeGreaterThan(100);
		expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['question', 'correction']));
	});

	it('reads a text', async () => {
		const { json } = await run({ specificationSource: 'text', specificationText: specification });
		expect(json[0]?.kind).toBe('summary');
	});

	test.each([
		['openapi: 3.0.0\npaths: { /pets: { get: { responses: {} } } }', 'specification of something else'],
		['hello', 'not an OpenAPI document'],
		['', 'Specification is empty'],
	])('%j is refused by name', async (specificationText, reason) => {
		const { error } = await run({ specificationSource: 'text', specificationText });
		expect(error?.message).toContain(reason);
	});

	it('a file that is not there is refused by name', async () => {
		expect((await run({})).error?.message).toContain('Input Binary Field');
	});
});
