import { nameLikeness } from '../../../scripts/contract-diff/similarity';
import { addField, atFields, loosen, removeField, renameField, tighten } from './alterFields';
import { addParameter, atParameters, removeParameter } from './alterParameters';
import { type Alteration, INVENTED, OTHER_TYPES, differs, disguised, operationsOf, retype } from './alteration';
import type { Copy } from './copy';
import type { Expected } from './seeds';

const atOperations =
	(
		expected: (title: string, path: string) => Expected,
		change: (copy: Copy, path: string, method: 'get' | 'post') => void,
	): Alteration =>
	(copy) =>
		operationsOf(copy).map(({ title, id, path, method }) => ({
			expected: expected(title, path),
			touches: [id],
			apply: () => change(copy, path, method),
		}));

function movePath(copy: Copy, path: string): void {
	const others = Object.keys(copy.paths);
	const moved =
		[path.replace(/(\w)(\/order)?$/, '$1s$2'), path.replace('/v1/', '/v2/'), path.replace('/v1/', '/v1')].find(
			(candidate) => !others.includes(candidate) && nameLikeness(candidate, path) < 1,
		) ?? '';
	copy.paths = Object.fromEntries(
		Object.entries(copy.paths).map(([key, item]) => (key === path ? [moved, item] : [key, item])),
	);
}

/** Every kind of difference that the tool knows, by what is altered. */
export const alterations: Readonly<Record<string, Alteration>> = {
	// These two only once, before all others: what else is altered must still show.
	'path removed': (copy, random) =>
		atOperations(
			(title) => ({ kind: 'oursOnly', aspect: 'operation', name: title }),
			(whole, path) => delete whole.paths[path],
		)(copy, random).map((choice) => ({
			...choice,
			touches: [...choice.touches, 'path removed'],
		})),
	'list no list': (copy, random) =>
		atFields(
			({ field }) => field.type === 'array',
			'type',
			(field) => {
				for (const key of Object.keys(field)) delete field[key];
				field.type = 'string';
			},
		)(copy, random).map((choice) => ({ ...choice, touches: [...choice.touches, 'list no list'] })),
	'path renamed': atOperations((_, path) => differs('path', path), movePath),
	'path added': (copy, random) => {
		const name = random.pick(INVENTED);
		const path = `/v1/${name}`;
		const added = (): void => void (copy.paths[path] = { get: { responses: { '200': { description: 'Added' } } } });
		return [
			{
				expected: { kind: 'theirsOnly', aspect: 'operation', name: `GET ${path}` },
				touches: [name, 'path added'],
				apply: added,
			},
		];
	},
	'method changed': atOperations(
		(_, path) => differs('method', path),
		(copy, path, method) => (copy.paths[path] = { put: copy.paths[path]?.[method] }),
	),
	'status changed': atOperations(
		() => differs('status', '200'),
		(copy, path, method) => {
			const { '200': success, ...others } = copy.paths[path]?.[method]?.responses ?? {};
			Object.assign(copy.paths[path]?.[method] ?? {}, { responses: { '202': success, ...others } });
		},
	),
	'error removed': atOperations(
		() => ({ kind: 'oursOnly', aspect: 'response', name: '406' }),
		(copy, path, method) => delete copy.paths[path]?.[method]?.responses['406'],
	),
	'field renamed': renameField,
	'field removed': removeField,
	'field added': addField,
	'field made optional': loosen,
	'field made mandatory': tighten,
	'type changed': atFields(({ field }) => field.type !== undefined && field.type in OTHER_TYPES, 'type', retype),
	'pattern changed': atFields(
		({ field }) => field['pattern'] !== undefined,
		'pattern',
		(field) => Object.assign(field, { pattern: '^[0-9]+$' }),
	),
	'pattern added': atFields(
		({ field }) => field.type === 'string' && !field.enum && !field['pattern'],
		'pattern',
		(field) => (field['pattern'] = '^[a-z ]*$'),
	),
	'limit changed': atFields(
		({ field }) => field['maxLength'] !== undefined,
		'maxLength',
		(field) => (field['maxLength'] = 7),
	),
	'limit added': atFields(
		({ field }) => field.type === 'string' && field['maxLength'] === undefined,
		'maxLength',
		(field) => (field['maxLength'] = 99),
	),
	'values changed': atFields(
		({ field }) => field.enum !== undefined,
		'enum',
		(field, random) =>
			(field.enum = random.next() < 0.5 ? field.enum?.slice(1) : [...(field.enum ?? []), 'OTHER_VALUE']),
	),
	'format changed': atFields(
		({ field }) => field['format'] !== undefined,
		'format',
		(field) => (field['format'] = 'time'),
	),
	'parameter renamed': atParameters(
		() => true,
		'name',
		(parameter, random) => (parameter.name = disguised(parameter.name, [], random)),
	),
	'parameter made mandatory': atParameters(
		({ required }) => !required,
		'required',
		(parameter) => (parameter.required = true),
	),
	'parameter type changed': atParameters(
		({ schema }) => (schema.type ?? '') in OTHER_TYPES,
		'type',
		({ schema }) => retype(schema),
	),
	'parameter limit changed': atParameters(
		({ schema }) => schema['minimum'] !== undefined,
		'minimum',
		({ schema }) => (schema['minimum'] = 2),
	),
	'parameter values changed': atParameters(
		({ schema }) => schema.enum !== undefined,
		'enum',
		({ schema }) => (schema.enum = schema.enum?.slice(1)),
	),
	'parameter removed': removeParameter,
	'parameter added': addParameter,
};
