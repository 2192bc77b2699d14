import { type NumberEntry, boundsOf } from './model';
import { BLOCKS, type Block } from './numberingPlans';

const key = (start: number, end: number): string => `${start}-${end}`;

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
		this.entries.set(key(...boundsOf(entry)), entry);
	}

	remove(entry: NumberEntry): void {
		this.entries.delete(key(...boundsOf(entry)));
	}

	/**
	 * The range with these bounds. A start that is shorter than the end, as in the vendor's LU sample (004),
	 * is the block's prefix: it is filled up with zeros.
	 */
	find(range: { start: string; end: string }): NumberEntry | undefined {
		const end = range.end.replace(/\D/g, '');
		const start = range.start.replace(/\D/g, '').padEnd(end.length, '0');
		return this.entries.get(key(Number(start), Number(end)));
	}

	/** Ranges that share a number with the given one. */
	overlapping(range: { start: string; end: string }): NumberEntry[] {
		const [from, to] = boundsOf(range);
		return this.list().filter((entry) => {
			const [start, end] = boundsOf(entry);
			return start <= to && from <= end;
		});
	}

	/** All ranges in the order in which they were added. */
	list(): NumberEntry[] {
		return [...this.entries.values()];
	}

	clear(): void {
		this.entries.clear();
	}
}
