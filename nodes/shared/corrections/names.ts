import type { Field, Operation, Shape } from '../contract/table';
import { ENTRIES, formatPlace } from './place';
import type { Place } from './place';

/** A name of the contract: where it stands in the contract's wire form, and what it may be. */
export interface ContractName {
	/** The place in logical names, such as `body.relatedParty.endCustomer.name`. */
	logical: string;
	/** The place in the names that the contract sends. */
	wire: Place;
	/** Logical values to the contract's wire values, where they are listed. */
	values?: Readonly<Record<string, string>>;
	isRequired: boolean;
	/** Whether it has no names below it. */
	isLeaf: boolean;
}

/** The two halves of a call. */
export type Half = 'request' | 'answer';

/** Every name of one half of an operation by its logical place: of the path, query, header and body. */
export function namesOf(operation: Operation, half: Half): ReadonlyMap<string, ContractName> {
	const found = new Map<string, ContractName>();
	for (const [section, shape] of sectionsOf(operation, half)) {
		const isRequired = section === 'body' && half === 'request';
		collect(shape, [section], [section], isRequired, found);
	}
	return found;
}

function sectionsOf(operation: Operation, half: Half): Array<[string, Shape]> {
	const sections: Array<[string, Shape | undefined]> =
		half === 'request'
			? [
					['path', operation.params],
					['query', operation.query],
					['header', operation.headers],
					['body', operation.body],
				]
			: [
					['header', operation.responseHeaders],
					['body', operation.response],
				];
	return sections.flatMap(([name, shape]): Array<[string, Shape]> => (shape === undefined ? [] : [[name, shape]]));
}

function collect(
	shape: Shape | null | undefined,
	logical: Place,
	wire: Place,
	isRequired: boolean,
	found: Map<string, ContractName>,
): void {
	const isLeaf = !shape || !('fields' in shape || 'list' in shape);
	const values = shape && 'values' in shape ? { values: shape.values } : {};
	found.set(formatPlace(logical), { logical: formatPlace(logical), wire, isRequired, isLeaf, ...values });
	if (!shape) return;
	if ('list' in shape) collect(shape.list, [...logical, ENTRIES], [...wire, ENTRIES], false, found);
	if (!('fields' in shape)) return;
	for (const [name, field] of Object.entries(shape.fields)) {
		const required = shape.required?.includes(name) === true && (isRequired || logical.at(-1) === ENTRIES);
		collect(shapeOf(field), [...logical, name], [...wire, wireOf(field)], required, found);
	}
}

const wireOf = (field: Field): string => (typeof field === 'string' ? field : field.wire);
const shapeOf = (field: Field): Shape | undefined => (typeof field === 'string' ? undefined : field.shape);
