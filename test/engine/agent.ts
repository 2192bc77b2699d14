import 'reflect-metadata';

import { ExecutionLifecycleHooks, SupplyDataContext, WorkflowExecute } from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import type {
	EngineRequest,
	EngineResponse,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { NodeConnectionTypes, Workflow, createRunExecutionData } from 'n8n-workflow';

import type { Engine } from './harness';

const ADDRESS = 'http://localhost:5678/';

const plain = (name: string, outputs: INodeType['description']['outputs']): INodeType['description'] => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: '',
	defaults: {},
	inputs: [],
	outputs,
	properties: [],
});

/** What n8n makes of a node that is usable as a tool: the same node with another name and output. */
const asTool = (type: INodeType): INodeType =>
	Object.assign(Object.create(type) as INodeType, {
		description: {
			...type.description,
			name: `${type.description.name}Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
		},
	});

/** Stands for n8n's Agent 3: asks the engine to run the tool once, and outputs what the engine reports of it. */
function agentType(args: IDataObject): INodeType {
	return {
		description: plain('agent', [NodeConnectionTypes.Main]),
		async execute(response?: EngineResponse): Promise<INodeExecutionData[][] | EngineRequest> {
			const [answer] = response?.actionResponses ?? [];
			if (answer !== undefined) {
				// As n8n's buildSteps does: the tool's items, else the message of its error.
				const items = answer.data.data?.ai_tool?.[0]?.map(({ json }) => json) ?? [];
				const told = items.length > 0 ? items : { error: answer.data.error?.message };
				return await Promise.resolve([[{ json: { told: JSON.stringify(told) } }]]);
			}
			return {
				actions: [
					{
						actionType: 'ExecutionNodeAction',
						nodeName: 'Colt',
						input: args,
						type: NodeConnectionTypes.AiTool,
						id: 'call_1',
						metadata: { itemIndex: 0 },
					},
				],
				metadata: {},
			};
		},
	};
}

/**
 * Lets an AI agent call our node as a tool, in both of n8n's ways.
 * @param version 2: the agent calls the tool in its own process (Agent 2.2, MCP); 3: through the engine (Agent 3.1)
 * @returns the text that is told to the model
 */
export async function askTool(
	engine: Engine,
	version: 2 | 3,
	{ parameters, args = {}, node = {} }: { parameters: IDataObject; args?: IDataObject; node?: Partial<INode> },
): Promise<string> {
	const tool: INode = {
		id: 'colt',
		name: 'Colt',
		type: 'n8n-nodes-colt.coltWholesaleSipTool',
		typeVersion: 2,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { coltOAuth2Api: { id: 'coltOAuth2Api', name: 'coltOAuth2Api' } },
		...node,
	};
	const ours = asTool(engine.nodeType('coltWholesaleSip'));
	const items: INodeType = {
		description: plain('items', [NodeConnectionTypes.Main]),
		execute: async () => await Promise.resolve([[{ json: {} }]]),
	};
	const agent = agentType(args);
	const find = (name: string): INodeType => (name === 'items' ? items : name === 'agent' ? agent : ours);
	const nodeTypes: INodeTypes = { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
	const simple = (name: string, type: string): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	});
	const workflow = new Workflow({
		id: 'workflow',
		active: false,
		nodes: [simple('Items', 'items'), simple('Agent', 'agent'), tool],
		connections: {
			Items: { main: [[{ node: 'Agent', type: NodeConnectionTypes.Main, index: 0 }]] },
			Colt: { ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] },
		},
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});
	const hooks = new ExecutionLifecycleHooks('manual', `agent-${version}`, {} as never);
	const additional = {
		credentialsHelper: engine.credentials,
		hooks,
		executionId: `agent-${version}`,
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: ADDRESS,
		instanceBaseUrl: ADDRESS,
		formWaitingBaseUrl: ADDRESS,
		webhookBaseUrl: ADDRESS,
		webhookWaitingBaseUrl: ADDRESS,
		webhookTestBaseUrl: ADDRESS,
	} as unknown as IWorkflowExecuteAdditionalData;
	if (version === 3) {
		const run = await new WorkflowExecute(additional, 'manual').run({ workflow, startNode: simple('Items', 'items') });
		const { told } = run.data.resultData.runData.Agent?.at(-1)?.data?.main?.[0]?.[0]?.json ?? {};
		return typeof told === 'string' ? told : `the workflow failed: ${String(run.data.resultData.error?.message)}`;
	}
	const runData = createRunExecutionData({});
	const invoke = makeHandleToolInvocation(
		(runIndex) =>
			new SupplyDataContext(
				workflow,
				tool,
				additional,
				'manual',
				runData,
				runIndex,
				[{ json: args }],
				{ ai_tool: [[{ json: args }]] },
				NodeConnectionTypes.AiTool,
				{ node: tool, data: { ai_tool: [[{ json: args }]] }, source: null },
				[],
			),
		tool,
		ours,
		runData,
	);
	try {
		return String(await invoke(args));
	} catch (error) {
		return `the agent failed: ${(error as Error).message}`;
	}
}
