declare module 'json-merge-patch/lib/apply' {
	/** RFC 7386: applies `patch` to `target`, which may be changed, and returns the result. */
	export default function apply(target: unknown, patch: unknown): unknown;
}
