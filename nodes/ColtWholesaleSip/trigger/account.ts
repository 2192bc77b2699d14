import type { IPollFunctions } from 'n8n-workflow';

import { Gathered, gather } from './gather';
import type { Source } from './gather';
import { fingerprint, keyOf } from './state';
import type { TrackerState } from './state';

/** Where a trigger reads, as n8n is to keep it: a fingerprint of the address and of which credential it is. */
export function accountOf(context: IPollFunctions, origin: string): string {
	const credentials = Object.values(context.getNode().credentials ?? {}).map(({ id }) => id);
	return fingerprint(JSON.stringify([origin, credentials]));
}

/**
 * Whether what is remembered is of other orders than those that the trigger reads now, as when a workflow made in the
 * sandbox goes over to production: all of them would be new. The same orders under another address or credential are
 * known by any one of them.
 * @param before what `accountOf` gave at the poll before, as n8n has kept it
 * @throws ColtError of the client
 */
export async function isOtherAccount(
	source: Source,
	state: TrackerState,
	before: unknown,
	now: string,
): Promise<boolean> {
	if (typeof before !== 'string' || before === now) return false;
	const { how } = await gather(source, new Gathered(), {}, 0, ({ id }) => !state.orders.has(keyOf(id)));
	if (how !== 'read') return false;
	source.warn(
		'The credential or its environment has changed, and none of the orders is one that the trigger knew: it starts anew, as at its first poll',
	);
	return true;
}
