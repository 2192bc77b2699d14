import type { IExecuteFunctions } from 'n8n-workflow';

import { toText } from '../text';
import type { ItemResult } from './itemResult';

/** Longest text of the input used as an item's label. */
const LONGEST = 40;

const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);

/** A field of the item as it was put in; nothing when the node has no such field or its expression fails. */
function putIn(context: IExecuteFunctions, name: string, itemIndex: number): string | undefined {
	try {
		const value = context.getNodeParameter(name, itemIndex, '', { extractValue: true }) as unknown;
		const text = typeof value === 'object' ? '' : toText(value).replace(/\s+/g, ' ').trim();
		return text === '' ? undefined : short(text);
	} catch {
		return undefined;
	}
}

/** What an item is about, for people: the number in its output, else the number or order ID that was put in. */
export function labelOf(
	context: IExecuteFunctions,
	result: ItemResult | undefined,
	itemIndex: number,
): string | undefined {
	const [item] = result !== undefined && 'items' in result ? result.items : [];
	if (typeof item?.numberRangeStart === 'string') return short(item.numberRangeStart);
	return putIn(context, 'numberRangeStart', itemIndex) ?? putIn(context, 'orderId', itemIndex);
}
