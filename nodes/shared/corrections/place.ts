/** One step into a value: a member's name, or `[]` for the entries of a list. */
export type Step = string;

/** Where something stands in a request or an answer: `body.numberRangeList[].numberRangeStart` as its steps. */
export type Place = readonly Step[];

/** The step into a list. */
export const ENTRIES = '[]';

/**
 * The steps of a place as people write it. Names with dots or brackets stand in quotes: `query."lastUpdate.gte"`.
 * @throws SyntaxError for what is no place
 */
export function parsePlace(text: string): Place {
	const steps: Step[] = [];
	const token = /\[\]|"((?:[^"\\]|\\.)+)"|([^.[\]"]+)|\./y;
	let isName = false;
	while (token.lastIndex < text.length) {
		const at = token.lastIndex;
		const match = token.exec(text);
		if (match === null) throw new SyntaxError(`"${text}" cannot be read from character ${at + 1}`);
		const [whole, quoted, plain] = match;
		if (whole === '.') {
			if (steps.length === 0 || at === text.length - 1) throw new SyntaxError(`"${text}" has an empty name`);
			isName = false;
			continue;
		}
		if (whole !== ENTRIES && isName) throw new SyntaxError(`"${text}" lacks a dot before character ${at + 1}`);
		steps.push(whole === ENTRIES ? ENTRIES : (quoted?.replace(/\\(.)/g, '$1') ?? plain ?? ''));
		isName = true;
	}
	return steps;
}

/** A place as people write it. */
export function formatPlace(place: Place): string {
	return place.reduce((text, step) => {
		if (step === ENTRIES) return `${text}${ENTRIES}`;
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
