import type { LoadedDocument } from '../operation/types';

/** Types that have fields of their own in the body: the ACM document (000, NL 088) and, by its pattern, the LOA. */
const ACM = 'regulatoryAssignment';
const LOA = 'loa';

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

/** Documents of a port: the first LOA in fields of its own, the others in the list. */
export function portDocuments(documents: readonly LoadedDocument[]): Record<string, unknown> {
	const loa = documents.find(({ type }) => type === LOA);
	return {
		documents: documentList(documents.filter((document) => document !== loa)),
		loaFileName: loa?.fileName,
		loaFileContent: loa?.content,
	};
}

/** A port-in's documents: the first ACM document in its documented fields too. */
export function portInDocuments(documents: readonly LoadedDocument[]): Record<string, unknown> {
	const acm = documents.find(({ type }) => type === ACM);
	return {
		...portDocuments(documents.filter((document) => document !== acm)),
		regulatoryAssignmentFileName: acm?.fileName,
		regulatoryAssignmentFileContent: acm?.content,
	};
}
