import { PortingBench, day, portBody } from './portingBench';

const on = new PortingBench();
const hour = 3_600_000;

/** Rules of documents 000 and 001 for ports whose moment matters. */
describe('feedback awaited on a port-in (000)', () => {
	const feedback = async (): Promise<string> => {
		on.bench.control.planPort('feedback');
		const id = await on.port('GB', { portDate: '2025-02-03' });
		await on.bench.advance(4_000);
		expect(await on.status(id)).toBe('Customer feedback awaited');
		return id;
	};

	it('expires after 72 hours without an update', async () => {
		const id = await feedback();
		await on.bench.advance(72 * hour);
		expect(await on.status(id)).toBe('Expired');
	});

	it('does not expire after a note that was sent in time', async () => {
		const id = await feedback();
		await on.bench.advance(71 * hour);
		const { data } = await on.updatePort(id, 'sendNote', { notes: 'We are asking the customer' });
		await on.bench.advance(2 * hour);
		expect([await on.status(data.order.id), await on.status(id)]).toEqual(['Accepted', 'Customer feedback awaited']);
		await on.bench.advance(100 * hour);
		expect(await on.status(id)).toBe('Customer feedback awaited');
	});

	it('takes a modify that was sent in time and is answered later', async () => {
		on.bench.control.change({ orderDelayMs: 4 * hour });
		const id = await feedback();
		await on.bench.advance(71 * hour);
		const { data } = await on.updatePort(id, 'modify', { notes: 'Corrected' });
		await on.bench.advance(3 * hour);
		expect([await on.status(data.order.id), await on.status(id)]).toEqual(['In Progress', 'Customer feedback awaited']);
		await on.bench.advance(hour);
		expect([await on.status(data.order.id), await on.status(id)]).toEqual(['Accepted', 'Validation In Progress']);
	});

	it('waits anew when feedback is asked for again', async () => {
		const id = await feedback();
		await on.updatePort(id, 'modify', { notes: 'Corrected' });
		await on.bench.settle();
		on.bench.control.changeOrder(id, { status: 'Customer feedback awaited' });
		await on.bench.advance(72 * hour);
		expect(await on.status(id)).toBe('Expired');
	});
});

describe('an open update (001)', () => {
	it('holds the parent, which goes on at once when it is refused', async () => {
		on.bench.control.change({ orderDelayMs: 60_000 });
		on.bench.control.failNext('portUpdate', { code: 'D1', text: 'Date not available' });
		const id = await on.port('GB', { portDate: '2025-02-03' });
		const { data } = await on.updatePort(id, 'changeDate', { portDate: '2025-02-10' });
		await on.bench.advance(59_000);
		expect([await on.status(data.order.id), await on.status(id)]).toEqual([
			'Validation In Progress',
			'Validation In Progress',
		]);
		await on.bench.advance(1_000);
		expect([await on.status(data.order.id), await on.status(id)]).toEqual(['Rejected', 'Submitted to operator']);
	});

	it('holds the parent until the last of several is answered', async () => {
		on.bench.control.change({ orderDelayMs: 60_000 });
		const id = await on.port('GB', { portDate: '2025-02-03' });
		await on.updatePort(id, 'sendNote', { notes: 'One' });
		await on.bench.advance(30_000);
		await on.updatePort(id, 'sendNote', { notes: 'Two' });
		await on.bench.advance(59_000);
		expect(await on.status(id)).toBe('Validation In Progress');
		await on.bench.advance(1_000);
		expect(await on.status(id)).toBe('Submitted to operator');
		await on.bench.advance(40 * day);
		expect(await on.status(id)).toBe('Completed');
	});
});

describe('the First Possible Date of the Netherlands (000, 001)', () => {
	it.each([
		['2025-05-06', 200],
		['2025-05-07', 400],
		['2025-10-06', 400],
	])('is within 120 calendar days of 6 January: %s is answered %d', async (portDate, status) => {
		const { bench } = on;
		expect((await bench.call('portIn', { body: portBody('NL', { portDate }) })).status).toBe(status);
	});
});
