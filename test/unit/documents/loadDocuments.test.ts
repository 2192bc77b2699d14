import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { FileContent } from '../../../nodes/shared/documents/content';
import { loadDocuments } from '../../../nodes/shared/documents/loadDocuments';
import type { LoadedDocument } from '../../../nodes/shared/operation/types';
import { problemFrom } from '../thrown';

type File = Partial<Pick<IBinaryData, 'fileName' | 'fileExtension' | 'mimeType'>> & { content: Buffer };

/** What n8n keeps of a file: in the item itself, or in a store under an id. */
const inMemory = ({ content, ...file }: File): IBinaryData => ({
	mimeType: 'application/octet-stream',
	...file,
	data: content.toString('base64'),
});

/** The little of n8n's context that files are read through. */
function itemWith(
	binary: Record<string, IBinaryData>,
	stored: Record<string, Buffer> = {},
	json: IDataObject = {},
): { context: IExecuteFunctions; reads: string[] } {
	const reads: string[] = [];
	const context = {
		getInputData: () => [{ json, binary }],
		helpers: {
			getBinaryMetadata: async (id: string) => await Promise.resolve({ fileSize: stored[id]?.length ?? 0 }),
			getBinaryStream: async (id: string) => {
				reads.push(id);
				const content = stored[id];
				if (content === undefined) throw new Error('no such file');
				return await Promise.resolve(Readable.from([content.subarray(0, 2), content.subarray(2)]));
			},
		},
	} as unknown as IExecuteFunctions;
	return { context, reads };
}

const pdf = (content = 'LOA'): IBinaryData => inMemory({ fileName: 'loa.pdf', content: Buffer.from(content) });
const row = (binaryField: unknown, type: unknown = 'loa') => ({ type, binaryField });
const rows = (...document: object[]) => ({ documents: { document } });
const load = async (
	binary: Record<string, IBinaryData>,
	params: Record<string, unknown>,
	limitMb = 10,
	checks = true,
) => await loadDocuments(itemWith(binary).context, 0, params, { limitMb, checks });
const contentOf = async ({ content }: LoadedDocument): Promise<string> =>
	typeof content === 'string' ? content : await content.toBase64();
const names = async (binaryField: unknown, binary: Record<string, IBinaryData>, json?: IDataObject) =>
	(
		await loadDocuments(itemWith(binary, {}, json).context, 0, rows(row(binaryField)), { limitMb: 10, checks: true })
	).map(({ fileName }) => fileName);

describe('files of an item', () => {
	it('come in the order of the rows, with type, name and content', async () => {
		const files = { data: pdf(), acm: inMemory({ fileName: 'acm.docx', content: Buffer.from([0, 255, 10]) }) };
		const documents = await load(files, rows(row(' acm ', 'regulatoryAssignment'), row('data')));
		expect(documents.map(({ type, fileName }) => [type, fileName])).toEqual([
			['regulatoryAssignment', 'acm.docx'],
			['loa', 'loa.pdf'],
		]);
		expect(await Promise.all(documents.map(contentOf))).toEqual(['AP8K', 'TE9B']);
	});

	test.each([{}, { documents: undefined }, { documents: {} }, rows()])('%j are none', async (params) =>
		expect(await load({}, params)).toEqual([]),
	);

	test.each<[unknown, string]>([
		['Letter of Authorisation (LOA)', 'loa'],
		[' INVOICE ', 'invoice'],
		[undefined, 'loa'],
	])('a type given as %j is %j', async (type, read) =>
		expect((await load({ data: pdf() }, rows({ type, binaryField: 'data' })))[0]?.type).toBe(read),
	);

	it('of the limit itself are taken', async () => {
		const exactly = (bytes: number) => inMemory({ fileName: 'a.pdf', content: Buffer.alloc(bytes, 1) });
		expect(await load({ data: exactly(1_048_576) }, rows(row('data')), 1)).toHaveLength(1);
		expect(await load({ data: exactly(104_857) }, rows(row('data')), 0.1)).toHaveLength(1);
	});
});

describe('a file is named by', () => {
	const LOA = pdf();
	const bill = inMemory({ fileName: 'bill.png', content: Buffer.from('b') });
	test.each<[string, unknown, string[]]>([
		['its binary field', 'LOA', ['loa.pdf']],
		['several binary fields', 'LOA, bill', ['loa.pdf', 'bill.png']],
		['the text of the expression', '$binary.LOA', ['loa.pdf']],
		['an expression for the file itself', LOA, ['loa.pdf']],
		['an expression for all files of an item', { LOA, bill }, ['loa.pdf', 'bill.png']],
		["n8n's $binary.LOA, which is without content", { ...bill, data: undefined }, ['bill.png']],
		['a list of files', [LOA, bill], ['loa.pdf', 'bill.png']],
		['a list of names', ['bill', 'LOA'], ['bill.png', 'loa.pdf']],
	])('%s', async (_, binaryField, expected) => expect(await names(binaryField, { LOA, bill })).toEqual(expected));

	test('a field of the JSON, where n8n keeps files there', async () =>
		expect(await names('LOA', {}, { LOA: LOA as unknown as IDataObject })).toEqual(['loa.pdf']));

	test('a binary field with a comma or a dot in its name', async () => {
		expect(await names('a, b', { 'a, b': LOA })).toEqual(['loa.pdf']);
		expect(await names('binary.LOA', { 'binary.LOA': LOA, LOA: bill })).toEqual(['loa.pdf']);
	});

	test.each<[string, unknown, RegExp]>([
		['a field the item does not have', 'other', /"other", but the item has only "LOA", "bill"/],
		['nothing', ' ', /'Input Binary Field' is empty/],
		['an expression that gives nothing', undefined, /'Input Binary Field' is empty/],
		['an empty list', [], /'Input Binary Field' is empty/],
		['an object that is no file', { name: 'LOA' }, /an object that is not one/],
		['a whole item', { json: {}, binary: { LOA } }, /an object that is not one/],
		['text around an expression', 'LOA [object Object]', /the text "LOA \[object Object\]" instead of a file/],
		['a member of every object', 'constructor', /"constructor", but/],
	])('but not by %s', async (_, binaryField, text) => {
		const problem = await problemFrom(load({ LOA, bill }, rows(row(binaryField))));
		expect(problem).toMatchObject({ kind: 'input', field: 'Documents', check: 'document', outcome: 'notSent' });
		expect(problem.message).toMatch(text);
	});

	it('says how a file gets lost on the way', async () => {
		const { message, remedy } = await problemFrom(load({}, rows(row('LOA'))));
		expect(message).toContain('the item has no files');
		expect(remedy).toContain('Extract from File and Edit Fields do not pass files on');
		expect(remedy).toContain("{{ $('On form submission').item.binary.LOA }}");
	});
});

describe('refusals name the field and the file, never the content', () => {
	const secret = (fileName: string, bytes?: number): IBinaryData =>
		inMemory({ fileName, content: bytes === undefined ? Buffer.from('SECRET') : Buffer.alloc(bytes, 'SECRET') });
	test.each<[string, IBinaryData, string, string]>([
		['an empty file', inMemory({ fileName: 'a.pdf', content: Buffer.alloc(0) }), 'empty', 'document'],
		['a program', secret('loa.pdf.exe'), 'loa.pdf.exe', 'program'],
		['a file too large', secret('a.pdf', 1_048_577), '1.0 MB', 'document'],
		['a file much too large', secret('a.pdf', 3_000_000), '2.9 MB', 'document'],
	])('%s', async (_, file, text, check) => {
		const problem = await problemFrom(load({ data: file }, rows(row('data')), 1));
		expect(problem).toMatchObject({ kind: 'input', field: 'Documents', check, outcome: 'notSent' });
		expect(problem.message).toContain(text);
		expect(JSON.stringify(problem)).not.toMatch(/SECRET|U0VDUkVU/);
	});

	it('a type that is none', async () => {
		const problem = await problemFrom(load({ data: pdf() }, rows(row('data', 'passport'))));
		expect(problem).toMatchObject({ field: 'Documents', check: 'notAChoice' });
		expect(problem.remedy).toContain('identityProof');
	});

	it('one bad file of several stops the item', async () =>
		expect((await problemFrom(load({ data: pdf() }, rows(row('data'), row('bill', 'invoice'))))).message).toContain(
			'"bill"',
		));

	it('Local Checks off lets a program through', async () =>
		expect(await load({ data: secret('setup.exe') }, rows(row('data')), 10, false)).toHaveLength(1));
});

describe('a file in a store', () => {
	const content = Buffer.from('the letter of authorisation');
	const file: IBinaryData = { mimeType: 'application/pdf', fileName: 'loa.pdf', data: 'filesystem-v2', id: 'fs:1' };

	it('is read for its hash, not kept, and read again when it is sent', async () => {
		const { context, reads } = itemWith({ data: file }, { 'fs:1': content });
		const [document] = await loadDocuments(context, 0, rows(row('data')), { limitMb: 1, checks: true });
		expect(reads).toEqual(['fs:1']);
		expect(document?.content).toBeInstanceOf(FileContent);
		expect(JSON.stringify(document)).toBe(
			JSON.stringify({
				type: 'loa',
				fileName: 'loa.pdf',
				content: `sha256:${createHash('sha256').update(content).digest('hex')}`,
			}),
		);
		expect(await contentOf(document as LoadedDocument)).toBe(content.toString('base64'));
		expect(reads).toEqual(['fs:1', 'fs:1']);
	});

	it('that is too large is not read at all', async () => {
		const { context, reads } = itemWith({ data: file }, { 'fs:1': Buffer.alloc(2_000_000, 1) });
		const problem = await problemFrom(loadDocuments(context, 0, rows(row('data')), { limitMb: 1, checks: true }));
		expect(problem.message).toContain('1.9 MB');
		expect(reads).toEqual([]);
	});

	it('that says a smaller size than it has is stopped while it is read', async () => {
		const { context } = itemWith({ data: { ...file, bytes: 10 } }, { 'fs:1': Buffer.alloc(2_000_000, 1) });
		expect(await problemFrom(loadDocuments(context, 0, rows(row('data')), { limitMb: 1, checks: true }))).toMatchObject(
			{ check: 'document' },
		);
	});

	it('that is gone when it is sent leaves nothing sent', async () => {
		const stored: Record<string, Buffer> = { 'fs:1': content };
		const { context } = itemWith({ data: file }, stored);
		const [document] = await loadDocuments(context, 0, rows(row('data')), { limitMb: 1, checks: true });
		delete stored['fs:1'];
		expect(await problemFrom(contentOf(document as LoadedDocument))).toMatchObject({
			kind: 'input',
			field: 'Documents',
			outcome: 'notSent',
		});
	});
});
