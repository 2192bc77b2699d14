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
