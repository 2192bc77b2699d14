import { Readable } from 'node:stream';

import { LARGEST_BODY, readJson } from '../../../nodes/ColtInbound/callback/callbackBody';
import type { IncomingCall } from '../../../nodes/ColtInbound/callback/callbackHttp';

const JSON_TYPE = 'application/json';
/** A request as n8n leaves it: headers, and a body that nobody has read. */
const call = (body: Buffer | string, headers: Record<string, string> = {}): IncomingCall =>
	Object.assign(Readable.from([Buffer.from(body as string)]), { headers: { 'content-type': JSON_TYPE, ...headers } });
const text = '{"name":"Müller"}';

test.each<[string, Buffer | string, Record<string, string>]>([
	['UTF-8', text, {}],
	['UTF-8 with a byte order mark', `\uFEFF${text}`, {}],
	['UTF-8 that is named', text, { 'content-type': 'application/json;charset="UTF-8"' }],
	['ISO 8859-1', Buffer.from(text, 'latin1'), { 'content-type': 'application/json; charset=ISO-8859-1' }],
	['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), { 'content-type': 'application/json; charset=utf-16' }],
	['what is built on JSON', text, { 'content-type': 'application/vnd.colt.v2+json' }],
	['identity in capitals', text, { 'content-encoding': 'Identity' }],
])('%s is read', async (_, body, headers) =>
	expect(await readJson(call(body, headers))).toEqual({ json: { name: 'Müller' } }),
);

test.each<[string, number, Buffer | string, Record<string, string>]>([
	['a charset that is none', 415, text, { 'content-type': 'application/json; charset=klingon' }],
	['a packing that n8n does not know', 415, text, { 'content-encoding': 'br' }],
	['packed twice', 415, text, { 'content-encoding': 'gzip, gzip' }],
	['a name of every object', 415, text, { 'content-encoding': 'constructor' }],
	['text', 415, text, { 'content-type': 'text/json' }],
	['a byte too many', 413, ' '.repeat(LARGEST_BODY + 1), {}],
	['half of it', 400, text.slice(0, -1), {}],
])('%s is answered %i', async (_, status, body, headers) =>
	expect(await readJson(call(body, headers))).toMatchObject({ status }),
);

test(
	'a body without a length is cut off while it comes: the answer does not wait for its end, and nothing more is ' +
		'kept',
	async () => {
		const chunk = Buffer.alloc(64 * 1024, ' ');
		let sent = 0;
		const endless = new Readable({
			read() {
				sent += chunk.length;
				// More than the limit, and no end.
				if (sent <= 2 * LARGEST_BODY) this.push(chunk);
			},
		});
		const request = Object.assign(endless, { headers: { 'content-type': JSON_TYPE, 'transfer-encoding': 'chunked' } });
		const concat = jest.spyOn(Buffer, 'concat');
		expect(await readJson(request)).toMatchObject({ status: 413 });
		expect(concat).not.toHaveBeenCalled();
		concat.mockRestore();
		endless.destroy();
	},
);
