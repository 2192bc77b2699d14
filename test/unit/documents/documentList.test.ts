import {
	documentList,
	hasDocument,
	portDocuments,
	portInDocuments,
} from '../../../nodes/shared/documents/documentList';
import { DOCUMENT_TYPES } from '../../../nodes/shared/documents/documentsField';

describe('in the body', () => {
	const document = (type: string, name = type) => ({ type, fileName: `${name}.pdf`, content: 'QQ==' });
	const sent = (type: string, name = type) => ({ type, fileName: `${name}.pdf`, fileContent: 'QQ==' });

	it('are a list, or nothing', () => {
		expect(documentList([])).toBeUndefined();
		expect(documentList([document('loa'), document('other')])).toEqual([sent('loa'), sent('other')]);
	});

	it('of a port: the first LOA has fields of its own, as the ACM document has', () => {
		expect(portDocuments([document('invoice'), document('loa', 'a'), document('loa', 'b')])).toEqual({
			documents: [sent('invoice'), sent('loa', 'b')],
			loaFileName: 'a.pdf',
			loaFileContent: 'QQ==',
		});
		expect(Object.values(portDocuments([])).every((value) => value === undefined)).toBe(true);
	});

	it('of a port-in: the first ACM document has fields of its own, document 000', () => {
		expect(
			portInDocuments([document('loa'), document('regulatoryAssignment', 'a'), document('regulatoryAssignment', 'b')]),
		).toEqual({
			documents: [sent('regulatoryAssignment', 'b')],
			loaFileName: 'loa.pdf',
			loaFileContent: 'QQ==',
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
