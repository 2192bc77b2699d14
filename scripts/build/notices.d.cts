import type { Metafile } from 'esbuild';

export interface Notice {
	/** Name and version. */
	name: string;
	licence: string;
	/** Every licence file as it is. */
	texts: string[];
}

export function bundledPackages(metafiles: readonly Metafile[]): string[];
export function noticeOf(root: string, folder: string): Notice;
export function thirdPartyNotices(root: string, metafiles: readonly Metafile[]): string;
