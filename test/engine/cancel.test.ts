import { waitFor } from '../../scripts/lib/waitFor';
import { freeNumber, startSimulated } from './simulated';

test('x', async () => {
	const { engine, simulator } = await startSimulated({ settings: { latencyMs: 200 } });
	const numbers = simulator.control.numbers({ country: 'GB', status: 'Free' }).filter(({ rangeSize }) => rangeSize === 1).slice(0, 20).map(({ start }) => start);
	const stop = new AbortController();
	simulator.control.addFault({ operation: 'reserveNumbers', kind: 'silence', phase: 'after', count: 3 });
	const running = engine.run({ parameters: { resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.start }}', options: { parallelCalls: 5 } }, items: numbers.map((start) => ({ start })), signal: stop.signal });
	await waitFor('orders', () => (simulator.control.books().length >= 8 ? true : undefined), { everyMs: 10 });
	const at = Date.now();
	stop.abort();
	const out = await running;
	console.log(Date.now() - at, out.run.status, JSON.stringify(out.error?.context), out.error?.message, out.error?.description, JSON.stringify(out.json).slice(0, 300), Object.keys(out.run.data.resultData.runData));
	await simulator.close();
	void freeNumber;
});
