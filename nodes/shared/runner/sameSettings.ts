import { inputError } from '../errors/problem';
import { optionsField } from '../fields/options';
import { quote } from '../input/quote';
import type { CallOperation, Field } from '../operation/types';
import type { Row } from './prepare';

/** Options that apply to the whole run of the node. */
const OF_THE_RUN = ['parallelCalls', 'timeoutSeconds', 'mostCallsPerSecond'];
/** Options that apply to one bulk order. */
const OF_A_BULK_ORDER = ['extraQuery', 'lookUpSeconds'];
const BULK_SIZE = 'bulkSize';

const shown = (value: unknown): string => (value === undefined ? 'not set' : quote(value));

/** Items are counted from 1, as n8n counts them in its tables. */
const differs = (label: string, first: [number, unknown], other: [number, unknown]): Error =>
	inputError(
		label,
		`differs between the items: it is ${shown(first[1])} for item ${first[0] + 1} and ${shown(other[1])} for ` +
			`item ${other[0] + 1}`,
		'The setting applies to all items of a run. Give it one value, or run the items in groups.',
		'differs',
	);

/** @throws ColtError when the values are not all the same, naming the first two that differ */
function demandSame(label: string, values: ReadonlyArray<[itemIndex: number, value: unknown]>): void {
	const [first] = values;
	if (first === undefined) return;
	const other = values.find(([, value]) => JSON.stringify(value) !== JSON.stringify(first[1]));
	if (other !== undefined) throw differs(label, first, other);
}

const labelOf = (fields: readonly Field[], name: string): string =>
	fields.find((field) => field.name === name)?.displayName ?? name;

/**
 * Settings that one run or one bulk order has once: an expression may not make them differ between the items, because
 * only one of the values could be honoured. Preview Only and Limit are honoured item by item.
 * @throws ColtError of kind `input`, before anything is sent
 */
export function demandSameSettings({ bulk, fields }: CallOperation, rows: readonly Row[]): void {
	const names = bulk === undefined ? OF_THE_RUN : [...OF_THE_RUN, ...OF_A_BULK_ORDER];
	for (const name of names) {
		const label = labelOf((optionsField.options ?? []) as Field[], name);
		demandSame(
			label,
			rows.map(({ itemIndex, prepared }) => [itemIndex, prepared.options?.[name]]),
		);
	}
	if (bulk === undefined) return;
	demandSame(
		labelOf(fields, BULK_SIZE),
		rows.map(({ itemIndex, prepared }) => [itemIndex, bulk.size(prepared.params)]),
	);
}
