import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'flatted';
import type { IDataObject, INodeExecutionData, IRunExecutionData } from 'n8n-workflow';

/** An execution as stored in n8n's database, with the items of its trigger. */
export interface StoredExecution {
	executionId: number;
	/** `crashed`: n8n died in it. */
	status: string;
	items: IDataObject[];
}

/** Looks into the database of an n8n, running or not; nothing is written. */
export class N8nDatabase {
	constructor(private readonly userFolder: string) {}

	/**
	 * What a trigger handed over, oldest first: an execution exists from then on, whatever becomes of it. One that n8n
	 * died in still has the items it was to start with; its trigger's output is made up by n8n's recovery.
	 */
	handedOver(workflowId: string, triggerName: string): StoredExecution[] {
		const query = `SELECT e.id AS id, e.status AS status, d.data AS data
			FROM execution_entity e JOIN execution_data d ON d.executionId = e.id
			WHERE e.workflowId = ? AND e.mode = 'trigger' ORDER BY e.id`;
		return this.all(query, workflowId).map(({ id, status, data }) => {
			const run = parse(String(data)) as Partial<IRunExecutionData>;
			const done = run.resultData?.runData?.[triggerName]?.[0]?.data?.main;
			const begun = run.executionData?.nodeExecutionStack?.find(({ node }) => node.name === triggerName)?.data.main;
			return { executionId: Number(id), status: String(status), items: itemsOf(begun ?? done) };
		});
	}

	/** What n8n keeps for the nodes of a workflow, as text: static data, or the durable cursors where they are on. */
	kept(workflowId: string): string {
		const [cursor] = this.all('SELECT group_concat(cursor) AS text FROM poller_state WHERE workflowId = ?', workflowId);
		const [workflow] = this.all('SELECT staticData AS text FROM workflow_entity WHERE id = ?', workflowId);
		return text(cursor?.['text']) || text(workflow?.['text']);
	}

	/** Rows of a query, without waiting for n8n's own work. */
	all(query: string, ...values: string[]): Array<Record<string, unknown>> {
		const database = new DatabaseSync(join(this.userFolder, '.n8n', 'database.sqlite'), {
			readOnly: true,
			timeout: 10_000,
		});
		try {
			return database.prepare(query).all(...values);
		} finally {
			database.close();
		}
	}
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const itemsOf = (outputs: ReadonlyArray<readonly INodeExecutionData[] | null> | undefined): IDataObject[] =>
	(outputs?.[0] ?? []).map(({ json }) => json);
