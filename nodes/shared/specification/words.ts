/**
 * Words that name the same thing in number management APIs; the first of each line stands for all. From the vendor's
 * public documents, TM Forum's APIs and what other carriers publish.
 */
const SYNONYMS = `
country countrycode market nation
city town municipality place
locality sublocality neighbourhood neighborhood suburb
postal post postcode zip zipcode postalcode
street road thoroughfare
house building housenumber buildingnumber premises premise
district parish borough
province county region
extension extn ext suffix line2 addressline2
address location site
phone telephone tel phonenumber contactnumber
email mail emailaddress
vat registration nif cif tax vatnumber taxid fiscal
company business organisation organization firm
customer client subscriber enduser endcustomer
operator carrier provider csp
losing current donor old former
gaining recipient new
status state
type kind class sort
category trade industry sector
description text message details information
note notes remark remarks comment comments
reason rejection failure cause fault error reject
date time on at day datetime timestamp moment
created creation create placed raised
changed update updated lastupdate modified lastmodified change modification
from start gte since after begin first low lower min
to end lte until before last high upper max thru
size block blocksize rangesize
quantity amount qty volume
count total available records
number cli ddi did tn msisdn numbers
range series
lac areacode area ndc
directory listing phonebook
emergency e112
publish published listed
display shown
usage use purpose
window slot timeslot hours
requested wished desired preferred
possible earliest
parent original main
child sub
order transaction request job orders transactions requests jobs
result outcome results items
row index position line
lock hold
expiry expires expiration valid
expire left remaining
approval approved consent permission
profile plan
reference ref
contact person responsible representative
action operation verb
prefix code1
routing route
billing bill invoice
account acct
reseller partner wholesaler
product offering offer
attachment file document attachments files documents
content data base64 body
page pagenumber pageno pageindex
limit pagesize perpage
port porting
history timeline milestones
window1 portwindow
free availability
reservation reserved reserve
quarantine quarantined
tracking correlation
portable portability
result1 ack
service svc
`;

const canonical = new Map<string, string>(
	SYNONYMS.trim()
		.split('\n')
		.flatMap((line) => {
			const [first = '', ...others] = line.split(' ');
			return [first, ...others].map((word): [string, string] => [word, first]);
		}),
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

const split = new Map<string, readonly string[]>();
/** Texts kept: a specification has some thousand different names. */
const MOST_TEXTS = 20_000;

/** A name in words, each by the word that stands for it: `orderID`, `last_update.gte`, `customerRegistrationNumber`. */
export function wordsOf(name: string): readonly string[] {
	const known = split.get(name);
	if (known !== undefined) return known;
	if (split.size > MOST_TEXTS) split.clear();
	const words = splitName(name);
	split.set(name, words);
	return words;
}

function splitName(name: string): string[] {
	const parts = name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
		.toLowerCase()
		.match(/[a-z]+|\d+/g);
	return joined(parts ?? []);
}

/** Two words that are one in the table, such as `post code`, and the word that stands for the thing. */
function joined(words: readonly string[]): string[] {
	const found: string[] = [];
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index] ?? '';
		const pair = `${word}${words[index + 1] ?? ''}`;
		if (words[index + 1] !== undefined && canonical.has(pair)) {
			found.push(canonical.get(pair) ?? pair);
			index += 1;
		} else found.push(canonical.get(word) ?? canonical.get(stem(word)) ?? stem(word));
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
