import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * One SHA-256 over names and contents of the given files and of all files in the given folders; absent ones count as
 * absent.
 */
export function hashFiles(root: string, paths: readonly string[]): string {
	const hash = createHash('sha256');
	for (const path of paths.flatMap((entry) => filesUnder(join(root, entry))).sort()) {
		hash
			.update(`${relative(root, path)}\0`)
			.update(readFileSync(path))
			.update('\0');
	}
	return hash.digest('hex');
}

/** All files below a folder, or the file itself; nothing when it does not exist. */
export function filesUnder(path: string): string[] {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
