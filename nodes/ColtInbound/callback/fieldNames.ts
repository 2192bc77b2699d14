import { shapeOf, wireOf } from '../../shared/contract/encode';
import type { Shape } from '../../shared/contract/table';
import { inbound } from '../../shared/contract/wire.generated';

/** A name without case, blanks and signs: `OrderId`, `order_id` and `ORDER-ID` are one. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Every name by which the contract reads a field of this shape. */
function namesIn(shape: Shape | null | undefined): string[] {
	if (!shape) return [];
	if ('list' in shape) return namesIn(shape.list);
	if (!('fields' in shape)) return [];
	return Object.values(shape.fields).flatMap((field) => {
		const aliases = typeof field === 'string' ? [] : (field.aliases ?? []);
		return [wireOf(field), ...aliases.flatMap((alias) => alias.split('.')), ...namesIn(shapeOf(field))];
	});
}

const { callBack, getOrder } = inbound.operations;
const NAMES = [...namesIn(callBack.body), ...namesIn(getOrder.response)];
const EXACT = new Set(NAMES);
const BY_PLAIN_NAME = new Map(NAMES.toReversed().map((name) => [plainName(name), name]));

/** A callback's JSON with the contract's names where its own are spelled in another way; other names stay. */
export function inContractNames(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inContractNames);
	if (typeof value !== 'object' || value === null) return value;
	const contractName = (name: string): string => {
		const known = EXACT.has(name) ? name : (BY_PLAIN_NAME.get(plainName(name)) ?? name);
		return known !== name && Object.hasOwn(value, known) ? name : known;
	};
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [contractName(name), inContractNames(part)]));
}
