import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import { Bench, activationBody, orderBody } from './simulatorClient';

const day = 86_400_000;
const single = (start: string): { start: string; end: string } => ({ start, end: start });

/** Rules of the vendor's documents, each with the number of the document. Porting has a file of its own. */
describe('rules of the documents', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	beforeEach(async () => {
		bench.control.reset();
		await bench.renew();
	});
	afterAll(() => bench.close());

	it('000, 003: Italy reactivates ported-in numbers, by way of PortIn_Reallocated', async () => {
		const range = bench.add('IT', 'PortIn_Quarantined');
		expect((await bench.call('reactivateNumbers', { body: orderBody('IT', range) })).status).toBe(200);
		expect(bench.statusOf(range.start)).toBe('PortIn_Reallocated');
		await bench.settle();
		expect(bench.statusOf(range.start)).toBe('PortIn_Activated');
	});

	it.each([
		['2025-01-06T09:00:00.000Z', '2025-03-06T09:00:00.000Z'],
		['2025-07-01T09:00:00.000Z', '2025-09-01T09:00:00.000Z'],
		['2025-12-31T09:00:00.000Z', '2026-02-28T09:00:00.000Z'],
	])('001, 003: a Dutch quarantine that begins %s ends %s, two months later', async (from, end) => {
		bench.control.setClock(from);
		await bench.renew();
		const range = bench.add('NL', 'Quarantined');
		expect(bench.control.numbers({ status: 'Quarantined' })).toMatchObject([{ quarantinedUntil: end }]);
		await bench.advance(Date.parse(end) - Date.parse(from) - 1_000);
		expect(bench.statusOf(range.start)).toBe('Quarantined');
		await bench.advance(1_000);
		expect(bench.statusOf(range.start)).toBe('Free');
	});

	it('000: the emergency text belongs to a deactivation, not to the end of a reservation', async () => {
		bench.control.change({ emergencyLagMs: 60_000 });
		const texts = [];
		for (const status of ['Reserved', 'Activated']) {
			const range = bench.add('GB', status);
			const { data } = await bench.call('returnNumbers', { body: orderBody('GB', range) });
			await bench.settle();
			texts.push((await bench.call('getOrder', { orderId: data.order.id })).data.description);
		}
		expect(texts).toEqual([
			'Request has been processed successfully.',
			'Your order is technically completed and pending for emergency database update',
		]);
	});

	it.each(['city', 'lacExtension'] as const)('000: France has no search by %s', async (filter) => {
		const value = filter === 'city' ? 'Paris' : '8488';
		const answer = await bench.call('searchFreeNumbers', { query: { country: 'FR', [filter]: value } });
		expect(answer).toMatchObject({ status: 400, error: { code: '002' } });
		expect(answer.error?.message).toContain('not available in FR');
		const byLac = await bench.call('searchFreeNumbers', { query: { country: 'FR', lac: '01' } });
		expect(byLac.data.length).toBeGreaterThan(0);
	});

	it("000: the customer's own French numbers need no tri-partite agreement, Colt's do", async () => {
		const own = bench.control.seed({ free: [{ country: 'FR', count: 1, own: true }] }).numbers[0];
		const range = single(String(own?.start));
		const without = { ...activationBody('FR', range), documents: undefined };
		expect((await bench.call('activateNumbers', { body: without })).status).toBe(200);
		await bench.settle();
		expect(bench.statusOf(range.start)).toBe('Activated');
		const theirs = { ...activationBody('FR', bench.free('FR')), documents: undefined };
		expect(await bench.call('activateNumbers', { body: theirs })).toMatchObject({
			status: 400,
			error: { code: '002' },
		});
	});

	it.each<[string, CountryCode, Record<string, string>]>([
		['Trelissick House, Feock', 'GB', { streetName: 'Trelissick House', city: 'Feock' }],
		['č.p. 360', 'CZ', { houseNumber: 'č.p. 360' }],
		['Nauders 61', 'AT', { city: 'Nauders', houseNumber: '61' }],
	])('no document makes a part of an address mandatory: %s', async (_, country, address) => {
		const body = activationBody(country, bench.free(country));
		const endCustomer = { ...body.relatedParty.endCustomer, address };
		const given = { ...body, relatedParty: { ...body.relatedParty, endCustomer } };
		expect((await bench.call('activateNumbers', { body: given })).status).toBe(200);
	});

	it('001: an address is mandatory all the same', async () => {
		const body = activationBody('GB', bench.free('GB'));
		const endCustomer = { ...body.relatedParty.endCustomer, address: { country: 'GB' as const } };
		const given = { ...body, relatedParty: { ...body.relatedParty, endCustomer } };
		expect(await bench.call('activateNumbers', { body: given })).toMatchObject({ status: 400, error: { code: '002' } });
	});

	it.each<[string, 'returnNumbers' | 'reserveNumbers', string, number]>([
		['003: 5 characters', 'returnNumbers', '+4420', 400],
		['003: without +', 'returnNumbers', '442081324758', 400],
		['003: 17 characters', 'returnNumbers', '+4420813247581234', 400],
		['004: 6 digits', 'reserveNumbers', '+442081', 400],
		['004: 17 digits', 'reserveNumbers', '44208132475812345', 400],
		['004: without +', 'reserveNumbers', '442081324758', 200],
	])('%s: %s of %s is answered %d', async (_, operation, number, status) => {
		const body = orderBody('GB', single(number));
		const answer = await bench.call(operation, { body });
		expect(answer.status).toBe(status);
		if (status === 400) expect(answer.error?.code).toBe('001');
	});

	it.each([
		['30 emoji', '🙂'.repeat(30), 200],
		['50 characters', 'x'.repeat(50), 200],
		['51 characters', 'x'.repeat(51), 400],
		['51 emoji', '🙂'.repeat(51), 400],
	])('004: a customer reference has at most 50 characters: %s', async (_, customerReference, status) => {
		const body = orderBody('GB', bench.free('GB'));
		const given = { ...body, relatedParty: { ...body.relatedParty, endCustomer: { customerReference } } };
		expect((await bench.call('reserveNumbers', { body: given })).status).toBe(status);
	});

	it("000: the history of a range has the range's own orders", async () => {
		const lu = { start: '+35227949650', end: '+352279496509' };
		const at = { start: '+4969566060', end: '+496956606999' };
		bench.control.seed({
			orders: [
				{ type: 'reservation', country: 'LU', ranges: [lu], customerReference: 'LU' },
				{ type: 'reservation', country: 'CH', ranges: [single('+41445600001')], customerReference: 'CH' },
				{ type: 'reservation', country: 'PT', ranges: [single('+351211200001')], customerReference: 'PT' },
				{ type: 'reservation', country: 'PL', ranges: [single('+48221530001')], customerReference: 'PL' },
				{ type: 'reservation', country: 'DE', ranges: [at], customerReference: 'DE' },
			],
		});
		const of = async (range: { start: string; end: string }): Promise<unknown[]> =>
			(await bench.call('getNumberOrderHistory', { query: range })).data.map((order) => order.customerReference);
		expect(await of(lu)).toEqual(['LU']);
		expect(await of(at)).toEqual(['DE']);
		expect(await of(single('+352279496505'))).toEqual(['LU']);
	});

	it('000: a German block with ends of unequal length is portable where no number of Colt lies in it', async () => {
		const block = { start: '+4969566080', end: '+496956608999' };
		const ask = async (): Promise<unknown> =>
			(await bench.call('checkPortability', { body: orderBody('DE', block) })).data[0]?.portable;
		expect(await ask()).toBe(true);
		bench.add('DE', 'Activated', { start: '+496956608123' });
		expect(await ask()).toBe(false);
	});

	it('000, 004: a lock tells its numbers', async () => {
		const { data } = await bench.call('lockFreeNumbers', {
			body: { lac: '20', quantity: 2, relatedParty: { reseller: { country: 'GB' } } },
		});
		expect(data.numbers).toHaveLength(2);
		expect(data.lockId).toBeDefined();
	});

	it('000: a reservation ends after 90 calendar days', async () => {
		const range = bench.free('GB');
		await bench.call('reserveNumbers', { body: orderBody('GB', range) });
		await bench.settle();
		await bench.advance(90 * day - 1_000);
		expect(bench.statusOf(range.start)).toBe('Reserved');
		await bench.advance(1_000);
		expect(bench.statusOf(range.start)).toBe('Free');
	});
});
