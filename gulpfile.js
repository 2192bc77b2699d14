const { build } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname, join, relative } = require('node:path');

const pkg = require('./package.json');

const BUNDLE = 'dist/colt.js';

/** Each entry of package.json's `n8n` section, such as dist/nodes/X/X.node.js, with the class it must export. */
const entries = [...pkg.n8n.nodes, ...pkg.n8n.credentials].map((file) => ({
	file,
	className: file.split('/').pop().split('.')[0],
	source: `./${file.replace(/^dist\//, '').replace(/\.js$/, '')}`,
}));

const clean = () => rm('dist', { recursive: true, force: true });

const options = {
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	external: ['n8n-workflow'],
	minifySyntax: true,
	minifyWhitespace: true,
	lineLimit: 160,
	legalComments: 'none',
	logLevel: 'warning',
};

/** nodes/shared/libraries asks for its bundle by this name beside it; the published file stands beside the bundle. */
const librariesApart = {
	name: 'libraries-apart',
	setup({ onResolve }) {
		onResolve({ filter: /^\.\/bundled$/ }, () => ({ path: './libraries.js', external: true }));
	},
};

/**
 * One bundle for all nodes and credentials: they share tokens and rate, and one file loads faster than eighty.
 * The libraries are a second one, read at their first use. n8n-workflow stays outside: n8n brings it.
 */
const bundle = () =>
	build({
		...options,
		stdin: {
			contents: entries.map(({ className, source }) => `export { ${className} } from '${source}';`).join('\n'),
			resolveDir: __dirname,
			loader: 'ts',
		},
		plugins: [librariesApart],
		outfile: BUNDLE,
	});

const libraries = () =>
	build({
		...options,
		entryPoints: ['nodes/shared/libraries/bundled.ts'],
		outfile: join(dirname(BUNDLE), 'libraries.js'),
	});

/** n8n loads a class from a file of its name. */
const shells = () =>
	Promise.all(
		entries.map(async ({ file, className }) => {
			await mkdir(dirname(file), { recursive: true });
			const path = relative(dirname(file), join(dirname(BUNDLE), 'colt.js'));
			await writeFile(file, `exports.${className} = require('${path}').${className};\n`);
		}),
	);

const icons = () => src(['nodes/**/*.svg', 'credentials/**/*.svg'], { base: '.' }).pipe(dest('dist'));

const codex = () => src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));

exports.build = series(clean, parallel(bundle, libraries, shells, icons, codex));
exports.default = exports.build;
