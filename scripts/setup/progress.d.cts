import type { SpawnOptions } from 'node:child_process';

export declare function runWithProgress(
	label: string,
	command: string,
	args: readonly string[],
	options?: SpawnOptions,
): Promise<void>;
