/** A message as a person reads it. */
export interface Message {
	to: string;
	subject: string;
	/** All text parts, one after the other. */
	text: string;
	/** Contents of the attached files, by file name. */
	files: Record<string, string>;
}

interface Part {
	headers: Map<string, string>;
	body: string;
}

function partOf(source: string): Part {
	const [head = '', ...rest] = source.split('\r\n\r\n');
	const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
	const headers = lines.map((line) => {
		const colon = line.indexOf(':');
		return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
	});
	return { headers: new Map(headers), body: rest.join('\r\n\r\n') };
}

const fromQuoted = (text: string): string =>
	Buffer.from(
		text.replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
		'latin1',
	).toString('utf8');

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`. */
const headerText = (text: string): string =>
	text
		.replaceAll(/\?=\s+=\?/g, '?==?')
		.replaceAll(/=\?[^?]+\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
			kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : fromQuoted(word.replaceAll('_', ' ')),
		);

function content({ headers, body }: Part): string {
	const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
	if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
	return encoding === 'quoted-printable' ? fromQuoted(body.replaceAll(/=\r\n/g, '')) : body;
}

/** The parts without parts of their own. */
function leaves(part: Part): Part[] {
	const boundary = /boundary="?([^";]+)"?/.exec(part.headers.get('content-type') ?? '')?.[1];
	if (boundary === undefined) return [part];
	return `\r\n${part.body}`
		.split(`\r\n--${boundary}`)
		.slice(1, -1)
		.flatMap((source) => leaves(partOf(source.replace(/^\r\n/, ''))));
}

/** Reads a message in the format of RFC 5322 with MIME parts. */
export function readMessage(source: string): Message {
	const whole = partOf(source);
	const message: Message = {
		to: whole.headers.get('to') ?? '',
		subject: headerText(whole.headers.get('subject') ?? ''),
		text: '',
		files: {},
	};
	for (const part of leaves(whole)) {
		const name = /filename="?([^";]+)"?/.exec(part.headers.get('content-disposition') ?? '')?.[1];
		if (name === undefined) message.text += content(part).replaceAll('\r\n', '\n').trim();
		else message.files[name] = content(part);
	}
	return message;
}
