import type { NodeHint } from 'n8n-workflow';

/** What the switches of a node mean for its next run. */
export const SWITCH_HINTS: NodeHint[] = [
	{
		message: 'Dry Run is on: everything is checked, the request is shown, and nothing is sent.',
		displayCondition: '={{ $parameter["dryRun"] === true }}',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		type: 'info',
	},
	{
		message: 'The AI agent may place orders with this tool. Put a human review between agent and tool.',
		displayCondition: '={{ $parameter["allowOrders"] === true }}',
		location: 'ndv',
		whenToDisplay: 'always',
		type: 'warning',
	},
];
