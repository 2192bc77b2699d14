/** A map that forgets its oldest entries, so that a process that runs for months does not grow. */
export class BoundedMap<V> {
	private readonly entries = new Map<string, V>();

	constructor(private readonly most: number) {}

	get(key: string): V | undefined {
		return this.entries.get(key);
	}

	has(key: string): boolean {
		return this.entries.has(key);
	}

	set(key: string, value: V): void {
		this.entries.set(key, value);
		if (this.entries.size > this.most) this.entries.delete(this.entries.keys().next().value as string);
	}

	delete(key: string): void {
		this.entries.delete(key);
	}
}
