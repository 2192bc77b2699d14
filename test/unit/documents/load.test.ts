import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { documentList, hasDocument, portInDocuments } from '../../../nodes/shared/documents/body';
import { DOCUMENT_TYPES } from '../../../nodes/shared/documents/field';
import { loadDocuments } from '../../../nodes/shared/documents/load';
import { problemFrom } from '../thrown';

interface File {
	fileName?: string;
	fileExtension?: string;
	content: Buffer;
}

/** The little of n8n's context that files are read through. */
function itemWith(files: Record<string, File>): IExecuteFunctions {
	const binary = Object.fromEntries(
		Object.entries(files).map(([name, { fileName, fileExtension }]): [string, IBinaryData] => [
			name,
			{
				data: '',
				mimeType: 'x/y',
				...(fileName !== undefined && { fileName }),
				...(fileExtension !== undefined && { fileExtension }),
			},
		]),
	);
	return {
		getInputData: () => [{ json: {}, binary }],
		helpers: {
			getBinaryDataBuffer: async (_: number, name: string) =>
				await Promise.resolve(files[name]?.content ?? Buffer.alloc(0)),
		},
	} as unknown as IExecuteFunctions;
}

const pdf = (content = 'LOA'): File => ({ fileName: 'loa.pdf', content: Buffer.from(content) });
const rows = (...document: object[]) => ({ documents: { document } });
const load = async (files: Record<string, File>, params: Record<string, unknown>, limitMb = 10) =>
	await loadDocuments(itemWith(files), 0, params, limitMb);

describe('files of an item', () => {
	it('are read in the order of the rows, as base64', async () => {
		const files = { data: pdf(), acm: { fileName: 'acm.docx', content: Buffer.from([0, 255, 10]) } };
		expect(
			await load(
				files,
				rows({ type: 'regulatoryAssignment', binaryField: ' acm ' }, { type: 'loa', binaryField: 'data' }),
			),
		).toEqual([
			{ type: 'regulatoryAssignment', fileName: 'acm.docx', content: 'AP8K' },
			{ type: 'loa', fileName: 'loa.pdf', content: 'TE9B' },
		]);
	});

	test.each([{}, { documents: undefined }, { documents: {} }, rows()])('%j are none', async (params) =>
		expect(await load({}, params)).toEqual([]),
	);

	test.each<[string, File, string]>([
		['its name', { fileName: 'LOA.PDF', content: Buffer.from('x') }, 'LOA.PDF'],
		['its extension', { fileExtension: 'png', content: Buffer.from('x') }, 'data.png'],
	])('are named by %s', async (_, file, fileName) =>
		expect((await load({ data: file }, rows({ type: 'loa', binaryField: 'data' })))[0]?.fileName).toBe(fileName),
	);

	it('of the limit itself are taken', async () => {
		const content = Buffer.alloc(1_048_576, 1);
		expect(
			await load({ data: { fileName: 'a.pdf', content } }, rows({ type: 'loa', binaryField: 'data' }), 1),
		).toHaveLength(1);
		expect(
			await load(
				{ data: { fileName: 'a.pdf', content: content.subarray(0, 104_857) } },
				rows({ type: 'loa', binaryField: 'data' }),
				0.1,
			),
		).toHaveLength(1);
	});
});

describe('refusals name the field and the file, never the content', () => {
	test.each<[string, Record<string, File>, object, string]>([
		['no such field', { data: pdf() }, { type: 'loa', binaryField: 'other' }, '"other"'],
		['an empty field name', { data: pdf() }, { type: 'loa', binaryField: ' ' }, '""'],
		['no field name', { data: pdf() }, { type: 'loa' }, '""'],
		[
			'an empty file',
			{ data: { fileName: 'a.pdf', content: Buffer.alloc(0) } },
			{ type: 'loa', binaryField: 'data' },
			'empty',
		],
		[
			'a program',
			{ data: { fileName: 'loa.pdf.exe', content: Buffer.from('SECRET') } },
			{ type: 'loa', binaryField: 'data' },
			'loa.pdf.exe',
		],
		[
			'a name without extension',
			{ data: { content: Buffer.from('SECRET') } },
			{ type: 'loa', binaryField: 'data' },
			'"data"',
		],
		[
			'a web page',
			{ data: { fileName: 'x.html', content: Buffer.from('SECRET') } },
			{ type: 'loa', binaryField: 'data' },
			'x.html',
		],
		[
			'a file too large',
			{ data: { fileName: 'a.pdf', content: Buffer.alloc(1_048_577, 'SECRET') } },
			{ type: 'loa', binaryField: 'data' },
			'1.0 MB',
		],
	])('%s', async (_, files, row, text) => {
		const problem = await problemFrom(load(files, rows(row), 1));
		expect(problem).toMatchObject({ kind: 'input', field: 'Documents', outcome: 'notSent' });
		expect(problem.message).toContain(text);
		expect(JSON.stringify(problem)).not.toMatch(/SECRET|U0VDUkVU/);
	});

	it('one bad file of several stops the item', async () => {
		expect(
			(
				await problemFrom(
					load({ data: pdf() }, rows({ type: 'loa', binaryField: 'data' }, { type: 'invoice', binaryField: 'bill' })),
				)
			).message,
		).toContain('"bill"');
	});
});

describe('in the body', () => {
	const document = (type: string, name = type) => ({ type, fileName: `${name}.pdf`, content: 'QQ==' });
	const sent = (type: string, name = type) => ({ type, fileName: `${name}.pdf`, fileContent: 'QQ==' });

	it('are a list, or nothing', () => {
		expect(documentList([])).toBeUndefined();
		expect(documentList([document('loa'), document('other')])).toEqual([sent('loa'), sent('other')]);
	});

	it('of a port-in: the first ACM document has fields of its own, document 000', () => {
		expect(
			portInDocuments([document('loa'), document('regulatoryAssignment', 'a'), document('regulatoryAssignment', 'b')]),
		).toEqual({
			documents: [sent('loa'), sent('regulatoryAssignment', 'b')],
			regulatoryAssignmentFileName: 'a.pdf',
			regulatoryAssignmentFileContent: 'QQ==',
		});
		expect(portInDocuments([document('regulatoryAssignment', 'a')])).toEqual({
			documents: undefined,
			regulatoryAssignmentFileName: 'a.pdf',
			regulatoryAssignmentFileContent: 'QQ==',
		});
		expect(portInDocuments([])).toEqual({
			documents: undefined,
			regulatoryAssignmentFileName: undefined,
			regulatoryAssignmentFileContent: undefined,
		});
	});

	it('are found by type', () => {
		expect([
			hasDocument([document('loa')], 'loa'),
			hasDocument([document('loa')], 'invoice'),
			hasDocument([], 'loa'),
		]).toEqual([true, false, false]);
		expect(DOCUMENT_TYPES.map(({ value }) => value).toSorted()).toEqual([
			'identityProof',
			'invoice',
			'loa',
			'other',
			'regulatoryAssignment',
			'triPartiteAgreement',
		]);
	});
});
