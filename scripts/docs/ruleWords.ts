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
