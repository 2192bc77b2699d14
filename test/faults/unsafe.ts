import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** How an order and a change are marked in the built contract table. */
const CHANGES = /(\beffect:\s*)(["'])(?:order|write)\2/g;

/**
 * Copies the built package and makes its client deliberately unsafe: it takes every order for a read, so it sends again
 * whatever happened. Nothing else is changed. Returns the folder.
 * @throws when the built package has no orders to be unsafe about
 */
export function buildUnsafe(): string {
	const folder = join(ROOT, '.build', 'faults', `unsafe-${process.pid}`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
	cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
	let changed = 0;
	for (const entry of readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
		const file = join(entry.parentPath, entry.name);
		// The bundler breaks long lines inside strings too, with a backslash.
		const text = readFileSync(file, 'utf8').replace(/\\\r?\n/g, '');
		const blind = text.replace(CHANGES, (_, name: string) => {
			changed += 1;
			return `${name}"read"`;
		});
		if (blind !== text) writeFileSync(file, blind);
	}
	if (changed === 0) throw new Error('dist has no operation with effect order or write: run npm run build');
	return folder;
}

/** Removes what `buildUnsafe` made. */
export const removeUnsafe = (folder: string): void => rmSync(folder, { recursive: true, force: true });
