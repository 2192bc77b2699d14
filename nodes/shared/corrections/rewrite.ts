import { ENTRIES, selectorOf } from './place';
import type { Place } from './place';
import type { Rule } from './rule';
import { Tree, at, isObject, isSelected, pathOf } from './tree';
import type { Path } from './tree';
import { toOurValue, toTheirValue } from './writing';

/** What the contract has and Colt, by the corrections, has no form for. */
export class NoFormAtColt extends Error {
	override name = 'NoFormAtColt';

	constructor(
		/** The contract's place of it. */
		readonly place: Place,
		what: string,
	) {
		super(what);
	}
}

/** Runs a step of one rule. @throws NoFormAtColt that names the rule's place */
function ofRule<Result>({ ours }: Rule, step: () => Result): Result {
	const done = attempt(step);
	if ('result' in done) return done.result;
	throw new NoFormAtColt(ours, done.problem);
}

function attempt<Result>(step: () => Result): { result: Result } | { problem: string } {
	try {
		return { result: step() };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

/** The rules of places, found step by step. */
interface Node {
	rule?: Rule;
	/** Which part of a split text it is. */
	part?: number;
	/** For one member of a keyed entry: which. */
	member?: { key: string; name: string };
	steps: Map<string, Node>;
}

const newNode = (): Node => ({ steps: new Map() });

function nodeAt(root: Node, place: Place): Node {
	return place.reduce((node, step) => {
		const next = node.steps.get(step) ?? newNode();
		node.steps.set(step, next);
		return next;
	}, root);
}

/** Rules in the form in which values are rewritten: by our places, and by Colt's. */
export interface Rewriting {
	readonly ours: Node;
	readonly theirs: Node;
}

/** Prepares rules for rewriting; once for each operation, in each direction of a call. */
export function compileRules(rules: readonly Rule[]): Rewriting {
	const ours = newNode();
	const theirs = newNode();
	for (const rule of rules) {
		nodeAt(ours, rule.ours).rule = rule;
		rule.theirs.forEach((place, part) => Object.assign(nodeAt(theirs, place), { rule, part }));
		for (const [key, members] of Object.entries(rule.entries?.members ?? {})) {
			for (const [name, place] of Object.entries(members))
				Object.assign(nodeAt(theirs, place), { rule, member: { key, name } });
		}
	}
	return { ours, theirs };
}

/**
 * A request or answer in the contract's names as Colt has it.
 * @param now milliseconds since 1970
 * @throws NoFormAtColt for what Colt has no form for
 */
export function toTheirs(
	{ ours }: Rewriting,
	value: unknown,
	now: number,
	losses: 'refused' | 'allowed' = 'allowed',
): unknown {
	const tree = new Tree();
	const walk = (part: unknown, node: Node | undefined, target: Path, entries: readonly number[]): void => {
		const rule = node?.rule;
		if (rule?.entries !== undefined) return ofRule(rule, () => putEntries(tree, rule, part, entries));
		if (rule !== undefined && rule.theirs.length === 0 && node?.steps.size === 0)
			return losses === 'refused' ? refuseLoss(rule, part) : undefined;
		if (rule !== undefined && rule.theirs.length > 1)
			return ofRule(rule, () => putSplit(tree, rule, part, entries, now));
		const here = rule === undefined ? target : ofRule(rule, () => pathFor(rule, entries));
		for (const { place: beside, value: constant } of rule?.beside ?? [])
			ofRule(rule as Rule, () => putBeside(tree, pathOf(beside, entries), constant));
		if (node === undefined || node.steps.size === 0 || !isContainer(part) || isEmpty(part)) {
			if (here === undefined) return;
			tree.put(here, rule === undefined ? part : ofRule(rule, () => toTheirValue(rule.writing, part, now)));
			return;
		}
		for (const [step, inner] of membersOf(part)) {
			const next = node.steps.get(typeof step === 'number' ? ENTRIES : step);
			const below = typeof step === 'number' ? [...entries, step] : entries;
			if (here !== undefined || next !== undefined) walk(inner, next, [...(here ?? []), step], below);
		}
	};
	walk(value, ours, [], []);
	return tree.value ?? value;
}

/** @throws NoFormAtColt for a value of a person's that would be lost */
function refuseLoss({ ours, isRefused }: Rule, value: unknown): void {
	if (isRefused === true && value !== undefined && value !== null && value !== '')
		throw new NoFormAtColt(ours, 'It does not exist at Colt');
}

/** Where a rule's value stands there; undefined where it does not exist. */
const pathFor = ({ theirs: [place] }: Rule, entries: readonly number[]): Path | undefined =>
	place === undefined ? undefined : pathOf(place, entries);

const textOf = (step: Path[number]): string | number =>
	typeof step === 'object' ? `[${step.name}=${step.value}]` : step;

/** @throws RangeError where what was given before says something else beside it */
function putBeside(tree: Tree, path: Path, constant: unknown): void {
	tree.putIfAbsent(path, constant);
	if (isContainer(constant) || at(tree.value, path) === constant) return;
	throw new RangeError(
		`cannot be given together with what makes ${path.map(textOf).join('.')} ${String(at(tree.value, path))}`,
	);
}

/**
 * Parts of our value that Colt has in several places, or that become one value of ours, until all of them are known.
 */
class Pending {
	private readonly found = new Map<
		string,
		{ rule: Rule; entries: readonly number[]; parts: unknown[]; keyed: Map<string, Record<string, unknown>> }
	>();

	add({ rule, part, member }: Node, entries: readonly number[], value: unknown): void {
		if (rule === undefined) return;
		const id = JSON.stringify([rule.ours, entries]);
		const known = this.found.get(id) ?? { rule, entries, parts: [], keyed: new Map<string, Record<string, unknown>>() };
		this.found.set(id, known);
		if (member === undefined) known.parts[part ?? 0] = value;
		else known.keyed.set(member.key, { ...known.keyed.get(member.key), [member.name]: value });
	}

	putInto(tree: Tree): void {
		for (const { rule, entries, parts, keyed } of this.found.values()) {
			if (keyed.size > 0) {
				const list = [...keyed].map(([key, members]) => ({ [rule.entries?.by ?? '']: key, ...members }));
				tree.put(pathOf(rule.ours, entries), list);
			} else {
				tree.put(
					pathOf(rule.ours, entries),
					parts.filter((text) => text !== undefined && text !== '').join(rule.separator ?? ' '),
				);
			}
		}
	}
}

/** The rules of a list's entry that is told apart by a member. */
function selectedBy({ steps }: Node, entry: unknown): Node | undefined {
	for (const [step, node] of steps) {
		const selector = step.startsWith('[') ? selectorOf(step) : undefined;
		if (selector !== undefined && isSelected(entry, selector)) return node;
	}
	return undefined;
}

/**
 * A request or answer of Colt's in the contract's names. What no rule names stays where it is, unless the contract's
 * name for it is used for something else.
 * @param now milliseconds since 1970
 */
export function toOurs({ ours, theirs }: Rewriting, value: unknown, now: number): unknown {
	const tree = new Tree();
	const pending = new Pending();
	let isRecognised = theirs.rule === undefined && ours.rule === undefined;
	const walk = (
		part: unknown,
		node: Node | undefined,
		own: Node | undefined,
		target: Path | undefined,
		entries: readonly number[],
	): void => {
		const rule = node?.rule;
		if (rule !== undefined && (node?.member !== undefined || rule.theirs.length > 1)) {
			isRecognised = true;
			return pending.add(node as Node, entries, part);
		}
		if (rule !== undefined) isRecognised = true;
		const here = rule === undefined ? target : pathOf(rule.ours, entries);
		if (node === undefined || node.steps.size === 0 || !isContainer(part) || isEmpty(part)) {
			const isTaken = rule === undefined && own?.rule !== undefined;
			if (here !== undefined && !isTaken)
				putOurs(tree, here, own, toOurValue(rule?.writing, part, now), rule !== undefined);
			return;
		}
		for (const [step, inner] of membersOf(part)) {
			const selected = typeof step === 'number' ? selectedBy(node, inner) : undefined;
			// Of an entry that is told apart by a member, only what a rule names is read.
			if (selected !== undefined) {
				walk(inner, selected, undefined, undefined, entries);
				continue;
			}
			const name = typeof step === 'number' ? ENTRIES : step;
			const below = typeof step === 'number' ? [...entries, step] : entries;
			walk(
				inner,
				node.steps.get(name),
				rule === undefined ? own?.steps.get(name) : undefined,
				here === undefined ? undefined : [...here, step],
				below,
			);
		}
	};
	walk(value, theirs, ours, ours.rule === undefined ? [] : undefined, []);
	pending.putInto(tree);
	return isRecognised && tree.value !== undefined ? tree.value : value;
}

/** Of a container without rules below, the members whose contract name is used for something else are left out. */
function putOurs(tree: Tree, path: Path, own: Node | undefined, value: unknown, isRuled: boolean): void {
	if (isRuled || own === undefined || own.steps.size === 0 || !isContainer(value)) return tree.put(path, value);
	if (isEmpty(value)) return tree.put(path, value);
	for (const [step, inner] of membersOf(value)) {
		const next = own.steps.get(typeof step === 'number' ? ENTRIES : step);
		if (next?.rule === undefined) putOurs(tree, [...path, step], next, inner, false);
	}
}

function putSplit(
	tree: Tree,
	{ theirs, separator = ' ' }: Rule,
	value: unknown,
	entries: readonly number[],
	now: number,
): void {
	const text = typeof value === 'string' ? value.trim() : String(toTheirValue(undefined, value, now));
	const parts = text.split(separator).map((part) => part.trim());
	// What cannot be split stands whole in the last part, as a name without a first name does.
	const surplus = parts.length - theirs.length;
	const split =
		surplus < 0
			? [...Array.from({ length: -surplus }, () => undefined), ...parts]
			: [
					...parts
						.slice(0, surplus + 1)
						.join(separator)
						.split('\u0000'),
					...parts.slice(surplus + 1),
				];
	theirs.forEach((place, index) => {
		if (split[index] !== undefined) tree.put(pathOf(place, entries), split[index]);
	});
}

function putEntries(tree: Tree, { entries: keyed }: Rule, value: unknown, entries: readonly number[]): void {
	const seen = new Set<string>();
	for (const entry of Array.isArray(value) ? (value as unknown[]) : [value]) {
		if (!isObject(entry) || keyed === undefined) continue;
		const key = String(at(entry, [keyed.by]));
		const members = Object.hasOwn(keyed.members, key) ? keyed.members[key] : undefined;
		if (members === undefined) throw new RangeError(`has no place for ${key}`);
		if (seen.has(key)) throw new RangeError(`holds one ${key}, and more were given`);
		seen.add(key);
		for (const [name, place] of Object.entries(members)) {
			const part = at(entry, [name]);
			if (part !== undefined) tree.put(pathOf(place, entries), part);
		}
	}
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

const membersOf = (value: object): Array<[string | number, unknown]> =>
	Array.isArray(value) ? [...(value as unknown[]).entries()] : Object.entries(value);
