import type { Operation } from '../contract/table';
import { UnusableCorrections } from './document';
import { namesOf } from './names';
import { formatPlace, isSamePlace, isWithin } from './place';
import type { Place } from './place';
import type { Constant, Rule } from './rule';

/** Where Colt has each name of the contract, those without a correction included. */
export function checkPlaces(
	where: string,
	operation: Operation,
	rules: readonly Rule[],
	always: ReadonlyArray<Pick<Constant, 'place'>>,
): void {
	const taken = new Map<string, string>();
	const names = namesOf(operation, 'request');
	for (const name of names.values()) {
		const rule = rules.find(({ ours }) => isSamePlace(ours, name.wire));
		const places = theirPlacesOf(name.wire, rules);
		if (places === 'absent') {
			const isGiven =
				rule?.entries !== undefined ||
				rule?.isConfirmed === true ||
				always.some(({ place }) => isWithin(place, name.wire));
			if (name.isRequired && rule !== undefined && !isGiven && name.isLeaf)
				throw new UnusableCorrections(`${where}: ${name.logical} is mandatory, and the correction leaves it out`);
			continue;
		}
		if (!name.isLeaf) continue;
		for (const place of places) {
			const text = formatPlace(place);
			const other = taken.get(text);
			if (other !== undefined && !isToldApart(rule, rules, names.get(other)?.wire))
				throw new UnusableCorrections(`${where}: ${other} and ${name.logical} would both stand at ${text}`);
			taken.set(text, name.logical);
		}
	}
}

/** Two names may stand at one place if something beside them says which it is; they cannot be given together. */
function isToldApart(rule: Rule | undefined, rules: readonly Rule[], otherWire: Place | undefined): boolean {
	const other = rules.find(({ ours }) => otherWire !== undefined && isSamePlace(ours, otherWire));
	return (
		rule?.beside?.some(({ place, value }) =>
			other?.beside?.some((one) => isSamePlace(one.place, place) && one.value !== value),
		) === true
	);
}

function theirPlacesOf(wire: Place, rules: readonly Rule[]): readonly Place[] | 'absent' {
	const outer = rules
		.filter(({ ours }) => isWithin(wire, ours))
		.reduce<Rule | undefined>(
			(best, one) => (best === undefined || one.ours.length > best.ours.length ? one : best),
			undefined,
		);
	if (outer === undefined) return [wire];
	if (outer.theirs.length === 0) return 'absent';
	if (outer.theirs.length > 1) return outer.theirs;
	return [[...(outer.theirs[0] ?? []), ...wire.slice(outer.ours.length)]];
}

/** Every `{name}` of a path must be filled. */
export function checkPathNames(where: string, operation: Operation, path: string, rules: readonly Rule[]): void {
	const own = Object.values(operation.params?.fields ?? {}).map((field) => [
		'path',
		typeof field === 'string' ? field : field.wire,
	]);
	const places = [
		...own.map((place) => theirPlacesOf(place, rules)).flatMap((found) => (found === 'absent' ? [] : found)),
		...rules.flatMap(({ theirs }) => theirs),
	];
	const given = places.filter(([section]) => section === 'path').map((place) => place[1]);
	const missing = [...path.matchAll(/\{([^}]+)\}/g)].find(([, name = '']) => !given.includes(name));
	if (missing !== undefined)
		throw new UnusableCorrections(`${where}: nothing of the contract fills ${missing[0]} of the path ${path}`);
}
