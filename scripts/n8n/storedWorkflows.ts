import type { IConnections, IDataObject, INode, IPinData, IWorkflowSettings } from 'n8n-workflow';
import { waitFor } from '../lib/waitFor';
import type { N8nRest } from './rest';

/** A workflow as n8n exports it; the files in workflows/ have this shape. */
export interface WorkflowTemplate {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings & IDataObject;
	/** What a node puts out when the workflow is run by hand, instead of running. */
	pinData?: IPinData;
}

export interface StoredWorkflow extends WorkflowTemplate {
	id: string;
	versionId: string;
	active: boolean;
}

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

/** Stores a credential. `data` has its fields by name. */
export async function createCredential(
	rest: N8nRest,
	credential: { name: string; type: string; data: IDataObject },
): Promise<StoredCredential> {
	const { id, name, type } = await rest.post<StoredCredential>('/credentials', credential);
	return { id, name, type };
}

/** The message of n8n's own credential test. */
export async function testCredential(
	rest: N8nRest,
	credential: StoredCredential,
	data: IDataObject,
): Promise<{ status: string; message: string }> {
	return await rest.post('/credentials/test', { credentials: { ...credential, data } });
}

/** A copy of the workflow in which every node that names a credential of this type uses the given one. */
export function withCredential(workflow: WorkflowTemplate, credential: StoredCredential): WorkflowTemplate {
	const use = { id: credential.id, name: credential.name };
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.[credential.type]
			? { ...node, credentials: { ...node.credentials, [credential.type]: use } }
			: node,
	);
	return { ...workflow, nodes };
}

export async function createWorkflow(rest: N8nRest, workflow: WorkflowTemplate): Promise<StoredWorkflow> {
	const { name, nodes, connections, settings = {}, pinData } = workflow;
	return await rest.post<StoredWorkflow>('/workflows', { name, nodes, connections, settings, pinData });
}

/** Publishes a workflow, n8n 2's word for making its triggers live. Fails if a trigger refuses to start. */
export async function publish(rest: N8nRest, workflow: StoredWorkflow): Promise<void> {
	const published = await rest.post<StoredWorkflow>(`/workflows/${workflow.id}/activate`, {
		versionId: workflow.versionId,
	});
	if (!published.active) throw new Error(`n8n has not published "${workflow.name}"`);
}

export async function unpublish(rest: N8nRest, workflow: StoredWorkflow): Promise<void> {
	await rest.post(`/workflows/${workflow.id}/deactivate`, {});
}

/** Removes a workflow with its executions. n8n deletes only what is archived and no longer live. */
export async function deleteWorkflow(rest: N8nRest, workflow: StoredWorkflow): Promise<void> {
	await rest.post(`/workflows/${workflow.id}/archive`, {});
	const remove = async (): Promise<true | undefined> =>
		await rest.delete(`/workflows/${workflow.id}`).then(
			() => true as const,
			(error: unknown) => {
				if (/still being unpublished/.test(String(error))) return undefined;
				throw error;
			},
		);
	await waitFor(`n8n to unpublish "${workflow.name}"`, remove);
}

/** Starts a workflow by hand, as the editor's button does, from its first trigger node; returns the execution's id. */
export async function runManually(rest: N8nRest, workflow: StoredWorkflow): Promise<string> {
	const trigger = workflow.nodes.find((node) => /trigger$/i.test(node.type));
	if (trigger === undefined) throw new Error(`"${workflow.name}" has no trigger node`);
	const body = { triggerToStartFrom: { name: trigger.name } };
	const { executionId } = await rest.post<{ executionId?: string }>(`/workflows/${workflow.id}/run`, body);
	if (executionId === undefined) throw new Error(`n8n has not started "${workflow.name}"`);
	return executionId;
}
