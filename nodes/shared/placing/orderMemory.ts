/** Order ids kept; the oldest go first. */
const LARGEST = 50_000;

const known = new Set<string>();

/** A call under way, or whose outcome is being looked for. */
export interface OpenCall {
	/** What its order would be recognised by, as one text. */
	signature: string;
	/** The whole request as one text: calls that are equal in it ask for the same. */
	request: string;
	state: 'sending' | 'looking';
}

const open = new Set<OpenCall>();

/**
 * What this process knows of orders, so that one item's order is not taken for another's: the ids it has already told,
 * and the calls that may have created an order of which no id is known yet.
 */
export const ledger = {
	/** Whether an item has been given this order already. */
	isKnown: (orderId: string): boolean => known.has(orderId),
	/** Gives an order to an item; from now on it is no other item's. */
	learn(orderId: string): void {
		known.add(orderId);
		if (known.size > LARGEST) known.delete(known.values().next().value as string);
	},
	/** Enters a call before it is sent; to be closed when its outcome is told. */
	begin(signature: string, request: string): OpenCall {
		const call: OpenCall = { signature, request, state: 'sending' };
		open.add(call);
		return call;
	},
	close(call: OpenCall): void {
		open.delete(call);
	},
	/** Whether an order found for this call might be another call's: one still under way, or one that asks for something else. */
	isContested: (call: OpenCall): boolean =>
		[...open].some(
			(other) =>
				other !== call &&
				other.signature === call.signature &&
				(other.state === 'sending' || other.request !== call.request),
		),
};
