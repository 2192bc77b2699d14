import type { IDataObject } from 'n8n-workflow';
import type { Stage } from '../../stage';

interface Stored {
	id: string;
	projectId: string;
}

async function find({ n8n: { rest } }: Stage, name: string): Promise<Stored | undefined> {
	const filter = JSON.stringify({ name });
	return (await rest.get<{ data: Stored[] }>('/data-tables-global', { filter })).data[0];
}

const path = ({ id, projectId }: Stored): string => `/projects/${projectId}/data-tables/${id}`;

/** The rows of one of n8n's Data Tables; none if there is no such table. */
export async function rowsOf(stage: Stage, name: string): Promise<IDataObject[]> {
	const table = await find(stage, name);
	if (table === undefined) return [];
	return (await stage.n8n.rest.get<{ data: IDataObject[] }>(`${path(table)}/rows`)).data;
}

/** Removes a table, so that the next test begins without it. */
export async function dropTable(stage: Stage, name: string): Promise<void> {
	const table = await find(stage, name);
	if (table !== undefined) await stage.n8n.rest.delete(path(table));
}
