import type { Operation, Resource } from '../../nodes/shared/operation/types';
import { optionsField } from '../../nodes/shared/fields/options';
import { allowOrdersField, dryRunField } from '../../nodes/shared/fields/sending';
import { simplifyField } from '../../nodes/shared/fields/simplify';
import { type FieldRow, fieldRows } from './fieldRows';
import { anchorOf, code, page, table } from './markdown';

const introduction = (node: string): string => `# Operations of ${node}

Generated from the node's registry by \`npm run docs\`; do not edit.

Every operation also has the [options](#options) at the end of this page. [Country rules](country-rules.md) says what is
possible in which country, and [errors](errors.md) what an error means. Operations marked *restricted use* work only
for customers for whom Colt has enabled them.`;

/** The page of all operations of a node: an overview, then each with its call and its fields. */
export function operationsPage(node: string, resources: readonly Resource[]): string {
	return page(introduction(node), overview(resources), ...resources.map(resourcePart), optionsPart());
}

const titleOf = (resource: Resource, operation: Operation): string => `${resource.name}: ${operation.name}`;

function overview(resources: readonly Resource[]): string {
	const rows = resources.flatMap((resource) =>
		resource.operations.map((operation) => {
			const title = titleOf(resource, operation);
			return [`[${title}](#${anchorOf(title)})`, operation.description, callOf(operation)];
		}),
	);
	return table(['operation', 'what it does', 'call'], rows);
}

const callOf = (operation: Operation): string =>
	'wire' in operation
		? code(`${operation.wire.method} ${operation.wire.path}`)
		: 'look' in operation
			? 'several reads'
			: 'none: it makes no call';

function resourcePart(resource: Resource): string {
	return page(
		`## ${resource.name}`,
		`${resource.description}.`,
		...resource.operations.map((operation) => operationPart(resource, operation)),
	);
}

function operationPart(resource: Resource, operation: Operation): string {
	const rows = fieldRows(operation.fields);
	const required = rows.filter(({ isRequired }) => isRequired);
	const optional = rows.filter(({ isRequired }) => !isRequired);
	return page(
		`### ${titleOf(resource, operation)}`,
		`${operation.description.replace(/\.?$/, '.')}`,
		facts(operation),
		...fieldsPart('Required', required),
		...fieldsPart('Optional', optional),
	);
}

function facts(operation: Operation): string {
	const lines = [`- Action: ${operation.action}`];
	if ('look' in operation) return [...lines, '- Calls: several reads; it orders and changes nothing'].join('\n');
	if (!('wire' in operation)) return [...lines, '- Call: none; it only computes'].join('\n');
	const { id, effect, restricted } = operation.wire;
	lines.push(`- Call: ${callOf(operation)}, ${code(id)} in the contract`);
	if (effect === 'order') lines.push('- Creates an order');
	if (restricted === true) lines.push('- Restricted use');
	return lines.join('\n');
}

function fieldsPart(title: string, rows: readonly FieldRow[]): string[] {
	if (rows.length === 0) return [];
	return [`${title} fields:`, table(['field', 'preset', 'what it is'], rows.map(cellsOf))];
}

function cellsOf({ label, condition, preset, description }: FieldRow): string[] {
	return [
		label,
		preset,
		[condition === '' ? '' : `When ${condition}.`, description].filter((text) => text !== '').join(' '),
	];
}

function optionsPart(): string {
	const rows = fieldRows([optionsField]).map(({ label, description }) => [
		label.replace(/^Options › /, ''),
		description,
	]);
	const switches = fieldRows([dryRunField, allowOrdersField, simplifyField]).map(({ label, preset, description }) => [
		label,
		preset,
		description,
	]);
	return page(
		'## Options',
		'The same for every operation.',
		table(['option', 'what it does'], rows),
		'Switches of nodes of version 2: *Dry Run* and *Allow Orders* where ' +
			'something is ordered or changed, the latter when ' +
			'the node is a tool; *Simplify* wherever Colt is called.',
		table(['switch', 'preset', 'what it does'], switches),
	);
}
