// Loads the classes of nodes as n8n does when a workflow uses them, and prints as JSON why those that fail do.
//   node loadNodes.cjs <folder of n8n's packages> <type> …
const { join } = require('node:path');

const [modules, ...types] = process.argv.slice(2);

/** @returns {string | undefined} why not, if it cannot be loaded */
function load(type) {
	const [, pack, name] = /^(.+)\.([^.]+)$/.exec(type);
	try {
		const folder = join(modules, pack);
		const { className, sourcePath } = require(join(folder, 'dist', 'known', 'nodes.json'))[name];
		new (require(join(folder, sourcePath))[className])();
		return undefined;
	} catch (error) {
		return String(error.message).split('\n')[0];
	}
}

const failures = Object.fromEntries(types.map((type) => [type, load(type)]).filter(([, why]) => why !== undefined));
// n8n's nodes leave timers behind: the process would not end by itself.
process.stdout.write(JSON.stringify(failures), () => process.exit(0));
