import { waitFor } from '../../scripts/lib/waitFor';
import { freeNumber, startSimulated } from './startSimulated';

describe('the token', () => {
	test.each(['expire', 'forget'] as const)(
		'100 items, and the tokens %s in the middle: one renewal, no failed item',
		async (how) => {
			const { engine, simulator } = await startSimulated({ settings: { latencyMs: 20 } });
			const { control } = simulator;
			const numbers = Array.from({ length: 100 }, (_, index) => `+44208132${String(index).padStart(4, '0')}`);
			control.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const })) });
			const running = engine.run({
				parameters: {
					resource: 'number',
					operation: 'reserve',
					numberRangeStart: '={{ $json.start }}',
					options: { parallelCalls: 30 },
				},
				items: numbers.map((start) => ({ start })),
			});
			await waitFor('some orders', () => (control.books().length >= 20 ? true : undefined), { everyMs: 5 });
			control.endTokens(how);
			const { error, json } = await running;
			expect([error, json.length, control.books().length]).toEqual([undefined, 100, 100]);
			expect(control.calls({ operation: 'requestToken' })).toHaveLength(2);
			await simulator.close();
		},
	);

	test.each<[string, object]>([
		['429', { status: 429, retryAfter: 0 }],
		['503', { status: 503, retryAfter: 0 }],
		['500', { status: 500 }],
		['a broken connection', { kind: 'hangUp' }],
		['no JSON', { kind: 'html', status: 502 }],
	])('the token endpoint answers %s twice: asked again for all items together', async (_, fault) => {
		const { engine, simulator } = await startSimulated();
		simulator.control.addFault({ operation: 'requestToken', count: 2, ...fault });
		const { error } = await engine.run({
			parameters: { resource: 'order', operation: 'getMany', limit: 1 },
			items: Array.from({ length: 10 }, () => ({})),
		});
		expect(error).toBeUndefined();
		expect(simulator.control.calls({ operation: 'requestToken' })).toHaveLength(3);
		await simulator.close();
	});

	test('an endpoint that stays broken is asked a few times for all items, and the error says so', async () => {
		const { engine, simulator } = await startSimulated();
		simulator.control.addFault({ operation: 'requestToken', status: 503, retryAfter: 0, count: 99 });
		const { outputs } = await engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: freeNumber(simulator),
				options: { localChecks: false },
			},
			items: Array.from({ length: 50 }, () => ({})),
			node: { onError: 'continueRegularOutput' },
		});
		expect(outputs[0]?.every(({ json }) => json.errorKind === 'authentication' && json.httpStatus === 503)).toBe(true);
		expect(simulator.control.calls({ operation: 'requestToken' }).length).toBeLessThanOrEqual(8);
		expect(simulator.control.books()).toHaveLength(0);
		await simulator.close();
	});
});
