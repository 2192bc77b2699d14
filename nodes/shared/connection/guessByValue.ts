import { isDictionary, openList } from '../contract/envelope';
import type { Shape } from '../contract/table';
import { NUMBER_STATUSES } from '../lifecycle/numberStatus';
import { orderStatusInfo } from '../lifecycle/orderStatus';
import { plainStatus } from '../lifecycle/plainStatus';
import type { CheckedCall } from './checkedCall';
import type { ProposedCorrection } from './proposedCorrection';
import { maskedName } from './mask';

const numberStatuses = new Set(NUMBER_STATUSES.map(plainStatus));
const isPhone = (text: string): boolean => /^\+\d{7,15}$/.test(text.trim());

/** Names that can be told by their values, whatever they are called. */
const BY_VALUE: ReadonlyArray<{ name: string; ofOrder: boolean; what: string; is: (text: string) => boolean }> = [
	{
		name: 'status',
		ofOrder: true,
		what: 'statuses of orders',
		is: (text) => orderStatusInfo(text) !== undefined,
	},
	{
		name: 'status',
		ofOrder: false,
		what: 'statuses of numbers',
		is: (text) => numberStatuses.has(plainStatus(text)),
	},
	{ name: 'start', ofOrder: false, what: 'phone numbers', is: isPhone },
];

/** The names that lead to a list in an answer; empty for a bare list. */
function pathTo(value: unknown, list: unknown, path: readonly string[] = []): readonly string[] | undefined {
	if (value === list) return path;
	if (!isDictionary(value)) return undefined;
	for (const [name, inner] of Object.entries(value)) {
		const found = maskedName(name) === name ? pathTo(inner, list, [...path, name]) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Where the records of an answer stand at Colt; undefined where that cannot be said. */
function recordsAt(response: Shape, raw: unknown): string | undefined {
	if (!('list' in response)) return 'body';
	const list = openList(response, raw);
	if (list === undefined || list.form === 'single') return undefined;
	const path = pathTo(raw, list.records);
	return path === undefined ? undefined : `${['body', ...path].join('.')}[]`;
}

const isTextOf = (values: readonly unknown[], is: (text: string) => boolean): boolean =>
	values.length > 0 && values.every((value) => typeof value === 'string' && is(value));

/** What a name that is missing may be called, by the values of the names that the contract does not know. */
export function guessByValue(calls: readonly CheckedCall[]): ProposedCorrection[] {
	return calls.flatMap(({ operation, names, title, answer }): ProposedCorrection[] => {
		const { response } = operation;
		// With corrections the records are in the contract's names: where they stand at Colt is not known here.
		if (names === undefined || response === undefined || answer === undefined || answer.body !== answer.raw) return [];
		const at = recordsAt(response, answer.raw);
		if (at === undefined) return [];
		const ours = 'list' in response ? 'body[]' : 'body';
		const isOrder = names.known.has('id') || names.missing.includes('id');
		const propose = (name: string, proposal: string, others: string[], why: string): ProposedCorrection => ({
			operation: operation.id,
			half: 'answer',
			name,
			proposal,
			alternatives: others,
			why: `${title}: ${why}`,
		});
		const found = BY_VALUE.filter(({ name, ofOrder }) => ofOrder === isOrder && names.missing.includes(name)).flatMap(
			({ name, what, is }): ProposedCorrection[] => {
				const places = [...names.samples]
					.filter(([place, values]) => !place.includes('‹') && isTextOf(values, is))
					.map(([place]) => `${at}.${place}`);
				const [first, second] = places;
				if (first === undefined) return [];
				const why = `its values are ${what}`;
				const own = propose(`${ours}.${name}`, first, places.slice(1), why);
				const isPair = name === 'start' && second !== undefined && names.missing.includes('end');
				return isPair ? [own, propose(`${ours}.end`, second, [first], why)] : [own];
			},
		);
		const isWrapped = at !== ours && found.length > 0;
		return isWrapped ? [propose('body', at.replace(/\[\]$/, ''), [], 'the list stands there'), ...found] : found;
	});
}
