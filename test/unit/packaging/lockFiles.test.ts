import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
	integrity?: string;
	resolved?: string;
	link?: boolean;
}

const root = join(__dirname, '..', '..', '..');
const LOCK_FILES = ['package-lock.json', 'scripts/n8n-home/package-lock.json'];

/** Every package of a lock file, the project itself left out. */
const entriesOf = (file: string): Array<[name: string, entry: Entry]> => {
	const { packages } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { packages: Record<string, Entry> };
	return Object.entries(packages).filter(([name]) => name !== '');
};

describe.each(LOCK_FILES)('%s', (file) => {
	test('pins the content of every package, of other platforms too', () => {
		expect(entriesOf(file).length).toBeGreaterThan(500);
		expect(entriesOf(file).filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
	});

	test('names no registry: whoever installs uses his own', () => {
		expect(entriesOf(file).filter(([, { resolved, link }]) => resolved !== undefined || link === true)).toEqual([]);
	});
});
