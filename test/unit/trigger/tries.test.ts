import type { IPollFunctions } from 'n8n-workflow';

import { countTries } from '../../../nodes/ColtWholesaleSip/trigger/tries';
import type { Fact } from '../../../nodes/ColtWholesaleSip/trigger/tries';
import type { Problem } from '../../../nodes/shared/errors/problem';

const problem = (httpStatus: number, outcome: Problem['outcome'] = 'refused'): Problem => ({
	kind: 'api',
	message: `HTTP ${httpStatus}`,
	remedy: '',
	outcome,
	httpStatus,
});

/** Polls of one trigger. @returns for each whether the order is tried again, and what was logged */
function polls(trigger: string) {
	const logged: string[] = [];
	const context = {
		getWorkflow: () => ({ id: trigger }),
		getNode: () => ({ id: 'node' }),
		logger: { warn: (text: string) => void logged.push(text) },
	} as unknown as IPollFunctions;
	const fail = (fact: Fact, failed: Record<string, Problem>, ...late: string[]): string[] => [
		...countTries(context, fact, new Map(Object.entries(failed)), new Set(late)),
	];
	return { logged, fail };
}

test.each([500, 503, 429, 401, 403])('after HTTP %d an order is tried three times', (status) => {
	const { fail, logged } = polls(`status ${status}`);
	expect([1, 2, 3].map(() => fail('details', { a: problem(status) }))).toEqual([['a'], ['a'], []]);
	expect(logged).toEqual([
		expect.stringContaining('details of order a'),
		expect.stringMatching(/HTTP .* in the next poll/),
		expect.stringMatching(/without them/),
	]);
});

test.each([400, 404])("Colt's word that there is nothing (HTTP %d) is not asked for again", (status) =>
	expect(polls(`no ${status}`).fail('details', { a: problem(status) })).toEqual([]),
);

test('what may have happened is no refusal', () =>
	expect(polls('unclear').fail('details', { a: problem(400, 'unknown') })).toEqual(['a']));

test('a poll without a failure forgets; one that had no time for the order does not', () => {
	const { fail } = polls('late');
	fail('details', { a: problem(500) });
	fail('details', {}, 'a');
	fail('details', { a: problem(500) });
	expect(fail('details', { a: problem(500), b: problem(500) })).toEqual(['b']);
	fail('details', {});
	expect(fail('details', { b: problem(500) })).toEqual(['b']);
});

test('each trigger and each fact counts for itself', () => {
	const { fail } = polls('facts');
	for (const fact of ['details', 'numbers', 'details', 'numbers'] as const)
		expect(fail(fact, { a: problem(500) })).toEqual(['a']);
	expect(polls('another').fail('details', { a: problem(500) })).toEqual(['a']);
	expect(fail('numbers', { a: problem(500) })).toEqual([]);
});
