/** How one logical value is written on the wire. Without a shape it is sent as it is. */
export type Shape = ObjectShape | ListShape | ValuesShape | SortShape;

/** Logical field name to wire field. */
export interface ObjectShape {
	readonly fields: Readonly<Record<string, Field>>;
	/** Logical names of what must be there. */
	readonly required?: readonly string[];
}

export interface ListShape {
	readonly list: Shape | null;
}

/** Logical value to wire value; other values pass unchanged in both directions. */
export interface ValuesShape {
	readonly values: Readonly<Record<string, string>>;
	/** Other wire values that are read as a logical one, and never sent. */
	readonly others?: Readonly<Record<string, readonly string[]>>;
}

/** Comma-separated field names, a leading `-` for descending, named after the fields of another shape. */
export interface SortShape {
	readonly sortBy: ObjectShape;
}

/** A wire name, or a wire name with its shape and the other names (dotted paths too) that are accepted in reading. */
export type Field = string | { readonly wire: string; readonly shape?: Shape; readonly aliases?: readonly string[] };

/** What calling an operation does: `read` is safe to repeat, `order` creates an order, `write` changes without one. */
export type Effect = 'read' | 'order' | 'write';

/** One operation of an API. The type parameters are its logical path parameters, query, body and response. */
export interface Operation<P = unknown, Q = unknown, B = unknown, R = unknown> {
	readonly id: string;
	readonly method: 'GET' | 'POST';
	/** Path below the API's base path; `{name}` is a wire path parameter. */
	readonly path: string;
	readonly effect: Effect;
	/** Restricted use: Colt enables it for named customers only. */
	readonly restricted?: true;
	readonly contentType?: string;
	readonly params?: ObjectShape;
	readonly headers?: ObjectShape;
	readonly query?: ObjectShape;
	readonly body?: ObjectShape;
	readonly response?: Shape;
	readonly responseHeaders?: ObjectShape;
	/** Carries the types only, never present. */
	readonly types?: { params: P; query: Q; body: B; response: R };
}

export type Environment = 'production' | 'sandbox';

/** One API: its base path, how it reports errors, and its operations by operation id. */
export interface ApiTable<Operations = Readonly<Record<string, Operation>>> {
	readonly hosts: Readonly<Record<Environment, string>>;
	readonly basePath: string;
	readonly error: ObjectShape;
	readonly operations: Operations;
}
