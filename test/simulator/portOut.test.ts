import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import { orderBody } from './simulatorClient';
import { PortingBench, day, rangeOf } from './portingBench';

const on = new PortingBench();

describe('port-out', () => {
	it('needs no answer in Great Britain', async () => {
		const { id } = on.bench.control.portOut({ start: on.active('GB') });
		expect([await on.status(id), on.statusOf('GB')]).toEqual(['Confirmed', 'Port Out In Progress']);
		await on.bench.advance(10_000);
		expect([await on.history(id), on.statusOf('GB')]).toEqual([
			['Confirmed', 'Port Out initiated', 'Completed'],
			'PortOut',
		]);
	});

	it.each<[boolean, string, string]>([
		[false, 'Return In Progress', 'Returned'],
		[true, 'Transfer In Progress', 'Transferred'],
	])('of a ported-in number, transfer %s', async (transfer, during, then) => {
		on.bench.control.portOut({ start: on.active('GB', true), transfer });
		expect(on.statusOf('GB')).toBe(during);
		await on.bench.advance(10_000);
		expect(on.statusOf('GB')).toBe(then);
	});

	it('is accepted in Belgium', async () => {
		const { id } = on.bench.control.portOut({ start: on.active('BE') });
		expect(await on.status(id)).toBe('Customer feedback awaited');
		expect((await on.updatePort(id, 'acceptPortOut')).status).toBe(200);
		await on.bench.settle();
		expect(await on.status(id)).toBe('Confirmed');
		await on.bench.advance(10_000);
		expect([await on.status(id), on.statusOf('BE')]).toEqual(['Completed', 'PortOut']);
	});

	it('is rejected in Germany, with a reason, and the number is as before', async () => {
		const { id } = on.bench.control.portOut({ start: on.active('DE') });
		expect(on.statusOf('DE')).toBe('Activated');
		expect(await on.updatePort(id, 'rejectPortOut')).toMatchObject({ status: 400, error: { code: '002' } });
		await on.updatePort(id, 'rejectPortOut', { reason: { text: 'Contract runs on' } });
		await on.bench.settle();
		expect(await on.order(id)).toMatchObject({ status: 'Rejected', reason: { text: 'Contract runs on' } });
		expect(on.statusOf('DE')).toBe('Activated');
		expect((await on.bench.call('returnNumbers', { body: orderBody('DE', rangeOf('DE')) })).status).toBe(200);
	});

	it.each<[CountryCode, number, string]>([
		// The clock starts on Monday 6 January 2025, 9:00.
		['BE', 2 * day, 'Confirmed'],
		['CH', 2 * day, 'Confirmed'],
		['AT', 7 * day, 'Confirmed'],
		['DE', 7 * day, 'Confirmed'],
		['NL', 2 * day, 'Firm Order Commitment'],
	])('in %s is accepted automatically after its deadline', async (country, after, expected) => {
		on.bench.control.change({ portStepMs: 3_600_000 });
		const { id } = on.bench.control.portOut({ start: on.active(country) });
		await on.bench.advance(after - 1);
		expect(await on.status(id)).toBe('Customer feedback awaited');
		await on.bench.advance(1);
		expect(await on.order(id)).toMatchObject({ status: expected, description: 'Accepted automatically.' });
		if (country === 'NL') expect((await on.order(id)).firstPossibleDate).toBe('2025-01-09');
	});

	it('in the Netherlands takes the first possible date of the answer, and can expire', async () => {
		const { id } = on.bench.control.portOut({ start: on.active('NL'), expire: true });
		expect(await on.updatePort(id, 'acceptPortOut', { portDate: '2025-09-01' })).toMatchObject({
			error: { message: expect.stringContaining('120 calendar days') as unknown },
		});
		await on.updatePort(id, 'acceptPortOut', { portDate: '2025-01-20' });
		await on.bench.advance(20 * day);
		expect(await on.order(id)).toMatchObject({
			status: 'Ready for porting initiation',
			firstPossibleDate: '2025-01-20',
		});
		await on.bench.advance(90 * day);
		expect([await on.status(id), on.statusOf('NL')]).toEqual(['Expired', 'Activated']);
	});

	it('opens again after a rollback', async () => {
		const { id } = on.bench.control.portOut({ start: on.active('GB') });
		await on.bench.advance(10_000);
		on.bench.control.changeOrder(id, { status: 'Confirmed', description: 'Rolled back' });
		expect([await on.status(id), on.statusOf('GB')]).toEqual(['Confirmed', 'Port Out In Progress']);
		await on.bench.advance(day);
		expect(await on.status(id)).toBe('Confirmed');
		on.bench.control.changeOrder(id, { status: 'Cancelled' });
		expect(on.statusOf('GB')).toBe('Activated');
	});

	it('is refused for a number that the customer has not', () => {
		expect(() => on.bench.control.portOut({ start: '+442079460000' })).toThrow('not an active number');
	});
});

it('lets a ported-in number return and come back where the documents say so', async () => {
	on.active('FR', true);
	await on.bench.call('returnNumbers', { body: orderBody('FR', rangeOf('FR')) });
	await on.bench.settle();
	expect(on.statusOf('FR')).toBe('PortIn_Quarantined');
	await on.bench.call('reactivateNumbers', { body: orderBody('FR', rangeOf('FR')) });
	expect(on.statusOf('FR')).toBe('PortIn_Reallocated');
	await on.bench.settle();
	expect(on.statusOf('FR')).toBe('PortIn_Activated');
});
