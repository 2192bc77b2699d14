import type { IPollFunctions } from 'n8n-workflow';

import { accountOf, isOtherAccount } from '../../../nodes/ColtWholesaleSip/trigger/account';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TrackerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { refused, scripted } from './scripted';
import type { Scripted } from './scripted';

const context = (id: string): IPollFunctions =>
	({ getNode: () => ({ credentials: { coltOAuth2Api: { id, name: 'any' } } }) }) as unknown as IPollFunctions;
const bare = { getNode: () => ({}) } as unknown as IPollFunctions;

test('an account is an address and a credential', () => {
	const all = [
		accountOf(context('1'), 'https://a'),
		accountOf(context('1'), 'https://b'),
		accountOf(context('2'), 'https://a'),
		accountOf(bare, 'https://a'),
	];
	expect(new Set(all).size).toBe(4);
	expect(accountOf(context('1'), 'https://a')).toBe(all[0]);
});

const state: TrackerState = { orders: new Map([[keyOf('known'), { status: 'A', changes: 0 }]]) };
const list = (...ids: string[]): Scripted => scripted(() => ids.map((id) => ({ id })));
const others = Array.from({ length: 25 }, (_, index) => `other-${index}`);

test.each<[string, Scripted, unknown, boolean, number]>([
	['the same account is not looked at', list(...others), 'now', false, 0],
	['a state that does not say is not either', list(...others), undefined, false, 0],
	['none of the orders is known', list(...others), 'before', true, 3],
	['there are no orders', list(), 'before', true, 1],
	[
		'one is known, and the rest is not read',
		list(...others.slice(0, 5), 'known', ...others.slice(5)),
		'before',
		false,
		1,
	],
	['the last one is known', list(...others, 'known'), 'before', false, 3],
])('%s', async (_, source, before, expected, pages) => {
	expect(await isOtherAccount(source, state, before, 'now')).toBe(expected);
	expect(source.asked).toHaveLength(pages);
	expect(source.warnings).toEqual(expected ? [expect.stringContaining('starts anew')] : []);
});

test('a list that could not be read to its end does not tell', async () => {
	const source = list(...others);
	source.lateAfter = 1;
	expect(await isOtherAccount(source, state, 'before', 'now')).toBe(false);
});

test('a failure is the failure of the poll', async () => {
	const source = scripted(() => {
		throw refused(404);
	});
	await expect(isOtherAccount(source, state, 'before', 'now')).rejects.toThrow();
});
