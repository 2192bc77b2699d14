import type { Shape } from '../../nodes/shared/contract/table';
import type { BuiltTable } from '../../contract/tools/tables';

/** TypeScript source of the wire tables of all APIs, unformatted. */
export function printTables(tables: Record<string, BuiltTable>): string {
	const parts = Object.entries(tables).map(([api, { table, named }]) => {
		const names = new Map([...named].map(([ref, shape]) => [shape as object, `${api}${ref.split('/').pop()}`]));
		const shapes = [...named.values()].map(
			(shape) => `const ${names.get(shape)}: ${typeName(shape)} = ${print(shape, names, true)};`,
		);
		return [...shapes, `export const ${api}: ApiTable<OperationsOf<'${api}'>> = ${print(table, names, true)};`].join(
			'\n\n',
		);
	});
	const body = parts.join('\n\n');
	const used = ['ApiTable', 'ListShape', 'ObjectShape', 'SortShape', 'ValuesShape'].filter((type) =>
		body.includes(`: ${type}`),
	);
	return [
		`import type { ${used.join(', ')} } from './table';`,
		"import type { OperationsOf } from './logicalTypes';",
		'',
		body,
		'',
	].join('\n');
}

const typeName = (shape: Shape): string =>
	'fields' in shape ? 'ObjectShape' : 'list' in shape ? 'ListShape' : 'values' in shape ? 'ValuesShape' : 'SortShape';

/** A value as source; shapes that have a name are written by name, except at the top. */
function print(value: unknown, names: ReadonlyMap<object, string>, top = false): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const name = names.get(value);
	if (name && !top) return name;
	if (Array.isArray(value)) return `[${value.map((item) => print(item, names)).join(', ')}]`;
	const entries = Object.entries(value).filter(([, part]) => part !== undefined);
	return `{ ${entries.map(([key, part]) => `${JSON.stringify(key)}: ${print(part, names)}`).join(', ')} }`;
}
