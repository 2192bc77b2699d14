import 'reflect-metadata';

import { join } from 'node:path';

import {
	ExecutionLifecycleHooks,
	HookContext,
	LoadOptionsContext,
	PackageDirectoryLoader,
	PollContext,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeType,
	INodeTypes,
	IRun,
	IVersionedNodeType,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers, Workflow } from 'n8n-workflow';

import { MemoryCredentials } from './credentialsHelper';

const ROOT = join(__dirname, '..', '..');

/** Emits the items it was given: what stands before our node in a test. */
class Items implements INodeType {
	description = {
		displayName: 'Items',
		name: 'items',
		group: ['trigger' as const],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	/** n8n calls it with its own context as `this`. */
	readonly execute: () => Promise<INodeExecutionData[][]>;

	constructor(items: INodeExecutionData[]) {
		this.execute = async () => await Promise.resolve([items.map((item) => ({ ...item }))]);
	}
}

type Running = ReturnType<WorkflowExecute['run']>;

/** Starts a workflow at its first node. n8n 1 takes what n8n 2 takes as one object in several arguments. */
function begin(engine: WorkflowExecute, workflow: Workflow): Running {
	const startNode = workflow.getNode('Items') as INode;
	const run = engine.run.bind(engine) as (...args: unknown[]) => Running;
	return engine.run.length > 1 ? run(workflow, startNode) : run({ workflow, startNode });
}

let executions = 0;
const nextExecution = (): string => `${(executions += 1)}`;

const loading = new Map<string, Promise<PackageDirectoryLoader>>();

/** The built package as n8n loads it; `npm run build` comes first. */
async function loadPackage(root: string): Promise<PackageDirectoryLoader> {
	const known = loading.get(root);
	if (known !== undefined) return await known;
	const loader = new PackageDirectoryLoader(root);
	const loaded = loader.loadAll().then(() => loader);
	loading.set(root, loaded);
	return await loaded;
}

export interface Engine {
	/** Runs one of our nodes on input items through n8n's own engine. */
	run(options: {
		type?: string;
		parameters: IDataObject;
		items?: IDataObject[];
		binary?: IBinaryKeyData;
		node?: Partial<INode>;
		executionId?: string;
		signal?: AbortSignal;
		/** The workflow's time zone; n8n's default unless given. */
		timezone?: string;
		/** A node of the test's own instead of one of the package. */
		own?: INodeType;
	}): Promise<Outcome>;
	/** One poll of a trigger; `state` stands for what n8n keeps between polls. */
	poll(options: {
		type: string;
		parameters?: IDataObject;
		state: IDataObject;
		mode?: 'trigger' | 'manual';
		node?: Partial<INode>;
	}): Promise<INodeExecutionData[] | null>;
	/** Polls of one activation: n8n keeps one context for all of them. */
	activate(options: {
		type: string;
		parameters?: IDataObject;
		state: IDataObject;
		budgetMs?: number;
		mode?: 'trigger' | 'manual';
		node?: Partial<INode>;
	}): () => Promise<INodeExecutionData[] | null>;
	/** Makes a webhook trigger live, as n8n does when its workflow is published. Rejects if the trigger refuses. */
	makeLive(options: { type: string; parameters?: IDataObject }): Promise<boolean>;
	/** A list that a field is picked from, as the editor asks for it. */
	pick(options: {
		type?: string;
		method: string;
		parameters: IDataObject;
		filter?: string;
		token?: string;
	}): Promise<INodeListSearchResult>;
	/** The context of one call of a webhook trigger, in a workflow with what n8n has stored for it. */
	called(options: {
		type: string;
		parameters?: IDataObject;
		stored?: IDataObject;
		request?: unknown;
		response?: unknown;
	}): { context: IWebhookFunctions; workflow: Workflow };
	credentialType(name: string): ICredentialType;
	nodeType(name: string): INodeType;
	credentials: MemoryCredentials;
}

export interface Outcome {
	run: IRun;
	/** Items of the node's outputs. */
	outputs: INodeExecutionData[][];
	/** First output's JSON. */
	json: IDataObject[];
	error?: Error & { description?: string; context?: IDataObject; httpCode?: string };
}

/**
 * n8n-core around the built package, with the credential values given.
 * @param root folder of another build of the package
 */
export async function startEngine(
	values: Record<string, ICredentialDataDecryptedObject>,
	root = ROOT,
): Promise<Engine> {
	const loader = await loadPackage(root);
	const types = Object.fromEntries(Object.entries(loader.credentialTypes).map(([name, { type }]) => [name, type]));
	const credentials = new MemoryCredentials(types, values);
	const ours = (name: string): INodeType | IVersionedNodeType => {
		const found = loader.nodeTypes[name.replace('n8n-nodes-colt.', '')];
		if (found === undefined) throw new Error(`the package has no node ${name}`);
		return found.type;
	};
	const nodeTypesFor = (items: IDataObject[], binary?: IBinaryKeyData, own?: INodeType): INodeTypes => {
		const source = new Items(
			items.map((json, index) => ({ json, pairedItem: { item: index }, ...(binary !== undefined && { binary }) })),
		);
		const find = (name: string): INodeType =>
			name === 'items' ? source : (own ?? NodeHelpers.getVersionedNodeType(ours(name)));
		return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
	};
	const credentialRefs = Object.fromEntries(Object.keys(values).map((name) => [name, { id: name, name }]));
	/** The version that n8n gives a new node of the type. */
	const newestOf = (type: string): number => {
		const { defaultVersion, version } = NodeHelpers.getVersionedNodeType(ours(type)).description;
		return defaultVersion ?? [version].flat().at(-1) ?? 1;
	};
	const nodeOf = (type: string, parameters: IDataObject, more: Partial<INode> = {}): INode => ({
		id: 'colt',
		name: 'Colt',
		type: `n8n-nodes-colt.${type}`,
		typeVersion: newestOf(type),
		position: [200, 0],
		parameters: parameters as INode['parameters'],
		credentials: credentialRefs,
		...more,
	});
	const address = 'http://localhost:5678/';
	const dataFor = (executionId: string, hooks: ExecutionLifecycleHooks): IWorkflowExecuteAdditionalData =>
		({
			credentialsHelper: credentials,
			hooks,
			executionId,
			currentNodeExecutionIndex: 0,
			variables: {},
			restApiUrl: address,
			instanceBaseUrl: address,
			formWaitingBaseUrl: address,
			webhookBaseUrl: address,
			webhookWaitingBaseUrl: address,
			webhookTestBaseUrl: address,
		}) as unknown as IWorkflowExecuteAdditionalData;
	const workflowOf = (
		node: INode,
		items: IDataObject[],
		binary?: IBinaryKeyData,
		staticData: IDataObject = {},
		timezone?: string,
		own?: INodeType,
	): Workflow =>
		new Workflow({
			id: 'workflow',
			name: 'test',
			active: false,
			nodes: [{ id: 'items', name: 'Items', type: 'items', typeVersion: 1, position: [0, 0], parameters: {} }, node],
			connections: { Items: { main: [[{ node: node.name, type: NodeConnectionTypes.Main, index: 0 }]] } },
			nodeTypes: nodeTypesFor(items, binary, own),
			staticData,
			...(timezone !== undefined && { settings: { timezone } }),
		});

	const activate: Engine['activate'] = ({ type, parameters = {}, state, budgetMs, mode = 'trigger', node: more }) => {
		const node = nodeOf(type, parameters, more);
		// Where n8n keeps the state depends on its version: in the static data, or in cursors of its own.
		const workflow = workflowOf(node, [], undefined, { [`node:${node.name}`]: state });
		const hooks = new ExecutionLifecycleHooks('trigger', '1', {} as never);
		const budget = budgetMs === undefined ? undefined : () => budgetMs;
		const context = new PollContext(
			workflow,
			node,
			dataFor('1', hooks),
			mode,
			'activate',
			undefined,
			undefined,
			undefined,
			undefined,
			() => state,
			budget,
		);
		const trigger = NodeHelpers.getVersionedNodeType(ours(type));
		return async () => (await trigger.poll?.call(context))?.[0] ?? null;
	};

	return {
		credentials,
		credentialType: (name) => types[name] as ICredentialType,
		nodeType: (name) => NodeHelpers.getVersionedNodeType(ours(name)),
		async run({
			type = 'coltWholesaleSip',
			parameters,
			items = [{}],
			binary,
			node,
			executionId = nextExecution(),
			signal,
			timezone,
			own,
		}) {
			const coltNode = nodeOf(type, parameters, node);
			const workflow = workflowOf(coltNode, items, binary, {}, timezone, own);
			const hooks = new ExecutionLifecycleHooks('manual', executionId, {
				id: 'workflow',
				name: 'test',
				active: false,
				nodes: [],
				connections: {},
				createdAt: new Date(),
				updatedAt: new Date(),
				isArchived: false,
				activeVersionId: null,
			});
			const execution = begin(new WorkflowExecute(dataFor(executionId, hooks), 'manual'), workflow);
			signal?.addEventListener('abort', () => execution.cancel());
			const run = await execution;
			const task = run.data.resultData.runData.Colt?.at(-1);
			const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
			const error = (task?.error ?? run.data.resultData.error) as Outcome['error'] | undefined;
			return { run, outputs, json: (outputs[0] ?? []).map(({ json }) => json), ...(error !== undefined && { error }) };
		},
		activate,
		poll: async (options) => await activate(options)(),
		async pick({ type = 'coltWholesaleSip', method, parameters, filter, token }) {
			const node = nodeOf(type, parameters);
			const workflow = workflowOf(node, []);
			// The workflow has given the node its defaults, as the editor does.
			const currentNodeParameters = { ...node.parameters, ...parameters } as INode['parameters'];
			const hooks = new ExecutionLifecycleHooks('internal', '1', {} as never);
			const data = { ...dataFor('1', hooks), currentNodeParameters };
			const context = new LoadOptionsContext(workflow, node, data, 'parameters.field');
			const search = NodeHelpers.getVersionedNodeType(ours(type)).methods?.listSearch?.[method];
			if (search === undefined) throw new Error(`${type} has no list ${method}`);
			return await search.call(context, filter, token);
		},
		called({ type, parameters = {}, stored = {}, request, response }) {
			const node = nodeOf(type, parameters);
			const workflow = workflowOf(node, [], undefined, stored);
			const data = {
				...dataFor('1', new ExecutionLifecycleHooks('webhook', '1', {} as never)),
				httpRequest: request,
				httpResponse: response,
			};
			return { workflow, context: new WebhookContext(workflow, node, data, 'webhook', {} as never, [], null) };
		},
		async makeLive({ type, parameters = {} }) {
			const node = nodeOf(type, parameters);
			const hooks = new ExecutionLifecycleHooks('webhook', '1', {} as never);
			const context = new HookContext(workflowOf(node, []), node, dataFor('1', hooks), 'webhook', 'activate');
			const methods = NodeHelpers.getVersionedNodeType(ours(type)).webhookMethods?.default;
			return (await methods?.checkExists.call(context)) === true || (await methods?.create.call(context)) === true;
		},
	};
}
