import { COUNTRY_CODES, type CountryCode } from '../../nodes/shared/lifecycle/countries';
import { NUMBER_STATUSES, type NumberEvent, type NumberStatus } from '../../nodes/shared/lifecycle/numberStatus';
import { section6 } from '../unit/lifecycle/section6';
import { Bench, activationBody, orderBody } from './simulatorClient';

/** How each event of a customer is called. */
const calls: Partial<
	Record<
		NumberEvent,
		(
			bench: Bench,
			country: CountryCode,
			range: { start: string; end: string },
		) => Promise<{ status: number; error?: { code: string; message: string } }>
	>
> = {
	reservation: (bench, country, range) => bench.call('reserveNumbers', { body: orderBody(country, range) }),
	activation: (bench, country, range) => bench.call('activateNumbers', { body: activationBody(country, range) }),
	return: (bench, country, range) => bench.call('returnNumbers', { body: orderBody(country, range) }),
	reactivation: (bench, country, range) => bench.call('reactivateNumbers', { body: orderBody(country, range) }),
	updateCustomerModify: (bench, country, range) =>
		bench.call('updateCustomer', { body: { ...activationBody(country, range), action: 'MODIFY' } }),
	updateCustomerAdd: (bench, country, range) =>
		bench.call('updateCustomer', { body: { ...activationBody(country, range), action: 'ADD' } }),
};

/** Where section 6 leads; undefined: nowhere. */
function expected(
	from: NumberStatus,
	by: NumberEvent,
	country: CountryCode,
	premium: boolean,
): NumberStatus | undefined {
	return section6.find(
		([start, event, , countries, traits]) =>
			start === from &&
			event === by &&
			countries.split(' ').includes(country) &&
			!traits.nl088 &&
			!traits.transfer &&
			(!traits.premium || premium),
	)?.[2];
}

describe.each(Object.entries(calls) as Array<[NumberEvent, NonNullable<(typeof calls)[NumberEvent]>]>)(
	'%s',
	(event, call) => {
		let bench: Bench;
		beforeAll(async () => {
			bench = await Bench.start({
				settings: { serviceProfiles: {} },
				freeNumbers: { singles: 1, tens: 0, hundreds: 0 },
			});
		});
		afterAll(() => bench.close());

		it.each(NUMBER_STATUSES)('from %s does in every country what section 6 says', async (from) => {
			bench.control.reset();
			const premium = event === 'updateCustomerAdd';
			bench.control.change({ premium });
			const numbers = COUNTRY_CODES.map((country) => ({ country, range: bench.add(country, from) }));
			for (const { country, range } of numbers) {
				const answer = await call(bench, country, range);
				const allowed = expected(from, event, country, premium) !== undefined;
				expect([country, answer.status]).toEqual([country, allowed ? 200 : 400]);
				if (!allowed)
					expect(answer.error).toMatchObject({
						code: '002',
						message: expect.stringContaining(`${range.start} has resourceStatus ${from}`) as unknown,
					});
			}
			await bench.settle();
			for (const { country, range } of numbers) {
				expect([country, bench.statusOf(range.start)]).toEqual([
					country,
					expected(from, event, country, premium) ?? from,
				]);
			}
		});
	},
);

describe('what ends by itself', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start({ freeNumbers: { singles: 1, tens: 0, hundreds: 0 } });
	});
	afterAll(() => bench.close());

	it.each<[NumberStatus, NumberEvent]>([
		['Reserved', 'reservationEnd'],
		['Quarantined', 'quarantineEnd'],
		['PortIn_Quarantined', 'quarantineEnd'],
	])('%s, in every country as section 6 says', async (from, event) => {
		bench.control.reset();
		const numbers = COUNTRY_CODES.map((country) => ({ country, range: bench.add(country, from) }));
		await bench.advance(91 * 86_400_000);
		for (const { country, range } of numbers) {
			expect([country, bench.statusOf(range.start)]).toEqual([country, expected(from, event, country, false) ?? from]);
		}
	});
});
