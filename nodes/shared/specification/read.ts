import { isObject } from '../corrections/tree';
import type { Json } from '../corrections/tree';

/** A file that is no specification that can be compared: why. */
export class UnreadableSpecification extends Error {
	override name = 'UnreadableSpecification';
}

/** A specification as it was written. */
export interface Specification {
	/** As it names itself: `OpenAPI 3.0.3`, `Swagger 2.0`. */
	version: string;
	/** Title and version of the API. */
	title: string;
	document: Json;
}

/** A YAML reader that bounds what aliases expand to; it may take its time. */
export type ParseYaml = (text: string) => unknown;

const LARGEST_CHARACTERS = 20_000_000;
/** Values in a document; one with more is built to make its readers stand still. */
const MOST_VALUES = 2_000_000;
const DEEPEST = 100;

/**
 * Reads an OpenAPI 3.0 or 3.1 or Swagger 2 document. References out of the document are not followed, and nothing is
 * fetched.
 * @param parseYaml a YAML reader that bounds what aliases expand to
 * @throws UnreadableSpecification that says what is wrong
 */
export async function readSpecification(text: string, parseYaml: ParseYaml): Promise<Specification> {
	if (text.length > LARGEST_CHARACTERS)
		throw new UnreadableSpecification(`it has ${text.length} characters; at most ${LARGEST_CHARACTERS} are read`);
	const document = await parseText(text, parseYaml);
	if (!isObject(document)) throw new UnreadableSpecification('it is not an OpenAPI document: it holds no object');
	demandSize(document);
	const version = versionOf(document);
	if (!isObject(document.paths) && !isObject(document.webhooks))
		throw new UnreadableSpecification('it is not an OpenAPI document: it has no "paths"');
	const info = isObject(document.info) ? document.info : {};
	const title = [info.title, info.version]
		.filter((part) => typeof part === 'string' || typeof part === 'number')
		.join(' ');
	return { version, title, document };
}

/** JSON is read as JSON, which is quicker and says better what is wrong with it. */
async function parseText(text: string, parseYaml: ParseYaml): Promise<unknown> {
	const clean = text.replace(/^\uFEFF/, '');
	const json = await attempt(() => JSON.parse(clean) as unknown);
	if ('value' in json) return json.value;
	if (/^\s*[{[]/.test(clean.slice(0, 1_000)))
		throw new UnreadableSpecification(`it begins like JSON and is none: ${json.problem}`);
	const yaml = await attempt(async () => await parseYaml(clean));
	if ('value' in yaml) return yaml.value;
	throw new UnreadableSpecification(`it is neither JSON nor YAML: ${yaml.problem}`);
}

async function attempt(read: () => unknown): Promise<{ value: unknown } | { problem: string }> {
	try {
		return { value: await read() };
	} catch (error) {
		return { problem: (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '' };
	}
}

/** Counts the values of a document as its readers meet them: what aliases repeat is counted each time. */
function demandSize(document: unknown): void {
	let count = 0;
	const visit = (value: unknown, depth: number): void => {
		count += 1;
		if (count > MOST_VALUES) throw new UnreadableSpecification(`it holds more than ${MOST_VALUES} values`);
		if (depth > DEEPEST) throw new UnreadableSpecification(`it is nested more than ${DEEPEST} deep`);
		if (typeof value !== 'object' || value === null) return;
		for (const inner of Object.values(value)) visit(inner, depth + 1);
	};
	visit(document, 0);
}

function versionOf({ openapi, swagger }: Json): string {
	if (openapi === undefined && swagger === undefined)
		throw new UnreadableSpecification('it is not an OpenAPI document: it has neither "openapi" nor "swagger"');
	// YAML reads an unquoted 2.0 or 3.1 as a number.
	const stated = openapi ?? swagger;
	const version = typeof stated === 'string' || typeof stated === 'number' ? String(stated) : 'none';
	if (swagger === '2.0' || swagger === 2) return 'Swagger 2.0';
	if (openapi !== undefined && /^3(\.\d+)*$/.test(version)) return `OpenAPI ${version}`;
	throw new UnreadableSpecification(`it is of version ${version}; OpenAPI 3 and Swagger 2.0 are read`);
}
