import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import { startEngine } from './harness';
import type { Engine } from './harness';
import { credentialFor } from './startSimulated';

const numbers = (from: number, count: number): string[] =>
	Array.from({ length: count }, (_, index) => `+44208132${String(from + index).padStart(4, '0')}`);

describe('a credential with expressions', () => {
	let one: Simulator;
	let two: Simulator;
	let engine: Engine;
	const tenants = (): Simulator[] => [one, two];

	beforeEach(async () => {
		[one, two] = (await Promise.all(
			['ONE', 'TWO'].map(
				async (profile) => await startSimulator({ clock: 'stepped', settings: { serviceProfiles: { GB: [profile] } } }),
			),
		)) as [Simulator, Simulator];
		for (const { control } of tenants())
			control.seed({ numbers: numbers(0, 20).map((start) => ({ start, country: 'GB' as const })) });
		const { clientId, clientSecret } = one;
		engine = await startEngine({
			coltOAuth2Api: credentialFor(one, {
				baseUrl: '={{ $json.base }}',
				clientId,
				clientSecret,
				serviceProfile: '={{ $json.profile }}',
			}),
		});
	});
	afterEach(async () => await Promise.all(tenants().map(async (tenant) => await tenant.close())));

	const items = (): Array<{ base: string; start: string; profile: string }> =>
		numbers(0, 6).map((start, index) => ({
			base: (index % 2 === 0 ? one : two).url,
			start,
			profile: index % 2 === 0 ? 'ONE' : 'TWO',
		}));

	it('places the order of each item at its own tenant, with its own service profile and one token each', async () => {
		const { error, json } = await engine.run({
			parameters: { resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.start }}' },
			items: items(),
		});
		expect([error, json.length]).toEqual([undefined, 6]);
		for (const [index, tenant] of tenants().entries()) {
			const calls = tenant.control.calls({ operation: 'reserveNumbers' });
			expect(calls).toHaveLength(3);
			const profile = index === 0 ? 'ONE' : 'TWO';
			expect(calls.every(({ body }) => JSON.stringify(body).includes(`"serviceProfile":"${profile}"`))).toBe(true);
			expect(tenant.control.calls({ operation: 'requestToken' })).toHaveLength(1);
			expect(tenant.control.books()).toHaveLength(3);
		}
	});

	it('places a bulk order for each tenant', async () => {
		const { error, json } = await engine.run({
			parameters: {
				resource: 'bulkOrder',
				operation: 'activate',
				numberRangeStart: '={{ $json.start }}',
				options: { localChecks: false },
			},
			items: items(),
			node: { onError: 'continueRegularOutput' },
		});
		expect([error, json.length]).toEqual([undefined, 6]);
		for (const { control } of tenants()) {
			const calls = control.calls({ operation: 'bulkActivate' });
			expect(calls).toHaveLength(1);
			expect(JSON.stringify(calls[0]?.body).match(/"numberRangeStart"/g)).toHaveLength(3);
		}
	});

	it('fails the item alone whose expression gives nothing', async () => {
		const given = items();
		const { outputs } = await engine.run({
			parameters: { resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.start }}' },
			items: given.map((item, index) => (index === 1 ? { ...item, base: '' } : item)),
			node: { onError: 'continueRegularOutput' },
		});
		expect(outputs[0]?.map(({ json }) => json.error ?? 'done')).toEqual([
			'done',
			'Base URL is empty. Nothing was sent.',
			'done',
			'done',
			'done',
			'done',
		]);
	});

	it('sends nothing when one item has no usable credential and the node is to stop', async () => {
		const given = items();
		const { error } = await engine.run({
			parameters: { resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.start }}' },
			items: given.map((item, index) => (index === 1 ? { ...item, base: 'colt' } : item)),
		});
		expect(error?.message).toBe('Item 2 of 6 (+442081320001): Base URL "colt" is not a URL. Nothing was sent.');
		expect(tenants().map(({ control }) => control.books().length)).toEqual([0, 0]);
	});

	test.each<[string, Record<string, string>, number]>([
		['is read once for all items when it holds no expression', {}, 1],
		['is read for each item when it holds one', { clientId: '={{ $json.client }}' }, 200],
	])('%s', async (_, change, reads) => {
		const other = await startEngine({ coltOAuth2Api: credentialFor(one, change) });
		const before = other.credentials.reads;
		const { error } = await other.run({
			parameters: { resource: 'number', operation: 'reserve', numberRangeStart: 'none' },
			items: Array.from({ length: 200 }, () => ({ client: one.clientId })),
		});
		expect(error?.message).toContain('Number Range Start');
		expect(other.credentials.reads - before).toBe(reads);
	});
});
