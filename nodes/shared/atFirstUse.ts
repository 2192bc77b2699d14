import type * as Runtime from '../runtime';

/** A method of a node whose code is read at its first call. */
export const atFirstUse = <This, Args extends unknown[], Result>(
	choose: (runtime: typeof Runtime) => (this: This, ...args: Args) => Promise<Result>,
) =>
	async function (this: This, ...args: Args): Promise<Result> {
		return await choose(await import('../runtime')).apply(this, args);
	};
