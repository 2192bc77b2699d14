/** A file that cannot be compared: missing, neither YAML nor JSON, no OpenAPI document, or with a `$ref` to nowhere. */
export class UnreadableSpecification extends Error {
	override name = 'UnreadableSpecification';
}
