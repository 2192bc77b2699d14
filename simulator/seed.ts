import type { NumberEntry } from './model';
import type { Block } from './numberBlocks';
import type { NumberStore } from './numberStore';

/** How many free numbers and ranges to cut from each block. */
export interface FreeNumbers {
	singles: number;
	tens: number;
	hundreds: number;
}

export const defaultFreeNumbers: FreeNumbers = { singles: 120, tens: 6, hundreds: 2 };

/** Cuts free ranges of one size from a block, from a position on. Returns the position after them. */
function cut(
	block: Block,
	position: number,
	size: number,
	count: number,
	at: string,
	add: (entry: NumberEntry) => void,
): number {
	const capacity = 10 ** block.digits;
	const number = (offset: number): string => `+${block.prefix}${String(offset).padStart(block.digits, '0')}`;
	let next = Math.ceil(position / size) * size;
	for (let made = 0; made < count && next + size <= capacity; made += 1, next += size) {
		const { country, numberType, lac, lacExtension, city } = block;
		add({
			start: number(next),
			end: number(next + size - 1),
			country,
			numberType,
			lac,
			...(lacExtension && { lacExtension }),
			...(city && { city }),
			rangeSize: size,
			status: 'Free',
			createdAt: at,
			changedAt: at,
		});
	}
	return next;
}

/** Fills a store with free numbers of each of its blocks. */
export function seedBlocks(store: NumberStore, amount: FreeNumbers, at: string): void {
	const add = (entry: NumberEntry): void => store.add(entry);
	for (const block of store.blocks) {
		let position = block.from ?? 0;
		position = cut(block, position, 1, amount.singles, at, add);
		position = cut(block, position, 10, amount.tens, at, add);
		cut(block, position, 100, amount.hundreds, at, add);
	}
}

/** Fills a store with free numbers of all 20 countries, and the range of the vendor's LU sample (004). */
export function seedFreeNumbers(store: NumberStore, amount: FreeNumbers, at: string): void {
	seedBlocks(store, amount, at);
	const sample: Block = {
		country: 'LU',
		numberType: 'Geo',
		lac: '27',
		city: 'Luxembourg',
		prefix: '35227949650',
		digits: 1,
	};
	cut(sample, 0, 10, 1, at, (entry) => store.add(entry));
}

/** Cuts more free ranges for a country, or one area of it, after those that exist. Returns the new ones. */
export function addFreeNumbers(
	store: NumberStore,
	country: string,
	size: number,
	count: number,
	at: string,
	lac?: string,
): NumberEntry[] {
	const bare = (code: string): string => code.replace(/^0/, '');
	const made: NumberEntry[] = [];
	for (const block of store.blocks.filter(
		(candidate) => candidate.country === country && (!lac || bare(candidate.lac) === bare(lac)),
	)) {
		const own = store
			.list()
			.filter(
				(entry) =>
					entry.end.length === 1 + block.prefix.length + block.digits && entry.start.startsWith(`+${block.prefix}`),
			);
		const last = own.reduce(
			(highest, entry) => Math.max(highest, Number(entry.end.slice(block.prefix.length + 1))),
			(block.from ?? 0) - 1,
		);
		cut(block, last + 1, size, count - made.length, at, (entry) => {
			store.add(entry);
			made.push(entry);
		});
	}
	return made;
}
