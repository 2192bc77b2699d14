import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readTemplate, templateNames } from '../../../scripts/lib/templates';
import { root } from '../../../scripts/setup/setup.cjs';
import type { Stage } from '../stage';

/** n8n's own nodes that our pages tell the user to put beside ours. */
const RECOMMENDED = [
	'n8n-nodes-base.compareDatasets',
	'n8n-nodes-base.extractFromFile',
	'n8n-nodes-base.form',
	'n8n-nodes-base.formTrigger',
	'n8n-nodes-base.httpRequest',
	'n8n-nodes-base.if',
	'n8n-nodes-base.merge',
	'n8n-nodes-base.removeDuplicates',
	'n8n-nodes-base.scheduleTrigger',
	'n8n-nodes-base.splitInBatches',
	'n8n-nodes-base.wait',
	'@n8n/n8n-nodes-langchain.agent',
];

/** The local n8n loads every node that a template uses or a page recommends: a missing dependency shows only in use. */
export function loadedNodes(stage: () => Stage): void {
	it("n8n's own nodes that go with ours can be loaded", async () => {
		const used = templateNames()
			.flatMap((name) => readTemplate(name).nodes.map(({ type }) => type))
			.filter((type) => !type.startsWith('n8n-nodes-colt.'))
			// n8n makes the node that asks a person out of the node that sends.
			.map((type) => type.replace(/HitlTool$/, ''));
		const types = [...new Set([...used, ...RECOMMENDED])];
		const script = join(root, 'scripts', 'n8n', 'loadNodes.cjs');
		const { program } = stage();
		const { command, args, cwd, env } = program.script(script, [program.modules, ...types]);
		const { stdout } = await promisify(execFile)(command, [...args], { cwd, env: { ...env } });
		expect(JSON.parse(stdout)).toEqual({});
	});
}
