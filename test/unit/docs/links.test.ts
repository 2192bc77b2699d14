import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { anchorOf } from '../../../scripts/docs/markdown';
import { root } from '../../../scripts/setup/setup.cjs';

const files = [
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'simulator/README.md',
	...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
];
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

const anchorsOf = (file: string): string[] => [
	...[...withoutCode(read(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)),
	...[...read(file).matchAll(/<a (?:id|name)="([^"]+)">/g)].map(([, id = '']) => id),
];

const linksOf = (file: string): string[] =>
	[...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target = '']) => target)
		.filter((target) => !/^[a-z]+:/.test(target));

describe.each(files)('%s', (file) => {
	it('links only to what is there', () => {
		const broken = linksOf(file).filter((link) => {
			const [path = '', anchor] = link.split('#');
			const target = path === '' ? file : join(dirname(file), path);
			if (!existsSync(join(root, target))) return true;
			return anchor !== undefined && !anchorsOf(target).includes(anchor);
		});
		expect(broken).toEqual([]);
	});
});

describe('README.md', () => {
	it('has the anchors that the credentials and the nodes link to', () => {
		const linked = ['credentials', 'nodes'].flatMap((folder) =>
			readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
				.filter((name) => /\.(credentials\.ts|node\.json)$/.test(name))
				.flatMap((name) =>
					[...read(join(folder, name)).matchAll(/n8n-nodes-colt#([\w-]+)/g)].map(([, anchor = '']) => anchor),
				),
		);
		expect(linked.length).toBeGreaterThan(0);
		// GitHub's own anchor of the whole page.
		expect(linked.filter((anchor) => anchor !== 'readme' && !anchorsOf('README.md').includes(anchor))).toEqual([]);
	});

	it('names no script that package.json does not have', () => {
		const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
		const named = ['README.md', 'CONTRIBUTING.md'].flatMap((file) =>
			[...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
		);
		expect(named.filter((name) => !(name in scripts))).toEqual([]);
	});
});
