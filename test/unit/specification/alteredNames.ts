import { ENTRIES, formatPlace } from '../../../nodes/shared/corrections/place';
import type { Place } from '../../../nodes/shared/corrections/place';
import type { SpecName, SpecOperation } from '../../../nodes/shared/specification/operations';

/** What was altered of a name. */
export type Grade = 'rename' | 'move' | 'value' | 'structure' | 'absent';

/** A name of an altered specification. */
export interface AlteredName {
	ours: SpecName;
	/** Where it stands there; several places for a text in parts, none where it does not exist. */
	places: readonly Place[];
	/** The schema of a value there; for a container only its kind. */
	schema: Record<string, unknown>;
	grade?: Grade;
}

/** A small generator of numbers from 0 to 1 (mulberry32): the same seed alters the same. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Other words that an API's author might have chosen. */
const OTHER_WORDS: Record<string, readonly string[]> = {
	country: ['countryCode', 'isoCountry'],
	city: ['town', 'locality'],
	postalCode: ['zip', 'postcode'],
	streetName: ['street', 'road'],
	houseNumber: ['buildingNumber', 'premiseNumber'],
	poBoxNumber: ['poBox'],
	areaCode: ['lac', 'localAreaCode'],
	rangeSize: ['blockSize'],
	orderStatus: ['status', 'transactionStatus', 'state'],
	resourceStatus: ['numberStatus', 'cliStatus'],
	orderType: ['type', 'transactionType'],
	orderDescription: ['description', 'statusText'],
	numberRangeStart: ['startNumber', 'rangeFrom'],
	numberRangeEnd: ['endNumber', 'rangeTo'],
	numberRangeList: ['ranges', 'numberRanges'],
	customerReference: ['customerRef', 'clientReference'],
	endCustomerName: ['companyName', 'customerName'],
	endCustomerDetails: ['endCustomer', 'subscriber'],
	contactName: ['contactPersonName', 'fullName'],
	contactNumber: ['telephone', 'phoneNumber'],
	contactEmail: ['email', 'mailAddress'],
	customerRegistrationNumber: ['vatNumber', 'companyRegistrationId'],
	creationDate: ['createdAt', 'createdOn'],
	lastUpdate: ['modifiedAt', 'updatedOn'],
	portDate: ['portingDate', 'requestedPortDate'],
	portWindow: ['portingWindow', 'timeSlot'],
	statusReason: ['rejection', 'reason'],
	reasonCode: ['rejectionCode', 'code'],
	reasonText: ['rejectionText', 'message'],
	statusHistory: ['timeline', 'history'],
	serviceProfile: ['profile', 'servicePlan'],
	operatorName: ['carrierName', 'providerName'],
	currentOperator: ['losingOperator', 'donorCarrier'],
	quantity: ['amount', 'requestedQuantity'],
	emergencyAddress: ['emergencyLocation', 'e112Address'],
	directoryService: ['directoryListing', 'phonebookEntry'],
	businessCategory: ['trade', 'industry'],
	numberUsage: ['lineUsage', 'usageType'],
	directoryListingName: ['listingName', 'displayName'],
	'lastUpdate.gte': ['updatedSince', 'modifiedAfter'],
	'lastUpdate.lte': ['updatedUntil', 'modifiedBefore'],
	'creationDate.gte': ['createdSince', 'createdAfter'],
	'creationDate.lte': ['createdUntil', 'createdBefore'],
};

const STYLES: ReadonlyArray<(name: string) => string> = [
	(name) => name,
	(name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase(),
	(name) => name.charAt(0).toUpperCase() + name.slice(1),
];

const pick = <Value>(random: () => number, values: readonly Value[]): Value | undefined =>
	values[Math.floor(random() * values.length)];

/** One taste: what every operation of a specification has in common. */
export interface NamingStyle {
	step: (step: string) => string;
	/** Containers whose members stand one step higher there. */
	flattened: ReadonlySet<string>;
	/** Members that stand in a container of their own there, by its name. */
	nested: ReadonlyMap<string, string>;
	dropped: ReadonlySet<string>;
	isYesOrNo: boolean;
	isTitleCase: boolean;
	day: boolean;
	paging: 'offset' | 'page';
	wrapper: string | undefined;
	isNameSplit: boolean;
}

const NESTABLE = ['portDate', 'portWindow', 'mainBillingNumber', 'routingPrefix', 'quantity'];
const DROPPABLE = ['productOffering', 'streetType', 'subLocality', 'province', 'X-Result-Count', 'addressExtension'];

/** The taste of a seed. */
export function namingStyleOf(seed: number): NamingStyle {
	const random = seeded(seed);
	const style = STYLES[seed % STYLES.length] ?? ((name: string) => name);
	const renamed = new Map(
		Object.entries(OTHER_WORDS).flatMap(([name, others]): Array<[string, string]> => {
			const other = pick(random, others);
			return random() < 0.45 && other !== undefined ? [[name, other]] : [];
		}),
	);
	const some = (names: readonly string[], share: number): string[] => names.filter(() => random() < share);
	return {
		step: (step) => (step === ENTRIES ? step : style(renamed.get(step) ?? step)),
		flattened: new Set(some(['reseller', 'relatedParty'], 0.4)),
		nested: new Map(some(NESTABLE, 0.5).map((name) => [name, style('porting')])),
		dropped: new Set(some(DROPPABLE, 0.5)),
		isYesOrNo: random() < 0.5,
		isTitleCase: random() < 0.5,
		day: random() < 0.5,
		paging: random() < 0.5 ? 'page' : 'offset',
		wrapper: pick(random, [undefined, style('data'), style('items')]),
		isNameSplit: random() < 0.5,
	};
}

/** Every name of one half of an operation as the taste has it. */
export function alterNames(operation: SpecOperation, half: 'request' | 'answer', taste: NamingStyle): AlteredName[] {
	return operation[half].map((ours) => alterName(ours, half, operation, taste));
}

function alterName(
	ours: SpecName,
	half: 'request' | 'answer',
	operation: SpecOperation,
	taste: NamingStyle,
): AlteredName {
	const { place, isLeaf } = ours;
	const [section = 'body'] = place;
	if (section === 'path' || place[1]?.toLowerCase() === 'x-tracking-id')
		return { ours, places: [place], schema: schemaOf(ours) };
	if (place.some((step) => taste.dropped.has(step)))
		return { ours, places: [], schema: {}, ...(isLeaf && { grade: 'absent' as const }) };
	const isList = operation.answer.some((name) => name.place.length === 1 && name.type === 'list');
	const moved = moveTo(place, taste);
	const root = half === 'answer' && taste.wrapper !== undefined && isList && section === 'body' ? [taste.wrapper] : [];
	const target: Place = [section, ...root, ...moved.place];
	const value = alterValue(ours, taste);
	if (root.length > 0 && place.length === 1)
		return { ours, places: [target], schema: value.schema, grade: 'structure' };
	if (section === 'query' && ['offset', 'limit'].includes(place[1] ?? '') && taste.paging === 'page')
		return {
			ours,
			places: [['query', place[1] === 'offset' ? 'pageNumber' : 'pageSize']],
			schema: { type: 'integer' },
			grade: 'structure',
		};
	if (isLeaf && taste.isNameSplit && place.at(-1) === 'contactName') {
		const outer = target.slice(0, -1);
		return {
			ours,
			places: [
				[...outer, taste.step('firstName')],
				[...outer, taste.step('lastName')],
			],
			schema: { type: 'string' },
			grade: 'structure',
		};
	}
	const isRenamed = formatPlace(target) !== formatPlace([section, ...root, ...place.slice(1)]);
	const grade = value.isAltered ? 'value' : moved.isMoved ? 'move' : isRenamed ? 'rename' : undefined;
	return { ours, places: [target], schema: value.schema, ...(grade !== undefined && { grade }) };
}

function moveTo(place: Place, taste: NamingStyle): { place: Place; isMoved: boolean } {
	const inner = place.slice(1);
	const kept = inner.filter((step, index) => index === inner.length - 1 || !taste.flattened.has(step));
	const holder = place[0] === 'query' ? undefined : taste.nested.get(inner.at(-1) ?? '');
	const nested = holder === undefined ? kept : [...kept.slice(0, -1), holder, ...kept.slice(-1)];
	return { place: nested.map((step) => taste.step(step)), isMoved: nested.length !== inner.length };
}

const titled = (value: unknown): string =>
	String(value)
		.toLowerCase()
		.replace(/(^|_)([a-z])/g, (_, gap: string, letter: string) => (gap === '' ? '' : ' ') + letter.toUpperCase());

function alterValue(ours: SpecName, taste: NamingStyle): { schema: Record<string, unknown>; isAltered: boolean } {
	if (ours.type === 'boolean' && taste.isYesOrNo && ours.place[0] === 'body')
		return { schema: { type: 'string', enum: ['YES', 'NO'] }, isAltered: true };
	const isUpper =
		ours.values !== undefined && ours.values.length > 2 && ours.values.every((one) => /^[A-Z_]+$/.test(String(one)));
	if (isUpper && taste.isTitleCase) {
		const values = (ours.values ?? []).map(titled);
		return { schema: { type: 'string', enum: values }, isAltered: true };
	}
	if (ours.format === 'date-time' && taste.day && ours.place[0] === 'body')
		return { schema: { type: 'string', format: 'date' }, isAltered: true };
	return { schema: schemaOf(ours), isAltered: false };
}

const TYPES = { text: 'string', number: 'integer', boolean: 'boolean', object: 'object', list: 'array' } as const;

const schemaOf = ({ type, format, values }: SpecName): Record<string, unknown> => ({
	...(type !== undefined && { type: TYPES[type] }),
	...(format !== undefined && { format }),
	...(values !== undefined && { enum: values }),
});
