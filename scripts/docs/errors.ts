import { RETRIES } from '../../nodes/shared/client/retry';
import { API_ERRORS, type CatalogueEntry, type Resend, TOKEN_ERRORS } from '../../nodes/shared/errors/catalogue';
import { CHECKS } from '../../nodes/shared/errors/checks';
import { FAULTS } from '../../nodes/shared/errors/faults';
import { code, page, table } from './markdown';

const INTRODUCTION = `# Errors

Written from the node's error catalogue by \`npm run docs\`; do not edit.

An error names the item and the field, says what to do, repeats Colt's own reason and message, and ends with HTTP status,
Colt's code and the tracking ID, which is what Colt's support asks for. The last column tells whether *you* may send the
same order again:

- **yes**: Colt has certainly not carried it out.
- **once corrected**: it would fail again as it is.
- **look first**: an order may exist although no good answer came. Look for it with Order: Get Many, Number: Get Order
  History or the number's status before you send it again. Reads may simply be repeated.`;

const BY_ITSELF = `## What the node repeats by itself

- Reads: after network failures, and every 5xx up to ${RETRIES} times, with growing pauses or as long as \`Retry-After\` asks; after 429 at the pace that is found to be allowed, until nothing at all has got through for three minutes.
- Orders: only when they certainly had no effect: the connection was refused, the host was not found, 429, 503 with \`Retry-After\`.
- After a 401 both get a new token and are sent once more. Not after 401/004, where a new token changes nothing.
- After a lost or unusable answer, 500, 502, 503 or 504 an order is looked for at Colt first; see [Safety](safety.md). It is sent again only if it provably is not there.`;

const AGAIN: Record<Resend, string> = { safe: 'yes', pointless: 'once corrected', unknown: 'look first' };

/** The page of documented failures. */
export function errorsPage(): string {
	return page(
		INTRODUCTION,
		'## Number APIs',
		entries(API_ERRORS),
		'## Token',
		'Asking for a token changes nothing at Colt, so it may always be repeated.',
		entries(TOKEN_ERRORS),
		'## Without an answer of Colt that says more',
		FAULT_NOTE,
		faultTable(),
		'## Local checks',
		CHECK_NOTE,
		table(
			['check', 'meaning', 'what to do', 'switched off by Local Checks'],
			Object.entries(CHECKS).map(([check, { meaning, remedy, isOptional }]) => [
				code(check),
				meaning,
				remedy,
				isOptional ? 'yes' : 'no',
			]),
		),
		'## By kind',
		table(['kind', 'meaning', 'what to do', 'may it be sent again'], KINDS),
		BY_ITSELF,
	);
}

const CHECK_NOTE =
	'Nothing is sent after any of these; the item may be run again once it is corrected. The first column stands in `check` of a continue-on-fail item, and the error names field, value and country. [Samples for every operation](wrong-inputs.md).';

const FAULT_NOTE =
	'The first column stands in `fault` of a continue-on-fail item. After an order whose outcome is unknown the error says what to look at instead.';

const faultTable = (): string =>
	table(
		['fault', 'meaning', 'what to do', 'may an order be sent again'],
		Object.entries(FAULTS).map(([fault, { meaning, remedy, resend }]) => [code(fault), meaning, remedy, AGAIN[resend]]),
	);

/** The kinds of problem, by `errorKind` of a continue-on-fail item. */
const KINDS: ReadonlyArray<readonly string[]> = [
	[
		code('input'),
		'A field of the item cannot be right, or the documents forbid it for the country',
		'Correct the field the error names; if only a local check is wrong, switch Local Checks off in the options',
		'yes',
	],
	[
		code('configuration'),
		'The credential or the node cannot be used as it is set up',
		'Correct what the error names',
		'yes',
	],
	[code('authentication'), 'No token could be had', 'See the token table', 'yes'],
	[
		code('network'),
		'Colt could not be reached, or the connection failed before an answer came',
		"Check environment, base URL and this machine's network. The error says whether the request was sent",
		'yes if nothing was sent, else look first',
	],
	[code('cancelled'), 'The execution was stopped', 'Run it again', 'yes if nothing was sent, else look first'],
];

function entries(catalogue: Record<string, CatalogueEntry>): string {
	const rows = Object.entries(catalogue).map(([key, { meaning, remedy, resend }]) => [
		code(key),
		meaning,
		remedy,
		AGAIN[resend],
	]);
	return table(['status/code', 'meaning', 'what to do', 'may it be sent again'], rows);
}
