import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INode } from 'n8n-workflow';
import { asText } from '../../../scripts/lib/asText';
import { resources as inbound } from '../../../nodes/ColtInbound/registry';
import { resources as wholesaleSip } from '../../../nodes/ColtWholesaleSip/registry';
import { root } from '../../../scripts/setup/setup.cjs';
import { readTemplate, templateNames } from '../../../scripts/lib/templates';

/** The standard of n8n's template library, as far as a machine can read it. */
const STICKY = 'n8n-nodes-base.stickyNote';
const NODE_SIZE = 96;
const MOST_PICTURE_BYTES = 150_000;
/** The smallest template has nothing to set. */
const WITHOUT_SETTINGS = ['order-trigger'];

const file = (name: string, ending: string): string => join(root, 'workflows', `${name}.${ending}`);
const words = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length;
const contentOf = ({ parameters }: INode): string => asText(parameters.content);

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

const boxOf = ({ name, position: [left, top], parameters: { width = NODE_SIZE, height = NODE_SIZE } }: INode): Box => ({
	name,
	left,
	top,
	right: left + Number(width),
	bottom: top + Number(height),
});

const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Pairs of boxes that lie over each other. */
const overlaps = (boxes: readonly Box[]): string[] =>
	boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.name} / ${b.name}`] : [])));

describe.each(templateNames())('%s', (name) => {
	const template = readTemplate(name);
	const stickies = template.nodes.filter(({ type }) => type === STICKY);
	const nodes = template.nodes.filter(({ type }) => type !== STICKY);
	const [overview, ...sections] = [...stickies].sort(
		(a, b) => Number(b.name === 'Overview') - Number(a.name === 'Overview'),
	);

	it('begins with an overview at the top left, how it works and setup', () => {
		expect(overview?.name).toBe('Overview');
		const text = overview === undefined ? '' : contentOf(overview);
		expect(text).toContain(`## ${template.name}`);
		expect(text).toMatch(/Self-hosted n8n only[^]*### How it works[^]*### Setup/);
		expect(words(text)).toBeGreaterThanOrEqual(100);
		expect(words(text)).toBeLessThanOrEqual(300);
		const least = (axis: 0 | 1) => Math.min(...template.nodes.map(({ position }) => position[axis]));
		expect(overview?.position).toEqual([least(0), least(1)]);
	});

	it('has white section stickies of less than 50 words around every node', () => {
		expect(sections.length).toBeGreaterThan(0);
		for (const section of sections) {
			expect(section.parameters.color).toBe(7);
			expect([section.name, words(contentOf(section)) < 50]).toEqual([section.name, true]);
		}
		const within = (node: Box) =>
			sections
				.map(boxOf)
				.some(
					(box) => box.left <= node.left && box.top <= node.top && box.right >= node.right && box.bottom >= node.bottom,
				);
		expect(nodes.map(boxOf).filter((box) => !within(box))).toEqual([]);
	});

	it('has no nodes or stickies over each other', () => {
		expect(overlaps(nodes.map(boxOf))).toEqual([]);
		expect(overlaps(stickies.map(boxOf))).toEqual([]);
	});

	it('has named nodes, and the values of the user in one node', () => {
		for (const node of nodes)
			expect(node.name).not.toMatch(/^(Edit Fields|Set|If|Switch|HTTP Request|Code|Colt (Wholesale SIP|Inbound))\d*$/);
		const settings = nodes.filter((node) => node.name === 'Settings');
		expect(settings.map(({ type }) => type)).toEqual(WITHOUT_SETTINGS.includes(name) ? [] : ['n8n-nodes-base.set']);
	});

	it('has a title of a verb and a thing in sentence case', () => {
		expect(template.name).toMatch(/^[A-Z][a-z]+ [a-z]/);
	});

	it('saves its progress and names its error workflow', () => {
		expect(template.settings).toMatchObject({ executionOrder: 'v1', saveExecutionProgress: true });
		expect(JSON.stringify(overview)).toContain(
			name === 'error-workflow-and-audit-log' ? 'Error workflow' : 'Report failures and log orders',
		);
	});

	it('holds no ids, keys or addresses of anybody', () => {
		for (const { credentials = {} } of nodes) for (const { id } of Object.values(credentials)) expect(id).toBe('');
		expect(Object.keys(template).sort()).toEqual(['connections', 'meta', 'name', 'nodes', 'settings']);
		expect((template as unknown as { meta: IDataObject }).meta).toEqual({ templateCredsSetupCompleted: false });
		const mails = JSON.stringify(nodes).match(/[\w.]+@[\w.]+\.\w+/g) ?? [];
		expect(mails.filter((mail) => !mail.endsWith('@example.com'))).toEqual([]);
	});

	it('has a description with picture, note, setup, requirements and how to adapt it', () => {
		const text = readFileSync(file(name, 'md'), 'utf8');
		expect(text).toMatch(
			/^# [^]*!\[[^\]]+\]\([\w-]+\.png\)[^]*Self-hosted n8n only[^]*Who it is for[^]*## How it works[^]*## Setup[^]*## Requirements[^]*## How to adapt it/,
		);
		expect(text.split('\n')[0]).toBe(`# ${template.name}`);
		expect(words(text)).toBeGreaterThan(160);
		expect(words(text)).toBeLessThan(350);
	});

	it('has a small picture', () => {
		expect(existsSync(file(name, 'png'))).toBe(true);
		expect(statSync(file(name, 'png')).size).toBeLessThan(MOST_PICTURE_BYTES);
	});
});

describe('all templates', () => {
	it('stand in docs/templates.md and README, with their pictures', () => {
		const page = readFileSync(join(root, 'docs', 'templates.md'), 'utf8');
		const readme = readFileSync(join(root, 'README.md'), 'utf8');
		for (const name of templateNames()) {
			expect(page).toContain(`](../workflows/${name}.png)`);
			expect(page).toContain(`## ${name}\n`);
			expect(readme).toContain(`docs/templates.md#${name}`);
		}
	});

	it('let an agent order only through a node that asks a person', () => {
		const operations = [...wholesaleSip, ...inbound].flatMap((resource) =>
			resource.operations.map((operation) => ({ resource: resource.value, operation })),
		);
		const places = ({ parameters }: INode): boolean =>
			operations.some(
				({ resource, operation }) =>
					resource === parameters.resource &&
					operation.value === parameters.operation &&
					'wire' in operation &&
					operation.wire.effect !== 'read',
			);
		const tools = templateNames().flatMap((name) => {
			const { nodes, connections } = readTemplate(name);
			return nodes
				.filter(({ type }) => /^n8n-nodes-colt\..*Tool$/.test(type))
				.map((tool) => {
					const [to] = connections[tool.name]?.ai_tool?.flat() ?? [];
					return { tool, target: nodes.find((node) => node.name === to?.node)?.type };
				});
		});
		const ordering = tools.filter(({ tool }) => places(tool));
		expect(ordering.map(({ tool }) => tool.name).sort()).toEqual(['Change port date', 'Send note to Colt']);
		for (const { tool, target } of ordering)
			expect([target, tool.parameters.allowOrders]).toEqual([expect.stringMatching(/HitlTool$/), true]);
		for (const { tool } of tools.filter((one) => !ordering.includes(one)))
			expect(tool.parameters.allowOrders).toBeUndefined();
	});
});
