import { shapeOf } from '../contract/encode';
import type { Field, ObjectShape, Shape } from '../contract/table';
import { maskedName } from './mask';

/** Names of records compared with the contract. */
export interface NamesSeen {
	/** As Colt sent them; by the contract's logical place. */
	known: ReadonlyMap<string, string>;
	/** Colt's names that the contract does not know. */
	unknown: readonly string[];
	/** Logical places that no record had. */
	missing: readonly string[];
	/** Values of the names that the contract does not know; never shown. */
	samples: ReadonlyMap<string, readonly unknown[]>;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const wiresOf = (field: Field): readonly string[] =>
	typeof field === 'string' ? [field] : [field.wire, ...(field.aliases ?? [])];

/** The name of a member as it was sent, in whatever capitals. */
function memberOf(value: unknown, name: string): string | undefined {
	if (!isObject(value)) return undefined;
	if (Object.hasOwn(value, name)) return name;
	return Object.keys(value).find((other) => other.toLowerCase() === name.toLowerCase());
}

/** Where a field stands in an object: its own name, another that is read, or a path to one. */
function pathIn(value: Json, field: Field): string[] | undefined {
	for (const name of wiresOf(field)) {
		let holder: unknown = value;
		const path: string[] = [];
		for (const step of name.split('.')) {
			const member = memberOf(holder, step);
			if (member === undefined) break;
			path.push(member);
			holder = (holder as Json)[member];
		}
		if (path.length === name.split('.').length && holder !== null) return path;
	}
	return undefined;
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
	path.reduce<unknown>((holder, step) => (isObject(holder) ? holder[step] : undefined), value);

const DEEPEST = 6;

/** Collects what of a contract's shape is in values. */
class Comparison {
	readonly known = new Map<string, string>();
	readonly missing = new Set<string>();
	readonly unknown = new Map<string, unknown[]>();

	look(shape: Shape | null | undefined, value: unknown, logical: string, wire: string): void {
		if (!shape) return;
		if ('list' in shape) {
			for (const entry of Array.isArray(value) ? (value as unknown[]) : [value])
				this.look(shape.list, entry, `${logical}[]`, Array.isArray(value) ? `${wire}[]` : wire);
		} else if ('fields' in shape && isObject(value)) this.lookInto(shape, value, logical, wire);
	}

	private lookInto({ fields }: ObjectShape, value: Json, logical: string, wire: string): void {
		const used: string[][] = [];
		for (const [name, field] of Object.entries(fields)) {
			const place = logical === '' ? name : `${logical}.${name}`;
			const path = pathIn(value, field);
			if (path === undefined) {
				this.missing.add(place);
				continue;
			}
			used.push(path);
			const sent = [wire, ...path.map(maskedName)].filter((step) => step !== '').join('.');
			this.known.set(place, sent);
			this.look(shapeOf(field), valueAt(value, path), place, sent);
		}
		this.noteUnknown(value, used, wire);
	}

	private noteUnknown(value: Json, used: readonly string[][], wire: string, depth = 0): void {
		for (const [name, inner] of Object.entries(value)) {
			const own = used.filter(([first]) => first === name);
			if (own.some(({ length }) => length === 1)) continue;
			const place = wire === '' ? maskedName(name) : `${wire}.${maskedName(name)}`;
			const [entry] = Array.isArray(inner) ? (inner as unknown[]) : [inner];
			const below = Array.isArray(inner) ? `${place}[]` : place;
			if (isObject(entry) && Object.keys(entry).length > 0 && depth < DEEPEST)
				this.noteUnknown(
					entry,
					own.map((path) => path.slice(1)),
					below,
					depth + 1,
				);
			else this.unknown.set(below, [...(this.unknown.get(below) ?? []), inner]);
		}
	}
}

/** Compares records with the shape that the contract has for them. */
export function namesSeen(shape: Shape | null | undefined, records: readonly unknown[]): NamesSeen {
	const comparison = new Comparison();
	for (const record of records) comparison.look(shape, record, '', '');
	const missing = [...comparison.missing].filter((place) => !comparison.known.has(place));
	return { known: comparison.known, unknown: [...comparison.unknown.keys()], missing, samples: comparison.unknown };
}
