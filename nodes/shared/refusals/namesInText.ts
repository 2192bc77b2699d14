/** What a refusal says of a name: it was not given, is not known, or has a value that is not taken. */
export type Complaint = 'missing' | 'unknown' | 'invalid';

/** A name of a field in a refusal, as it was written: `vatNumber`, `relatedParty.reseller.country`. */
export interface RefusedName {
	name: string;
	complaint: Complaint;
	/** Whether it is offered in place of another: "did you mean …", "known properties are …". */
	isOffered?: true;
}

const MISSING =
	/\b(?:missing|miss(?:es)?|required?|requires|mandatory|must have|must be (?:present|provided|specified|supplied|given)|not (?:present|provided|specified|supplied|given)|(?:must|may|can(?:not)?|should) ?not be (?:null|blank|empty|undefined)|is (?:null|empty|blank|absent)|absent)\b/i;
const UNKNOWN =
	/\b(?:unknown|unrecogni[sz]ed|unexpected|not (?:expected|recogni[sz]ed|known|defined|permitted|supported)|unsupported|undeclared|undefined (?:field|property|attribute|parameter|name)|extra(?:neous)?|superfluous|additional ?propert(?:y|ies)|unevaluated ?propert(?:y|ies)|no (?:such )?(?:field|property|attribute|parameter|element)|(?:properties|property|fields?|attributes?|parameters?|elements?) (?:which |that )?(?:is|are) not allowed|when not allowed|does not exist)\b/i;
const OFFER =
	/\b(?:did you mean|perhaps you meant|do you mean|use|known propert(?:y|ies)|expected one of|(?:valid|allowed|possible|supported|known|accepted) (?:fields?|names?|propert(?:y|ies)|attributes?|parameters?|elements?)(?: are| is)?|expects?|should be (?:called|named)|renamed to|instead of it|replaced by|superseded by)\b/i;

/** A name in signs that set it apart from the words around it. */
const QUOTED = /"([^"\s]{1,120})"|'([^'\s]{1,120})'|`([^`\s]{1,120})`|<([^<>\s]{1,120})>|«([^«»\s]{1,120})»/g;
/** A place or a name that no language has as a word: `/a/b`, `$.a.b`, `a.b`, `aB`, `a_b`, `a[0].b`. */
const WRITTEN =
	/(?<![\p{L}\d_.$/@[\]-])(?:#?\/[a-z][\w-]*(?:\/[\w-]+)*|\$(?:\.[A-Za-z_][\w-]*|\[\d*\])+|[A-Za-z_][\w-]*(?:\[\d*\])*(?:\.(?:[A-Za-z_][\w-]*|\d+)(?:\[\d*\])*)+|[a-z][a-z\d]*(?:[A-Z][A-Za-z\d]*)+|[A-Z][a-z\d]+(?:[A-Z][a-z\d]+)+|[a-z][a-z\d]*(?:_[a-z\d]+)+)(?![\p{L}\d_])/gu;
/** A plain word is a name only where the text says that it is one. */
const CALLED =
	/\b(?:field|parameter|param|property|attribute|element|member|key)s? (?:named |called )?([a-z][\w-]{1,60})\b(?=\s*(?::|is\b|are\b|was\b|has\b|must\b|may\b|can\b|does\b|cannot\b))|\b([a-z][\w-]{1,60}) (?:field|parameter|property|attribute|element) (?:is|was|must|may|cannot|has)\b|^\s*([a-z][\w-]{1,60})\s*(?::|(?=(?:is|must|may|cannot) ))|(?:missing|required|mandatory)(?: (?:field|parameter|property|attribute|element)s?)?(?: missing)?\s*[:=]\s*([a-z][\w-]{1,60})\b|(?:missing|required|mandatory|unknown|unexpected|invalid) (?:field|parameter|property|attribute|element) ([a-z][\w-]{1,60})\b/gi;

/** Words that stand where a name would, in the texts of validators. */
const NO_NAMES = new Set(
	(
		'a an the and or not no is are be it this that of in at to for with value values field fields parameter ' +
		'parameters property properties attribute attributes element elements required request body query header ' +
		'json schema string integer number object array boolean null true false type error message invalid missing ' +
		'unknown mandatory bad path instance data input payload which must may should cannot e.g i.e object.instance ' +
		'java.lang com.fasterxml'
	).split(' '),
);

const isName = (text: string): boolean =>
	/^[A-Za-z_$#/][\w.$#/[\]-]*$/.test(text) && /[A-Za-z]{2}/.test(text) && !NO_NAMES.has(text.toLowerCase());

/** Classes, hosts, versions and file names are written like places. */
const isOther = (name: string): boolean =>
	/^(?:java|javax|com|org|net|io|jakarta|kotlin|sun|apis?|www|https?)\./i.test(name) ||
	/\.(?:java|kt|js|ts|py|cs|net|com|org|json|xml|yaml|html?)$/i.test(name) ||
	/(?:Exception|Error)$/.test(name);

const clean = (name: string): string => name.replace(/[.:,;)]+$/, '');

interface Found {
	name: string;
	at: number;
}

function* namesOf(text: string): Generator<Found> {
	const taken = new Set<number>();
	for (const pattern of [QUOTED, WRITTEN, CALLED]) {
		for (const match of text.matchAll(pattern)) {
			const name = clean(match.slice(1).find((group) => group !== undefined) ?? match[0]);
			const at = text.indexOf(name, match.index);
			if (!isName(name) || isOther(name) || taken.has(at)) continue;
			for (let index = at; index < at + name.length; index += 1) taken.add(index);
			yield { name, at };
		}
	}
}

const LONGEST_TEXT = 4_000;
const MOST_NAMES = 40;

/** Sentences: a complaint is about the names in its own. */
const partsOf = (text: string): string[] =>
	text
		.slice(0, LONGEST_TEXT)
		.split(/(?<=[.;!?])\s+|[\r\n]+|;\s*|,\s+(?=(?:did you|use|known|perhaps|expected|valid|allowed)\b)/i)
		.filter((part) => part.trim() !== '');

function complaintOf(part: string): Complaint {
	if (UNKNOWN.test(part)) return 'unknown';
	return MISSING.test(part) ? 'missing' : 'invalid';
}

/**
 * The names of fields that a refusal mentions, in the words of the usual validators. A word of a sentence is no name
 * unless the text says so, whatever its language.
 */
export function namesInText(text: string): RefusedName[] {
	const found: RefusedName[] = [];
	let before: Complaint = 'invalid';
	for (const part of partsOf(text)) {
		const offer = OFFER.exec(part)?.index ?? Number.POSITIVE_INFINITY;
		const isOnlyOffer = offer <= 2;
		const complaint: Complaint = isOnlyOffer ? before : complaintOf(part);
		for (const { name, at } of namesOf(part)) {
			const isOffered = at > offer && (complaint === 'unknown' || isOnlyOffer);
			found.push({ name, complaint, ...(isOffered && { isOffered: true as const }) });
		}
		before = complaint;
	}
	return distinct(found).slice(0, MOST_NAMES);
}

/** Each name once; what says more of it stays. */
export function distinct(names: readonly RefusedName[]): RefusedName[] {
	const byName = new Map<string, RefusedName>();
	for (const one of names) {
		const known = byName.get(one.name);
		if (known === undefined || (known.complaint === 'invalid' && one.complaint !== 'invalid'))
			byName.set(one.name, one);
	}
	return [...byName.values()];
}
