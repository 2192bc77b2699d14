const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Whether what npm recorded as installed (`node_modules/.package-lock.json`) is what the lock file asks for, so that a
 * folder somebody set up by hand is not installed a second time. Optional packages may be absent, most are for other
 * platforms; further packages do no harm.
 *
 * @param {string} lockFile
 * @param {string} modules the node_modules folder
 * @returns {boolean}
 */
function installedMatches(lockFile, modules) {
	const recorded = join(modules, '.package-lock.json');
	if (!existsSync(recorded)) return false;
	const wanted = packagesOf(lockFile);
	const found = packagesOf(recorded);
	for (const [path, entry] of Object.entries(wanted)) {
		if (path === '') continue;
		const other = found[path];
		if (other === undefined && (entry.optional || entry.devOptional)) continue;
		if (other === undefined || other.version !== entry.version || other.integrity !== entry.integrity) return false;
	}
	return true;
}

function packagesOf(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

module.exports = { installedMatches };
