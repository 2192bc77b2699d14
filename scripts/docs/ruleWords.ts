export const INTRODUCTION = `# Country rules

Written from \`nodes/shared/lifecycle/\` by \`npm run docs\`; do not edit. The same tables drive the node's hints and local
checks, and the simulator. The column *document* says where a row comes from:

- 000 and 001: Colt's page on Wholesale SIP Number Management, in two copies of different completeness
- 002: Colt's page on the Inbound number API
- 003: Colt's sample requests for returning numbers
- 004: Colt's description of number reservation
- portal: Colt's public developer portal

Where the documents contradict each other, the source files say which one was followed and why. A local check refuses only
what the documents certainly forbid, and Local Checks in the node's options switches these checks off.

Zone A: AT, BE, DK, FR, DE, IE, IT, NL, PT, ES, SE, CH, GB. Zone B: LU, SK, FI, NO, CZ, RO, PL.`;

export const ADDRESS_NOTE = `The address parts are those of Colt's address API. That an end customer's address has the same ones is inferred.`;

export const FRANCE = `Free numbers are found by the LACs 01 to 05 alone; the LAC extension and the search by city are no longer available (000). A new
activation of a Colt number needs a tri-partite agreement; one of your own numbers from ARCEP, hosted by Colt, does not (000). The
node cannot tell whose a number is, so it asks for no agreement.`;

export const SPELLING_NOTE = `The documents write a status in several ways, such as \`PortIn_Allocated\`, \`PortedIn_Allocated\` and \`Port In Allocated\`. The node
compares them without blanks, underscores, hyphens, brackets and capitals. Dutch 088 numbers go from Port In Reserved to
PortIn_Allocated to PortIn_Activated (000). How a quarantined ported-in number of Italy or Sweden ends, no document says.`;

export const TWO_READINGS_NOTE = `Here the documents can be read in two ways. The node checks nothing of it and leaves the answer to Colt.`;

export const DIRECTORY_NOTE = `The port-in column is documented for the Netherlands alone; for the other countries it is an assumption, and the node does
not check it. *At least one*: one or more of the parts marked so. Countries that are not here have no directory service in the documents.`;

/** Names of the code in the words of the business, where splitting the name is not enough. */
const WORDS: Readonly<Record<string, string>> = {
	both: 'port-in and port-out',
	portIn: 'port-in',
	portOut: 'port-out',
	nl088: 'Dutch 088 numbers',
	premium: 'Premium customers',
	transfer: 'ports to another operator than the range holder',
	updateCustomerAdd: 'end customer update: ADD',
	updateCustomerModify: 'end customer update: MODIFY',
	reservationEnd: 'end of the reservation',
	quarantineEnd: 'end of the quarantine',
	acceptPortOut: 'accept port-out',
	rejectPortOut: 'reject port-out',
	portInFeedback: 'feedback awaited on a port-in',
	portOutFeedback: 'feedback awaited on a port-out',
	portInitiation: 'port not initiated',
	nl088Deactivation: 'deactivation of a Dutch 088 number',
};

/** `changeDate` as `change date`. */
export const inWords = (name: string): string =>
	WORDS[name] ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
