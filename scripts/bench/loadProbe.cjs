// Loads the package once in a fresh process and prints how long it took, in milliseconds. What every n8n has loaded
// before, n8n-core and n8n-workflow, is loaded first and not counted. Arguments: plain | n8n, folder of the package.
const [mode, folder] = process.argv.slice(2);
const { PackageDirectoryLoader } = require('n8n-core');
require('n8n-workflow');

async function probe() {
	const started = performance.now();
	if (mode === 'plain') {
		require(folder);
		return { ms: performance.now() - started };
	}
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const ms = performance.now() - started;
	const { nodes, credentials } = loader.types;
	return { ms, nodes: JSON.stringify(nodes).length, credentials: JSON.stringify(credentials).length };
}

probe().then((result) => process.stdout.write(JSON.stringify(result)));
