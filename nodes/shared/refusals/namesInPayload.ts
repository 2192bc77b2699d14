import { distinct, namesInText } from './namesInText';
import type { Complaint, RefusedName } from './namesInText';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Members that hold the place of a fault: Spring, Bean Validation, JSON API, RFC 9457, ajv, networknt, Zod and
 * others.
 */
const PLACES =
	/^(?:field|fields|fieldname|field_name|propertypath|property|propertyname|property_name|parameter|parametername|param|path|pointer|instancepath|datapath|instancelocation|attribute|attributename|element|location|loc|target|name|key|referenceerror|missingproperty|additionalproperty|unevaluatedproperty|source)$/i;
const TEXTS = /^(?:message|defaultmessage|msg|detail|details|reason|description|error|errormessage|title|issue|text)$/i;
/** Members whose word says what kind of fault it is. */
const KINDS = /^(?:code|type|keyword|rule|validator)$/i;
/** What a member of that name says by itself. */
const SAYS: Readonly<Record<string, Complaint>> = {
	missingproperty: 'missing',
	additionalproperty: 'unknown',
	unevaluatedproperty: 'unknown',
};

const DEEPEST = 6;
const MOST_ENTRIES = 50;

/** A place in a list of steps: Pydantic's `["body", "endCustomer", "name"]`. */
const placeOf = (value: unknown): string | undefined => {
	if (typeof value === 'string') return value;
	const isSteps = Array.isArray(value) && value.length > 0 && value.every((step) => typeof step !== 'object');
	return isSteps ? (value as unknown[]).filter((step) => typeof step === 'string').join('.') : undefined;
};

const isPlace = (text: string): boolean => /^[A-Za-z_$#/][\w.$#/[\]-]{0,199}$/.test(text) && /[A-Za-z]{2}/.test(text);

/** Every object of an error's body that may tell of one fault. */
function* objectsIn(value: unknown, depth = 0): Generator<Json> {
	if (depth > DEEPEST) return;
	if (Array.isArray(value)) {
		for (const entry of value.slice(0, MOST_ENTRIES)) yield* objectsIn(entry, depth + 1);
		return;
	}
	if (!isObject(value)) return;
	yield value;
	for (const inner of Object.values(value)) yield* objectsIn(inner, depth + 1);
}

const textIn = (fault: Json, ...names: RegExp[]): string =>
	Object.entries(fault)
		.flatMap(([name, value]) => (names.some((one) => one.test(name)) && typeof value === 'string' ? [value] : []))
		.join('. ');

/** `required`, `NotNull` and `extra_forbidden` say in one word what others say in a sentence. */
function complaintOf(text: string): Complaint {
	if (/extra|additional|unknown|unrecogni|unexpected|not.?allowed|forbidden|undefined|no such/i.test(text))
		return 'unknown';
	return /missing|required|mandatory|(?:null|blank|empty)|absent/i.test(text) ? 'missing' : 'invalid';
}

/** Names of fields that the members of an error's body tell, apart from its sentences. */
function namesInMembers(body: unknown): RefusedName[] {
	return [...objectsIn(body)].flatMap((fault) => {
		const text = textIn(fault, TEXTS, KINDS);
		return Object.entries(fault).flatMap(([member, value]): RefusedName[] => {
			if (!PLACES.test(member)) return namesAsKeys(member, value);
			const says = SAYS[member.toLowerCase()];
			const place = placeOf(value)?.trim();
			// A member called "name" or "source" may hold anything; what stands beside it tells.
			if (place === undefined || !isPlace(place) || (says === undefined && text === '')) return [];
			return [{ name: place, complaint: says ?? complaintOf(text) }];
		});
	});
}

/** ASP.NET's and Laravel's `{ "errors": { "endCustomer.name": ["… is required."] } }`. */
function namesAsKeys(member: string, value: unknown): RefusedName[] {
	if (!/^(?:errors?|fielderrors|fields|violations|modelstate|invalid)$/i.test(member) || !isObject(value)) return [];
	return Object.entries(value).flatMap(([name, said]): RefusedName[] => {
		const texts = [said].flat().filter((text) => typeof text === 'string');
		return texts.length === 0 || !isPlace(name) || TEXTS.test(name)
			? []
			: [{ name, complaint: complaintOf(texts.join(' ')) }];
	});
}

/**
 * The names of fields that a refusal complains of, in its sentences and in its members.
 * @param said reason and message as one text
 * @param body of the answer, parsed
 */
export function refusedNames(said: string, body: unknown): RefusedName[] {
	const members = namesInMembers(body);
	const texts = [said, ...[...objectsIn(body)].map((fault) => textIn(fault, TEXTS))].filter((text) => text !== '');
	return distinct([...members, ...[...new Set(texts)].flatMap(namesInText)]);
}
