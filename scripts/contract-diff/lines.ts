import { LineCounter, type Node, type Pair, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** Keys of the loaded document that are derived from others of the file. */
const WRITTEN_AS: Readonly<Record<string, string>> = { enum: 'x-values' };

/** Finds lines of a YAML text by the keys that lead there. */
export class LineFinder {
	private readonly counter = new LineCounter();
	private readonly document;

	constructor(text: string) {
		this.document = parseDocument(text, { merge: true, lineCounter: this.counter });
	}

	/** Line, from 1, of the key or list entry at the end of a path; of the last one that exists if the end does not. */
	lineOf(path: readonly string[]): number {
		let node: unknown = this.document.contents;
		let offset = 0;
		for (const key of path) {
			const next = this.step(this.resolved(node), key) ?? this.step(this.resolved(node), WRITTEN_AS[key]);
			if (!next) break;
			[node, offset] = next;
		}
		return this.counter.linePos(offset).line;
	}

	private step(node: unknown, key: string | undefined): [unknown, number] | undefined {
		if (key === undefined) return undefined;
		if (isSeq(node)) {
			const item = node.items[Number(key)];
			return item ? [item, startOf(item)] : undefined;
		}
		if (!isMap(node)) return undefined;
		const own = node.items.find((pair) => keyOf(pair) === key);
		if (own) return [own.value, startOf(own.key)];
		for (const merged of node.items.filter((pair) => keyOf(pair) === '<<')) {
			const found = this.step(this.resolved(merged.value), key);
			if (found) return found;
		}
		return undefined;
	}

	private resolved(node: unknown): unknown {
		return isAlias(node) ? node.resolve(this.document) : node;
	}
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);
const startOf = (node: unknown): number => (node as Node).range?.[0] ?? 0;
