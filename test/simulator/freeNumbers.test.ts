import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { COUNTRY_CODES } from '../../nodes/shared/lifecycle/countries';
import { Bench, orderBody } from './simulatorClient';

describe('free numbers', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	afterAll(() => bench.close());

	it.each(COUNTRY_CODES)('exist in %s as singles, tens and hundreds, and are valid', async (country) => {
		const { data } = await bench.call('searchFreeNumbers', { query: { country, limit: 1000 } });
		expect(new Set(data.map(({ rangeSize }) => rangeSize))).toEqual(new Set([1, 10, 100]));
		const invalid = data
			.flatMap(({ start, end }) => [start, end])
			.filter((number) => {
				const parsed = parsePhoneNumberFromString(number);
				return !parsed?.isValid() || parsed.country !== country;
			});
		expect(invalid).toEqual([]);
	});

	it('are found by LAC with or without the leading 0, city, type and size', async () => {
		const search = async (query: object): Promise<number> =>
			(await bench.call('searchFreeNumbers', { query: { country: 'GB', ...query } })).paging.totalCount ?? 0;
		const london = await search({ lac: '20' });
		expect(london).toBeGreaterThan(0);
		expect(await search({ lac: '020' })).toBe(london);
		expect(await search({ city: 'london' })).toBe(london);
		expect(await search({ lac: '20', rangeSize: 10 })).toBeLessThan(london);
		expect(await search({ numberType: 'Non Geo' })).toBeGreaterThan(0);
		expect(await search({ lac: '999' })).toBe(0);
	});

	it('come in pages that fit together', async () => {
		const all = (await bench.call('searchFreeNumbers', { query: { country: 'CH', limit: 1000 } })).data;
		const pages = [];
		for (let offset = 0; ; offset += 50) {
			const { data, paging } = await bench.call('searchFreeNumbers', { query: { country: 'CH', offset, limit: 50 } });
			expect(paging).toEqual({ totalCount: all.length, resultCount: data.length });
			pages.push(...data);
			if (data.length < 50) break;
		}
		expect(pages).toEqual(all);
		expect((await bench.call('searchFreeNumbers', { query: { country: 'CH', offset: 100_000 } })).data).toEqual([]);
		expect((await bench.call('searchFreeNumbers', { query: { country: 'CH', limit: 0 } })).status).toBe(400);
	});

	it('are no longer offered while an order works on them', async () => {
		const range = bench.free('CH');
		await bench.call('reserveNumbers', { body: orderBody('CH', range) });
		const { data } = await bench.call('searchFreeNumbers', { query: { country: 'CH', limit: 1000 } });
		expect(data.some(({ start }) => start === range.start)).toBe(false);
	});

	it('need a country', async () => {
		expect(await bench.call('searchFreeNumbers', { query: {} })).toMatchObject({ status: 400, error: { code: '002' } });
		expect(await bench.call('searchFreeNumbers', { query: { country: 'US' } })).toMatchObject({
			status: 400,
			error: { code: '002' },
		});
	});
});
