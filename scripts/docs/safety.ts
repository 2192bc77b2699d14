import { resources as inbound } from '../../nodes/ColtInbound/registry';
import { resources as wholesaleSip } from '../../nodes/ColtWholesaleSip/registry';
import type { Resource } from '../../nodes/shared/operation/types';
import type { RecoveryRule } from '../../nodes/shared/placing/recovery';
import { page, table } from './markdown';

const INTRODUCTION = `# Safety

Written from the node's rules by \`npm run docs\`; do not edit.

An order sent twice is billed twice. This page says what the node does so that it is not, and what is left to you.

## An answer that is lost or unclear

After a timeout, a broken connection, a status of 500, 502, 503 or 504, or an answer that cannot be used, nobody knows whether Colt
has taken the order. The node then looks for it at Colt, several times at growing distances, for 20 seconds unless the
option *Look-Up Time (Seconds)* says otherwise. It ends in one of three ways:

- **Exactly one order can be it.** The item is that order, with \`outcome: adopted\`. Nothing is sent again.
- **It provably is not there.** It is sent again with the same tracking ID, twice at most; the item says \`outcome: resent\`.
- **Neither.** The item fails with \`outcome: unknown\`: the order *may exist*. The error says what has been looked at and what to
  look at yourself, and the tracking ID for Colt's support.

An order is recognised by its type, its numbers or the order it belongs to, and the time it was created, by Colt's own clock. Country,
service profile, customer reference and port date must not contradict. Lists are compared here, whatever Colt makes of the filters. Each order is
assigned to at most one item; if two orders could match, or a record has too little information, none is taken. Somebody else's order of the same kind, for the
same numbers and with the same details, placed in the same seconds while yours was lost, cannot be told from yours.

**That an order is not there needs proof.** It counts as absent only when every source was read, whole and readable, and none of them has it, *and* the number's own
record still has the status that the operation starts from, so that by the documented life cycle Colt takes one such order only. A list counts as empty only when it
certainly is (\`[]\`, or a list member that is empty); otherwise every record in it must have a readable ID and time, and there must be as many as the total that Colt tells.
A list of orders that grows while it is read is whole if it is sorted by creation, newest first, and all that it had at first came.
Answers in another shape are searched for the order, but prove nothing: the order *may exist*. Where no status guards an operation it is never sent again by itself:`;

const AGAIN = `## A node that is tried again

- **Retry On Fail** runs the node again with all its items. What an earlier try has placed is given back, with \`alreadyPlaced: true\`; what it
  has left unclear is looked for first, and not sent while it may exist. Expressions that give something else in each try, such as
  \`$now\`, change nothing in this: the item is known by its place, its input and the node's settings.
- **An order whose outcome is unknown** is looked for first wherever the same is ordered again in this n8n process: by a loop through the error
   output, by a model that calls the tool again, by another run or execution. The same means the same account, operation and whole request. It is
   sent again when the lists of an hour later still do not show it.
- **An order that was clearly placed**, and whose item reached the workflow, is not given back to a later run or execution: *Execute step* in the
   editor and a second run of the workflow order again. Colt refuses what a number's status forbids; nothing refuses a second update, port-in
   or bulk order. The option *Look for Earlier Orders (Hours)* finds the first.
- **Two items of one run** that order the same number are refused before anything is sent: see [numbers](numbers.md).

## An execution that is retried

n8n's *Retry execution* runs a failed execution under a new number. The node recognises it and looks, before it sends anything, whether
an order of that kind was placed for the numbers since the first run began. One that is found is given back with \`alreadyPlaced: true\` and \`outcome: adopted\`; what is
not there is sent, with the tracking ID it had in the first run. If it cannot be told, the item fails and nothing is sent.
A customer reference made of \`$now\` or the like is another one then, and tells the order apart from the first: give such orders a reference that stays.

## n8n is killed in the middle

| | what n8n has | what you do | what happens |
| --- | --- | --- | --- |
| workflow setting *Save execution progress* on | the execution, up to the node before | *Retry execution* | what was placed is found, the rest is placed |
| off, started by a trigger or webhook | the execution, from its beginning | *Retry execution* | the same |
| off, started by hand | nothing that can be retried: n8n says so | run the workflow anew, with the option *Look for Earlier Orders (Hours)* | what was placed within those hours is found, the rest is placed |
| queue mode, a worker is lost (killed, or stopped with more work left than its time for stopping) | after some two minutes n8n empties the execution ("failed to be processed too many times"), with or without saved progress: *Retry execution* runs no node | run the workflow anew, with *Look for Earlier Orders (Hours)* | the same |
| run anew without the option | | | Colt refuses what a status forbids; updates, port-ins and bulk orders are placed again |

Switch *Save execution progress* on for workflows that place orders. The end-to-end tests kill n8n in the middle of 200 orders and print what is in the
simulator's books afterwards.

**A process that stood still** (a frozen worker, a machine that slept) may have lost its execution to somebody who ran it anew. When its clock jumps by more than half a minute during a run, the node looks
for each further order before it sends it. n8n tells a node nothing else about whether its execution still stands; *Stop* in queue mode does not reach a worker whose execution was started through a
webhook process, so start long runs of orders where they can be stopped, or in small portions.

With the option *Look for Earlier Orders (Hours)* any order of the same kind, for the same numbers and within those hours, counts as the item's, whoever placed it, in the same n8n process too. Two rows
of one run never get the same order. Leave the option out where the same order is meant to be placed several times.

## What the node says

- \`outcome\` of an item: \`adopted\` or \`resent\`; nothing on the ordinary way. \`alreadyPlaced: true\` if an earlier try or run had placed it.
- A hint beside the output counts them: "2 of 200 orders were found at Colt after an unclear answer and not sent again".
- An item that failed: \`outcome\` is \`notSent\`, \`refused\` or \`unknown\`. See [errors](errors.md).

## What it does not know

- The memory of placed orders is the n8n process's own. After a restart, and between workers in queue mode, the search at Colt takes its place.
- How long Colt takes to show a new order is not documented. 20 seconds is a guess, and the reason why only orders that a status guards are sent again; an hour is a safer one.
- That order records tell numbers, type and time of creation is inferred. Where they do not, nothing is adopted or sent again: the order *may exist*.`;

const SOURCES: Record<string, (rule: RecoveryRule) => string> = {
	ranges: ({ api }) =>
		api.history === undefined
			? "the number's status and the order it names"
			: "the number's order history, the list of orders, the number's status",
	parent: () => 'the child orders of the order, the list of orders',
	place: () => 'the list of orders',
};

const sources = (rule: RecoveryRule): string =>
	rule.by === undefined
		? rule.from === undefined
			? 'nowhere: Colt tells of no lock'
			: "the number's status"
		: (SOURCES[rule.by]?.(rule) ?? '');

const again = ({ event, from, api }: RecoveryRule): string =>
	event === undefined && from === undefined
		? 'never'
		: api.orders === undefined && event !== undefined
			? 'while the number is Reserved'
			: "while the number's status is the one before";

const rowsOf = (node: string, resources: readonly Resource[]): string[][] =>
	resources.flatMap((resource) =>
		resource.operations.flatMap((operation) => {
			if (!('wire' in operation)) return [];
			const rule = operation.recovery;
			const where = rule && (operation.bulk === undefined ? sources(rule) : 'the list of orders, row by row');
			return rule === undefined
				? []
				: [[`${node}${resource.name}: ${operation.name}`, where ?? '', again(rule), rule.check]];
		}),
	);

/** The page on what happens to an order whatever goes wrong. */
export function safetyPage(): string {
	const rows = [...rowsOf('', wholesaleSip), ...rowsOf('Inbound ', inbound)];
	return page(
		INTRODUCTION,
		table(['operation', 'looked for in', 'sent again', 'what to look at yourself'], rows),
		AGAIN,
	);
}
