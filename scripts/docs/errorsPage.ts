import { API_ERRORS, type CatalogueEntry, type Resend, TOKEN_ERRORS } from '../../nodes/shared/errors/catalogue';
import { CHECKS } from '../../nodes/shared/errors/localChecks';
import { FAULTS } from '../../nodes/shared/errors/faults';
import type { Parts } from './markers';
import { code, table } from './markdown';

const AGAIN: Record<Resend, string> = { safe: 'yes', pointless: 'once corrected', unknown: 'look first' };

/** The generated parts of docs/errors.md: Colt's documented errors, faults and local checks. */
export const errorsParts = (): Parts => ({
	'api errors': entries(API_ERRORS),
	'token errors': entries(TOKEN_ERRORS),
	faults: table(
		['fault', 'meaning', 'what to do', 'may an order be sent again'],
		Object.entries(FAULTS).map(([fault, { meaning, remedy, resend }]) => [code(fault), meaning, remedy, AGAIN[resend]]),
	),
	checks: table(
		['check', 'meaning', 'what to do', 'switched off by Local Checks'],
		Object.entries(CHECKS).map(([check, { meaning, remedy, isOptional }]) => [
			code(check),
			meaning,
			remedy,
			isOptional ? 'yes' : 'no',
		]),
	),
});

function entries(catalogue: Record<string, CatalogueEntry>): string {
	const rows = Object.entries(catalogue).map(([key, { meaning, remedy, resend }]) => [
		code(key),
		meaning,
		remedy,
		AGAIN[resend],
	]);
	return table(['status/code', 'meaning', 'what to do', 'may it be sent again'], rows);
}
