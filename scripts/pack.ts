import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, hashFiles } from './lib/hashFiles';
import { withLock } from './setup/lock.cjs';
import { root } from './setup/setup.cjs';

/** What ends up in the package, or decides how it is built. */
const SOURCES = [
	...['nodes', 'credentials', 'gulpfile.js', 'index.js', 'package.json', 'package-lock.json', 'tsconfig.json'],
	...['README.md', 'CHANGELOG.md', 'LICENSE', 'scripts/build'],
];
const folder = join(root, '.build');
const stamp = join(folder, 'packed.json');

/** Builds and packs the package when its sources have changed since the last time; returns the tarball's path. */
export async function ensurePacked(): Promise<string> {
	return await withLock(join(folder, 'pack.lock'), () => {
		const sources = hashFiles(root, SOURCES);
		return current(sources) ?? pack(sources);
	});
}

function current(sources: string): string | undefined {
	if (!existsSync(stamp)) return undefined;
	const last = JSON.parse(readFileSync(stamp, 'utf8')) as { sources: string; tarball: string };
	const tarball = join(folder, last.tarball);
	return last.sources === sources && existsSync(tarball) ? tarball : undefined;
}

function pack(sources: string): string {
	process.stderr.write('Building and packing the package …\n');
	mkdirSync(folder, { recursive: true });
	for (const file of filesUnder(folder)) if (file.endsWith('.tgz')) rmSync(file);
	run(join(root, 'node_modules', '.bin', 'gulp'), ['build', '--silent']);
	const [packed] = JSON.parse(
		run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]),
	) as Array<{ filename: string }>;
	if (packed === undefined) throw new Error('npm pack has made no file');
	writeFileSync(stamp, JSON.stringify({ sources, tarball: packed.filename }));
	return join(folder, packed.filename);
}

function run(command: string, args: string[]): string {
	return execFileSync(command, args, {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
		maxBuffer: 1 << 26,
	});
}
