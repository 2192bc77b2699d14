import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface PackageJson {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	[key: string]: unknown;
}

const NOT_INSTALLED = ['devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * Puts a packed community package where n8n 2.x itself puts one (`CommunityPackagesService.downloadPackage`): unpacked
 * into `.n8n/nodes/node_modules/<name>`, without its development dependencies, and listed in `.n8n/nodes/package.json`.
 * n8n finds it there at its next start. A package with dependencies is refused: n8n would fetch them.
 */
export function installPackage(tarball: string, userFolder: string): { name: string; version: string } {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const content = readPackageJson(tarball);
	if (Object.keys(content.dependencies ?? {}).length > 0) throw new Error(`${content.name} has runtime dependencies`);
	const target = join(nodes, 'node_modules', content.name);
	mkdirSync(target, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
	const manifest = join(target, 'package.json');
	const kept = Object.entries(JSON.parse(readFileSync(manifest, 'utf8')) as PackageJson).filter(
		([key]) => !NOT_INSTALLED.includes(key),
	);
	writeFileSync(manifest, JSON.stringify(Object.fromEntries(kept), null, 2));
	const ledger = { name: 'installed-nodes', private: true, dependencies: { [content.name]: content.version } };
	writeFileSync(join(nodes, 'package.json'), JSON.stringify(ledger, null, 2));
	return { name: content.name, version: content.version };
}

function readPackageJson(tarball: string): PackageJson {
	return JSON.parse(
		execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }),
	) as PackageJson;
}
