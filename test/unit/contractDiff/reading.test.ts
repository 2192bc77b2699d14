import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Json } from '../../../scripts/contract-diff/place';
import { run } from '../../../scripts/contract-diff/main';
import { type Form, copyOf, inFolder, inForm } from './copy';

/** Runs the command on files of a folder of its own. */
async function command(
	files: Record<string, string>,
	...args: string[]
): Promise<{ code: number; out: string; err: string }> {
	return inFolder(async (folder) => {
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
		const [out, err]: [string[], string[]] = [[], []];
		const code = await run(
			args.map((arg) => (arg.startsWith('@') ? join(folder, arg.slice(1)) : arg)),
			(text) => out.push(text),
			(text) => err.push(text),
		);
		return { code, out: out.join('\n'), err: err.join('\n') };
	});
}

const json = (document: unknown): string => JSON.stringify(document);
const token = copyOf('authentication');
const withRef = ($ref: string) =>
	json({ ...token, paths: { '/v1/oauth/token': { post: { responses: { 200: { $ref } } } } } });

describe('a file that cannot be compared ends with 2 and says why', () => {
	it.each([
		['neither YAML nor JSON', 'a: [1', 'neither YAML nor JSON'],
		['broken JSON', '{ "openapi": "3.0.0", ', 'neither YAML nor JSON'],
		['a text', 'Dear customer, the specification is attached.', 'holds no object'],
		['a list', '[1, 2]', 'neither "openapi" nor "swagger"'],
		['some other JSON', '{ "info": {} }', 'neither "openapi" nor "swagger"'],
		['Swagger 1.2', '{ "swagger": "1.2", "paths": {} }', 'only OpenAPI 3 and Swagger 2.0'],
		['no paths', 'openapi: 3.0.0', 'no "paths"'],
		['none of our paths', '{ "openapi": "3.0.0", "paths": { "/pets": { "get": { "responses": {} } } } }', '--contract'],
		['a $ref to nowhere', withRef('#/components/responses/Nowhere'), 'Nowhere'],
		['a $ref to a missing file', withRef('other.yaml#/Token'), 'other.yaml'],
		['a $ref to the network', withRef('https://specifications.example.com/token.yaml'), 'token.yaml'],
		[
			'a $ref to itself',
			json({ ...token, components: { responses: { A: { $ref: '#/components/responses/A' } } } }),
			'$ref',
		],
	])('%s', async (_, text, reason) => {
		const { code, out, err } = await command({ 'vendor.yaml': text }, '@vendor.yaml');
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(/vendor\.yaml cannot be compared: /);
		expect(err).toContain(reason);
	});

	it('a missing file', async () => {
		expect(await command({}, '@absent.yaml')).toMatchObject({
			code: 2,
			err: expect.stringContaining('ENOENT') as string,
		});
	});

	it.each([[[]], [['a.yaml', 'b.yaml']], [['a.yaml', '--contract', 'pets']], [['a.yaml', '--unknown']]])(
		'arguments %j',
		async (args) => {
			expect(await command({}, ...args)).toMatchObject({ code: 2, err: expect.stringContaining('Usage') as string });
		},
	);
});

describe('the command', () => {
	const other = {
		...token,
		paths: { '/v1/oauth/token': { post: { ...token.paths['/v1/oauth/token']?.post, parameters: [] } } },
	};

	it('ends with 0 when nothing differs', async () => {
		const { code, out } = await command({ 'vendor.json': json(token) }, '@vendor.json');
		expect(code).toBe(0);
		expect(out).toMatch(
			/^vendor\.json \(OpenAPI 3\.1\.0\) against contract\/authentication\.openapi\.yaml \(authentication\): 1 of our 1 operations are in it\n\nNo differences\.$/,
		);
	});

	it('ends with 1 and prints both sides with the line of ours when something differs', async () => {
		const { code, out } = await command({ 'vendor.json': json(other) }, '@vendor.json');
		expect(code).toBe(1);
		expect(out).toMatch(
			/We have from the documents, they lack \(1\)\n\s+1\. header parameter x-tracking-id \[documented, portal\]\n\s+ours\s+mandatory string\n\s+theirs\s+absent\n\s+change\s+contract\/authentication\.openapi\.yaml:\d+\n\s+in\s+POST \/v1\/oauth\/token, header parameter x-tracking-id\n/,
		);
	});

	it('prints JSON when asked', async () => {
		const { code, out } = await command({ 'vendor.json': json(other) }, '@vendor.json', '--json');
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({
			api: 'authentication',
			differences: [{ kind: 'oursOnly', name: 'x-tracking-id' }],
		});
	});

	it.each(['inbound', 'inbound.openapi.yaml', 'Inbound'])('takes the contract named %s', async (name) => {
		const { code, out } = await command({ 'vendor.json': json(token) }, '@vendor.json', '--contract', name);
		expect(code).toBe(1);
		expect(out).toContain('0 of our 7 operations');
	});

	it.each<[string, Form]>([
		['definitions', 'Swagger 2.0'],
		['components', 'OpenAPI 3.0'],
		['components', 'OpenAPI 3.1'],
	])('follows every $ref into another file, where it calls them %s (%s)', async (section, form) => {
		const written = JSON.stringify(inForm(copyOf('wholesaleSip'), form)).replaceAll(
			'#/components/schemas/',
			'#/definitions/',
		);
		const { definitions, components, ...rest } = JSON.parse(written) as { definitions?: Json; components?: Json };
		const schemas = definitions ?? components?.['schemas'];
		const main = section === 'definitions' ? rest : { ...rest, components: { ...components, schemas: {} } };
		const files = {
			'vendor.yaml': stringify(JSON.parse(JSON.stringify(main).replaceAll('#/definitions/', 'shared.json#/'))),
			'shared.json': JSON.stringify(schemas).replaceAll('#/definitions/', '#/'),
		};
		expect(await command(files, '@vendor.yaml')).toMatchObject({
			code: 0,
			out: expect.stringContaining('No differences') as string,
		});
	});

	it('reads a file with a byte order mark, tabs or an unquoted version', async () => {
		expect(
			await command({ 'vendor.json': `\uFEFF${JSON.stringify(token, null, '\t')}` }, '@vendor.json'),
		).toMatchObject({ code: 0 });
		const swagger = stringify(inForm(token, 'Swagger 2.0')).replace('"2.0"', '2.0');
		expect(swagger).toMatch(/^swagger: 2\.0$/m);
		expect(await command({ 'vendor.yaml': swagger }, '@vendor.yaml')).toMatchObject({ code: 0 });
	});
});
