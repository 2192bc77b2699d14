import type { Settings } from '../../simulator/settings';
import { Bench, orderBody } from './simulatorClient';

type Wire = Record<string, unknown>;

describe('answers in another form', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	beforeEach(() => bench.control.reset());
	afterAll(() => bench.close());

	const raw = async (path: string): Promise<unknown> =>
		await (await fetch(bench.simulator.baseUrl + path, { headers: bench.headers() })).json();

	/** An order on a French number, as the API writes it. */
	const order = async (form: Partial<Settings>): Promise<Wire> => {
		const range = bench.free('FR');
		const { data } = await bench.call('reserveNumbers', { body: orderBody('FR', range) });
		bench.control.change(form);
		return (await raw(`/v1/order/${data.order.id}`)) as Wire;
	};

	it('writes numbers in the split format of document 000', async () => {
		bench.control.change({ numberForm: 'split' });
		const [number] = (await raw('/v1/freeNumber?country=FR&numberType=Geo&limit=1')) as Wire[];
		expect(number).toMatchObject({ areaCode: '1', areaCodeExtn: '8488', rangeStart: '0000', rangeEnd: '0000' });
		expect(number).not.toHaveProperty('numberRangeStart');
	});

	it('writes the ranges of orders so, too', async () => {
		const { numberRangeList } = await order({ numberForm: 'split' });
		expect(numberRangeList).toEqual([{ areaCode: '1', areaCodeExtn: '8488', rangeStart: '0000', rangeEnd: '0000' }]);
	});

	it.each(['transactionStatus', 'state', 'status'])('calls the status of an order %s', async (statusName) => {
		const answer = await order({ statusName });
		expect(answer).toMatchObject({ [statusName]: 'In progress', statusHistory: [{ [statusName]: 'In progress' }] });
		expect(answer).not.toHaveProperty('orderStatus');
	});

	it.each<[Settings['statusSpelling'], string]>([
		['documented', 'PortIn_Allocated'],
		['lower', 'portin_allocated'],
		['upper', 'PORTIN_ALLOCATED'],
		['blanks', 'Port In Allocated'],
		['brackets', 'Port In(Allocated)'],
		['ported', 'PortedIn_Allocated'],
	])('spells number statuses %s: %s', async (statusSpelling, expected) => {
		bench.add('GB', 'PortIn_Allocated');
		bench.control.change({ statusSpelling });
		expect(await raw('/v1/Number?country=GB')).toMatchObject([{ resourceStatus: expected }]);
	});

	it('spells order statuses with underscores', async () =>
		expect(await order({ statusSpelling: 'underscores' })).toMatchObject({ orderStatus: 'In_progress' }));

	it.each<[Settings['dateForm'], unknown]>([
		['offset', '2025-01-06T10:00:00+01:00'],
		['noZone', '2025-01-06T09:00:00'],
		['blank', '2025-01-06 09:00:00'],
		['dayFirst', '06/01/2025 09:00:00'],
		['seconds', 1_736_154_000],
		['milliseconds', 1_736_154_000_000],
	])('writes moments %s: %s', async (dateForm, expected) =>
		expect(await order({ dateForm })).toMatchObject({ creationDate: expected }),
	);

	it.each<[Settings['orderTypeWords'], string]>([
		['short', 'Deactivation'],
		['long', 'Number Deactivation'],
	])('names order types in %s words: %s', async (orderTypeWords, expected) => {
		bench.control.change({ orderTypeWords });
		bench.control.seed({ orders: [{ type: 'return', country: 'GB' }] });
		expect(await raw('/v1/order')).toMatchObject([{ orderType: expected }]);
	});

	it('takes no other form', () => {
		expect(() => bench.control.change({ numberForm: 'roman' as never })).toThrow('must be one of full, split');
		expect(() => bench.control.change({ dateForm: 'sundial' as never })).toThrow('must be one of iso');
	});
});
