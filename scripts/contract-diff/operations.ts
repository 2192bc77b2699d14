import { type Json, type Place, below, entriesBelow, target, top } from './place';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** One operation of a specification. */
export interface ApiOperation {
	/** `GET /v1/order`, as the document writes it. */
	title: string;
	method: string;
	/** As the document writes it, below its base path. Empty for what the vendor sends. */
	path: string;
	/** Path of its server, without a slash at the end. */
	basePath: string;
	/** Hosts of its servers. */
	hosts: string[];
	/** Name of a request that the vendor sends. */
	webhook?: string;
	item: Place;
	place: Place;
}

export interface ParameterPlace {
	name: string;
	in: string;
	/** Where the operation lists it. */
	site: Place;
	/** Where it is defined. */
	target: Place;
}

/** OpenAPI leaves these to other parts of the document, so a parameter of this name means nothing. */
const NOT_PARAMETERS = new Set(['header accept', 'header content-type', 'header authorization']);

/** Every operation of a document, with the requests that the vendor sends. */
export function operationsIn(document: Json): ApiOperation[] {
	const root = top(document);
	const paths = entriesBelow(root, 'paths').flatMap(([path, item]) => methodsOf(item, path));
	const callbacks = paths.flatMap(({ place }) =>
		entriesBelow(place, 'callbacks').flatMap(([name, callback]) =>
			entriesBelow(target(callback)).flatMap(([, item]) => methodsOf(item, '', name)),
		),
	);
	return [
		...paths,
		...callbacks,
		...entriesBelow(root, 'webhooks').flatMap(([name, item]) => methodsOf(item, '', name)),
	];
}

function methodsOf(site: Place, path: string, webhook?: string): ApiOperation[] {
	const item = target(site);
	return METHODS.flatMap((method) => {
		const place = below(item, method);
		if (!place) return [];
		const title = `${method.toUpperCase()} ${webhook ?? path}`;
		return [{ title, method, path, item, place, ...serverOf(item, place), ...(webhook !== undefined && { webhook }) }];
	});
}

/** Base path and hosts of the nearest `servers`. */
function serverOf(item: Place, operation: Place): { basePath: string; hosts: string[] } {
	const lists = [operation, item, top(item.root)].map((place) =>
		entriesBelow(place, 'servers').map(([, server]) => server),
	);
	const urls = (lists.find((list) => list.length > 0) ?? []).map((server) => addressOf(server));
	return { basePath: urls[0]?.pathname.replace(/\/+$/, '') ?? '', hosts: urls.map(({ hostname }) => hostname) };
}

/** Address of a server with its variables' default values; `relative.invalid` stands for the host of a relative one. */
function addressOf(server: Place): URL {
	const written = typeof server.value['url'] === 'string' ? server.value['url'] : '/';
	const filled = written.replace(/\{([^}]+)\}/g, (_, name: string) => {
		const value = below(server, 'variables', name)?.value['default'];
		return typeof value === 'string' ? value : 'unknown';
	});
	const base = 'https://relative.invalid';
	return URL.canParse(filled, base) ? new URL(filled, base) : new URL(base);
}

/** Parameters of an operation, those of its path item too. */
export function parametersOf({ item, place }: ApiOperation): ParameterPlace[] {
	const found = new Map<string, ParameterPlace>();
	for (const holder of [item, place]) {
		for (const [, site] of entriesBelow(holder, 'parameters')) {
			const defined = target(site);
			const [name, where] = [String(defined.value['name']), String(defined.value['in'])];
			const key = `${where} ${where === 'header' ? name.toLowerCase() : name}`;
			if (!NOT_PARAMETERS.has(key)) found.set(key, { name, in: where, site, target: defined });
		}
	}
	return [...found.values()];
}

/** Schema of a parameter or header; it may stand in `content`. */
export function schemaOf(place: Place): Place | undefined {
	return (
		below(place, 'schema') ?? entriesBelow(place, 'content').flatMap(([, media]) => below(media, 'schema') ?? [])[0]
	);
}

/** Names of the path parameters in their order. */
export const pathNames = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
