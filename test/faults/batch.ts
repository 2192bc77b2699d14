import type { IDataObject } from 'n8n-workflow';

import { callsEnded, leakedSecrets, openFaultBench, sideOf, findingsInItem } from './playCell';
import type { FaultBench } from './playCell';
import { COLUMNS } from './columns';
import type { Column } from './columns';
import type { Findings } from './judge';
import { OPERATIONS } from './operationCases';
import type { OperationCase } from './operationCases';

/** Items of one run of the node, and how likely a fault strikes each of their calls. */
export const ITEMS = 20;
export const RATE = 0.3;

/** A run of many items while faults strike at random. */
export interface Batch {
	operation: OperationCase;
	/** Code of the column, or `mix`: many kinds at once. */
	code: string;
	seed: number;
	counts: { done: number; nothing: number; mayExist: number; carriedOut: number };
	broken: string[];
}

const MIX = ['rs<', 'rs>', '429', '50<', '50>', '53>', '54>', 'ht<', 'tr', 'co', 'ex', 'em>'];
const CODES = ['429', 'ex', 'rs>', '54<', '54>', '53>', 'mix'];
const columnOf = (code: string): Column => COLUMNS.find((column) => column.code === code) as Column;

let runs = 0;

function lay({ simulator: { control } }: FaultBench, operation: string, code: string, seed: number): void {
	const columns = code === 'mix' ? MIX.map(columnOf) : [columnOf(code)];
	columns.forEach(({ fault: { tokens: _, ...fault } }, index) => {
		control.addFault({ holdMs: 500, ...fault, operation, rate: RATE / columns.length, seed: seed * 100 + index });
	});
}

/** Every carried out call belongs to an item that was told so; pure but for the reading. */
function check(
	bench: FaultBench,
	operation: OperationCase,
	mine: ReadonlySet<string>,
	told: readonly Findings[],
): Pick<Batch, 'broken' | 'counts'> {
	const broken: string[] = [];
	const carriedOut = bench.simulator.control.calls({ operation: operation.wire }).filter((call) => call.carriedOut);
	const times = new Map<string, number>();
	for (const { trackingId } of carriedOut) times.set(trackingId ?? '', (times.get(trackingId ?? '') ?? 0) + 1);
	const orders = sideOf(bench, operation)
		.books()
		.filter(
			({ id, parentId, trackingId }) =>
				!mine.has(id) && trackingId !== null && (parentId === undefined || mine.has(parentId)),
		);
	for (const [trackingId, count] of times) if (count > 1) broken.push(`${trackingId} carried out ${count} times`);
	const trackingOf = (one: Findings): string | undefined => (one as { trackingId?: string }).trackingId;
	const known = new Map(orders.map(({ id, trackingId }) => [id, trackingId]));
	told.forEach((one, index) => {
		const count = times.get(trackingOf(one) ?? '') ?? 0;
		if (one.done && count !== 1) broken.push(`item ${index} told as done, carried out ${count} times`);
		if (one.done && operation.effect === 'order' && known.get(one.orderId ?? '') !== trackingOf(one))
			broken.push(`item ${index} told the order of another, or none: ${one.orderId}`);
		if (!one.done && one.outcome !== 'unknown' && count > 0)
			broken.push(`item ${index} carried out, but told as ${one.outcome}: ${one.message}`);
		if (!one.done && one.outcome === undefined) broken.push(`item ${index} an error of no kind: ${one.message}`);
	});
	const toldIds = new Set(told.map(trackingOf));
	for (const trackingId of times.keys())
		if (!toldIds.has(trackingId)) broken.push(`${trackingId} carried out, and no item tells of it`);
	const count = (is: (one: Findings) => boolean): number => told.filter(is).length;
	const counts = {
		done: count((one) => one.done),
		nothing: count((one) => !one.done && one.outcome !== 'unknown'),
		mayExist: count((one) => !one.done && one.outcome === 'unknown'),
		carriedOut: carriedOut.length,
	};
	return { broken, counts };
}

async function playBatch(bench: FaultBench, operation: OperationCase, code: string, seed: number): Promise<Batch> {
	const { simulator, engine } = bench;
	runs += 1;
	await simulator.control.clearFaults();
	simulator.control.reset({ seed: 1_000_000 + runs });
	const items = Array.from({ length: ITEMS }, (_, index): IDataObject => operation.stage(simulator, index));
	const mine = new Set(
		sideOf(bench, operation)
			.books()
			.map(({ id }) => id),
	);
	lay(bench, operation.wire, code, seed);
	const run = await engine.run({
		type: operation.type,
		parameters: operation.parameters,
		items,
		...(operation.binary && { binary: operation.binary }),
		node: { onError: 'continueRegularOutput' },
		executionId: `batch-${runs}`,
	});
	await callsEnded(simulator);
	const told = run.json.map((json) => ({
		...findingsInItem(json),
		...(typeof json.trackingId === 'string' && { trackingId: json.trackingId }),
	}));
	const { broken, counts } = check(bench, operation, mine, told);
	if (run.error !== undefined) broken.push(`the node stopped: ${run.error.message}`);
	if (code === '429')
		for (const one of told) if (!one.done) broken.push(`429 only says later, but an item failed: ${one.message}`);
	if (told.length !== ITEMS) broken.push(`${told.length} outputs for ${ITEMS} items`);
	for (const secret of leakedSecrets(simulator, run)) broken.push(`a secret in what the user sees: ${secret}`);
	return { operation, code, seed, counts, broken };
}

/** Plays every order and change as a batch under each of several faults at random. */
export async function playBatches(benches: number, seed: number): Promise<Batch[]> {
	const wanted = OPERATIONS.filter(({ effect }) => effect !== 'read').flatMap((operation, row) =>
		CODES.map((code, column) => ({ operation, code, own: seed + row * CODES.length + column })),
	);
	const played: Batch[] = [];
	let next = 0;
	await Promise.all(
		Array.from({ length: benches }, async () => {
			const bench = await openFaultBench();
			for (let one = wanted[next++]; one !== undefined; one = wanted[next++])
				played.push(await playBatch(bench, one.operation, one.code, one.own));
			await bench.close();
		}),
	);
	return played;
}

/** Batches as a table: operations down, faults across; in each cell done/nothing/may exist. */
export function batchesText(played: readonly Batch[]): string {
	const width = 12;
	const cell = (name: string, code: string): string => {
		const found = played.find(({ operation, code: other }) => operation.name === name && other === code);
		if (found === undefined) return '.';
		const { done, nothing, mayExist } = found.counts;
		return `${found.broken.length > 0 ? '✗ ' : ''}${done}/${nothing}/${mayExist}`;
	};
	const names = OPERATIONS.filter(({ name }) => played.some(({ operation }) => operation.name === name)).map(
		({ name }) => name,
	);
	const sum = (pick: (batch: Batch) => number): number => played.reduce((total, batch) => total + pick(batch), 0);
	return [
		`${ITEMS} items, ${RATE * 100} % of calls struck`.padEnd(36) + CODES.map((code) => code.padStart(width)).join(''),
		...names.map((name) => `${name.padEnd(36)}${CODES.map((code) => cell(name, code).padStart(width)).join('')}`),
		`(done / nothing at Colt / may exist)`,
		`${played.length} runs, ${played.length * ITEMS} items: ${sum(({ counts }) => counts.done)} done, ` +
			`${sum(({ counts }) => counts.nothing)} errors with nothing at Colt, ` +
			`${sum(({ counts }) => counts.mayExist)} may exist; ${sum(({ counts }) => counts.carriedOut)} calls ` +
			`carried out; ${played.filter(({ broken }) => broken.length > 0).length} runs broke a promise`,
	].join('\n');
}
