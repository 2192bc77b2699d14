import type { IBinaryData } from 'n8n-workflow';

/** Endings of documents, mails, pictures and archives, with their media types. */
const KNOWN: ReadonlyArray<readonly [endings: string, ...mediaTypes: string[]]> = [
	['pdf', 'application/pdf', 'application/x-pdf'],
	['p7m', 'application/pkcs7-mime', 'application/x-pkcs7-mime'],
	['p7s', 'application/pkcs7-signature', 'application/x-pkcs7-signature'],
	['doc', 'application/msword'],
	['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
	['xls', 'application/vnd.ms-excel'],
	['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
	['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
	['odt', 'application/vnd.oasis.opendocument.text'],
	['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
	['rtf', 'application/rtf', 'text/rtf'],
	['txt', 'text/plain'],
	['csv', 'text/csv'],
	['xml', 'application/xml', 'text/xml'],
	['html htm', 'text/html'],
	['msg', 'application/vnd.ms-outlook'],
	['eml', 'message/rfc822'],
	['png', 'image/png'],
	['jpg jpeg jpe jfif', 'image/jpeg', 'image/pjpeg'],
	['tiff tif', 'image/tiff'],
	['gif', 'image/gif'],
	['bmp', 'image/bmp', 'image/x-ms-bmp'],
	['webp', 'image/webp'],
	['heic', 'image/heic'],
	['heif', 'image/heif'],
	['avif', 'image/avif'],
	['svg', 'image/svg+xml'],
	['zip', 'application/zip', 'application/x-zip-compressed'],
	['7z', 'application/x-7z-compressed'],
	['exe', 'application/x-msdownload', 'application/x-msdos-program', 'application/vnd.microsoft.portable-executable'],
	['msi', 'application/x-msi'],
	['sh', 'application/x-sh'],
	['bat', 'application/x-bat'],
	['jar', 'application/java-archive'],
	['js', 'text/javascript', 'application/javascript', 'application/x-javascript'],
];

const ENDINGS: ReadonlySet<string> = new Set(KNOWN.flatMap(([endings]) => endings.split(' ')));
const BY_MEDIA_TYPE: ReadonlyMap<string, string> = new Map(
	KNOWN.flatMap(([endings, ...types]) => types.map((type): [string, string] => [type, endings.split(' ')[0] ?? ''])),
);

/** What runs when it is opened. */
const PROGRAMS: ReadonlySet<string> = new Set(
	(
		'app appx apk bat bin chm cmd com command cpl deb dll dmg exe gadget hta inf ins iso jar js jse lnk mjs ' +
		'msc msi msix msp ' +
		'pif pkg ps1 psm1 py reg rpm run scf scr sh bash sys url vb vbe vbs ws wsc wsf wsh xbap'
	).split(' '),
);

/** The part after the last dot of a name, in lower case; empty without a dot. */
const endingOf = (name: string): string => /[^.]\.([^.\s]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';

const isKnown = (ending: string): boolean => ENDINGS.has(ending) || PROGRAMS.has(ending);

/**
 * The name a file is sent under: its own, without folders. If the extension does not show the type, such as in
 * `LOA`, `1` or `Contract 2.0`, the one that n8n keeps beside the name, or that of its media type, is added.
 * @param fallback the name of the binary field, for a file without a name
 */
export function fileNameOf(
	binary: Pick<IBinaryData, 'fileName' | 'fileExtension' | 'mimeType'>,
	fallback: string,
): string {
	const own = (binary.fileName ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
	const name = own === '' ? fallback : own;
	const ending = endingOf(name);
	if (isKnown(ending)) return name;
	const kept = (binary.fileExtension ?? '').replace(/^\./, '').trim().toLowerCase();
	const ofType = BY_MEDIA_TYPE.get((binary.mimeType ?? '').split(';')[0]?.trim().toLowerCase() ?? '');
	// Text and unknown bytes are what n8n calls a file whose type it does not know.
	const sure = ofType === 'txt' ? undefined : ofType;
	const added = isKnown(kept) ? kept : (sure ?? (ending === '' ? (kept === '' ? ofType : kept) : undefined));
	return added === undefined || added === '' ? name : `${name}.${added}`;
}

/** Whether a file of this name would run when it is opened. */
export const isProgram = (fileName: string): boolean => PROGRAMS.has(endingOf(fileName));
