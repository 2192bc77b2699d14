import { lookUpOrder } from '../../nodes/ColtInbound/callback/lookUp';
import { waitFor } from '../../scripts/lib/waitFor';
import { freshOrder } from './inboundOrders';
import { startSimulated } from './startSimulated';

test('a look-up that came too late leaves the rate that Colt allows to those that somebody waits for', async () => {
	const { simulator, engine } = await startSimulated();
	const control = simulator.inboundControl;
	const lookUp = async (orderId: string) =>
		await lookUpOrder(engine.called({ type: 'coltInboundTrigger' }).context, orderId);
	const [late, next, last] = [1, 2, 3].map(() => freshOrder(simulator, 'Completed')) as [string, string, string];
	control.addFault({ operation: 'inbound.getOrder', status: 429, count: 1_000 });
	expect(await lookUp(late)).toMatchObject({ error: expect.stringContaining('within 5 seconds') as string });
	await control.clearFaults();
	// After so many refusals the pace is slow: a look-up may come too late once more.
	const answers = async (orderId: string) =>
		await waitFor('Colt to tell the order', async () => ('details' in (await lookUp(orderId)) ? true : undefined));
	for (const orderId of [next, last]) await answers(orderId);
	const answered = control.calls({ operation: 'inbound.getOrder' }).filter(({ status }) => status === 200);
	expect(answered.map(({ path }) => path.split('/').at(-1))).toEqual([next, last]);
	await simulator.close();
});

test('unknown is another answer than not told', async () => {
	const { simulator, engine } = await startSimulated();
	expect(await lookUpOrder(engine.called({ type: 'coltInboundTrigger' }).context, 'no-such-order')).toEqual({
		unknown: true,
	});
	simulator.control.change({ suspended: true });
	expect(await lookUpOrder(engine.called({ type: 'coltInboundTrigger' }).context, 'no-such-order')).toMatchObject({
		error: expect.stringContaining('tracking ID') as string,
	});
	await simulator.close();
});
