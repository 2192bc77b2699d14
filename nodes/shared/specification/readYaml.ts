import { Composer, Lexer, Parser, parse } from 'yaml';
import type { CST } from 'yaml';

import type { Rest } from './analyse';
import type { ParseYaml } from './read';

const OPTIONS = { merge: true, logLevel: 'error' } as const;
/** Steps of the reader between two rests. */
const STEPS = 2_000;

/**
 * A reader of YAML that rests between its steps. A document with anchors, or that is no block of
 * names, is read at once.
 * @throws YAMLParseError for what is no YAML, and ReferenceError for aliases that expand to too much
 */
export const yamlParser =
	(rest: Rest): ParseYaml =>
	async (text) => {
		const tokens = await tokensOf(text, rest);
		const [document, ...others] = tokens.filter((token): token is CST.Document => token.type === 'document');
		const isPlain =
			others.length === 0 && tokens.every(({ type }) => ['document', 'comment', 'newline', 'doc-end'].includes(type));
		const root = document?.value;
		// An alias needs the whole document to be read.
		const hasAliases = /(^|[\s[{,])[*&][^\s*&]/.test(text) || /(^|[\s{,])<<\s*:/.test(text);
		if (!isPlain || document === undefined || root?.type !== 'block-map' || hasAliases)
			return parse(text, OPTIONS) as unknown;
		return await compose(document, root, rest);
	};

async function tokensOf(text: string, rest: Rest): Promise<CST.Token[]> {
	const parser = new Parser();
	const tokens: CST.Token[] = [];
	let steps = 0;
	for (const lexeme of new Lexer().lex(text)) {
		if ((steps += 1) % STEPS === 0) await rest();
		for (const token of parser.next(lexeme)) tokens.push(token);
	}
	for (const token of parser.end()) tokens.push(token);
	return tokens;
}

/** Composes the members of the outer block one by one, and those of large ones among them likewise. */
async function compose(
	document: CST.Document,
	root: CST.BlockMap,
	rest: Rest,
	depth = 0,
): Promise<Record<string, unknown>> {
	const found: Record<string, unknown> = {};
	for (const item of root.items) {
		await rest();
		const key = keyOf(item);
		const inner = item.value?.type === 'block-map' && depth < DEEPEST ? item.value : undefined;
		if (key !== undefined && inner !== undefined && item.sep?.every(({ type }) => type !== 'tag') === true) {
			if (Object.hasOwn(found, key)) throw new SyntaxError(`Map keys must be unique: "${key}"`);
			define(found, key, await compose(document, inner, rest, depth + 1));
			continue;
		}
		const part = composed(document, { ...root, items: [item] });
		for (const [name, value] of Object.entries(part)) {
			if (Object.hasOwn(found, name)) throw new SyntaxError(`Map keys must be unique: "${name}"`);
			define(found, name, value);
		}
	}
	return found;
}

/** Levels whose members are composed one by one: sections, paths, and what is in them. */
const DEEPEST = 3;

/** Own members only, whatever their name. */
const define = (holder: object, name: string, value: unknown): void =>
	void Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });

/** The text of a plain key without marks. */
const keyOf = ({ key, start }: CST.BlockMap['items'][number]): string | undefined =>
	key?.type === 'scalar' && start.every(({ type }) => ['space', 'newline', 'comment'].includes(type))
		? textKey(key.source)
		: undefined;

/** A key that YAML reads as a text, and not as a number or null. */
const textKey = (source: string): string | undefined =>
	/^[A-Za-z/$_][^\s]*$/.test(source) && !/^(null|true|false|~)$/i.test(source) ? source : undefined;

function composed(document: CST.Document, value: CST.BlockMap): Record<string, unknown> {
	const composer = new Composer(OPTIONS);
	for (const read of composer.compose([{ ...document, value, end: [] }])) {
		const [error] = read.errors;
		if (error !== undefined) throw error;
		const js: unknown = read.toJS({ maxAliasCount: 100 });
		return typeof js === 'object' && js !== null ? (js as Record<string, unknown>) : {};
	}
	return {};
}
