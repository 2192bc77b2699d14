const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Files of a package that its licence asks to be passed on. */
const LICENCE_FILE = /^(licen[cs]e|notice|copying)/i;

/** Bundled tables that are made from the data of a package. */
const DATA = { 'holidays.generated.json': 'node_modules/date-holidays' };

/**
 * The npm packages whose code is in a bundle, by esbuild's list of the files it has read.
 *
 * @param {ReadonlyArray<import('esbuild').Metafile>} metafiles
 * @returns {string[]} folders of the packages such as `node_modules/jose`, sorted
 */
function bundledPackages(metafiles) {
	const folders = metafiles.flatMap(({ outputs }) =>
		Object.values(outputs)
			.flatMap(({ inputs }) => Object.keys(inputs))
			.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
	);
	const isDataOf = (file) => metafiles.some(({ inputs }) => Object.keys(inputs).some((input) => input.endsWith(file)));
	const data = Object.entries(DATA).flatMap(([file, folder]) => (isDataOf(file) ? [folder] : []));
	return [...new Set([...folders, ...data])].sort();
}

/**
 * What the licence of a package asks to be passed on: its name, its version, and every licence file as it is.
 *
 * @param {string} root the folder that holds node_modules
 * @param {string} folder
 * @returns {{ name: string, licence: string, texts: string[] }}
 */
function noticeOf(root, folder) {
	const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
	const files = readdirSync(join(root, folder))
		.filter((file) => LICENCE_FILE.test(file))
		.sort();
	if (files.length === 0) throw new Error(`${name} is bundled and has no licence file that could be passed on`);
	const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
	return { name: `${name} ${version}`, licence: license, texts };
}

/**
 * The text of THIRD_PARTY_NOTICES.txt.
 *
 * @param {string} root
 * @param {ReadonlyArray<import('esbuild').Metafile>} metafiles
 * @returns {string}
 */
function thirdPartyNotices(root, metafiles) {
	const rule = '='.repeat(80);
	const notices = bundledPackages(metafiles)
		.map((folder) => noticeOf(root, folder))
		.map(({ name, licence, texts }) => [rule, `${name} (${licence})`, rule, ...texts].join('\n\n'));
	return ['This package contains code or data of the following packages.', ...notices].join('\n\n') + '\n';
}

module.exports = { bundledPackages, noticeOf, thirdPartyNotices };
