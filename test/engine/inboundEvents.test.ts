import { startEngine } from './harness';
import { freshOrder } from './inboundOrders';
import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

describe('Order: Get Event against the simulator', () => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	afterAll(async () => {
		expect(simulated.simulator.inboundControl.violations()).toEqual([]);
		await simulated.simulator.close();
	});

	const eventOf = async (orderId: string) =>
		await simulated.engine.run({
			type: 'coltInbound',
			parameters: { resource: 'order', operation: 'getEvent', orderId },
		});

	test.each([
		['In progress', { event: 'raised', group: 'in progress', isFinal: false }],
		['Completed', { event: 'completed', group: 'succeeded', isFinal: true }],
		[
			'Failed with error',
			{
				event: 'failed',
				group: 'failed',
				isFinal: true,
				nextStep: 'Read the reason that Colt gives, correct the cause and order again',
			},
		],
		['Parked', { event: 'other', group: 'unknown', isFinal: false }],
	])('%s', async (status, expected) => {
		const orderId = freshOrder(simulated.simulator, status);
		const { json, error } = await eventOf(orderId);
		const eventId = `${orderId}:${expected.event}${expected.event === 'other' ? ':parked' : ''}`;
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{
				...expected,
				eventId,
				orderId,
				status,
				orderType: 'activation',
				country: 'GB',
				previousStatus: null,
				source: 'orderLookUp',
			},
		]);
	});

	test('an unknown order is an error that names it', async () => {
		const { error } = await eventOf('00000000-0000-4000-8000-000000000000');
		expect(error?.httpCode).toBe('404');
	});
});

describe('the trigger as n8n sees it', () => {
	test('its webhook, its complete life cycle, and a secret that is required whatever is chosen', async () => {
		const { engine, simulator } = await startSimulated();
		const trigger = engine.nodeType('coltInboundTrigger');
		expect(Object.keys(trigger.webhookMethods?.default ?? {}).sort()).toEqual(['checkExists', 'create', 'delete']);
		expect(trigger.description.webhooks).toMatchObject([{ httpMethod: 'POST', responseMode: 'onReceived' }]);
		// n8n's editor names and lists the credentials of a second type only where it has display options: these are all.
		const callback = trigger.description.credentials?.find(({ name }) => name === 'coltCallbackApi');
		const lookUps = trigger.description.properties.find(({ name }) => name === 'lookUp')?.options;
		expect(callback).toMatchObject({ required: true, displayName: 'Callback Password or Secret' });
		expect(callback?.displayOptions).toEqual({
			show: { lookUp: lookUps?.map((option) => ('value' in option ? option.value : '')).sort() },
		});
		// What makes n8n leave the body unread; see nodes/ColtInbound/callback/callbackFields.ts.
		expect([
			trigger.description.version,
			trigger.description.properties.find(({ name }) => name === 'options')?.default,
		]).toEqual([1, { binaryData: true }]);
		await simulator.close();
	});

	test.each([
		[
			'a secret',
			{ method: 'header', headerName: 'x-secret', headerSecret: 'long random text' },
			'192.0.2.7, 2001:db8::/32',
			undefined,
		],
		['no secret', { method: 'header', headerName: 'x-secret', headerSecret: '' }, '', /Header Value is empty/],
		['no method', {}, '', /Method/],
		[
			'a key that is none',
			{ method: 'signedToken', algorithm: 'RS256', publicKey: 'nothing' },
			'',
			/Public Key \(PEM\) cannot be read/,
		],
		[
			'an address that is none',
			{ method: 'basic', user: 'colt', password: 'long random text' },
			'192.0.2.0/99',
			/Allowed Addresses contains "192.0.2.0\/99"/,
		],
		[
			'an address whose prefix would let everybody in',
			{ method: 'basic', user: 'colt', password: 'long random text' },
			'::ffff:192.0.2.0/24',
			/Allowed Addresses contains "::ffff:192.0.2.0\/24"/,
		],
		[
			'no event',
			{ method: 'basic', user: 'colt', password: 'long random text' },
			'',
			/Trigger On must have at least one event selected/,
			[],
		],
	])(
		'becomes active only with what keeps others out, and lets something in: %s',
		async (_, credential, allowedAddresses, refused, events: string[] = ['raised']) => {
			const engine = await startEngine({ coltCallbackApi: credential });
			const activated = await engine
				.makeLive({ type: 'coltInboundTrigger', parameters: { lookUp: 'none', allowedAddresses, events } })
				.then(
					(isActive) => (isActive ? 'active' : 'not active'),
					(error: Error) => error.message,
				);
			expect(activated).toMatch(refused ?? /^active$/);
		},
	);
});
