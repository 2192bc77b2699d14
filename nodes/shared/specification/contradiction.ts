import { ENTRIES } from '../corrections/place';
import { numberStatusOf } from '../lifecycle/numberStatus';
import { orderStatusInfo } from '../lifecycle/orderStatus';
import type { SpecName } from './operations';
import { plainWords } from './words';

/** Pairs of words that say the opposite. */
const OPPOSITES: ReadonlyArray<readonly [RegExp, RegExp]> = [
	[/^(start|first|begin|beginning|lowest|from)$/, /^(end|last|highest|until|to)$/],
	[/^(created|creation|create)$/, /^(changed|change|updated|update|modified|modification)$/],
	[/^(losing|donor|current|old|former|previous)$/, /^(gaining|recipient|new|receiving)$/],
	[/^(requested|wished|desired)$/, /^(confirmed|actual|committed)$/],
	[/^(parent)$/, /^(child|children)$/],
];

/** Units of time and money, in any of which a number may be counted. */
const UNITS =
	/^(milliseconds?|ms|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|cents?|euros?|percent|thousands?|hundreds?)$/;

const NEGATIVE = /^(not|no|un|non|without|hide|hidden|suppress|suppressed|withhold|withheld|unlisted|exdirectory|opt)$/;

const nameWords = ({ place, logical }: SpecName): string[] =>
	[place, logical].flatMap((one) => plainWords(one.filter((step) => step !== ENTRIES).at(-1) ?? ''));

/** Only the first sentence says what a name is; what follows speaks of others, too. */
const firstSentence = (text: string | undefined): string[] => plainWords((text ?? '').split(/[.;\n]/)[0] ?? '');

/** What a description says that it is not. */
const deniedIn = (text = ''): string[] =>
	[
		...text
			.toLowerCase()
			.matchAll(
				/\b(?:not|never|instead of|other than|nicht|keine?)\s+(?:the\s+|a\s+|an\s+|die\s+|der\s+|das\s+)?([a-z]+)/g,
			),
	].map(([, word = '']) => word);

/** Why two names that read alike may not mean the same; undefined when nothing speaks against it. */
export function contradiction(ours: SpecName, theirs: SpecName): string | undefined {
	return oppositeOf(ours, theirs) ?? unitsOf(ours, theirs) ?? kindsOf(ours, theirs);
}

function oppositeOf(ours: SpecName, theirs: SpecName): string | undefined {
	const [own, said] = [nameWords(ours), firstSentence(theirs.description)];
	const has = (words: readonly string[], pattern: RegExp): boolean => words.some((word) => pattern.test(word));
	for (const [one, other] of OPPOSITES) {
		for (const [mine, against] of [
			[one, other],
			[other, one],
		] as const)
			if (has(own, mine) && !has(own, against) && has(said, against) && !has(said, mine))
				return `its description speaks of the opposite: ${theirs.description ?? ''}`.slice(0, 160);
	}
	const denied = deniedIn(theirs.description).find((word) => own.includes(word));
	if (denied !== undefined) return `its description denies it: ${theirs.description ?? ''}`.slice(0, 160);
	const isNegated = ours.type === 'boolean' && theirs.type === 'boolean' && has(said, NEGATIVE) && !has(own, NEGATIVE);
	return isNegated ? `its description may say the opposite: ${theirs.description ?? ''}`.slice(0, 160) : undefined;
}

function unitsOf(ours: SpecName, theirs: SpecName): string | undefined {
	if (theirs.type !== 'number' && ours.type !== 'number') return undefined;
	const isDated = ours.format === 'date' || ours.format === 'date-time';
	const own = [...nameWords(ours), ...plainWords(ours.description ?? '')];
	const unit = [...nameWords(theirs), ...plainWords(theirs.description ?? '')].find((word) => UNITS.test(word));
	return unit === undefined || isDated || own.includes(unit) ? undefined : `it is counted in ${unit} there`;
}

const FORMATS = [
	'date',
	'date-time',
	'time',
	'email',
	'uri',
	'url',
	'uuid',
	'ipv4',
	'ipv6',
	'byte',
	'binary',
	'base64',
];

const isDate = ({ format, logical }: SpecName): boolean =>
	format === 'date' || format === 'date-time' || /(At|Date|From|To|Until|Since)$/.test(logical.at(-1) ?? '');

function kindsOf(ours: SpecName, theirs: SpecName): string | undefined {
	if (!ours.isLeaf || !theirs.isLeaf) return undefined;
	const [own, other] = [ours.type, theirs.type];
	const isSwitch = theirs.values?.length === 2;
	if (own !== undefined && other !== undefined && own !== other) {
		const isDateAsNumber = isDate(ours) && other === 'number';
		if (own === 'boolean' && !isSwitch) return `it is a ${other} there`;
		if (other === 'list' || other === 'object') return `it is ${other === 'list' ? 'a list' : 'an object'} there`;
		if (other === 'boolean') return 'it is a switch there';
		if (own === 'text' && other === 'number' && ours.values !== undefined) return 'it is a number there';
		if (own === 'text' && other === 'number' && !isDateAsNumber && theirs.values !== undefined)
			return 'it is a number there';
	}
	return formatsOf(ours, theirs) ?? listsOf(ours, theirs);
}

function formatsOf(ours: SpecName, theirs: SpecName): string | undefined {
	const { format } = theirs;
	if (format === undefined || format === ours.format || !FORMATS.includes(format)) return undefined;
	const words = nameWords(ours);
	const fits =
		((format === 'date' || format === 'date-time') && isDate(ours)) ||
		(format === 'email' && words.some((word) => /mail/.test(word))) ||
		(format === 'uuid' && words.includes('id')) ||
		(['byte', 'binary', 'base64'].includes(format) && words.includes('content'));
	return fits ? undefined : `its format there is ${format}`;
}

const isKnownStatus = (value: unknown): boolean =>
	orderStatusInfo(String(value)) !== undefined || numberStatusOf(String(value)) !== undefined;

const plain = (value: unknown): string =>
	String(value)
		.replace(/[^a-zA-Z0-9]/g, '')
		.toLowerCase();

/** Lists of values that have nothing in common. */
function listsOf(ours: SpecName, theirs: SpecName): string | undefined {
	if (ours.type !== 'text' || theirs.values === undefined || theirs.values.length === 0) return undefined;
	if (ours.values === undefined)
		return ours.logical.at(-1) === 'status' && !theirs.values.every(isKnownStatus)
			? `its statuses there are ${theirs.values.join(', ')}`.slice(0, 200)
			: undefined;
	const own = new Set([...ours.values, ...Object.keys(ours.logicalValues ?? {})].map(plain));
	const isAlike = theirs.values.some((value) =>
		[...own].some((one) => one === plain(value) || isPartOf(one, plain(value))),
	);
	return isAlike ? undefined : 'none of its values is one of ours';
}

const isPartOf = (one: string, other: string): boolean =>
	Math.min(one.length, other.length) > 3 && (one.includes(other) || other.includes(one));
