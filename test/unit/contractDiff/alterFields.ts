import { visit } from '../../../contract/tools/load';
import { type Alteration, INVENTED, differs, disguised } from './alteration';
import type { Copy, Schema } from './copy';
import type { Random } from './random';

interface Field {
	owner: string;
	schema: Schema;
	name: string;
	field: Schema;
}

/** Schemas that the operations still in the copy reach. */
function reachable(copy: Copy): Set<string> {
	const found = new Set<string>();
	const follow = (part: unknown): void =>
		visit(part, ({ $ref }) => {
			const [, section, name = ''] = typeof $ref === 'string' ? (/^#\/components\/(\w+)\/(.+)$/.exec($ref) ?? []) : [];
			if (!section || found.has(`${section}/${name}`)) return;
			found.add(`${section}/${name}`);
			follow((copy.components as unknown as Record<string, Record<string, unknown>>)[section]?.[name]);
		});
	follow([copy.paths, copy.webhooks]);
	return found;
}

/** Fields that are written out where they stand and that still show somewhere. */
function fieldsOf(copy: Copy): Field[] {
	const shown = reachable(copy);
	return Object.entries(copy.components.schemas)
		.filter(([owner]) => shown.has(`schemas/${owner}`))
		.flatMap(([owner, schema]) =>
			Object.entries(schema.properties ?? {}).map(([name, field]) => ({ owner, schema, name, field })),
		)
		.filter(({ name, field }) => field.$ref === undefined && !INVENTED.includes(name));
}

/** Whether another schema than its own says that a field is mandatory. */
const requiredElsewhere = (copy: Copy, { schema, name }: Field): boolean =>
	Object.values(copy.components.schemas).some(
		(other) =>
			JSON.stringify([other.required, other['anyOf']]).includes(`"${name}"`) &&
			(other !== schema || other['anyOf'] !== undefined),
	);

export function atFields(
	test: (field: Field) => boolean,
	aspect: string,
	change: (field: Schema, random: Random) => unknown,
): Alteration {
	return (copy, random) =>
		fieldsOf(copy)
			.filter(test)
			.map(({ name, field }) => ({
				expected: differs(aspect, name),
				touches: [field],
				apply: () => void change(field, random),
			}));
}

export const renameField: Alteration = (copy, random) =>
	fieldsOf(copy)
		.filter((field) => !requiredElsewhere(copy, field))
		.map(({ owner, schema, name, field }) => ({
			expected: differs('name', name),
			touches: [owner, field],
			apply: () => {
				const other = disguised(name, Object.keys(schema.properties ?? {}), random);
				schema.properties = Object.fromEntries(
					Object.entries(schema.properties ?? {}).map(([key, value]) =>
						value === field ? [other, value] : [key, value],
					),
				);
				if (schema.required) schema.required = schema.required.map((key) => (key === name ? other : key));
			},
		}));

export const removeField: Alteration = (copy) =>
	fieldsOf(copy)
		.filter((field) => !requiredElsewhere(copy, field) && Object.keys(field.schema.properties ?? {}).length > 1)
		.map(({ owner, schema, name, field }) => ({
			expected: { kind: 'oursOnly', aspect: 'field', name },
			touches: [owner, field],
			apply: () => {
				delete schema.properties?.[name];
				if (schema.required) schema.required = schema.required.filter((key) => key !== name);
				if (schema.required?.length === 0) delete schema.required;
			},
		}));

export const addField: Alteration = (copy, random) => {
	const name = random.pick(INVENTED);
	return [...new Map(fieldsOf(copy).map(({ owner, schema }) => [owner, schema]))].map(([owner, schema]) => ({
		expected: { kind: 'theirsOnly', aspect: 'field', name },
		touches: [owner, name],
		apply: () => {
			schema.properties = { ...schema.properties, [name]: { type: random.pick(['string', 'boolean', 'integer']) } };
		},
	}));
};

export const loosen: Alteration = (copy) =>
	[...reachable(copy)].flatMap((place) => {
		const owner = place.replace('schemas/', '');
		const schema = copy.components.schemas[owner];
		if (!schema) return [];
		return (schema.required ?? []).map((name) => ({
			expected: differs('required', name),
			touches: [`${owner}.required`, schema.properties?.[name]],
			apply: () => {
				schema.required = schema.required?.filter((key) => key !== name);
				if (schema.required?.length === 0) delete schema.required;
			},
		}));
	});

export const tighten: Alteration = (copy) =>
	fieldsOf(copy)
		.filter((field) => !field.schema.required?.includes(field.name) && !requiredElsewhere(copy, field))
		.map(({ owner, schema, name, field }) => ({
			expected: differs('required', name),
			touches: [`${owner}.required`, owner, field],
			apply: () => {
				schema.required = [...(schema.required ?? []), name];
			},
		}));
