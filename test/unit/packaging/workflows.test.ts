import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Step {
	uses?: string;
	run?: string;
}

interface Workflow {
	permissions: Record<string, string>;
	jobs: Record<string, { needs?: string; permissions?: Record<string, string>; steps: Step[] }>;
}

const folder = join(__dirname, '..', '..', '..', '.github', 'workflows');
const workflows = readdirSync(folder).map((file): [string, Workflow] => [
	file,
	parse(readFileSync(join(folder, file), 'utf8')) as Workflow,
]);

const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

test('the workflows that build and publish are there', () =>
	expect(workflows.map(([file]) => file)).toEqual(['ci.yml', 'publish.yml']));

test.each(workflows)('%s: every action is pinned to a commit', (_, workflow) => {
	const actions = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
	expect(actions.length).toBeGreaterThan(0);
	expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

test.each(workflows)('%s: the job that may publish runs nothing but npm publish', (_, { permissions, jobs }) => {
	expect(permissions).toEqual({ contents: 'read' });
	const publishing = Object.values(jobs).filter((job) => job.permissions?.['id-token'] !== undefined);
	for (const { needs, steps } of publishing) {
		expect(needs).toBe('build');
		const runs = steps.flatMap(({ run }) => run ?? []);
		expect(runs).toEqual([expect.stringMatching(/^npm publish \.\/\S+\.tgz .*--provenance .*--ignore-scripts$/)]);
		expect(steps.filter(({ uses }) => uses?.startsWith('actions/checkout'))).toEqual([]);
	}
});
