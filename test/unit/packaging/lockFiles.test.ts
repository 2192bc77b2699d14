import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
	integrity?: string;
	resolved?: string;
	link?: boolean;
}

const root = join(__dirname, '..', '..', '..');
const FOLDERS = ['cores', 'older'].flatMap((kind) =>
	readdirSync(join(root, 'scripts/n8n-home', kind)).map((version) => `scripts/n8n-home/${kind}/${version}`),
);
const LOCK_FILES = ['.', 'scripts/n8n-home', ...FOLDERS].map((folder) => join(folder, 'package-lock.json'));

/** Every package of a lock file, the project itself left out. */
const entriesOf = (file: string): Array<[name: string, entry: Entry]> => {
	const { packages } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { packages: Record<string, Entry> };
	return Object.entries(packages).filter(([name]) => name !== '');
};

describe.each(LOCK_FILES)('%s', (file) => {
	test('pins the content of every package, of other platforms too', () => {
		expect(entriesOf(file).length).toBeGreaterThan(300);
		expect(entriesOf(file).filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
	});

	test('names no registry: whoever installs uses his own', () => {
		expect(entriesOf(file).filter(([, { resolved, link }]) => resolved !== undefined || link === true)).toEqual([]);
	});
});
