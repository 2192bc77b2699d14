import { nameLikeness } from '../../../scripts/contract-diff/similarity';
import { visit } from '../../../scripts/contract/load';
import type { Copy, Operation, Parameter, Schema } from './copy';
import type { Random } from './random';
import type { Expected } from './seeds';

/** One place at which a copy can be altered. */
export interface Choice {
	expected: Expected;
	/** What must not be altered again. */
	touches: unknown[];
	apply(): void;
}

type Alteration = (copy: Copy, random: Random) => Choice[];

interface Field {
	owner: string;
	schema: Schema;
	name: string;
	field: Schema;
}

const differs = (aspect: string, name: string): Expected => ({ kind: 'differs', aspect, name });

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
		.flatMap(([owner, schema]) => Object.entries(schema.properties ?? {}).map(([name, field]) => ({ owner, schema, name, field })))
		.filter(({ name, field }) => field.$ref === undefined && !INVENTED.includes(name));
}

/** Whether another schema than its own says that a field is mandatory. */
const requiredElsewhere = (copy: Copy, { schema, name }: Field): boolean =>
	Object.values(copy.components.schemas).some((other) => JSON.stringify([other.required, other['anyOf']]).includes(`"${name}"`) && (other !== schema || other['anyOf'] !== undefined));

function atFields(test: (field: Field) => boolean, aspect: string, change: (field: Schema, random: Random) => unknown): Alteration {
	return (copy, random) =>
		fieldsOf(copy)
			.filter(test)
			.map(({ name, field }) => ({ expected: differs(aspect, name), touches: [field], apply: () => void change(field, random) }));
}

const DISGUISES = [
	(name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
	(name: string) => `${name}Value`,
	(name: string) => `${name}s`,
	(name: string) => name.charAt(0).toUpperCase() + name.slice(1),
];

/** Another name for the same thing, that is not yet taken. */
function disguised(name: string, taken: readonly string[], random: Random): string {
	return random.pick(DISGUISES.map((disguise) => disguise(name)).filter((other) => other !== name && !taken.includes(other)));
}

const renameField: Alteration = (copy, random) =>
	fieldsOf(copy)
		.filter((field) => !requiredElsewhere(copy, field))
		.map(({ owner, schema, name, field }) => ({
			expected: differs('name', name),
			touches: [owner, field],
			apply: () => {
				const other = disguised(name, Object.keys(schema.properties ?? {}), random);
				schema.properties = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => (value === field ? [other, value] : [key, value])));
				if (schema.required) schema.required = schema.required.map((key) => (key === name ? other : key));
			},
		}));

const removeField: Alteration = (copy) =>
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

const INVENTED = ['zebraStripe', 'quokka', 'xylophoneKey', 'walnutKernel', 'yakHair', 'umbrellaColour', 'juniperBush', 'kiwiFruit'];

const addField: Alteration = (copy, random) => {
	const name = random.pick(INVENTED);
	return [...new Map(fieldsOf(copy).map(({ owner, schema }) => [owner, schema]))].map(([owner, schema]) => ({
		expected: { kind: 'theirsOnly', aspect: 'field', name },
		touches: [owner, name],
		apply: () => {
			schema.properties = { ...schema.properties, [name]: { type: random.pick(['string', 'boolean', 'integer']) } };
		},
	}));
};

const loosen: Alteration = (copy) =>
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

const tighten: Alteration = (copy) =>
	fieldsOf(copy)
		.filter((field) => !field.schema.required?.includes(field.name) && !requiredElsewhere(copy, field))
		.map(({ owner, schema, name, field }) => ({
			expected: differs('required', name),
			touches: [`${owner}.required`, owner, field],
			apply: () => {
				schema.required = [...(schema.required ?? []), name];
			},
		}));

const OTHER_TYPES: Readonly<Record<string, string>> = { string: 'integer', integer: 'string', boolean: 'string' };

function retype(schema: Schema): void {
	const type = OTHER_TYPES[schema.type ?? ''];
	for (const key of Object.keys(schema)) delete schema[key];
	schema.type = type;
}

interface ListedParameter {
	/** Of the operation. */
	id: string;
	operation: Operation;
	index: number;
	key: string;
	parameter: Parameter;
}

/** Parameters of the query as the operations list them. */
function listed(copy: Copy): ListedParameter[] {
	return operationsOf(copy).flatMap(({ id, operation }) =>
		(operation.parameters ?? []).flatMap((entry, index) => {
			const key = String((entry as { $ref?: string }).$ref).split('/').at(-1) ?? '';
			const parameter = copy.components.parameters[key];
			return parameter?.in === 'query' ? [{ id, operation, index, key, parameter }] : [];
		}),
	);
}

function operationsOf(copy: Copy): Array<{ title: string; id: string; path: string; method: 'get' | 'post'; operation: Operation }> {
	const ours = Object.entries(copy.paths).filter(([path]) => !INVENTED.some((name) => path.endsWith(name)));
	return ours.flatMap(([path, item]) =>
		(['get', 'post'] as const).flatMap((method) => (item[method] ? [{ title: `${method.toUpperCase()} ${path}`, id: String(item[method]['operationId']), path, method, operation: item[method] }] : [])),
	);
}

function atParameters(test: (parameter: Parameter) => boolean, aspect: string, change: (parameter: Parameter, random: Random) => void): Alteration {
	return (copy, random) => {
		const used = new Map(listed(copy).map(({ key, parameter }) => [key, parameter]));
		return [...used]
			.filter(([, parameter]) => test(parameter))
			.map(([key, parameter]) => ({ expected: differs(aspect, parameter.name), touches: [`parameter ${key}`], apply: () => change(parameter, random) }));
	};
}

const removeParameter: Alteration = (copy) =>
	listed(copy).map(({ id, operation, index, key, parameter }) => ({
		expected: { kind: 'oursOnly', aspect: 'query parameter', name: parameter.name },
		touches: [`parameter ${key}`, id],
		apply: () => {
			operation.parameters?.splice(index, 1);
		},
	}));

const addParameter: Alteration = (copy, random) => {
	const name = random.pick(INVENTED);
	return operationsOf(copy).map(({ id, operation }) => ({
		expected: { kind: 'theirsOnly', aspect: 'query parameter', name },
		touches: [id, name],
		apply: () => {
			operation.parameters = [...(operation.parameters ?? []), { name, in: 'query', schema: { type: 'string' } }];
		},
	}));
};

const atOperations =
	(expected: (title: string, path: string) => Expected, change: (copy: Copy, path: string, method: 'get' | 'post') => void): Alteration =>
	(copy) =>
		operationsOf(copy).map(({ title, id, path, method }) => ({ expected: expected(title, path), touches: [id], apply: () => change(copy, path, method) }));

function movePath(copy: Copy, path: string): void {
	const others = Object.keys(copy.paths);
	const moved = [path.replace(/(\w)(\/order)?$/, '$1s$2'), path.replace('/v1/', '/v2/'), path.replace('/v1/', '/v1')].find((candidate) => !others.includes(candidate) && nameLikeness(candidate, path) < 1) ?? '';
	copy.paths = Object.fromEntries(Object.entries(copy.paths).map(([key, item]) => (key === path ? [moved, item] : [key, item])));
}

/** Every kind of difference that the tool knows, by what is altered. */
export const alterations: Readonly<Record<string, Alteration>> = {
	// These two only once, before all others: what else is altered must still show.
	'path removed': (copy, random) =>
		atOperations((title) => ({ kind: 'oursOnly', aspect: 'operation', name: title }), (whole, path) => delete whole.paths[path])(copy, random).map((choice) => ({
			...choice,
			touches: [...choice.touches, 'path removed'],
		})),
	'list no list': (copy, random) =>
		atFields(({ field }) => field.type === 'array', 'type', (field) => {
			for (const key of Object.keys(field)) delete field[key];
			field.type = 'string';
		})(copy, random).map((choice) => ({ ...choice, touches: [...choice.touches, 'list no list'] })),
	'path renamed': atOperations((_, path) => differs('path', path), movePath),
	'path added': (copy, random) => {
		const name = random.pick(INVENTED);
		const path = `/v1/${name}`;
		const added = (): void => void (copy.paths[path] = { get: { responses: { '200': { description: 'Added' } } } });
		return [{ expected: { kind: 'theirsOnly', aspect: 'operation', name: `GET ${path}` }, touches: [name, 'path added'], apply: added }];
	},
	'method changed': atOperations((_, path) => differs('method', path), (copy, path, method) => (copy.paths[path] = { put: copy.paths[path]?.[method] })),
	'status changed': atOperations(() => differs('status', '200'), (copy, path, method) => {
		const { '200': success, ...others } = copy.paths[path]?.[method]?.responses ?? {};
		Object.assign(copy.paths[path]?.[method] ?? {}, { responses: { '202': success, ...others } });
	}),
	'error removed': atOperations(() => ({ kind: 'oursOnly', aspect: 'response', name: '406' }), (copy, path, method) => delete copy.paths[path]?.[method]?.responses['406']),
	'field renamed': renameField,
	'field removed': removeField,
	'field added': addField,
	'field made optional': loosen,
	'field made mandatory': tighten,
	'type changed': atFields(({ field }) => field.type !== undefined && field.type in OTHER_TYPES, 'type', retype),
	'pattern changed': atFields(({ field }) => field['pattern'] !== undefined, 'pattern', (field) => Object.assign(field, { pattern: '^[0-9]+$' })),
	'pattern added': atFields(({ field }) => field.type === 'string' && !field.enum && !field['pattern'], 'pattern', (field) => (field['pattern'] = '^[a-z ]*$')),
	'limit changed': atFields(({ field }) => field['maxLength'] !== undefined, 'maxLength', (field) => (field['maxLength'] = 7)),
	'limit added': atFields(({ field }) => field.type === 'string' && field['maxLength'] === undefined, 'maxLength', (field) => (field['maxLength'] = 99)),
	'values changed': atFields(({ field }) => field.enum !== undefined, 'enum', (field, random) => (field.enum = random.next() < 0.5 ? field.enum?.slice(1) : [...(field.enum ?? []), 'OTHER_VALUE'])),
	'format changed': atFields(({ field }) => field['format'] !== undefined, 'format', (field) => (field['format'] = 'time')),
	'parameter renamed': atParameters(() => true, 'name', (parameter, random) => (parameter.name = disguised(parameter.name, [], random))),
	'parameter made mandatory': atParameters(({ required }) => !required, 'required', (parameter) => (parameter.required = true)),
	'parameter type changed': atParameters(({ schema }) => (schema.type ?? '') in OTHER_TYPES, 'type', ({ schema }) => retype(schema)),
	'parameter limit changed': atParameters(({ schema }) => schema['minimum'] !== undefined, 'minimum', ({ schema }) => (schema['minimum'] = 2)),
	'parameter values changed': atParameters(({ schema }) => schema.enum !== undefined, 'enum', ({ schema }) => (schema.enum = schema.enum?.slice(1))),
	'parameter removed': removeParameter,
	'parameter added': addParameter,
};
