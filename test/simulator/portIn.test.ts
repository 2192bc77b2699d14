import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import { orderBody } from './simulatorClient';
import { type PortInBody, PortingBench, day, portBody, rangeOf } from './portingBench';

const on = new PortingBench();

describe('port-in', () => {
	it('goes through every status of a GB port, waits for its date, and the number follows', async () => {
		const id = await on.port('GB', { portDate: '2025-02-03', portWindow: '09:00-12:00' });
		expect(on.statusOf('GB')).toBeUndefined();
		await on.bench.advance(10_000);
		expect(await on.order(id)).toMatchObject({
			status: 'Firm order commitment',
			portDate: '2025-02-03',
			requestedDate: '2025-02-03',
		});
		expect(on.statusOf('GB')).toBe('PortIn_Allocated');
		await on.bench.advance(40 * day);
		expect(await on.history(id)).toEqual([
			'Validation In Progress',
			'Submitted to operator',
			'Firm order commitment',
			'Porting initiated',
			'Completed',
		]);
		expect((await on.order(id)).statusHistory?.[3]?.at).toBe('2025-02-03T00:00:00.000Z');
		expect((await on.bench.call('searchInventory', { query: rangeOf('GB') })).data).toMatchObject([
			{ status: 'PortIn_Activated', orderId: id, endCustomer: { name: 'Example Ltd' } },
		]);
	});

	it('has no PortIn_Allocated in Germany', async () => {
		const id = await on.port('DE', { portDate: '2025-02-03' });
		await on.bench.advance(10_000);
		expect([await on.status(id), on.statusOf('DE')]).toEqual(['Firm order commitment', undefined]);
		await on.bench.advance(40 * day);
		expect(on.statusOf('DE')).toBe('PortIn_Activated');
	});

	it.each([
		['reject', ['Validation In Progress', 'Rejected']],
		['feedback', ['Validation In Progress', 'Submitted to operator', 'Customer feedback awaited', 'Expired']],
		[
			'delay',
			[
				'Validation In Progress',
				'Submitted to operator',
				'Firm order commitment',
				'Delayed',
				'Porting initiated',
				'Completed',
			],
		],
		[
			'completionDelay',
			[
				'Validation In Progress',
				'Submitted to operator',
				'Firm order commitment',
				'Porting initiated',
				'Porting Completion Delayed',
				'Completed',
			],
		],
		[
			'fail',
			[
				'Validation In Progress',
				'Submitted to operator',
				'Firm order commitment',
				'Porting initiated',
				'Porting failed',
			],
		],
	] as const)('takes another way: %s', async (outcome, expected) => {
		on.bench.control.planPort(outcome, { code: 'R1', text: 'Because' });
		const id = await on.port('GB');
		await on.bench.advance(4 * day);
		expect(await on.history(id)).toEqual(expected);
		const numberStatus = on.statusOf('GB');
		expect(numberStatus).toBe(expected.at(-1) === 'Completed' ? 'PortIn_Activated' : undefined);
		expect(await on.order(id)).toMatchObject({ reason: { code: 'R1', text: 'Because' } });
	});

	it('expires exactly 72 hours after the feedback was asked for', async () => {
		on.bench.control.planPort('feedback');
		const id = await on.port('BE');
		await on.bench.advance(4_000);
		expect(await on.status(id)).toBe('Customer feedback awaited');
		await on.bench.advance(72 * 3_600_000 - 1);
		expect(await on.status(id)).toBe('Customer feedback awaited');
		await on.bench.advance(1);
		expect(await on.order(id)).toMatchObject({
			status: 'Expired',
			description: expect.stringContaining('72 hours') as unknown,
		});
	});

	it.each<[string, CountryCode, Partial<PortInBody>, string]>([
		['another country', 'GB', { ranges: [{ start: '+33140000001', end: '+33140000001' }] }, 'not a number of GB'],
		['a Spanish nomadic number', 'ES', { ranges: [{ start: '+34512000999', end: '+34512000999' }] }, 'nomadic'],
		['a date in the past', 'GB', { portDate: '2024-12-31' }, 'in the past'],
		['no end customer', 'GB', { relatedParty: { reseller: { country: 'GB' } } }, 'endCustomerDetails'],
		['no directory service in NL', 'NL', { directoryService: undefined }, 'missing'],
		[
			'an 088 number without ACM document',
			'NL',
			{ ranges: [{ start: '+31881234567', end: '+31881234567' }] },
			'regulatoryAssignmentFileName',
		],
	])('is refused for %s', async (_, country, more, message) => {
		expect(await on.bench.call('portIn', { body: portBody(country, more) })).toMatchObject({
			status: 400,
			error: { code: '002', message: expect.stringContaining(message) as unknown },
		});
	});

	it('is refused for a number that is with Colt already, also in the portability check', async () => {
		on.active('GB');
		expect(await on.bench.call('portIn', { body: portBody('GB') })).toMatchObject({
			error: { message: expect.stringContaining('already with Colt') as unknown },
		});
		on.bench.control.makeUnportable('+442079460001', 'is a premium number');
		const check = orderBody('GB', rangeOf('GB'));
		const { data } = await on.bench.call('checkPortability', {
			body: {
				...check,
				ranges: [
					...check.ranges,
					{ start: '+442079460001', end: '+442079460001' },
					{ start: '+442079460002', end: '+442079460002' },
				],
			},
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
		const id = await on.port('NL', { portDate: '2025-01-10' });
		await on.bench.advance(10_000);
		expect(await on.order(id)).toMatchObject({ status: 'Firm order commitment', firstPossibleDate: '2025-01-10' });
		await on.bench.advance(5 * day);
		expect(await on.status(id)).toBe('Ready for porting Initiation');
		expect((await on.updatePort(id, 'activatePort')).status).toBe(200);
		await on.bench.settle();
		expect(await on.history(id)).toEqual([
			'Submitted to operator',
			'Firm order commitment',
			'Ready for porting Initiation',
			'Completed',
		]);
		expect(on.statusOf('NL')).toBe('PortIn_Activated');
	});

	it('starts a scheduled port on its date', async () => {
		const id = await on.port('NL', { portDate: '2025-01-10' });
		await on.bench.advance(10_000);
		expect(await on.updatePort(id, 'schedulePort', { portDate: '2025-01-09' })).toMatchObject({
			error: { message: expect.stringContaining('First Possible Date') as unknown },
		});
		expect(await on.updatePort(id, 'schedulePort', { portDate: '2025-05-01' })).toMatchObject({ status: 400 });
		expect((await on.updatePort(id, 'schedulePort', { portDate: '2025-02-01' })).status).toBe(200);
		await on.bench.advance(10 * day);
		expect(await on.status(id)).toBe('Ready for porting Initiation');
		await on.bench.advance(30 * day);
		expect(await on.order(id)).toMatchObject({ status: 'Completed', changedAt: '2025-02-01T00:00:00.000Z' });
	});

	it('expires 90 calendar days after the first possible date', async () => {
		const id = await on.port('NL', { portDate: '2025-01-10' });
		await on.bench.advance(93 * day);
		expect(await on.status(id)).toBe('Ready for porting Initiation');
		await on.bench.advance(day);
		expect(await on.order(id)).toMatchObject({ status: 'Expired', changedAt: '2025-04-10T00:00:00.000Z' });
	});

	const special = {
		ranges: [{ start: '+31881234567', end: '+31881234567' }],
		regulatoryAssignmentFileName: 'acm.pdf',
		regulatoryAssignmentFileContent: 'JVBERg==',
	};

	it('activates own 088 numbers through port-in, and ends them without quarantine', async () => {
		const id = await on.port('NL', {
			...special,
			currentOperator: undefined,
			loaFileName: undefined,
			loaFileContent: undefined,
		});
		await on.bench.advance(2_000);
		expect([await on.status(id), on.bench.statusOf('+31881234567')]).toEqual([
			'Submitted to Local DB',
			'Port In Reserved',
		]);
		await on.bench.advance(2_000);
		expect([await on.status(id), on.bench.statusOf('+31881234567')]).toEqual([
			'Submitted to Local DB',
			'PortIn_Allocated',
		]);
		await on.bench.advance(2_000);
		expect([await on.history(id), on.bench.statusOf('+31881234567')]).toEqual([
			['In progress', 'Submitted to Local DB', 'Completed'],
			'PortIn_Activated',
		]);
		// Thursday the 9th: three working days after Monday.
		expect((await on.bench.call('returnNumbers', { body: orderBody('NL', special.ranges[0]!) })).status).toBe(200);
		await on.bench.advance(3 * day - 7_000);
		expect(on.bench.statusOf('+31881234567')).toBe('PortIn_Activated');
		await on.bench.advance(7_000);
		expect(on.bench.statusOf('+31881234567')).toBe('Returned');
		expect(await on.bench.call('reactivateNumbers', { body: orderBody('NL', special.ranges[0]!) })).toMatchObject({
			status: 400,
			error: { code: '002' },
		});
	});

	it('rejects them with a blocking code when told', async () => {
		on.bench.control.planPort('reject', { code: '11', text: 'No valid ACM assignment exists for these numbers' });
		const id = await on.port('NL', { ...special, currentOperator: undefined });
		await on.bench.advance(10_000);
		expect(await on.order(id)).toMatchObject({ status: 'Rejected', reason: { code: '11' } });
		expect(on.bench.statusOf('+31881234567')).toBeUndefined();
	});

	it('ports 088 numbers with LOA, by way of the local database', async () => {
		expect(
			await on.bench.call('portIn', { body: portBody('NL', { ...special, loaFileContent: undefined }) }),
		).toMatchObject({
			error: { message: expect.stringContaining('LOA') as unknown },
		});
		on.bench.control.change({ maxRanges: 20 });
		const mixed = { ...special, ranges: [...special.ranges, rangeOf('NL')] };
		expect(await on.bench.call('portIn', { body: portBody('NL', mixed) })).toMatchObject({
			error: { message: expect.stringContaining('one order') as unknown },
		});
		const id = await on.port('NL', special);
		await on.bench.advance(2_000);
		expect(await on.history(id)).toEqual(['Submitted to Local DB', 'Firm order commitment']);
	});
});
