import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/setup.cjs';
import type { WorkflowTemplate } from '../n8n/storedWorkflows';

const folder = join(root, 'workflows');

/** The files in workflows/, without their ending. */
export const templateNames = (): string[] =>
	readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.slice(0, -'.json'.length));

/** Reads one of the importable workflows. */
export const readTemplate = (name: string): WorkflowTemplate =>
	JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as WorkflowTemplate;

/**
 * The workflow with its polling triggers looking every few seconds. n8n refuses a cron line whose seconds are no plain
 * number, so a shorter time than a minute takes one line for each second of the minute.
 */
export function pollingEvery(seconds: number, workflow: WorkflowTemplate): WorkflowTemplate {
	const item = Array.from({ length: Math.floor(60 / seconds) }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * seconds} * * * * *`,
	}));
	const nodes = workflow.nodes.map((node) =>
		'pollTimes' in node.parameters ? { ...node, parameters: { ...node.parameters, pollTimes: { item } } } : node,
	);
	return { ...workflow, nodes };
}
