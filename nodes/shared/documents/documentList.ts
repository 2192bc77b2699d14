import type { LoadedDocument } from '../operation/types';

/** The type that has fields of its own in the body (document 000, NL 088). */
const ACM = 'regulatoryAssignment';

export const hasDocument = (documents: readonly LoadedDocument[], type: string): boolean =>
	documents.some((document) => document.type === type);

/** A document of the body's list, in the contract's logical names. */
interface SentDocument {
	type: string;
	fileName: string;
	fileContent: LoadedDocument['content'];
}

/** Documents as the list of the body; undefined when there are none. */
export function documentList(documents: readonly LoadedDocument[]): SentDocument[] | undefined {
	const list = documents.map(({ type, fileName, content }) => ({ type, fileName, fileContent: content }));
	return list.length === 0 ? undefined : list;
}

/** A port-in's documents: the first ACM document in its documented fields, the others in the list. */
export function portInDocuments(documents: readonly LoadedDocument[]): Record<string, unknown> {
	const acm = documents.find(({ type }) => type === ACM);
	return {
		documents: documentList(documents.filter((document) => document !== acm)),
		regulatoryAssignmentFileName: acm?.fileName,
		regulatoryAssignmentFileContent: acm?.content,
	};
}
