import { type ApiName, loadContract } from '../../contract/tools/load';
import { executedCalls, templatesByOperation } from './executedCalls';
import { type FieldCount, countFields } from './countFields';
import { nodeOperations, usesBesideRegistries } from './registries';
import { simulatedOperations } from './simulatedOperations';

/** One resource of an API and how far we are with it. */
export interface Row {
	api: ApiName;
	id: string;
	method: string;
	path: string;
	/** Operations of the nodes that use it, triggers and credential too. */
	implemented: string[];
	simulated: boolean;
	/** Importable workflows that call it. */
	templates: string[];
	/** Calls by the last end-to-end run; undefined when there was none. */
	executed: number | undefined;
	fields: FieldCount;
}

/** The vendor's APIs in the order of the table. */
export const APIS: ReadonlyArray<{ api: ApiName; title: string }> = [
	{ api: 'wholesaleSip', title: 'Wholesale SIP' },
	{ api: 'inbound', title: 'Inbound' },
	{ api: 'authentication', title: 'Token' },
];

/** One row for each resource of the contracts. */
export async function coverageRows(calls: ReadonlyMap<string, number> | undefined = executedCalls()): Promise<Row[]> {
	const [operations, simulated] = await Promise.all([nodeOperations(), simulatedOperations()]);
	const besides = usesBesideRegistries();
	const templates = templatesByOperation(operations, besides);
	return APIS.flatMap(({ api }) =>
		countFields(loadContract(api)).map(({ id, method, path, fields }) => {
			const wire = `${api}.${id}`;
			const inMenus = operations.filter((operation) => operation.wire === wire).map(({ title }) => title);
			return {
				api,
				id,
				method,
				path,
				implemented: [...inMenus, ...(besides.get(wire) ?? [])],
				simulated: simulated.has(wire),
				templates: templates.get(wire) ?? [],
				executed: calls && (calls.get(wire) ?? 0),
				fields,
			};
		}),
	);
}
