import type { Findings } from './compare';
import { sourceOf } from './compare';
import type { Alignment, Pair } from './paths';
import { segmentsOf } from './paths';
import { below, top } from './place';

/**
 * Compares base paths. A copy may name any server: another base path is only a difference on a host that is the
 * vendor's own, elsewhere it is told as a note.
 */
export function compareServers(pairs: readonly Pair[], alignment: Alignment, found: Findings): string[] {
	const first = pairs.find(({ ours, theirs }) => ours.webhook === undefined && theirs.webhook === undefined);
	if (!first) return [];
	const { ours, theirs } = first;
	const ourFront = `/${segmentsOf(ours).slice(0, alignment.ours).join('/')}`;
	const theirFront = `/${alignment.theirs}`;
	if (ourFront === theirFront) return [];
	const server = below(top(ours.item.root), 'servers', '0');
	const path = ['servers', '0', 'url'];
	if (!server || !theirs.hosts.some((host) => ours.hosts.includes(host) || host.endsWith('.colt.net'))) {
		return [
			`Its paths stand below ${theirFront}, ours below ${ourFront}: not counted, as its server is not the vendor's.`,
		];
	}
	const said = { kind: 'differs', aspect: 'base path', name: 'base path', ours: ourFront, theirs: theirFront } as const;
	const standing = {
		operation: 'every operation',
		part: '',
		name: '',
		source: sourceOf([server], { kind: 'documented' }),
	};
	found.add(standing, { ...said, line: path, ourIds: [], theirIds: ['servers'] });
	return [];
}
