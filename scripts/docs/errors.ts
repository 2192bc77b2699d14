import { RETRIES } from '../../nodes/shared/client/retry';
import { API_ERRORS, type CatalogueEntry, type Resend, TOKEN_ERRORS } from '../../nodes/shared/errors/catalogue';
import { CHECKS } from '../../nodes/shared/errors/checks';
import { FAULTS } from '../../nodes/shared/errors/faults';
import { code, page, table } from './markdown';

const INTRODUCTION = `# Errors

Written from the node's error catalogue by \`npm run docs\`; do not edit.

The first line of an error says what happened and whether the order may exist. Below it stand the item and the field, what to do,
what became of the other items, and what Colt's support asks for: HTTP status, Colt's code and the tracking ID.

| the first line ends with | the order |
| --- | --- |
| *Nothing was sent.* | does not exist. Correct the item and send it |
| *No order was placed.* | does not exist: Colt refused it. Correct what Colt's message names and send the item again |
| *The order may exist at Colt: do not send it again before checking.* | may exist. Look for it first, as the error says |

Where a node has several items, the error names the item as people count, from 1, with its number: *Item 3 of 5 (+442081324758)*.
If others are ordered already, it lists them with their order IDs: leave them out before you run the node again, or set *Look for
Earlier Orders* in its options.`;

const FIELDS_NOTE = `With *On Error › Continue* the failed item is in the output, with the columns of its input, its files, and these
fields. With *Continue (using error output)* it is on the error output, with \`error\`, the columns of its input and its files, and all
other fields under \`details\`, such as \`{{ $json.details.outcome }}\`: n8n accepts no other names there. An AI agent that called the
node as a tool is given the same fields as its answer. A column of the input that has the name of one of the fields is replaced.`;

/** Fields of an item that stands for an error. */
const FIELDS: ReadonlyArray<readonly string[]> = [
	[code('error'), 'The first line: what happened, and whether the order may exist'],
	[code('outcome'), '`notSent`, `refused` (Colt answered that it did nothing) or `unknown` (the order may exist)'],
	[code('remedy'), 'What to do'],
	[code('errorKind'), 'See below'],
	[code('field'), 'Label of the field in question, as in the editor'],
	[code('check'), 'Which local check refused the item'],
	[code('fault'), 'What went wrong on the way, when Colt itself gave no error'],
	[code('httpStatus'), 'HTTP status of the answer'],
	[`${code('code')}, ${code('reason')}, ${code('vendorMessage')}`, "Colt's own code, reason and message"],
	[code('trackingId'), "The tracking ID that was sent: what Colt's support asks for"],
	[code('networkCode'), 'Code of a network error, such as `ECONNRESET`'],
	[code('itemIndex'), "The item as n8n's expressions count, from 0"],
];

const AGAIN_NOTE = `The last column of the tables tells whether *you* may send the same order again:

- **yes**: Colt has certainly not carried it out.
- **once corrected**: it would be refused again as it is.
- **look first**: an order may exist although no good answer came. Look for it with Order: Get Many, Number: Get Order
  History or the number's status before you send it again. Reads may simply be repeated.`;

const BY_ITSELF = `## What the node repeats on its own

- Reads: after network failures, and every 5xx up to ${RETRIES} times, with growing pauses or as long as \`Retry-After\` asks; after 429 at the pace that is found to be allowed, until nothing at all has got through for three minutes.
- Orders: only when they certainly had no effect: the connection was refused, the host was not found, 429, 503 with \`Retry-After\`.
- After a 401 both get a new token and are sent once more. Not after 401/004, where a new token changes nothing.
- After a lost or unusable answer, 500, 502, 503 or 504 an order is looked for at Colt first; see [Safety](safety.md). It is sent again only if it provably is not there.`;

const AGAIN: Record<Resend, string> = { safe: 'yes', pointless: 'once corrected', unknown: 'look first' };

/** The page of documented failures. */
export function errorsPage(): string {
	return page(
		INTRODUCTION,
		'## Fields of an error',
		FIELDS_NOTE,
		table(['field', 'meaning'], FIELDS),
		'## May it be sent again?',
		AGAIN_NOTE,
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
	'Nothing is sent after any of these; the item may be sent again once it is corrected. The first column is the field `check`, and the error names field, value and country. [Samples for every operation](wrong-inputs.md).';

const FAULT_NOTE =
	'The first column is the field `fault`. After an order whose outcome is unknown the error says where to look instead.';

const faultTable = (): string =>
	table(
		['fault', 'meaning', 'what to do', 'may an order be sent again'],
		Object.entries(FAULTS).map(([fault, { meaning, remedy, resend }]) => [code(fault), meaning, remedy, AGAIN[resend]]),
	);

/** The values of `errorKind`. */
const KINDS: ReadonlyArray<readonly string[]> = [
	[
		code('input'),
		'A field of the item cannot be right, or the documents forbid it for the country',
		"Correct the field that the error names; if Colt allows what a local check refuses, switch 'Local Checks' off in the options",
		'yes',
	],
	[
		code('configuration'),
		'The credential or the node cannot be used as it is set up',
		'Correct what the error names',
		'yes',
	],
	[code('authentication'), 'Colt gave no token', 'See the token table', 'yes'],
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
