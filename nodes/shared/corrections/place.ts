/**
 * One step into a value: a member's name, `[]` for the entries of a list, or `[name=value]` for
 * the entry of a list whose
 * member `name` is `value`.
 */
export type Step = string;

/** Where something stands in a request or an answer: `body.numberRangeList[].numberRangeStart` as its steps. */
export type Place = readonly Step[];

/** The step into a list. */
export const ENTRIES = '[]';

/**
 * The steps of a place as people write it, or why it is none. Names with dots stand in quotes:
 * `query."lastUpdate.gte"`.
 */
export function readPlace(text: string): { place: Place } | { problem: string } {
	const steps: Step[] = [];
	const token = /\[\]|\[[^\][="]+=[^\]["]*\]|"((?:[^"\\]|\\.)+)"|([^.[\]"]+)|\./y;
	let isNameDue = true;
	while (token.lastIndex < text.length) {
		const at = token.lastIndex;
		const [whole, quoted, plain] = token.exec(text) ?? [];
		const isName = quoted !== undefined || plain !== undefined;
		const isEntry = whole !== undefined && whole.startsWith('[');
		if (whole === undefined || (isNameDue !== isName && (!isEntry || steps.length === 0)))
			return { problem: `"${text}" cannot be read from character ${at + 1}` };
		isNameDue = whole === '.';
		if (isName) steps.push(quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
		if (isEntry) steps.push(whole);
	}
	return isNameDue ? { problem: `"${text}" ends without a name` } : { place: steps };
}

/** @throws SyntaxError for what is no place */
export function parsePlace(text: string): Place {
	const read = readPlace(text);
	if ('problem' in read) throw new SyntaxError(read.problem);
	return read.place;
}

/** One entry of a list: the one whose member `name` is `value`. */
export interface Selector {
	readonly name: string;
	readonly value: string;
}

/** What a step of the form `[name=value]` selects; undefined for every other step. */
export function selectorOf(step: Step): Selector | undefined {
	const [, name, value = ''] = /^\[([^\][="]+)=([^\]["]*)\]$/.exec(step) ?? [];
	return name === undefined ? undefined : { name, value };
}

/** A place as people write it. */
export function formatPlace(place: Place): string {
	return place.reduce((text, step) => {
		if (step === ENTRIES || selectorOf(step) !== undefined) return `${text}${step}`;
		const name = /^[^.[\]"]+$/.test(step) ? step : JSON.stringify(step);
		return text === '' ? name : `${text}.${name}`;
	}, '');
}

/** Whether both places are the same. */
export const isSamePlace = (one: Place, other: Place): boolean =>
	one.length === other.length && one.every((step, index) => step === other[index]);

/** Whether a place is another or stands below it. */
export const isWithin = (place: Place, outer: Place): boolean =>
	place.length >= outer.length && outer.every((step, index) => step === place[index]);

/** How many lists a place goes through. */
export const depthOf = (place: Place): number => place.filter((step) => step === ENTRIES).length;
