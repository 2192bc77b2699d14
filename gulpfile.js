const { build, transform } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname, join, relative } = require('node:path');

const { thirdPartyNotices } = require('./scripts/build/notices.cjs');

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
	metafile: true,
};

/** What esbuild has put into each bundle; read by scripts/package-check.ts too. */
const METAFILES = '.build/bundles.json';
const metafiles = [];
const keepMetafile = ({ metafile }) => metafiles.push(metafile);

/** nodes/shared/libraries asks for its bundles by these names beside it; the published files stand beside the bundle. */
const librariesApart = {
	name: 'libraries-apart',
	setup({ onResolve }) {
		onResolve({ filter: /^\.\/bundled$/ }, () => ({ path: './libraries.js', external: true }));
		onResolve({ filter: /^\.\/importer$/ }, () => ({ path: './importer.js', external: true }));
	},
};

/** All nodes and credentials as one module. */
const ENTRY = 'colt';
const entryPoint = {
	name: 'entry-point',
	setup({ onLoad, onResolve }) {
		onResolve({ filter: new RegExp(`^${ENTRY}$`) }, () => ({ path: ENTRY, namespace: 'entry' }));
		onLoad({ filter: /.*/, namespace: 'entry' }, () => ({
			contents: entries.map(({ className, source }) => `export { ${className} } from '${source}';`).join('\n'),
			resolveDir: __dirname,
			loader: 'ts',
		}));
	},
};

/**
 * One bundle for all nodes and credentials: they share tokens and rate, and one file loads faster than eighty. What
 * stands behind `await import(…)` is in files of its own, read at their first use, as are the libraries and the importer
 * of specifications. esbuild splits ES modules only, and n8n loads CommonJS, so each file is converted.
 * n8n-workflow stays outside: n8n brings it.
 */
const bundle = async () => {
	const split = await build({
		...options,
		format: 'esm',
		splitting: true,
		chunkNames: '[name]',
		entryPoints: [ENTRY],
		plugins: [entryPoint, librariesApart],
		outdir: dirname(BUNDLE),
		write: false,
	});
	keepMetafile(split);
	const { lineLimit, minifySyntax, minifyWhitespace, target } = options;
	const toCommonJs = {
		...{ lineLimit, minifySyntax, minifyWhitespace, target, platform: 'node', format: 'cjs' },
		supported: { 'dynamic-import': false },
	};
	await mkdir(dirname(BUNDLE), { recursive: true });
	await Promise.all(
		split.outputFiles.map(async ({ path, text }) => await writeFile(path, (await transform(text, toCommonJs)).code)),
	);
};

const apart = (entry, file, more = {}) =>
	build({
		...options,
		...more,
		entryPoints: [`nodes/shared/libraries/${entry}.ts`],
		outfile: join(dirname(BUNDLE), file),
	}).then(keepMetafile);

const libraries = () => apart('bundled', 'libraries.js');
/** A library for browsers asks for nothing of Node, and n8n's scanner takes no bundle that does or that writes to the console. */
const importer = () =>
	apart('importer', 'importer.js', { minifyIdentifiers: true, platform: 'browser', drop: ['console'] });

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

/** The licences of bundled libraries demand that their text goes with the code. */
const notices = async () => {
	await mkdir(dirname(METAFILES), { recursive: true });
	await writeFile(METAFILES, JSON.stringify(metafiles));
	await writeFile(join(dirname(BUNDLE), 'THIRD_PARTY_NOTICES.txt'), thirdPartyNotices(__dirname, metafiles));
};

exports.build = series(clean, parallel(bundle, libraries, importer, shells, icons, codex), notices);
exports.default = exports.build;
