import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { isNotice } from '../../nodes/shared/fields/notice';
import type { Field } from '../../nodes/shared/operation/types';

/** A field as the tables show it. */
export interface FieldRow {
	/** Label in the editor; a field of a collection comes after the collection's label. */
	label: string;
	isRequired: boolean;
	/** `Reserve By is Lock ID`; empty for a field that always shows. */
	condition: string;
	/** What it is without the user's doing; empty when there is nothing worth saying. */
	preset: string;
	description: string;
}

type Property = Field | INodeProperties;

/** The fields of an operation in the order of the editor, collections opened one level deep. */
export function fieldRows(fields: readonly Field[]): FieldRow[] {
	return fields.flatMap((field) => {
		if (field.type === 'hidden' || isNotice(field)) return [];
		const condition = conditionOf(field, fields);
		const members = membersOf(field);
		if (members === undefined) return [rowOf(field, '', condition)];
		return members.map((member) => rowOf(member, `${field.displayName} › `, condition));
	});
}

function rowOf(field: Property, prefix: string, condition: string): FieldRow {
	return {
		label: prefix + field.displayName,
		isRequired: field.required === true,
		condition,
		preset: prefix === '' ? presetOf(field) : '',
		description: [field.description ?? field.hint ?? '', choicesOf(field)].filter((text) => text !== '').join(' '),
	};
}

const membersOf = (field: Property): INodeProperties[] | undefined =>
	field.type === 'collection' ? ((field.options ?? []) as INodeProperties[]) : undefined;

function conditionOf({ showWhen = {} }: Field, fields: readonly Field[]): string {
	return Object.entries(showWhen)
		.map(([name, values]) => {
			const other = fields.find((field) => field.name === name);
			return `${other?.displayName ?? name} is ${values.map((value) => labelOf(other, value)).join(' or ')}`;
		})
		.join(' and ');
}

/** A value as the editor shows it. */
function labelOf(field: Property | undefined, value: unknown): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return choices(field).find((choice) => choice.value === value)?.name ?? String(value);
}

function presetOf(field: Property): string {
	if (['notice', 'resourceLocator', 'resourceMapper', 'fixedCollection', 'multiOptions'].includes(field.type))
		return '';
	return field.default === '' && field.type !== 'options' ? '' : labelOf(field, field.default);
}

const choices = (field: Property | undefined): INodePropertyOptions[] =>
	field?.type === 'options' || field?.type === 'multiOptions' ? ((field.options ?? []) as INodePropertyOptions[]) : [];

const MOST_CHOICES = 8;

/** The entries of a short menu, or the parts of a table of rows. */
function choicesOf(field: Property): string {
	const entries = choices(field);
	if (entries.length > 0 && entries.length <= MOST_CHOICES)
		return `One of: ${entries.map(({ name }) => name).join(', ')}.`;
	if (field.type !== 'fixedCollection') return '';
	const rows = (field.options ?? []) as INodePropertyCollection[];
	return `Each: ${rows.flatMap(({ values }) => values.map(({ displayName }) => displayName)).join(', ')}.`;
}
