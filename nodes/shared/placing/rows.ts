import type { ColtClient } from '../client/client';
import { gatherList } from './evidence';
import type { Since } from './evidenceReader';
import { verdictOf } from './match';
import type { Verdict } from './match';
import { ledger } from './orderMemory';
import type { OpenCall } from './orderMemory';
import { claim, pausesFor } from './findOrder';
import type { LookUpRule } from './recoveryRules';
import type { Sought } from './wanted';

/** A row of a bulk whose order is looked for. */
export interface SoughtRow {
	sought: Sought;
	open: OpenCall;
}

/** What the search has come to for each row, in the order of the rows. */
export interface RowSearch {
	verdicts: Verdict[];
	looks: number;
	seconds: number;
}

const sharedCountry = (rows: readonly SoughtRow[]): string | undefined => {
	const countries = new Set(rows.map(({ sought }) => sought.country));
	const [only] = countries;
	return countries.size === 1 ? only : undefined;
};

/**
 * Looks for the orders that the rows of a bulk have become, until all are found or the patience is over.
 * A row's order is known by its type and numbers, as a single one's is.
 * @throws ColtError of kind `cancelled`
 */
export async function searchRows(
	client: ColtClient,
	rule: LookUpRule,
	rows: readonly SoughtRow[],
	since: Since,
	patienceMs: number,
	trackingId: string,
): Promise<RowSearch> {
	const verdicts: Verdict[] = rows.map(() => ({ is: 'unclear', why: 'nothing could be read' }));
	const country = sharedCountry(rows);
	const list: Sought = {
		ranges: [],
		...(rule.orderType !== undefined && { type: rule.orderType }),
		...(country !== undefined && { country }),
	};
	const pauses = pausesFor(patienceMs);
	let waited = 0;
	for (const [index, pause] of pauses.entries()) {
		await client.pause(pause);
		waited += pause;
		const evidence = await gatherList({ client, rule, sought: list, since, trackingId });
		for (const [row, { sought, open }] of rows.entries()) {
			if (verdicts[row]?.is !== 'found') verdicts[row] = claim(verdictOf(rule, sought, evidence, ledger.isKnown), open);
		}
		if (verdicts.every(({ is }) => is === 'found') || index === pauses.length - 1)
			return { verdicts, looks: index + 1, seconds: Math.round(waited / 1_000) };
	}
	return { verdicts, looks: pauses.length, seconds: Math.round(waited / 1_000) };
}
