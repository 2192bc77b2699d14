import type { ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { PlannedFault } from './fault';
import { reshape } from './answerShapes';

/** The answer that would have been sent; a placeholder if the call has not taken effect. */
export interface AnswerBefore {
	status: number;
	headers: Readonly<Record<string, number | string | string[] | undefined>>;
	text: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML =
	'<!DOCTYPE html><html><head><title>Gateway</title></head><body><h1>Please try again later</h1></body></html>';
const MOST_BYTES = 512 * 1_048_576;
const BLOCK_BYTES = 65_536;

type CorruptAnswer = (raw: ServerResponse, answer: AnswerBefore, fault: PlannedFault) => void | Promise<void>;

/** How each kind answers. The framework sends nothing after this. */
const CORRUPT_ANSWERS: Readonly<Partial<Record<PlannedFault['kind'], CorruptAnswer>>> = {
	reset: (raw) => void raw.socket?.resetAndDestroy(),
	hangUp: (raw) => void raw.socket?.destroy(),
	silence: async (raw, _, { holdMs }) => {
		await waitWhileOpen(raw, holdMs);
		raw.destroy();
	},
	html: (raw, _, { status = 200, headers }) =>
		void raw.writeHead(status, { 'content-type': 'text/html', ...headers }).end(HTML),
	empty: (raw, _, { status = 200, headers }) =>
		void raw.writeHead(status, { 'content-type': JSON_TYPE, 'content-length': 0, ...headers }).end(),
	noContent: (raw) => void raw.writeHead(204).end(),
	truncated: (raw, answer) => {
		const part = half(answer.text);
		raw.writeHead(answer.status, headersOf(answer, { 'content-length': part.length })).end(part);
	},
	cutOff: (raw, answer) => {
		const full = Buffer.from(answer.text);
		raw.writeHead(answer.status, headersOf(answer, { 'content-length': full.length }));
		raw.write(half(answer.text), () => raw.destroy());
	},
	wrongType: (raw, answer) =>
		void raw.writeHead(answer.status, headersOf(answer, { 'content-type': 'text/plain' })).end(answer.text),
	doubleHeaders: (raw, answer) => {
		const doubled = Object.entries(answer.headers).map(([name, value]) => [
			name,
			/^\d+$/.test(String(value)) ? [String(value), String(Number(value) + 1)] : value,
		]);
		raw
			.writeHead(
				answer.status,
				headersOf(answer, {
					...(Object.fromEntries(doubled) as object),
					'content-type': [JSON_TYPE, 'text/html'],
					'retry-after': ['0', '3600'],
				}),
			)
			.end(answer.text);
	},
	drip: async (raw, answer, { bytesPerSecond = 1, holdMs }) => {
		const bytes = Buffer.from(answer.text);
		raw.writeHead(answer.status, headersOf(answer, { 'content-length': bytes.length }));
		const step = Math.max(1, Math.round(bytesPerSecond / 20));
		const over = AbortSignal.timeout(holdMs);
		for (let at = 0; at < bytes.length && !raw.destroyed && !over.aborted; at += step) {
			raw.write(bytes.subarray(at, at + step));
			if (at + step < bytes.length) await waitWhileOpen(raw, (step / bytesPerSecond) * 1_000, over);
		}
		if (over.aborted) raw.destroy();
		else raw.end();
	},
	reshape: (raw, answer, { shape = 'dataEnvelope', operation }) => {
		const { body, headers, status, contentType = JSON_TYPE } = reshape(shape, operation, JSON.parse(answer.text));
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		const kept = headersOf(
			{ ...answer, headers: {} },
			{ 'content-type': contentType, date: answer.headers.date, ...headers },
		);
		raw.writeHead(status ?? answer.status, kept).end(status === 204 ? undefined : text);
	},
	endless: async (raw, _, { holdMs, mostBytes = MOST_BYTES }) => {
		raw.writeHead(200, { 'content-type': JSON_TYPE });
		const over = AbortSignal.timeout(holdMs);
		const block = Buffer.alloc(BLOCK_BYTES, 'x');
		raw.write('[{"id":"');
		for (let sent = 0; sent < mostBytes && !raw.destroyed && !over.aborted; sent += block.length) {
			if (!raw.write(block)) await room(raw, over);
			// Lets the receiver in the same process run.
			await pause(0);
		}
		raw.destroy();
	},
};

/** Whether a kind answers in its own way, past the framework. */
export const isCorrupting = (kind: PlannedFault['kind']): boolean => kind in CORRUPT_ANSWERS;

/** Answers a call as its fault says. Resolves when all is sent, or the connection is gone. */
export async function corruptAnswer(raw: ServerResponse, fault: PlannedFault, answer: AnswerBefore): Promise<void> {
	await CORRUPT_ANSWERS[fault.kind]?.(raw, answer, fault);
}

/** Waits, but no longer than the connection lasts, nor past another end. */
async function waitWhileOpen(raw: ServerResponse, ms: number, over?: AbortSignal): Promise<void> {
	if (raw.destroyed || over?.aborted) return;
	const stop = new AbortController();
	const signal = over === undefined ? stop.signal : AbortSignal.any([stop.signal, over]);
	const end = (): void => stop.abort();
	raw.once('close', end);
	await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
	raw.off('close', end);
}

/** Waits until more can be written, or the connection has closed. */
async function room(raw: ServerResponse, over: AbortSignal): Promise<void> {
	const stop = new AbortController();
	const signal = AbortSignal.any([stop.signal, over]);
	await Promise.race([once(raw, 'drain', { signal }), once(raw, 'close', { signal })]).catch(() => undefined);
	stop.abort();
}

const half = (text: string): Buffer =>
	Buffer.from(text).subarray(0, Math.max(1, Math.floor(Buffer.byteLength(text) / 2)));

function headersOf(
	{ headers }: AnswerBefore,
	changes: Record<string, unknown>,
): Record<string, number | string | string[]> {
	const kept = Object.entries({ 'content-type': JSON_TYPE, ...headers, ...changes }).filter(
		([, value]) => value !== undefined,
	);
	return Object.fromEntries(kept);
}
