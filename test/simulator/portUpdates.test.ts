import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import { orderBody } from './simulatorClient';
import { type Action, PortingBench, day } from './portingBench';

const on = new PortingBench();

describe('port updates', () => {
	const feedback = async (country: CountryCode = 'GB'): Promise<string> => {
		on.bench.control.planPort('feedback');
		const id = await on.port(country, { portDate: '2025-02-03' });
		await on.bench.advance(4_000);
		return id;
	};
	const committed = async (country: CountryCode, portDate: string): Promise<string> => {
		const id = await on.port(country, { portDate });
		await on.bench.advance(4_000);
		return id;
	};

	it('changes the date through a child order; the parent keeps its status until then', async () => {
		const id = await committed('GB', '2025-02-03');
		const { data } = await on.updatePort(id, 'changeDate', { portDate: '2025-02-10' });
		expect(await on.order(data.order.id)).toMatchObject({
			type: 'portUpdate',
			action: 'changeDate',
			parentId: id,
			status: 'Validation In Progress',
		});
		expect(await on.order(id)).toMatchObject({
			status: 'Firm order commitment',
			childOrders: [{ id: data.order.id, action: 'changeDate' }],
		});
		await on.bench.settle();
		expect([await on.status(data.order.id), await on.status(id)]).toEqual(['Accepted', 'Submitted to operator']);
		await on.bench.advance(50 * day);
		expect((await on.order(id)).statusHistory?.find((entry) => entry.status === 'Porting initiated')?.at).toBe(
			'2025-02-10T00:00:00.000Z',
		);
	});

	it('leaves the parent alone when the update is rejected', async () => {
		const id = await committed('GB', '2025-02-03');
		on.bench.control.failNext('portUpdate', { code: 'D1', text: 'Date not available' });
		const { data } = await on.updatePort(id, 'changeDate', { portDate: '2025-02-10' });
		await on.bench.settle();
		expect(await on.order(data.order.id)).toMatchObject({ status: 'Rejected', reason: { text: 'Date not available' } });
		expect(await on.order(id)).toMatchObject({ status: 'Firm order commitment', portDate: '2025-02-03' });
	});

	it('modifies a port that waits for feedback, which then goes on', async () => {
		const id = await feedback();
		const { data } = await on.updatePort(id, 'modify', {
			currentOperator: { name: 'Right Telecom' },
			notes: 'Corrected',
		});
		expect(await on.status(data.order.id)).toBe('In Progress');
		await on.bench.settle();
		expect([await on.status(data.order.id), await on.status(id)]).toEqual(['Accepted', 'Validation In Progress']);
		await on.bench.advance(40 * day);
		expect(await on.status(id)).toBe('Completed');
	});

	it('cancels, and the number is gone', async () => {
		const id = await committed('GB', '2025-02-03');
		await on.updatePort(id, 'cancel', { reason: { text: 'No longer needed' } });
		await on.bench.settle();
		expect([await on.status(id), on.statusOf('GB')]).toEqual(['Cancelled', undefined]);
		await on.bench.advance(60 * day);
		expect(await on.status(id)).toBe('Cancelled');
	});

	it('takes notes without any effect', async () => {
		const id = await committed('GB', '2025-02-03');
		expect(await on.updatePort(id, 'sendNote')).toMatchObject({ status: 400, error: { code: '002' } });
		const { data } = await on.updatePort(id, 'sendNote', { notes: 'Hello' });
		await on.bench.settle();
		expect([await on.status(data.order.id), await on.status(id)]).toEqual(['Accepted', 'Firm order commitment']);
	});

	it.each<[CountryCode, 'changeDate' | 'cancel', string, boolean]>([
		// The port date is Monday 3 February 2025; the last day is counted back in working days.
		['GB', 'changeDate', '2025-01-30T12:00:00Z', true],
		['GB', 'changeDate', '2025-01-31T00:00:00Z', false],
		['FR', 'changeDate', '2025-01-28T12:00:00Z', true],
		['FR', 'changeDate', '2025-01-29T00:00:00Z', false],
		['FI', 'changeDate', '2025-01-29T12:00:00Z', true],
		['FI', 'changeDate', '2025-01-30T00:00:00Z', false],
		['CZ', 'cancel', '2025-01-28T12:00:00Z', true],
		['CZ', 'cancel', '2025-01-29T00:00:00Z', false],
		['FR', 'cancel', '2025-01-30T12:00:00Z', true],
		['FR', 'cancel', '2025-01-31T00:00:00Z', false],
	])('%s %s on %s: %s', async (country, action, now, allowed) => {
		const id = await committed(country, '2025-02-03');
		on.bench.control.setClock(now);
		await on.bench.renew();
		const answer = await on.updatePort(id, action, action === 'changeDate' ? { portDate: '2025-03-03' } : {});
		expect(answer.status).toBe(allowed ? 200 : 400);
		if (!allowed) expect(answer.error?.message).toContain('working days before the port date 2025-02-03');
	});

	it.each<[string, CountryCode, () => Promise<string>, Action, string]>([
		['a date change in Italy', 'IT', () => on.port('IT'), 'changeDate', 'not possible in IT'],
		['a cancellation in the Netherlands', 'NL', () => on.port('NL'), 'cancel', 'not possible in NL'],
		['a modification too early', 'GB', () => on.port('GB'), 'modify', 'Validation In Progress'],
		['a schedule outside the Netherlands', 'GB', () => on.port('GB'), 'schedulePort', 'only in NL'],
		['the answer to a port-out on a port-in', 'BE', () => on.port('BE'), 'acceptPortOut', 'portIn order'],
	])('refuses %s', async (_, __, make, action, message) => {
		const id = await make();
		expect(
			await on.updatePort(id, action, { portDate: '2025-02-03', notes: 'x', reason: { text: 'x' } }),
		).toMatchObject({
			status: 400,
			error: { code: '002', message: expect.stringContaining(message) as unknown },
		});
	});

	it('refuses an update of a finished order, of a child, of another order and of none', async () => {
		const id = await on.port('GB');
		await on.bench.advance(20_000);
		expect(await on.status(id)).toBe('Completed');
		expect(await on.updatePort(id, 'sendNote', { notes: 'x' })).toMatchObject({
			error: { code: '002', message: expect.stringContaining('Completed') as unknown },
		});
		const open = await on.port('FR', { portDate: '2025-02-03' });
		const child = (await on.updatePort(open, 'sendNote', { notes: 'x' })).data.order.id;
		expect(await on.updatePort(child, 'sendNote', { notes: 'x' })).toMatchObject({
			error: { code: '002', message: expect.stringContaining('use the order it belongs to') as unknown },
		});
		const reservation = (await on.bench.call('reserveNumbers', { body: orderBody('GB', on.bench.free('GB')) })).data
			.order.id;
		expect(await on.updatePort(reservation, 'cancel')).toMatchObject({
			error: { message: expect.stringContaining('not a porting order') as unknown },
		});
		expect(await on.updatePort('none', 'cancel')).toMatchObject({
			error: { message: expect.stringContaining('none is not known') as unknown },
		});
		expect(await on.bench.call('updatePort', { body: { orderId: open } })).toMatchObject({
			status: 400,
			error: { code: '002' },
		});
	});
});
