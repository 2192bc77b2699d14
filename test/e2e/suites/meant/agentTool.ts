import type { INode } from 'n8n-workflow';
import { itemsOf } from '../../../../scripts/n8n/executions';
import { createCredential, withCredential } from '../../../../scripts/n8n/storedWorkflows';
import type { WorkflowTemplate } from '../../../../scripts/n8n/storedWorkflows';
import { chain, coltNode, node } from '../../stage';
import type { Stage } from '../../stage';
import { bookedNumbers, loseAnswer, RESERVE, stock } from './parts';
import { ModelEndpoint } from './modelEndpoint';
import { note, opened } from './report';

/** n8n's agent, with our node as its tool and a chat model on the loopback address. */
function agentWorkflow(version: number, url: string, retries: Partial<INode>): WorkflowTemplate {
	const agent = node('Agent', '@n8n/n8n-nodes-langchain.agent', version, {
		promptType: 'define',
		text: 'Reserve the number',
		options: { maxIterations: 6 },
	});
	const model = node(
		'Model',
		'@n8n/n8n-nodes-langchain.lmChatOpenAi',
		1.2,
		{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: { baseURL: url, maxRetries: 0 } },
		{ credentials: { openAiApi: { id: '', name: '' } } },
	);
	const tool = coltNode('Colt', {
		...RESERVE,
		allowOrders: true,
		numberRangeStart: "={{ $fromAI('number', 'the number to reserve', 'string') }}",
		options: { lookUpSeconds: 0 },
	});
	const template = chain([agent]);
	const into = (type: 'ai_languageModel' | 'ai_tool') => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
	return {
		...template,
		nodes: [...template.nodes, model, { ...tool, ...retries, type: 'n8n-nodes-colt.coltWholesaleSipTool' }],
		connections: { ...template.connections, Model: into('ai_languageModel'), Colt: into('ai_tool') },
		// As the editor makes every new workflow; without it Agent 3.1 is resumed before its tool has run.
		settings: { executionOrder: 'v1' },
	};
}

/**
 * A model whose tool loses its answer, and which calls again as models do: it is told first that the order may exist,
 * then gets that order. The books have one.
 */
export async function toolWithLostAnswer(stage: Stage, version: number, retries: Partial<INode> = {}): Promise<void> {
	const { control } = stage.simulator;
	const [number] = stock(stage, version === 2.2 ? '8146' : '8147');
	loseAnswer(stage, 'reserveNumbers');
	const endpoint = await ModelEndpoint.open((answers) => {
		// After its second call Colt can be read again.
		if (answers.length === 2) void control.clearFaults();
		return answers.length < 3 ? { number } : undefined;
	});
	try {
		const credential = await createCredential(stage.n8n.rest, {
			name: 'Scripted model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: endpoint.url },
		});
		const workflow = withCredential(agentWorkflow(version, endpoint.url, retries), credential);
		const execution = await stage.run(workflow);
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		const [first, second, third] = endpoint.answers;
		note(
			`Agent ${version}: a tool whose answer is lost, called three times`,
			endpoint.answers.map(opened),
			control.books(),
		);
		expect(first).toMatch(/may exist/i);
		expect(second).toMatch(/may exist/i);
		expect(third).toContain(control.books()[0]?.id ?? 'an order');
		expect(bookedNumbers(stage)).toEqual([number]);
		expect(JSON.stringify(itemsOf(execution, 'Agent'))).toContain(control.books()[0]?.id ?? 'an order');
	} finally {
		await endpoint.close();
	}
}
