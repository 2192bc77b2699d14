import { inbound, wholesaleSip } from '../contract/wire.generated';
import type { Shape } from '../contract/table';
import { isCountryCode } from '../lifecycle/countryCodes';

function wordsOf(shape: Shape | undefined, name: string): string[] {
	if (shape === undefined || !('fields' in shape)) return [];
	const field = shape.fields[name];
	const inner = typeof field === 'object' ? field.shape : undefined;
	return inner !== undefined && 'values' in inner ? Object.keys(inner.values) : [];
}

const orders = [wholesaleSip.operations.getOrder.response, inbound.operations.getOrder.response];
const known = (name: string): ReadonlySet<string> =>
	new Set(orders.flatMap((shape) => wordsOf(shape, name)).map((word) => word.toLowerCase()));

const TYPES = known('type');
const ACTIONS = known('action');

/**
 * Facts of an order record that use words of the contract. Most of these words are inferred: an unknown word may be
 * Colt's own for the same thing, so it is not compared.
 */
export const comparable = {
	type: (word: string): boolean => TYPES.has(word.trim().toLowerCase()),
	action: (word: string): boolean => ACTIONS.has(word.trim().toLowerCase()),
	country: (word: string): boolean => isCountryCode(word.trim().toUpperCase()),
};
