import type { Operation } from '../nodes/shared/contract/table';
import type { CorrectedOperation } from '../nodes/shared/corrections/compile';
import { ENTRIES, formatPlace } from '../nodes/shared/corrections/place';
import type { Place } from '../nodes/shared/corrections/place';
import { namesAtColt } from '../nodes/shared/corrections/placesAtColt';
import type { NameAtColt } from '../nodes/shared/corrections/placesAtColt';
import { countryOfE164 } from '../nodes/shared/lifecycle/countryCodes';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A place in the body as the validator writes it: `relatedParty.reseller.country`. */
const bodyPath = (place: Place): string =>
	place
		.slice(1)
		.filter((step) => step !== ENTRIES)
		.join('.');

/**
 * What a corrected request lacks and need not have: the contract calls it mandatory, and the corrections say that
 * Colt has it not.
 */
export interface AbsentNames {
	/** Places in the body, in the contract's names. */
	isAbsent(path: string): boolean;
	/** A place in the body in the names that are spoken; the contract's where it has no other. */
	spoken(path: string): string;
}

const withoutIndexes = (path: string): string => path.replace(/\.?\d+(?=\.|$)/g, '');

/** The names that the corrections of an operation leave out. */
export function absentNames(operation: Operation, correction: CorrectedOperation): AbsentNames {
	const names = namesAtColt(operation, 'request', correction).filter(({ wire }) => wire[0] === 'body');
	const absent = new Set(names.filter(({ places }) => places.length === 0).map(({ wire }) => bodyPath(wire)));
	const places = new Map(names.map(({ wire, places: [place] }) => [bodyPath(wire), place]));
	return {
		isAbsent: (path) => absent.has(withoutIndexes(path)),
		spoken(path) {
			const place = places.get(withoutIndexes(path));
			return place === undefined ? path : formatPlace(place).replace(/^body\./, '');
		},
	};
}

/** The first phone number of a request, whatever it stands in. */
function firstNumber(value: unknown): string | undefined {
	if (typeof value === 'string') return /^\+\d{6,15}$/.test(value.trim()) ? value.trim() : undefined;
	if (typeof value !== 'object' || value === null) return undefined;
	for (const inner of Object.values(value)) {
		const found = firstNumber(inner);
		if (found !== undefined) return found;
	}
	return undefined;
}

function fillContainer(body: Json, place: Place): void {
	let holder = body;
	for (const step of place.slice(1)) {
		if (step === ENTRIES) return;
		holder[step] ??= {};
		const inner = holder[step];
		if (!isObject(inner)) return;
		holder = inner;
	}
}

/** Whether a mandatory part of the contract's body holds something that stands elsewhere or nowhere at Colt. */
const isScattered = (container: NameAtColt, names: readonly NameAtColt[]): boolean =>
	names.some(
		({ wire, places }) =>
			wire.length > container.wire.length &&
			formatPlace(wire).startsWith(`${formatPlace(container.wire)}.`) &&
			places.every((place) => formatPlace(place) !== formatPlace(wire)),
	);

/**
 * Puts into a request in the contract's names what the simulator needs and the corrected one does not carry: mandatory
 * parts that have no part of their own there, and the country, which the numbers tell.
 */
export function withAbsentNames(operation: Operation, correction: CorrectedOperation, body: unknown): unknown {
	if (!isObject(body)) return body;
	const filled = structuredClone(body);
	const names = namesAtColt(operation, 'request', correction).filter(({ wire }) => wire[0] === 'body');
	for (const name of names)
		if (
			!name.isLeaf &&
			name.isRequired &&
			!name.wire.includes(ENTRIES) &&
			name.wire.length > 1 &&
			isScattered(name, names)
		)
			fillContainer(filled, name.wire);
	const country = names.find(({ logical, places }) => logical.endsWith('.reseller.country') && places.length === 0);
	const start = firstNumber(filled);
	if (country !== undefined && start !== undefined) {
		const own = countryOfE164(start);
		const parent = country.wire.slice(0, -1);
		fillContainer(filled, parent);
		const holder = parent
			.slice(1)
			.reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), filled);
		if (isObject(holder) && own !== undefined) holder[country.wire.at(-1) ?? ''] ??= own;
	}
	return filled;
}
