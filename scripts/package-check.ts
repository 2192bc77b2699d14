import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { filesUnder } from './lib/hashFiles';
import type { Metafile } from 'esbuild';
import { bundledPackages, noticeOf } from './build/notices.cjs';
import { ensurePacked } from './pack';
import { root } from './setup/setup.cjs';

interface Manifest {
	dependencies?: Record<string, string>;
	bundledDependencies?: unknown;
	n8n: { nodes: string[]; credentials: string[] };
}

interface Verdict {
	passed: boolean;
	message?: string;
	details?: string;
}

interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage: (folder: string, patterns: string[]) => Promise<Verdict>;
}

/**
 * Room for four nodes with their checks (some 235 kB) and the importer of specifications (some 75 kB); npm would take
 * far more, n8n unpacks it at every install.
 */
const MAX_BYTES = 320_000;
/** What n8n's scanner lints in a published tarball. */
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];
const problems: string[] = [];

/** Checks what the packed tarball contains, and runs n8n's own scanner on sources and tarball. */
async function check(): Promise<void> {
	const tarball = await ensurePacked();
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-colt-package-'));
	try {
		execFileSync('tar', ['-xzf', tarball, '-C', folder]);
		const unpacked = join(folder, 'package');
		checkContents(unpacked);
		checkManifest(unpacked);
		checkNotices(unpacked);
		checkSize(tarball);
		await scan(unpacked, copySources(folder));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function checkContents(unpacked: string): void {
	const manifest = readManifest(root);
	const copied = ['nodes', 'credentials']
		.flatMap((part) => filesUnder(join(root, part)))
		.filter((file) => /\.(?:svg|node\.json)$/.test(file));
	const expected = [
		...[
			'package.json',
			'README.md',
			'LICENSE',
			'index.js',
			'dist/chunk.js',
			'dist/colt.js',
			'dist/runtime.js',
			'dist/importer.js',
			'dist/libraries.js',
		],
		'dist/THIRD_PARTY_NOTICES.txt',
		...manifest.n8n.nodes,
		...manifest.n8n.credentials,
		...copied.map((file) => `dist/${relative(root, file)}`),
	].sort();
	const found = filesUnder(unpacked)
		.map((file) => relative(unpacked, file))
		.sort();
	for (const file of expected.filter((name) => !found.includes(name))) problems.push(`the tarball lacks ${file}`);
	for (const file of found.filter((name) => !expected.includes(name)))
		problems.push(`the tarball has ${file}, which is not expected`);
	console.log(`contents: ${found.length} files, ${expected.length} expected`);
}

function checkManifest(unpacked: string): void {
	const { dependencies = {}, bundledDependencies } = readManifest(unpacked);
	const names = Object.keys(dependencies);
	if (names.length > 0 || bundledDependencies !== undefined) problems.push(`runtime dependencies: ${names.join(', ')}`);
	console.log(`runtime dependencies: ${names.length}`);
}

/** Every package whose code is in a bundle is named, with all that its licence asks to be passed on. */
function checkNotices(unpacked: string): void {
	const text = readFileSync(join(unpacked, 'dist', 'THIRD_PARTY_NOTICES.txt'), 'utf8');
	const metafiles = JSON.parse(readFileSync(join(root, '.build', 'bundles.json'), 'utf8')) as Metafile[];
	const folders = bundledPackages(metafiles);
	if (folders.length === 0) problems.push('no bundled package was found, so the notices cannot be checked');
	for (const { name, texts } of folders.map((folder) => noticeOf(root, folder))) {
		if (!text.includes(name) || texts.some((licence) => !text.includes(licence)))
			problems.push(`the third-party notices lack ${name} or its licence`);
	}
	console.log(`third-party notices: ${folders.length} bundled packages`);
}

function checkSize(tarball: string): void {
	const { size } = statSync(tarball);
	if (size > MAX_BYTES) problems.push(`the tarball has ${size} bytes, more than ${MAX_BYTES}`);
	console.log(`tarball: ${(size / 1000).toFixed(1)} kB`);
}

/** The sources alone, without what surrounds them in the checkout: n8n's gate sees a fresh clone. */
function copySources(folder: string): string {
	const target = join(folder, 'source');
	for (const part of ['nodes', 'credentials', 'package.json', 'README.md', 'LICENSE', 'index.js', 'tsconfig.json']) {
		if (existsSync(join(root, part))) cpSync(join(root, part), join(target, part), { recursive: true });
	}
	return target;
}

async function scan(unpacked: string, sources: string): Promise<void> {
	// The scanner is plain JavaScript without types.
	const module = '@n8n/scan-community-package/scanner/scanner.mjs';
	const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(module)) as Scanner;
	report('sources', await analyzePackage(sources, SOURCE_FILE_PATTERNS), sources);
	report('unpacked tarball', await analyzePackage(unpacked, TARBALL_PATTERNS), unpacked);
}

function report(what: string, verdict: Verdict, folder: string): void {
	const nothing = verdict.message === 'No files found to analyze';
	const passed = verdict.passed && !nothing;
	console.log(`n8n's scanner on the ${what}: ${passed ? 'passed' : (verdict.message ?? 'failed')}`);
	if (verdict.details) console.log(verdict.details.replaceAll(`${folder}/`, ''));
	if (!passed) problems.push(`n8n's scanner refuses the ${what}`);
}

function readManifest(folder: string): Manifest {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

check().then(
	() => {
		for (const problem of problems) console.error(`✗ ${problem}`);
		if (problems.length > 0) process.exitCode = 1;
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
