import type { LogicalBody } from '../../nodes/shared/contract/types';
import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import { Bench, orderBody } from './client';

const day = 86_400_000;
const numbers: Partial<Record<CountryCode, string>> = {
	GB: '+442079460000', NL: '+31201234567', BE: '+3225001234', DE: '+4930901820', AT: '+4315001234', IT: '+390612345678',
	CH: '+41441234567', FR: '+33140000001', FI: '+358912345678', CZ: '+420221234567', ES: '+34811234567', PT: '+351211234567', SE: '+4681234567',
};

describe('porting', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	beforeEach(async () => {
		bench.control.reset();
		await bench.renew();
	});
	afterAll(() => bench.close());

	const range = (country: CountryCode): { start: string; end: string } => ({ start: numbers[country] ?? '', end: numbers[country] ?? '' });
	const portBody = (country: CountryCode, more: Partial<LogicalBody<'portIn'>> = {}): LogicalBody<'portIn'> => ({
		...orderBody(country, range(country)),
		relatedParty: {
			reseller: { country },
			endCustomer: { name: 'Example Ltd', registrationNumber: 'X1', address: { streetName: 'Main Street', city: 'Town', postalCode: '1', country } },
		},
		directoryService: { publish: false },
		currentOperator: { name: 'Other Telecom', accountNumber: 'A-1' },
		documents: [{ type: 'loa', fileName: 'loa.pdf', fileContent: 'JVBERg==' }],
		...more,
	});
	const port = async (country: CountryCode, more: Partial<LogicalBody<'portIn'>> = {}): Promise<string> => {
		const { data, error } = await bench.call('portIn', { body: portBody(country, more) });
		if (error) throw new Error(error.message);
		return data.order.id;
	};
	const order = async (orderId: string) => (await bench.call('getOrder', { orderId })).data;
	const status = async (orderId: string): Promise<string | undefined> => (await order(orderId)).status;
	const history = async (orderId: string): Promise<Array<string | undefined>> => ((await order(orderId)).statusHistory ?? []).map((entry) => entry.status);
	const updatePort = (orderId: string, action: NonNullable<LogicalBody<'updatePort'>['action']>, more: LogicalBody<'updatePort'> = {}) =>
		bench.call('updatePort', { body: { orderId, action, ...more } });
	const active = (country: CountryCode, ported = false): string => bench.add(country, ported ? 'PortIn_Activated' : 'Activated', { start: numbers[country] }).start;

	describe('port-in', () => {
		it('goes through every status of a GB port, waits for its date, and the number follows', async () => {
			const id = await port('GB', { portDate: '2025-02-03', portWindow: '09:00-12:00' });
			expect(bench.statusOf(numbers.GB ?? '')).toBeUndefined();
			await bench.advance(10_000);
			expect(await order(id)).toMatchObject({ status: 'Firm order commitment', portDate: '2025-02-03', requestedDate: '2025-02-03' });
			expect(bench.statusOf(numbers.GB ?? '')).toBe('PortIn_Allocated');
			await bench.advance(40 * day);
			expect(await history(id)).toEqual(['Validation In Progress', 'Submitted to operator', 'Firm order commitment', 'Porting initiated', 'Completed']);
			expect((await order(id)).statusHistory?.[3]?.at).toBe('2025-02-03T00:00:00.000Z');
			expect((await bench.call('searchInventory', { query: range('GB') })).data).toMatchObject([{ status: 'PortIn_Activated', orderId: id, endCustomer: { name: 'Example Ltd' } }]);
		});

		it('has no PortIn_Allocated in Germany', async () => {
			const id = await port('DE', { portDate: '2025-02-03' });
			await bench.advance(10_000);
			expect([await status(id), bench.statusOf(numbers.DE ?? '')]).toEqual(['Firm order commitment', undefined]);
			await bench.advance(40 * day);
			expect(bench.statusOf(numbers.DE ?? '')).toBe('PortIn_Activated');
		});

		it.each([
			['reject', ['Validation In Progress', 'Rejected']],
			['feedback', ['Validation In Progress', 'Submitted to operator', 'Customer feedback awaited', 'Expired']],
			['delay', ['Validation In Progress', 'Submitted to operator', 'Firm order commitment', 'Delayed', 'Porting initiated', 'Completed']],
			['completionDelay', ['Validation In Progress', 'Submitted to operator', 'Firm order commitment', 'Porting initiated', 'Porting Completion Delayed', 'Completed']],
			['fail', ['Validation In Progress', 'Submitted to operator', 'Firm order commitment', 'Porting initiated', 'Porting failed']],
		] as const)('takes another way: %s', async (outcome, expected) => {
			bench.control.planPort(outcome, { code: 'R1', text: 'Because' });
			const id = await port('GB');
			await bench.advance(4 * day);
			expect(await history(id)).toEqual(expected);
			const numberStatus = bench.statusOf(numbers.GB ?? '');
			expect(numberStatus).toBe(expected.at(-1) === 'Completed' ? 'PortIn_Activated' : undefined);
			expect(await order(id)).toMatchObject({ reason: { code: 'R1', text: 'Because' } });
		});

		it('expires exactly 72 hours after the feedback was asked for', async () => {
			bench.control.planPort('feedback');
			const id = await port('BE');
			await bench.advance(4_000);
			expect(await status(id)).toBe('Customer feedback awaited');
			await bench.advance(72 * 3_600_000 - 1);
			expect(await status(id)).toBe('Customer feedback awaited');
			await bench.advance(1);
			expect(await order(id)).toMatchObject({ status: 'Expired', description: expect.stringContaining('72 hours') as unknown });
		});

		it.each<[string, CountryCode, Partial<LogicalBody<'portIn'>>, string]>([
			['another country', 'GB', { ranges: [{ start: '+33140000001', end: '+33140000001' }] }, 'not a number of GB'],
			['a Spanish nomadic number', 'ES', { ranges: [{ start: '+34512000999', end: '+34512000999' }] }, 'nomadic'],
			['a date in the past', 'GB', { portDate: '2024-12-31' }, 'in the past'],
			['no end customer', 'GB', { relatedParty: { reseller: { country: 'GB' } } }, 'endCustomerDetails'],
			['no directory service in NL', 'NL', { directoryService: undefined }, 'missing'],
			['an 088 number without ACM document', 'NL', { ranges: [{ start: '+31881234567', end: '+31881234567' }] }, 'regulatoryAssignmentFileName'],
		])('is refused for %s', async (_, country, more, message) => {
			expect(await bench.call('portIn', { body: portBody(country, more) })).toMatchObject({ status: 400, error: { code: '002', message: expect.stringContaining(message) as unknown } });
		});

		it('is refused for a number that is with Colt already, also in the portability check', async () => {
			active('GB');
			expect(await bench.call('portIn', { body: portBody('GB') })).toMatchObject({ error: { message: expect.stringContaining('already with Colt') as unknown } });
			bench.control.makeUnportable('+442079460001', 'is a premium number');
			const check = orderBody('GB', range('GB'));
			const { data } = await bench.call('checkPortability', {
				body: { ...check, ranges: [...check.ranges, { start: '+442079460001', end: '+442079460001' }, { start: '+442079460002', end: '+442079460002' }] },
			});
			expect(data).toMatchObject([
				{ portable: false, reason: { text: expect.stringContaining('already') as unknown } },
				{ portable: false, reason: { text: 'is a premium number' } },
				{ portable: true, start: '+442079460002' },
			]);
		});
	});

	describe('the Netherlands', () => {
		it('waits at the first possible date until the port is activated', async () => {
			const id = await port('NL', { portDate: '2025-01-10' });
			await bench.advance(10_000);
			expect(await order(id)).toMatchObject({ status: 'Firm order commitment', firstPossibleDate: '2025-01-10' });
			await bench.advance(5 * day);
			expect(await status(id)).toBe('Ready for porting Initiation');
			expect((await updatePort(id, 'activatePort')).status).toBe(200);
			await bench.settle();
			expect(await history(id)).toEqual(['Submitted to operator', 'Firm order commitment', 'Ready for porting Initiation', 'Completed']);
			expect(bench.statusOf(numbers.NL ?? '')).toBe('PortIn_Activated');
		});

		it('starts a scheduled port on its date', async () => {
			const id = await port('NL', { portDate: '2025-01-10' });
			await bench.advance(10_000);
			expect(await updatePort(id, 'schedulePort', { portDate: '2025-01-09' })).toMatchObject({ error: { message: expect.stringContaining('First Possible Date') as unknown } });
			expect(await updatePort(id, 'schedulePort', { portDate: '2025-05-01' })).toMatchObject({ status: 400 });
			expect((await updatePort(id, 'schedulePort', { portDate: '2025-02-01' })).status).toBe(200);
			await bench.advance(10 * day);
			expect(await status(id)).toBe('Ready for porting Initiation');
			await bench.advance(30 * day);
			expect(await order(id)).toMatchObject({ status: 'Completed', changedAt: '2025-02-01T00:00:00.000Z' });
		});

		it('expires 90 calendar days after the first possible date', async () => {
			const id = await port('NL', { portDate: '2025-01-10' });
			await bench.advance(93 * day);
			expect(await status(id)).toBe('Ready for porting Initiation');
			await bench.advance(day);
			expect(await order(id)).toMatchObject({ status: 'Expired', changedAt: '2025-04-10T00:00:00.000Z' });
		});

		const special = { ranges: [{ start: '+31881234567', end: '+31881234567' }], regulatoryAssignmentFileName: 'acm.pdf', regulatoryAssignmentFileContent: 'JVBERg==' };

		it('activates own 088 numbers through port-in, and ends them without quarantine', async () => {
			const id = await port('NL', { ...special, currentOperator: undefined, documents: undefined });
			await bench.advance(2_000);
			expect([await status(id), bench.statusOf('+31881234567')]).toEqual(['Submitted to Local DB', 'PortIn_Reserved']);
			await bench.advance(2_000);
			expect([await history(id), bench.statusOf('+31881234567')]).toEqual([['In progress', 'Submitted to Local DB', 'Completed'], 'PortIn_Activated']);
			// Thursday the 9th: three working days after Monday.
			expect((await bench.call('returnNumbers', { body: orderBody('NL', special.ranges[0]!) })).status).toBe(200);
			await bench.advance(3 * day - 5_000);
			expect(bench.statusOf('+31881234567')).toBe('PortIn_Activated');
			await bench.advance(5_000);
			expect(bench.statusOf('+31881234567')).toBe('Returned');
			expect(await bench.call('reactivateNumbers', { body: orderBody('NL', special.ranges[0]!) })).toMatchObject({ status: 400, error: { code: '002' } });
		});

		it('rejects them with a blocking code when told', async () => {
			bench.control.planPort('reject', { code: '11', text: 'No valid ACM assignment exists for these numbers' });
			const id = await port('NL', { ...special, currentOperator: undefined });
			await bench.advance(10_000);
			expect(await order(id)).toMatchObject({ status: 'Rejected', reason: { code: '11' } });
			expect(bench.statusOf('+31881234567')).toBeUndefined();
		});

		it('ports 088 numbers with LOA, by way of the local database', async () => {
			expect(await bench.call('portIn', { body: portBody('NL', { ...special, documents: [] }) })).toMatchObject({ error: { message: expect.stringContaining('LOA') as unknown } });
			bench.control.change({ maxRanges: 20 });
			const mixed = { ...special, ranges: [...special.ranges, range('NL')] };
			expect(await bench.call('portIn', { body: portBody('NL', mixed) })).toMatchObject({ error: { message: expect.stringContaining('one order') as unknown } });
			const id = await port('NL', special);
			await bench.advance(2_000);
			expect(await history(id)).toEqual(['Submitted to Local DB', 'Firm order commitment']);
		});
	});

	describe('port updates', () => {
		const feedback = async (country: CountryCode = 'GB'): Promise<string> => {
			bench.control.planPort('feedback');
			const id = await port(country, { portDate: '2025-02-03' });
			await bench.advance(4_000);
			return id;
		};
		const committed = async (country: CountryCode, portDate: string): Promise<string> => {
			const id = await port(country, { portDate });
			await bench.advance(4_000);
			return id;
		};

		it('changes the date through a child order; the parent keeps its status until then', async () => {
			const id = await committed('GB', '2025-02-03');
			const { data } = await updatePort(id, 'changeDate', { portDate: '2025-02-10' });
			expect(await order(data.order.id)).toMatchObject({ type: 'portUpdate', action: 'changeDate', parentId: id, status: 'Validation In Progress' });
			expect(await order(id)).toMatchObject({ status: 'Firm order commitment', childOrders: [{ id: data.order.id, action: 'changeDate' }] });
			await bench.settle();
			expect([await status(data.order.id), await status(id)]).toEqual(['Accepted', 'Submitted to operator']);
			await bench.advance(50 * day);
			expect((await order(id)).statusHistory?.find((entry) => entry.status === 'Porting initiated')?.at).toBe('2025-02-10T00:00:00.000Z');
		});

		it('leaves the parent alone when the update is rejected', async () => {
			const id = await committed('GB', '2025-02-03');
			bench.control.failNext('portUpdate', { code: 'D1', text: 'Date not available' });
			const { data } = await updatePort(id, 'changeDate', { portDate: '2025-02-10' });
			await bench.settle();
			expect(await order(data.order.id)).toMatchObject({ status: 'Rejected', reason: { text: 'Date not available' } });
			expect(await order(id)).toMatchObject({ status: 'Firm order commitment', portDate: '2025-02-03' });
		});

		it('modifies a port that waits for feedback, which then goes on', async () => {
			const id = await feedback();
			const { data } = await updatePort(id, 'modify', { currentOperator: { name: 'Right Telecom' }, notes: 'Corrected' });
			expect(await status(data.order.id)).toBe('In Progress');
			await bench.settle();
			expect([await status(data.order.id), await status(id)]).toEqual(['Accepted', 'Validation In Progress']);
			await bench.advance(40 * day);
			expect(await status(id)).toBe('Completed');
		});

		it('cancels, and the number is gone', async () => {
			const id = await committed('GB', '2025-02-03');
			await updatePort(id, 'cancel', { reason: { text: 'No longer needed' } });
			await bench.settle();
			expect([await status(id), bench.statusOf(numbers.GB ?? '')]).toEqual(['Cancelled', undefined]);
			await bench.advance(60 * day);
			expect(await status(id)).toBe('Cancelled');
		});

		it('takes notes without any effect', async () => {
			const id = await committed('GB', '2025-02-03');
			expect(await updatePort(id, 'sendNote')).toMatchObject({ status: 400, error: { code: '002' } });
			const { data } = await updatePort(id, 'sendNote', { notes: 'Hello' });
			await bench.settle();
			expect([await status(data.order.id), await status(id)]).toEqual(['Accepted', 'Firm order commitment']);
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
			bench.control.setClock(now);
			await bench.renew();
			const answer = await updatePort(id, action, action === 'changeDate' ? { portDate: '2025-03-03' } : {});
			expect(answer.status).toBe(allowed ? 200 : 400);
			if (!allowed) expect(answer.error?.message).toContain('working days before the port date 2025-02-03');
		});

		it.each<[string, CountryCode, () => Promise<string>, NonNullable<LogicalBody<'updatePort'>['action']>, string]>([
			['a date change in Italy', 'IT', () => port('IT'), 'changeDate', 'not possible in IT'],
			['a cancellation in the Netherlands', 'NL', () => port('NL'), 'cancel', 'not possible in NL'],
			['a modification too early', 'GB', () => port('GB'), 'modify', 'Validation In Progress'],
			['a schedule outside the Netherlands', 'GB', () => port('GB'), 'schedulePort', 'only in NL'],
			['the answer to a port-out on a port-in', 'BE', () => port('BE'), 'acceptPortOut', 'portIn order'],
		])('refuses %s', async (_, __, make, action, message) => {
			const id = await make();
			expect(await updatePort(id, action, { portDate: '2025-02-03', notes: 'x', reason: { text: 'x' } })).toMatchObject({
				status: 400, error: { code: '002', message: expect.stringContaining(message) as unknown },
			});
		});

		it('refuses an update of a finished order, of a child, of another order and of none', async () => {
			const id = await port('GB');
			await bench.advance(20_000);
			expect(await status(id)).toBe('Completed');
			expect(await updatePort(id, 'sendNote', { notes: 'x' })).toMatchObject({ error: { code: '002', message: expect.stringContaining('Completed') as unknown } });
			const open = await port('FR', { portDate: '2025-02-03' });
			const child = (await updatePort(open, 'sendNote', { notes: 'x' })).data.order.id;
			expect(await updatePort(child, 'sendNote', { notes: 'x' })).toMatchObject({ error: { code: '002', message: expect.stringContaining('use the order it belongs to') as unknown } });
			const reservation = (await bench.call('reserveNumbers', { body: orderBody('GB', bench.free('GB')) })).data.order.id;
			expect(await updatePort(reservation, 'cancel')).toMatchObject({ error: { message: expect.stringContaining('not a porting order') as unknown } });
			expect(await updatePort('none', 'cancel')).toMatchObject({ error: { message: expect.stringContaining('none is not known') as unknown } });
			expect(await bench.call('updatePort', { body: { orderId: open } })).toMatchObject({ status: 400, error: { code: '002' } });
		});
	});

	describe('port-out', () => {
		it('needs no answer in Great Britain', async () => {
			const { id } = bench.control.portOut({ start: active('GB') });
			expect([await status(id), bench.statusOf(numbers.GB ?? '')]).toEqual(['Confirmed', 'Port Out In Progress']);
			await bench.advance(10_000);
			expect([await history(id), bench.statusOf(numbers.GB ?? '')]).toEqual([['Confirmed', 'Port Out initiated', 'Completed'], 'PortOut']);
		});

		it.each<[boolean, string, string]>([
			[false, 'Return In Progress', 'Returned'],
			[true, 'Transfer In Progress', 'Transferred'],
		])('of a ported-in number, transfer %s', async (transfer, during, then) => {
			bench.control.portOut({ start: active('GB', true), transfer });
			expect(bench.statusOf(numbers.GB ?? '')).toBe(during);
			await bench.advance(10_000);
			expect(bench.statusOf(numbers.GB ?? '')).toBe(then);
		});

		it('is accepted in Belgium', async () => {
			const { id } = bench.control.portOut({ start: active('BE') });
			expect(await status(id)).toBe('Customer feedback awaited');
			expect((await updatePort(id, 'acceptPortOut')).status).toBe(200);
			await bench.settle();
			expect(await status(id)).toBe('Confirmed');
			await bench.advance(10_000);
			expect([await status(id), bench.statusOf(numbers.BE ?? '')]).toEqual(['Completed', 'PortOut']);
		});

		it('is rejected in Germany, with a reason, and the number is as before', async () => {
			const { id } = bench.control.portOut({ start: active('DE') });
			expect(bench.statusOf(numbers.DE ?? '')).toBe('Activated');
			expect(await updatePort(id, 'rejectPortOut')).toMatchObject({ status: 400, error: { code: '002' } });
			await updatePort(id, 'rejectPortOut', { reason: { text: 'Contract runs on' } });
			await bench.settle();
			expect(await order(id)).toMatchObject({ status: 'Rejected', reason: { text: 'Contract runs on' } });
			expect(bench.statusOf(numbers.DE ?? '')).toBe('Activated');
			expect((await bench.call('returnNumbers', { body: orderBody('DE', range('DE')) })).status).toBe(200);
		});

		it.each<[CountryCode, number, string]>([
			// The clock starts on Monday 6 January 2025, 9:00.
			['BE', 2 * day, 'Confirmed'],
			['CH', 2 * day, 'Confirmed'],
			['AT', 7 * day, 'Confirmed'],
			['DE', 7 * day, 'Confirmed'],
			['NL', 2 * day, 'Firm Order Commitment'],
		])('in %s is accepted automatically after its deadline', async (country, after, expected) => {
			bench.control.change({ portStepMs: 3_600_000 });
			const { id } = bench.control.portOut({ start: active(country) });
			await bench.advance(after - 1);
			expect(await status(id)).toBe('Customer feedback awaited');
			await bench.advance(1);
			expect(await order(id)).toMatchObject({ status: expected, description: 'Accepted automatically.' });
			if (country === 'NL') expect((await order(id)).firstPossibleDate).toBe('2025-01-09');
		});

		it('in the Netherlands takes the first possible date of the answer, and can expire', async () => {
			const { id } = bench.control.portOut({ start: active('NL'), expire: true });
			expect(await updatePort(id, 'acceptPortOut', { portDate: '2025-09-01' })).toMatchObject({ error: { message: expect.stringContaining('120 calendar days') as unknown } });
			await updatePort(id, 'acceptPortOut', { portDate: '2025-01-20' });
			await bench.advance(20 * day);
			expect(await order(id)).toMatchObject({ status: 'Ready for porting initiation', firstPossibleDate: '2025-01-20' });
			await bench.advance(90 * day);
			expect([await status(id), bench.statusOf(numbers.NL ?? '')]).toEqual(['Expired', 'Activated']);
		});

		it('opens again after a rollback', async () => {
			const { id } = bench.control.portOut({ start: active('GB') });
			await bench.advance(10_000);
			bench.control.changeOrder(id, { status: 'Confirmed', description: 'Rolled back' });
			expect([await status(id), bench.statusOf(numbers.GB ?? '')]).toEqual(['Confirmed', 'Port Out In Progress']);
			await bench.advance(day);
			expect(await status(id)).toBe('Confirmed');
			bench.control.changeOrder(id, { status: 'Cancelled' });
			expect(bench.statusOf(numbers.GB ?? '')).toBe('Activated');
		});

		it('is refused for a number that the customer has not', () => {
			expect(() => bench.control.portOut({ start: '+442079460000' })).toThrow('not an active number');
		});
	});

	it('lets a ported-in number return and come back where the documents say so', async () => {
		active('FR', true);
		await bench.call('returnNumbers', { body: orderBody('FR', range('FR')) });
		await bench.settle();
		expect(bench.statusOf(numbers.FR ?? '')).toBe('PortIn_Quarantined');
		await bench.call('reactivateNumbers', { body: orderBody('FR', range('FR')) });
		expect(bench.statusOf(numbers.FR ?? '')).toBe('PortIn_Reallocated');
		await bench.settle();
		expect(bench.statusOf(numbers.FR ?? '')).toBe('PortIn_Activated');
	});
});
