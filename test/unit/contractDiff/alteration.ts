import type { Copy, Operation, Schema } from './copy';
import type { Random } from './random';
import type { Expected } from './seeds';

/** One place at which a copy can be altered. */
export interface Choice {
	expected: Expected;
	/** What must not be altered again. */
	touches: unknown[];
	apply(): void;
}

export type Alteration = (copy: Copy, random: Random) => Choice[];

export const differs = (aspect: string, name: string): Expected => ({ kind: 'differs', aspect, name });

export const INVENTED = [
	'zebraStripe',
	'quokka',
	'xylophoneKey',
	'walnutKernel',
	'yakHair',
	'umbrellaColour',
	'juniperBush',
	'kiwiFruit',
];

export const OTHER_TYPES: Readonly<Record<string, string>> = {
	string: 'integer',
	integer: 'string',
	boolean: 'string',
};

export function retype(schema: Schema): void {
	const type = OTHER_TYPES[schema.type ?? ''];
	for (const key of Object.keys(schema)) delete schema[key];
	schema.type = type;
}

const DISGUISES = [
	(name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
	(name: string) => `${name}Value`,
	(name: string) => `${name}s`,
	(name: string) => name.charAt(0).toUpperCase() + name.slice(1),
];

/** Another name for the same thing, that is not yet taken. */
export function disguised(name: string, taken: readonly string[], random: Random): string {
	return random.pick(
		DISGUISES.map((disguise) => disguise(name)).filter((other) => other !== name && !taken.includes(other)),
	);
}

export function operationsOf(
	copy: Copy,
): Array<{ title: string; id: string; path: string; method: 'get' | 'post'; operation: Operation }> {
	const ours = Object.entries(copy.paths).filter(([path]) => !INVENTED.some((name) => path.endsWith(name)));
	return ours.flatMap(([path, item]) =>
		(['get', 'post'] as const).flatMap((method) =>
			item[method]
				? [
						{
							title: `${method.toUpperCase()} ${path}`,
							id: String(item[method]['operationId']),
							path,
							method,
							operation: item[method],
						},
					]
				: [],
		),
	);
}
