import { ColtError } from '../../nodes/shared/errors/problem';
import type { Problem } from '../../nodes/shared/errors/problem';

/** The problem a call fails with. Fails itself when the call does not fail, or with anything but our own error. */
export function problemOf(work: () => unknown): Problem {
	try {
		work();
	} catch (error) {
		if (error instanceof ColtError) return error.problem;
		throw error;
	}
	throw new Error('Nothing was thrown');
}

/** The same for a promise. */
export async function problemFrom(work: Promise<unknown>): Promise<Problem> {
	const outcome = await work.then(
		() => new Error('Nothing was thrown'),
		(error: unknown) => error,
	);
	if (outcome instanceof ColtError) return outcome.problem;
	throw outcome;
}
