import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import type { IDataObject } from 'n8n-workflow';
import { parse } from 'yaml';

import { loadContract } from '../../contract/tools/load';
import { inbound, wholesaleSip } from '../../nodes/shared/contract/wire.generated';
import { CORRECTIONS_FORMAT, CORRECTIONS_VERSION } from '../../nodes/shared/corrections/document';
import type { ApiCorrections } from '../../nodes/shared/corrections/document';
import type { Json } from '../../nodes/shared/corrections/tree';
import { importSpecification } from '../../nodes/shared/specification/importSpecification';
import { asText } from '../lib/asText';
import { startEngine } from '../../test/engine/harness';
import type { Engine } from '../../test/engine/harness';
import { OPERATIONS } from '../../test/faults/operationCases';
import type { OperationCase } from '../../test/faults/operationCases';

const USAGE = `Usage: tsx scripts/first-contact/main.ts --url <url> --client-id <id> --client-secret <secret> 
  --spec <file> --spec-inbound <file> [--extra <file>]
Runs every operation of both nodes against a server on a loopback address, without corrections and with those of its
specification, then the order trigger with them. The server has the control calls reset, seed, portOut and orders/{id}
below /_control, and British numbers that end in 4750 (free) and 4800 to 4802 (activated, reserved, quarantined).
--extra: corrections that a person has decided on.`;

/** Numbers and orders that the server has, by what an operation needs. */
type Stock = Record<string, string>;

const importOf = async (file: string, api: 'wholesaleSip' | 'inbound'): Promise<ApiCorrections> => {
	const table = { wholesaleSip, inbound }[api];
	const contract = loadContract(api) as unknown as Json;
	const read = (text: string): unknown => parse(text) as unknown;
	const imported = await importSpecification(readFileSync(file, 'utf8'), { api, table, contract }, read);
	return imported.corrections[api] ?? {};
};

async function control(url: string, path: string, body: unknown): Promise<unknown> {
	const answer = await fetch(`${url}/_control/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return await answer.json().catch(() => undefined);
}

/** What the server is given for one operation. */
async function itemFor(url: string, { name }: OperationCase): Promise<Stock> {
	await control(url, 'reset', {});
	const order = async (type: string, status: string, country = 'GB', api = 'sip'): Promise<Stock> => {
		const ids = await control(url, 'seed', { orders: 1, type, status, country, api });
		const [id] = Array.isArray(ids)
			? (ids as string[])
			: ((ids as { orders?: string[]; ids?: string[] }).ids ?? (ids as { orders?: string[] }).orders ?? []);
		return { order: String(id), number: '+442081324800' };
	};
	const isInbound = name.startsWith('inbound');
	const base = isInbound ? '+44808200' : '+442081324';
	const at = (last: number): Stock => ({
		number: isInbound ? `+44808200${last}` : `${base}${String(last).slice(-3)}`,
		lac: '20',
	});
	if (isInbound && name.includes('order')) return await order('reservation', 'Completed', 'GB', 'inbound');
	if (/acceptPortOut|rejectPortOut/.test(name)) {
		const number = '+3227904800';
		const made = (await control(url, 'portOut', { start: number, end: number })) as { id?: string; orderId?: string };
		return { order: String(made.id ?? made.orderId), number };
	}
	if (/schedulePort|activatePort/.test(name)) return await order('portIn', 'Ready for porting Initiation', 'NL');
	if (/modify/.test(name)) return await order('portIn', 'Customer feedback awaited');
	if (/changeDate|cancel$|sendNote/.test(name)) return await order('portIn', 'Validation In Progress');
	if (/cancelBackfill/.test(name)) return await order('backfill', 'In progress');
	if (/^order:/.test(name)) return await order('activation', 'Completed');
	if (/portIn|checkPortability/.test(name)) return { number: '+442079460123' };
	if (/reserve/.test(name)) return isInbound ? { number: '+448082004750' } : at(4750);
	if (/ctivate$/.test(name) && !/reactivate/i.test(name)) return isInbound ? { number: '+448082004801' } : at(4801);
	if (/cancelReservation/.test(name)) return { number: '+448082004801' };
	if (/reactivate/.test(name)) return at(4802);
	return isInbound ? { number: '+448082004800' } : at(4800);
}

/** A port-in as people order it: with its date. */
const withPortFields = ({ name, parameters }: OperationCase): IDataObject =>
	/portIn$/.test(name) ? { ...parameters, portDate: '2099-06-01' } : parameters;

async function runAll(engine: Engine, url: string): Promise<Map<string, string>> {
	const results = new Map<string, string>();
	for (const operation of OPERATIONS) {
		const item = await itemFor(url, operation);
		const { error, json } = await engine.run({
			type: operation.type,
			parameters: withPortFields(operation),
			items: [item],
			...(operation.binary && { binary: operation.binary }),
		});
		results.set(operation.name, error === undefined ? `ok, ${json.length} items` : error.message);
	}
	return results;
}

/** What a person has decided of the questions, added to what is sure. */
function withDecisions(document: Json, file: string | undefined): Json {
	if (file === undefined) return document;
	const decided = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, Record<string, Json>>>;
	const merged = structuredClone(document) as typeof decided & Json;
	for (const api of ['wholesaleSip', 'inbound'])
		for (const [id, operation] of Object.entries(decided[api] ?? {}))
			for (const [part, names] of Object.entries(operation)) {
				const known = (merged[api] ??= {})[id] ?? {};
				(merged[api] ?? {})[id] = { ...known, [part]: { ...known[part], ...names } };
			}
	return merged;
}

const CHANGED_ORDERS = 50;
const ROUNDS = 4;

/** Changes of orders while the order trigger polls: how many it told, lost and doubled. */
async function runTrigger(engine: Engine, url: string): Promise<string> {
	await control(url, 'reset', {});
	const made = await control(url, 'seed', {
		orders: CHANGED_ORDERS,
		type: 'portIn',
		status: 'Validation In Progress',
	});
	const ids = (
		Array.isArray(made)
			? made
			: ((made as { orders?: unknown[]; ids?: unknown[] }).ids ?? (made as { orders?: unknown[] }).orders ?? [])
	) as string[];
	const poll = engine.activate({ type: 'coltWholesaleSipTrigger', state: {} });
	await poll();
	const told = new Map<string, number>();
	const statuses = ['Submitted to operator', 'Firm order commitment', 'Porting initiated', 'Completed'];
	for (const status of statuses.slice(0, ROUNDS)) {
		for (const id of ids) await control(url, `orders/${id}`, { status });
		for (const { json } of (await poll()) ?? []) {
			const key = `${asText(json.orderId)} ${asText(json.status).toLowerCase()}`;
			told.set(key, (told.get(key) ?? 0) + 1);
		}
	}
	const wanted = statuses.slice(0, ROUNDS).flatMap((status) => ids.map((id) => `${id} ${status.toLowerCase()}`));
	const lost = wanted.filter((key) => !told.has(key)).length;
	const doubled = [...told.values()].filter((count) => count > 1).length;
	const others = [...told.keys()].filter((key) => !wanted.includes(key)).length;
	return `Order trigger: ${wanted.length} changes, ${lost} lost, ${doubled} doubled, ${others} others`;
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			url: { type: 'string' },
			'client-id': { type: 'string' },
			'client-secret': { type: 'string' },
			spec: { type: 'string' },
			'spec-inbound': { type: 'string' },
			extra: { type: 'string' },
		},
	});
	const { url, spec, 'spec-inbound': specInbound } = values;
	if (url === undefined || spec === undefined || specInbound === undefined) return console.log(USAGE);
	// Orders are placed: only a server of this machine gets them.
	if (!/^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+$/.test(url))
		throw new Error(`${url} is not on a loopback address`);
	const sure: Json = {
		format: CORRECTIONS_FORMAT,
		version: CORRECTIONS_VERSION,
		wholesaleSip: await importOf(spec, 'wholesaleSip'),
		inbound: await importOf(specInbound, 'inbound'),
	};
	const document = withDecisions(sure, values.extra);
	const credential = (corrections: string): Record<string, string> => ({
		environment: 'custom',
		baseUrl: url,
		clientId: values['client-id'] ?? '',
		clientSecret: values['client-secret'] ?? '',
		serviceProfile: '',
		accessToken: '',
		corrections,
	});
	const plain = await runAll(await startEngine({ coltOAuth2Api: credential('') }), url);
	const engine = await startEngine({ coltOAuth2Api: credential(JSON.stringify(document)) });
	const corrected = await runAll(engine, url);
	const isOk = (text: string | undefined): boolean => text?.startsWith('ok') === true;
	for (const { name } of OPERATIONS)
		console.log(`${name.padEnd(34)} ${isOk(plain.get(name)) ? 'ok ' : 'no '} ${corrected.get(name) ?? ''}`);
	const count = (results: Map<string, string>): number => [...results.values()].filter(isOk).length;
	console.log(`Of ${OPERATIONS.length}: ${count(plain)} without corrections, ${count(corrected)} with them`);
	console.log(await runTrigger(engine, url));
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
