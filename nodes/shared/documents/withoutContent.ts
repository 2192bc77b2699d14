import type { LoadedDocument } from '../operation/types';

/** A document as a dry run shows it: read, and without its content. */
export function withoutContent({ content, ...document }: LoadedDocument): LoadedDocument {
	const size = typeof content === 'string' ? `${content.length} characters of base64` : `${content.bytes} bytes`;
	return { ...document, content: `(${document.fileName}, ${size})` };
}
