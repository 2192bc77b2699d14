import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../../../scripts/setup/setup.cjs';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Folders that the tree of CONTRIBUTING.md draws: names that end in a slash, by their indentation. */
function drawnFolders(): string[] {
	const [, tree = ''] = /^## Layout$[\s\S]*?^```$\n([\s\S]*?)^```$/m.exec(read('CONTRIBUTING.md')) ?? [];
	const open: string[] = [];
	return tree.split('\n').flatMap((line) => {
		const [, indent = '', names = ''] = /^( *)((?:\S+\/(?: {2}|$))+|\S+\/)/.exec(line) ?? [];
		const found = names.match(/\S+(?=\/)/g) ?? [];
		open.length = indent.length / 2;
		const paths = found.map((name) => [...open, name].join('/'));
		open.push(found.at(-1) ?? '');
		return paths;
	});
}

/** Folders with files of ours below the given ones. */
const foldersIn = (top: string): string[] =>
	readdirSync(join(root, top), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name }) => [`${top}/${name}`, ...foldersIn(`${top}/${name}`)]);

const TOPS = ['contract', 'credentials', 'nodes', 'simulator', 'scripts', 'docs', 'workflows', 'test'];
/** The tests of one suite may lie in folders of their own, and each older n8n has one. */
const isDrawnApart = (folder: string): boolean => /^test\/[^/]+\/|^scripts\/n8n-home\//.test(folder);

describe('CONTRIBUTING.md', () => {
	const drawn = drawnFolders();

	it('draws every folder', () => {
		const folders = [...TOPS, ...TOPS.flatMap(foldersIn)].filter((folder) => !isDrawnApart(folder));
		expect(folders.filter((folder) => !drawn.includes(folder))).toEqual([]);
	});

	it('draws no folder that is not there', () => {
		expect(drawn.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
	});
});

describe('the recipe for an operation', () => {
	const recipe = read('CONTRIBUTING.md').split('## Add an operation')[1]?.split('\n## ')[0] ?? '';

	it('shows the operation as it is', () => {
		const source = read('nodes/ColtWholesaleSip/resources/number/reactivate.ts');
		expect(recipe).toContain(source.slice(source.indexOf('/** POST')));
	});

	it('names files that exist', () => {
		const named = [...recipe.matchAll(/`((?:nodes|contract|simulator|test)\/[\w/.-]+)`/g)].map(([, file = '']) => file);
		expect(named.length).toBeGreaterThan(8);
		expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
	});
});

it('docs/architecture.md names files that exist', () => {
	const named = [...read('docs/architecture.md').matchAll(/`((?:nodes|contract|simulator)\/[\w/.]+)`/g)];
	const files = named.map(([, file = '']) => file);
	expect(files.length).toBeGreaterThan(20);
	expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
