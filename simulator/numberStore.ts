import { rangesOverlap } from '../nodes/shared/numbers/rangeOverlap';
import type { NumberEntry } from './model';
import { BLOCKS, type Block } from './numberBlocks';

/**
 * What a range is found by: its bounds. A start that is shorter than the end, as in the vendor's LU sample (004),
 * is the block's prefix: it is filled up with zeros.
 */
function keyOf(range: { start: string; end: string }): string {
	const end = range.end.replace(/\D/g, '');
	return `${range.start.replace(/\D/g, '').padEnd(end.length, '0')}-${end}`;
}

/** All numbers and ranges, found by exact bounds or by overlap. */
export class NumberStore {
	private readonly entries = new Map<string, NumberEntry>();

	/** What free numbers are cut from. */
	readonly blocks: readonly Block[];

	constructor(blocks: readonly Block[] = BLOCKS) {
		this.blocks = blocks;
	}

	/** Adds a range, or replaces the one with the same bounds. */
	add(entry: NumberEntry): void {
		this.entries.set(keyOf(entry), entry);
	}

	remove(entry: NumberEntry): void {
		this.entries.delete(keyOf(entry));
	}

	/** The range with these bounds. */
	find(range: { start: string; end: string }): NumberEntry | undefined {
		return this.entries.get(keyOf(range));
	}

	/** Ranges that share a number with the given one. */
	overlapping(range: { start: string; end: string }): NumberEntry[] {
		return this.list().filter((entry) => rangesOverlap(range, entry));
	}

	/** All ranges in the order in which they were added. */
	list(): NumberEntry[] {
		return [...this.entries.values()];
	}

	clear(): void {
		this.entries.clear();
	}
}
