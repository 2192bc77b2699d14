import { request } from 'node:http';
import type { Fault } from '../../simulator/faults/fault';
import { PendingFaults } from '../../simulator/faults/pendingFaults';
import { Bench, orderBody } from './simulatorClient';
import { encodeBody } from '../../nodes/shared/contract/codec';
import { wholesaleSip } from '../../nodes/shared/contract/wire.generated';
import { waitFor } from '../../scripts/lib/waitFor';

interface Answer {
	/** 0: the connection ended before the answer was complete. */
	status: number;
	/** As they came: name, value, name, value. */
	rawHeaders: string[];
	text: string;
	error?: string;
}

describe('faults', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	beforeEach(async () => {
		await bench.control.clearFaults();
		bench.control.reset();
	});
	afterAll(() => bench.close());

	/** One reservation by Node's own client; `enough` bytes end it from this side. */
	const reserve = (trackingId: string, enough = Infinity): Promise<Answer> => {
		const body = JSON.stringify(
			encodeBody(
				wholesaleSip.operations.reserveNumbers,
				orderBody('GB', bench.free('GB', 1, bench.control.books().length)),
			),
		);
		return new Promise((resolve) => {
			let text = '';
			const sent = request(
				`${bench.simulator.baseUrl}/v1/reservation/order`,
				{ method: 'POST', agent: false, headers: bench.headers(trackingId) },
				(answer) => {
					const done = (error?: string): void =>
						resolve({
							status: answer.complete ? (answer.statusCode ?? 0) : 0,
							rawHeaders: answer.rawHeaders,
							text,
							...(error && { error }),
						});
					answer.on('data', (part: Buffer) => {
						text += part.toString();
						if (text.length >= enough) answer.destroy();
					});
					answer.once('close', () => done(answer.complete ? undefined : 'cut'));
					answer.once('error', () => undefined);
				},
			);
			sent.once('error', (error: NodeJS.ErrnoException) =>
				resolve({ status: 0, rawHeaders: [], text, error: error.code }),
			);
			sent.end(body);
		});
	};
	const addFault = (fault: Partial<Fault>): void => bench.control.addFault({ operation: 'reserveNumbers', ...fault });
	const headersOf = ({ rawHeaders }: Answer, name: string): string[] =>
		rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
	const booked = (trackingId: string): number => bench.control.books({ trackingId }).length;
	/** The call stands in the list once its connection has closed. */
	const callOf = async (trackingId: string) =>
		await waitFor(`the call ${trackingId}`, () => bench.control.calls({ trackingId })[0], { everyMs: 5 });

	const LOOKS: Array<
		[name: string, fault: Partial<Fault>, orders: number, expected: (answer: Answer) => unknown, wanted: unknown]
	> = [
		['reset before', { kind: 'reset' }, 0, ({ error }) => error, 'ECONNRESET'],
		['reset after', { kind: 'reset', phase: 'after' }, 1, ({ error }) => error, 'ECONNRESET'],
		['closed after', { kind: 'hangUp', phase: 'after' }, 1, ({ error }) => error, 'ECONNRESET'],
		['silence before', { kind: 'silence', holdMs: 5 }, 0, ({ error }) => error, 'ECONNRESET'],
		['silence after', { kind: 'silence', holdMs: 5, phase: 'after' }, 1, ({ error }) => error, 'ECONNRESET'],
		[
			'502 before',
			{ status: 502 },
			0,
			({ status, text }) => [status, (JSON.parse(text) as { code: string }).code],
			[502, '001'],
		],
		['502 after', { status: 502, phase: 'after' }, 1, ({ status }) => status, 502],
		['a page', { kind: 'html' }, 0, ({ status, text }) => [status, text.startsWith('<!DOCTYPE')], [200, true]],
		[
			'a page with 503 after',
			{ kind: 'html', status: 503, phase: 'after' },
			1,
			({ status, text }) => [status, text.startsWith('<!DOCTYPE')],
			[503, true],
		],
		['no bytes', { kind: 'empty', phase: 'after' }, 1, ({ status, text }) => [status, text], [200, '']],
		['204', { kind: 'noContent', phase: 'after' }, 1, ({ status, text }) => [status, text], [204, '']],
		[
			'half of the JSON, complete',
			{ kind: 'truncated' },
			1,
			({ status, text, rawHeaders }) => [
				status,
				text.startsWith('{'),
				isJson(text),
				headersOf({ rawHeaders } as Answer, 'content-length')[0] === `${text.length}`,
			],
			[200, true, false, true],
		],
		[
			'half of the JSON, cut off',
			{ kind: 'cutOff' },
			1,
			({ status, error, text, rawHeaders }) => [
				status,
				error,
				Number(headersOf({ rawHeaders } as Answer, 'content-length')[0]) > text.length,
			],
			[0, 'cut', true],
		],
		[
			'JSON as text',
			{ kind: 'wrongType' },
			1,
			(answer) => [answer.status, headersOf(answer, 'content-type'), isJson(answer.text)],
			[200, ['text/plain'], true],
		],
		[
			'headers twice',
			{ kind: 'doubleHeaders' },
			1,
			(answer) => [headersOf(answer, 'content-type').length, headersOf(answer, 'retry-after'), isJson(answer.text)],
			[2, ['0', '3600'], true],
		],
		['a drip', { kind: 'drip', bytesPerSecond: 5_000 }, 1, ({ status, text }) => [status, isJson(text)], [200, true]],
		[
			'a drip that is held too long',
			{ kind: 'drip', bytesPerSecond: 1, holdMs: 20 },
			1,
			({ status, error }) => [status, error],
			[0, 'cut'],
		],
		[
			'an endless list',
			{ kind: 'endless', mostBytes: 300_000, phase: 'after' },
			1,
			({ status, text, error }) => [status, text.length >= 300_000, error],
			[0, true, 'cut'],
		],
		['Retry-After in seconds', { status: 429, retryAfter: 3 }, 0, (answer) => headersOf(answer, 'retry-after'), ['3']],
		[
			'Retry-After twice',
			{ status: 429, headers: { 'retry-after': ['0', '9'] } },
			0,
			(answer) => headersOf(answer, 'retry-after'),
			['0', '9'],
		],
		[
			'Retry-After as date',
			{ status: 429, retryAfter: 60, retryAfterAs: 'date' },
			0,
			(answer) =>
				headersOf(answer, 'retry-after').map(
					(date) =>
						new Date(date).toUTCString() === date &&
						Date.parse(date) === Date.parse(headersOf(answer, 'date')[0] ?? '') + 60_000,
				),
			[true],
		],
		[
			'an error that repeats the token',
			{ status: 400, echo: true },
			0,
			({ text }) => text.includes('Bearer eyJ'),
			true,
		],
	];

	it.each(LOOKS)(
		'%s: one call hit, the effect as told, the next call untouched',
		async (name, fault, orders, expected, wanted) => {
			addFault(fault);
			const trackingId = name.replace(/\W/g, '-');
			expect(expected(await reserve(trackingId))).toEqual(wanted);
			expect(booked(trackingId)).toBe(orders);
			const { carriedOut, fault: hit } = await callOf(trackingId);
			expect([carriedOut, hit]).toEqual([
				orders === 1,
				expect.stringMatching(new RegExp(` ${orders === 1 ? 'after' : 'before'}$`)),
			]);
			expect(await reserve('next')).toMatchObject({ status: 200 });
			expect(await callOf('next')).toMatchObject({ fault: null, carriedOut: true });
			expect(bench.control.faults()).toEqual([]);
		},
	);

	it('says nothing until the client gives up', async () => {
		addFault({ kind: 'silence', phase: 'after' });
		const stop = new AbortController();
		const call = bench.call('listOrders').then(() => 'other calls are answered');
		const silent = fetch(`${bench.simulator.baseUrl}/v1/reservation/order`, {
			method: 'POST',
			signal: stop.signal,
			headers: bench.headers('silent'),
			body: JSON.stringify(encodeBody(wholesaleSip.operations.reserveNumbers, orderBody('GB', bench.free('GB')))),
		});
		expect(await call).toBe('other calls are answered');
		await waitFor('the order', () => booked('silent') || undefined, { everyMs: 5 });
		expect(bench.control.calls({ trackingId: 'silent' })).toEqual([]);
		stop.abort();
		await expect(silent).rejects.toThrow();
		expect(await callOf('silent')).toMatchObject({ status: 0, carriedOut: true, fault: 'silence after' });
	});

	it('stops an endless answer when the client has had enough', async () => {
		addFault({ kind: 'endless' });
		expect(await reserve('enough', 200_000)).toMatchObject({ status: 0 });
		expect(await callOf('enough')).toMatchObject({ status: 0, carriedOut: false });
	});

	it('refuses connections for a while, then takes them again', async () => {
		bench.control.addFault({ operation: '*', kind: 'refuse', forMs: 60_000 });
		expect(await reserve('refused')).toMatchObject({ status: 0, error: 'ECONNREFUSED' });
		await bench.control.clearFaults();
		expect(await reserve('taken')).toMatchObject({ status: 200 });
		bench.control.addFault({ operation: '*', kind: 'refuse', forMs: 30 });
		await waitFor('the door to open by itself', async () => (await reserve(`again`)).status === 200 || undefined, {
			everyMs: 5,
		});
		expect(booked('refused')).toBe(0);
	});

	it('strikes the token endpoint too, and never lists a token', async () => {
		bench.control.addFault({ operation: 'requestToken', kind: 'truncated' });
		await expect(bench.newToken()).rejects.toThrow();
		expect(bench.control.calls({ operation: 'requestToken' }).at(-1)).toMatchObject({
			carriedOut: true,
			fault: 'truncated after',
		});
		const token = await bench.newToken();
		const body = { ...orderBody('GB', bench.free('GB')), note: `see ${token}`, key: bench.simulator.clientSecret };
		await fetch(`${bench.simulator.baseUrl}/v1/reservation/order?echo=${token}`, {
			method: 'POST',
			headers: { ...bench.headers('echo', token), 'x-debug': token },
			body: JSON.stringify(body),
		});
		const listed = JSON.stringify(await callOf('echo'));
		for (const secret of [token, token.split('.')[2] ?? token, bench.simulator.clientSecret])
			expect(listed).not.toContain(secret);
		expect(listed).toContain('"note":"see ***"');
	});

	it('strikes at a rate, the same calls for the same seed', () => {
		const hitsOf = (seed: number): string => {
			const faults = new PendingFaults();
			faults.add({ operation: 'x', status: 500, rate: 0.3, seed });
			return Array.from({ length: 400 }, () => (faults.take('api.x') ? 'x' : '.')).join('');
		};
		expect(hitsOf(5)).toBe(hitsOf(5));
		expect(hitsOf(5)).not.toBe(hitsOf(6));
		const share = hitsOf(5).split('x').length / 400;
		expect([share > 0.2, share < 0.4]).toEqual([true, true]);
		const once = new PendingFaults();
		once.add({ operation: 'x', status: 500, rate: 1, count: 2 });
		expect(Array.from({ length: 4 }, () => once.take('api.x') !== undefined)).toEqual([true, true, false, false]);
	});

	it('takes an order twice when told, so that a double stands in the books', async () => {
		bench.control.change({ acceptRepeats: true });
		const twice = async (id: 'reserveNumbers' | 'returnNumbers', body: ReturnType<typeof orderBody>) =>
			[await bench.call(id, { body, trackingId: id }), await bench.call(id, { body, trackingId: id })].map(
				({ status }) => status,
			);
		const body = orderBody('GB', bench.free('GB'));
		expect(await twice('reserveNumbers', body)).toEqual([200, 200]);
		await bench.settle();
		expect(await twice('returnNumbers', body)).toEqual([200, 200]);
		await bench.settle();
		expect([booked('reserveNumbers'), booked('returnNumbers')]).toEqual([2, 2]);
		expect(bench.control.books().map(({ status }) => status)).toEqual(Array(4).fill('Completed'));
		bench.control.change({ acceptRepeats: false });
		expect(await twice('reserveNumbers', body)).toEqual([200, 400]);
	});

	it.each<[string, object, RegExp]>([
		['an unknown operation', { operation: 'reserveNumber', status: 500 }, /no operation reserveNumber/],
		['no operation', { status: 500 }, /names an operation/],
		['an unknown kind', { operation: '*', kind: 'explode' }, /kind is error, delay, .* or reshape/],
		['an unknown field', { operation: '*', statuss: 500 }, /no statuss/],
		['a success as error', { operation: '*', kind: 'error', status: 200 }, /error status/],
		['an error without status', { operation: '*', kind: 'error' }, /error status/],
		['a status of text', { operation: '*', status: '500' }, /status of a fault is a number/],
		['a rate above 1', { operation: '*', status: 500, rate: 2 }, /rate of a fault is from 0 to 1/],
		['no calls', { operation: '*', status: 500, count: 0 }, /count of a fault is 1 or more/],
		['half a call', { operation: '*', status: 500, count: 1.5 }, /whole number/],
		['a phase between', { operation: '*', status: 500, phase: 'during' }, /phase is before or after/],
		[
			'a isAnswered answer before there is one',
			{ operation: '*', kind: 'truncated', phase: 'before' },
			/its phase is after/,
		],
		['a refusal of one operation', { operation: 'reserveNumbers', kind: 'refuse' }, /goes with operation \*/],
		[
			'a refusal without end',
			{ operation: '*', kind: 'refuse', forMs: 3_600_000 },
			/forMs of a fault is from 1 to 60000/,
		],
	])('refuses %s with a sentence', async (_, fault, sentence) => {
		const response = await fetch(`${bench.simulator.controlUrl}/faults`, {
			method: 'POST',
			body: JSON.stringify(fault),
		});
		expect([response.status, ((await response.json()) as { error: string }).error]).toEqual([
			400,
			expect.stringMatching(sentence),
		]);
		expect(bench.control.faults()).toEqual([]);
	});

	it('lists the faults that wait, and forgets them', async () => {
		addFault({ status: 500, rate: 0.5 });
		addFault({ kind: 'silence', count: 2 });
		const list = async () => await (await fetch(`${bench.simulator.controlUrl}/faults`)).json();
		expect(await list()).toMatchObject([
			{ kind: 'error', phase: 'before', left: null },
			{ kind: 'silence', left: 2 },
		]);
		await fetch(`${bench.simulator.controlUrl}/faults`, { method: 'DELETE' });
		expect(await list()).toEqual([]);
	});
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
