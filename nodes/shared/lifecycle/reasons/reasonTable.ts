/** Where a list of reasons is published. */
export const REASON_SOURCES = {
	colt: 'Colt, document 000 (NL 088 numbers)',
	bnetza:
		"Bundesnetzagentur, pre-agreement of a change of provider (WBCI): codes RNG to SON, and the market's numbers 81xx",
	uk: 'UK industry codes of geographic ports, as Simwood and Gamma explain them; reasons as Dial 9 and Packnet do',
	plicbd: 'Poland, PLI CBD: reasons of the message E17',
	arcep: 'France, Arcep decision 2009-0637, article 3 (why a losing operator may refuse)',
	anacom: 'Portugal, ANACOM: why a port may be refused (CVP)',
	ancom: 'Romania, ANCOM: when operators can refuse a porting request',
	cnmc: 'Spain, practice under the CNMC specification: number of the holder, number in service',
	ctu: 'Czech Republic, ČTÚ: ČVOP and OKU, the codes of the losing operator',
	comreg: 'Ireland, ComReg: the Universal Account Number',
	agcom: 'Italy, AGCOM rules: migration code and holder',
	telnyx: 'Telnyx, exception types of porting orders (public client library)',
} as const;

export type ReasonSource = keyof typeof REASON_SOURCES;

/** What a rejection means, and what helps. */
export interface Reason {
	id: string;
	meaning: string;
	whatToDo: string;
	/**
	 * Words by which it is recognised, several languages: each entry is a set of beginnings of words that must all be in
	 * the text, without accents and in lower case.
	 */
	words: readonly string[];
	sources: readonly ReasonSource[];
}

/** A remedy that ends in the correction of the order. */
const correct = (first: string): string =>
	`${first}, then correct the order with Modify while Colt waits for your feedback, or order again.`;

/** @param words entries, divided by commas */
const reason = (id: string, meaning: string, whatToDo: string, words: string, ...sources: ReasonSource[]): Reason => ({
	id,
	meaning,
	whatToDo,
	words: words.split(', '),
	sources,
});

export const REASONS: readonly Reason[] = [
	reason(
		'lineType',
		'Single line and multi line are confused',
		correct('Ask the losing operator what the number is, set Line Type'),
		'single line, multi line, multiline, line type, port type incorrect',
		'uk',
		'telnyx',
	),
	reason(
		'mainBillingNumber',
		'The main billing number is missing or wrong',
		correct('Take the main billing number from the latest bill'),
		'main billing number, main billing telephone, mbn, btn, porting telephone number invalid, porting ' +
			'telephone number missing',
		'uk',
		'telnyx',
	),
	reason(
		'authorisationCode',
		'The code from the losing operator (RIO, CVP, migration code, ČVOP, OKU, UAN) is missing or wrong',
		correct('Ask the end customer for a new code from the losing operator'),
		'rio, cvp, migration code, codice migrazion, codice segret, cvop, oku, uan, universal account number, ' +
			'codigo validac, passcode, pin invalid',
		'arcep',
		'anacom',
		'agcom',
		'ctu',
		'comreg',
		'telnyx',
	),
	reason(
		'registrationNumber',
		"The registration number (VAT ID, NIF, CIF, SIRET, organisation number) is not the losing operator's",
		correct('Compare it with the latest bill'),
		'nif, cif, siret, siren, vat, organisation number, organization number, registration number, codice ' +
			'fiscale, partita iva, dane rejestrac, company number',
		'cnmc',
		'plicbd',
		'ancom',
	),
	reason(
		'account',
		'The account or customer number is not the one that the losing operator has',
		correct('Take the number from the latest bill of the losing operator'),
		'account number, customer number, klantnummer, kundennummer, numero client, numero cliente, account ' +
			'mismatch, subscriber code',
		'telnyx',
		'ancom',
	),
	reason(
		'address',
		'The address or the postcode is not the one that the losing operator has',
		correct('Ask for the installation address as the losing operator has it, often an older one'),
		'postcode, post code, postal code, zip code, address mismatch, address not match, address incorrect, ' +
			'address wrong, address differ, adresse falsch, adresse abweich, postleitzahl, plz, hausnummer, code ' +
			'postal, adresse incorrect, adresse erron, codigo postal, direccion, indirizzo, huisnummer, adres, ' +
			'location mismatch',
		'bnetza',
		'uk',
		'telnyx',
	),
	reason(
		'furtherHolders',
		'The contract has further holders, who must agree',
		'Get a letter of authorisation that all holders have signed, and send it with Modify or a new order.',
		'weitere anschlussinhaber, further account holder, joint account',
		'bnetza',
	),
	reason(
		'holder',
		'The name of the contract owner is not the one that the losing operator has',
		correct('Take the name from the latest bill or contract of the losing operator, word for word'),
		'anschlussinhaber, name mismatch, name not match, name incorrect, name wrong, name differ, contract owner, ' +
			'account holder, entity name, titulaire, titular, intestatar, anagrafic, naam, vorname, customer details ' +
			'not match, customer data not match',
		'bnetza',
		'uk',
		'cnmc',
		'agcom',
		'telnyx',
	),
	reason(
		'unknownCustomer',
		'The losing operator cannot find the customer',
		correct('Check losing operator, name, address and one of the numbers against the latest bill'),
		'nicht identifizierbar, customer not identif, customer not found, customer unknown, client inconnu, ' +
			'cliente non trovat',
		'bnetza',
	),
	reason(
		'inactive',
		'The number is not in service at the losing operator',
		'Have the losing operator confirm or restore the number before you order again. Contracts are to be ended ' +
			'by the port, not before it.',
		'not in service, not active, inactive, disconnected, ceased, nicht geschaltet, numero inactif, inactif, ' +
			'dado baja, no activ, non attiv, nieaktywn, niet gebruik, niet actief, no longer provid',
		'bnetza',
		'uk',
		'plicbd',
		'arcep',
		'cnmc',
		'ancom',
	),
	reason(
		'otherOperator',
		'The number is not with the operator that the order names: it may have been ported before',
		correct('Ask the end customer who bills the number now, set Current Operator'),
		'not belong, ported away, ported before, previously ported, subsequent port, not with operator, wrong ' +
			'operator, incorrect operator, nie nalezy dawcy, gehort nicht, phone number mismatch',
		'uk',
		'plicbd',
		'telnyx',
	),
	reason(
		'range',
		'Numbers are missing, or the range is not the one of the installation',
		correct(
			'Ask the losing operator for all numbers of the installation, set Number Range End, Further Ranges and ' +
				'Port Scope',
		),
		'missing number, associated number, range incomplete, incomplete range, range incorrect, incorrect range, ' +
			'range not match, ddi range, rufnummernblock, numeracion incomplet, grupy numer, split required, block ' +
			'incomplete',
		'uk',
		'bnetza',
		'plicbd',
		'telnyx',
	),
	reason(
		'otherPort',
		'Another port or order for the number is open',
		'Have the end customer cancel or finish the other order, then order again.',
		'already subject port, already port, other port, another port, port in progress, porting in progress, ' +
			'pending order, open order, vorabstimmung ander, vorabstimmung bereits, deja en cours, portage en cours, ' +
			'portabilidad en curso, duplicate',
		'bnetza',
		'arcep',
		'uk',
		'telnyx',
	),
	reason(
		'authority',
		'The letter of authorisation is missing, old or not signed by the right person',
		'Have the contract owner sign a new letter with all numbers and today’s date, and send it with Modify or a ' +
			'new order.',
		'loa, cloa, letter authori, letter authority, signator, signature, unterschrift, vollmacht, incapacite ' +
			'demandeur, mandat, not authoris, not authoriz, auth person',
		'uk',
		'arcep',
		'telnyx',
	),
	reason(
		'contract',
		'The contract at the losing operator is still running',
		'Agree with the end customer on the end of the contract (in the Netherlands set Contract at Current ' +
			'Operator), then choose a date after it or order again.',
		'contract term, contract end, contract duration, under contract, running contract, contract lopen, lopend ' +
			'contract, vertragslaufzeit, mindestlaufzeit, contrat en cours, umowy',
		'plicbd',
	),
	reason(
		'withdrawn',
		'The end customer has withdrawn the port at the losing operator',
		'Clear it with the end customer, then order again.',
		'zrezygnowal, customer withd, customer cancel, cancelled end customer, subscriber cancel',
		'plicbd',
	),
	reason(
		'dateTooFar',
		'The port date is too far away',
		'Choose an earlier port date: at most 120 days ahead in the Netherlands and Poland, 180 in Germany.',
		'120 dni, 120 day, 180 tage, 180 day, date far, too far future',
		'plicbd',
		'bnetza',
	),
	reason(
		'securityLine',
		'A security or alarm line depends on the number',
		'Have the end customer cancel or move the alarm line (in the United Kingdom BT Redcare) first, then order again.',
		'redcare, alarm, security line',
		'uk',
	),
	reason(
		'technical',
		'Data that the operators exchange is wrong; it is none of the end customer’s',
		"Ask Colt's porting desk with Send Note: the order itself need not change.",
		'cupid, order number missing, order sent date, structure message, operator code invalid',
		'uk',
	),
	reason(
		'notPortable',
		'Numbers of this kind cannot be ported',
		'Check the kind of number with Check Portability, and use new numbers from Colt instead.',
		'not portable, cannot be ported, nicht portierbar, non portable, no portable, non portabil',
		'telnyx',
		'anacom',
	),
	reason(
		'alreadyActive088',
		'The 088 numbers are already active',
		'Order a port-in with the losing operator and the LOA instead of an activation.',
		'088 already active',
		'colt',
	),
	reason(
		'noAcmAssignment',
		'ACM has no valid assignment of the 088 numbers',
		'Ask ACM for the assignment, and send the document that names the numbers.',
		'acm assignment, acm valid, no valid acm',
		'colt',
	),
	reason(
		'other',
		'Another reason, which the notes of the order explain',
		"Read the notes of the order, and ask Colt's porting desk with Send Note.",
		'sonstiges, other reason, overig',
		'bnetza',
		'colt',
	),
];
