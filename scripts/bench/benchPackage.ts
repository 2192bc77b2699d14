import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePacked } from '../pack';
import { nodeBinary, root } from '../setup/setup.cjs';
import { median, spread } from './statistics';
import { printTable } from './printTable';

const RUNS = 15;
const AIMS = { loadMs: 10, tarballBytes: 120_000, descriptionBytes: 200_000 };
const probe = join(root, 'scripts', 'bench', 'loadProbe.cjs');

interface Loaded {
	ms: number;
	nodes?: number;
	credentials?: number;
}

/** Load time of the built package in fresh processes, size of the tarball and of the descriptions n8n serves. */
export async function benchPackage(): Promise<void> {
	const tarball = await ensurePacked();
	// Inside the checkout, so that the package finds n8n-workflow as it does in n8n.
	const folder = join(root, '.build', 'bench');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', folder]);
	const unpacked = join(folder, 'package');
	load('n8n', unpacked);
	const byN8n: Loaded[] = [];
	const plain: Loaded[] = [];
	for (let run = 0; run < RUNS; run += 1) {
		byN8n.push(load('n8n', unpacked));
		plain.push(load('plain', unpacked));
	}
	const described = (byN8n[0]?.nodes ?? 0) + (byN8n[0]?.credentials ?? 0);
	const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
	const { size } = statSync(tarball);
	const loads = byN8n.map(({ ms }) => ms);
	const requires = plain.map(({ ms }) => ms);
	printTable(
		`Package (${RUNS} fresh processes each)`,
		['', 'measured', 'aim', 'of the aim'],
		[
			[
				"load by n8n's PackageDirectoryLoader, ms",
				spread(loads),
				`< ${AIMS.loadMs}`,
				share(median(loads), AIMS.loadMs),
			],
			['plain require, ms', spread(requires), `< ${AIMS.loadMs}`, share(median(requires), AIMS.loadMs)],
			['tarball', kB(size), `< ${kB(AIMS.tarballBytes)}`, share(size, AIMS.tarballBytes)],
			[
				'descriptions of nodes and credentials',
				kB(described),
				`< ${kB(AIMS.descriptionBytes)}`,
				share(described, AIMS.descriptionBytes),
			],
		],
	);
}

const share = (value: number, aim: number): string => `${(value / aim).toFixed(2)} ×`;

function load(mode: 'plain' | 'n8n', folder: string): Loaded {
	return JSON.parse(execFileSync(nodeBinary, [probe, mode, folder], { encoding: 'utf8' })) as Loaded;
}
