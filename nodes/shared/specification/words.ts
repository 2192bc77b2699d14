/**
 * Words of number management APIs that mean the same wherever they stand; the first of each line stands for all. Two or
 * three words in a row that are written as one here are one: `post code`, `local area code`.
 */
const SAME = `
country countrycode isocountry isocountrycode
city town municipality
postcode zip zipcode postalcode
street road streetname roadname
housenumber houseno buildingnumber buildingno streetnumber streetno premisenumber
pobox poboxnumber postbox
extension extn ext
address addr
phone telephone tel phonenumber telephonenumber phoneno telno
email emailaddress mailaddress
vat vatnumber vatid vatno
customer client cust
endcustomer enduser subscriber
organisation organization company
operator carrier provider
losing donor
status state
type kind
description desc
note remark comment
date at on datetime timestamp dt
created creation create
changed change update updated modified modification lastmodified lastupdate lastupdated lastchanged lastchange
start from begin since gte
end to until till thru lte
areacode lac localareacode
rangesize blocksize
quantity qty
directory phonebook
emergency emergencies
requested desired wished
reference ref
contact contactperson
document attachment doc
account acct
id identifier
number num nr
code cd
name nm
service svc
usage use
publish published
expiry expires expiration
reason reasons
portable portability
quarantine quarantined
reservation reserved reserve
cancel cancellation cancelled canceled
activate activation activated
deactivate deactivation deactivated
reject rejection rejected
reactivate reactivation reactivated
port porting
fulfil fulfilled fulfill
`;

/**
 * Words that often, but not always, mean what the first of their line means. They make a name likely, never certain.
 * From the vendor's public documents, TM Forum's APIs and what other carriers publish.
 */
const RELATED = `
country market nation land pays pais paese
city place ort stadt ville ciudad citta
locality sublocality neighbourhood neighborhood suburb ortsteil
postcode post postal plz postleitzahl cp
street thoroughfare strasse rue calle via
housenumber building premises premise hausnummer hausnr
district parish borough bezirk
province county region provinz provincia
extension suffix line2 addressline2 zusatz
address location site anschrift adresse direccion indirizzo
phone contactnumber telefon telefonnummer
email mail
vat registration nif cif tax taxid fiscal ustid ust steuernummer
organisation business firm firma entreprise
customer endcustomer kunde endkunde client
operator csp betreiber anbieter netzbetreiber operateur
losing current old former abgebend abgebender
gaining recipient new aufnehmend
type class sort art
category trade industry sector branche
description text message details information beschreibung
note notes remarks comments bemerkung notiz
reason rejection failure cause fault error reject grund
date time day moment datum
created placed raised erstellt angelegt
changed geaendert aktualisiert
start after first low lower min von anfang
end before last high upper max bis ende
rangesize size block
quantity amount volume menge anzahl
count total available records
number cli ddi did tn msisdn numbers rufnummer nummer numero
range series block rufnummernblock bereich
areacode area ndc vorwahl
directory listing verzeichnis telefonbuch
emergency e112 e911 notruf
publish listed veroeffentlichen
display shown
usage purpose nutzung
window slot timeslot hours zeitfenster
requested preferred gewuenscht wunsch
possible earliest
parent original main child sub
order transaction request job orders transactions requests jobs auftrag bestellung commande
result outcome results items
row index position line zeile
lock hold
expire left remaining
approval approved consent permission
profile plan
contact person responsible representative ansprechpartner
action operation verb aktion
prefix code1
routing route
billing bill invoice
reseller partner wholesaler
product offering offer
document file files
content data base64 body inhalt
page pagenumber pageno pageindex
limit pagesize perpage
port portierung
history timeline milestones
free availability
tracking correlation
result1 ack
name bezeichnung
`;

const tableOf = (lines: string): Array<[string, string]> =>
	lines
		.trim()
		.split('\n')
		.flatMap((line) => {
			const [first = '', ...others] = line.split(' ');
			return [first, ...others].map((word): [string, string] => [word, first]);
		});

const same = new Map<string, string>(tableOf(SAME));
const related = new Map<string, string>(
	[...tableOf(SAME), ...tableOf(RELATED)].map(([word, first]) => [word, same.get(first) ?? first]),
);

/** Words that say little: they part names only where nothing else does. */
const WEAK = new Set([
	'number',
	'name',
	'code',
	'id',
	'value',
	'list',
	'info',
	'item',
	'object',
	'field',
	'party',
	'resource',
	'record',
	'full',
	'description',
	'the',
	'of',
	'customer',
	'order',
]);

const stem = (word: string): string =>
	word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

/** Texts kept: a specification has some thousand different names. */
const MOST_TEXTS = 20_000;

/** Reads names by a table of words, each name once. */
function reader(table: ReadonlyMap<string, string>): (name: string) => readonly string[] {
	const read = new Map<string, readonly string[]>();
	return (name) => {
		const known = read.get(name);
		if (known !== undefined) return known;
		if (read.size > MOST_TEXTS) read.clear();
		const words = joined(plainWords(name), table);
		read.set(name, words);
		return words;
	};
}

/**
 * A name in words, each by the word that it is related to: `orderID`, `last_update.gte`,
 * `customerRegistrationNumber`.
 */
export const wordsOf = reader(related);

/** A name in words, each by the word that means the same. */
export const meaningOf = reader(same);

/** Whether a word is one of those whose meaning is known here. */
export const isKnownWord = (word: string): boolean => related.has(word) || WEAK.has(word);

/** A name in the words it is written in, in lower case. */
export const plainWords = (name: string): string[] =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replaceAll('ß', 'ss')
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
		.toLowerCase()
		.match(/[a-z]+|\d+/g) ?? [];

const LONGEST_JOIN = 3;

/** Words that are one in the table, such as `post code`, and the word that stands for each. */
function joined(words: readonly string[], table: ReadonlyMap<string, string>): string[] {
	const found: string[] = [];
	for (let index = 0; index < words.length; index += 1) {
		let length = Math.min(LONGEST_JOIN, words.length - index);
		while (length > 1 && !table.has(words.slice(index, index + length).join(''))) length -= 1;
		const word = words.slice(index, index + length).join('');
		found.push(table.get(word) ?? table.get(stem(word)) ?? stem(word));
		index += length - 1;
	}
	return found;
}

const weightOf = (word: string): number => (WEAK.has(word) ? 0.3 : 1);

/** From 0 to 1: how much of their words two names share. */
export function sharedWords(one: readonly string[], other: readonly string[]): number {
	const union = new Set([...one, ...other]);
	if (union.size === 0) return 0;
	const weigh = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + weightOf(word), 0);
	return weigh([...new Set(one)].filter((word) => other.includes(word))) / weigh(union);
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** From 0 to 1: how alike two names are spelled, by the pairs of letters they share (Dice's coefficient). */
export function spelledAlike(one: string, other: string): number {
	const [left, right] = [plain(one), plain(other)];
	if (left === right) return 1;
	const pairs = (text: string): string[] =>
		Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
	const [ours, theirs] = [pairs(left), pairs(right)];
	if (ours.length === 0 || theirs.length === 0) return 0;
	const rest = [...theirs];
	const shared = ours.filter((pair) => {
		const at = rest.indexOf(pair);
		if (at >= 0) rest.splice(at, 1);
		return at >= 0;
	}).length;
	return (2 * shared) / (ours.length + theirs.length);
}
