import {
	ADDRESS_FIELDS,
	COUNTRY_CODES,
	type CountryCode,
	ZONE_A,
	ZONE_B,
	addressFieldsOf,
	isNl088,
	isSpanishNomadic,
} from '../../../nodes/shared/lifecycle/countries';
import { type DeadlineUnit, type Situation, deadlineOf, endOf } from '../../../nodes/shared/lifecycle/deadlines';
import { addWorkingDays } from '../../../nodes/shared/lifecycle/workingDays';
import { type DirectoryApi, directoryRuleOf } from '../../../nodes/shared/lifecycle/directoryServices';

const at = (text: string): number => Date.parse(text);

describe('deadlines of section 7', () => {
	it.each<[Situation, string, number, DeadlineUnit]>([
		['reservation', COUNTRY_CODES.join(' '), 90, 'calendar days'],
		['lock', COUNTRY_CODES.join(' '), 10, 'minutes'],
		['portInFeedback', COUNTRY_CODES.filter((code) => code !== 'NL').join(' '), 72, 'hours'],
		['portInitiation', 'NL', 90, 'calendar days'],
		['firstPossibleDate', 'NL', 120, 'calendar days'],
		['dateChange', 'AT BE DK DE IE PT ES SE CH GB', 2, 'working days'],
		['dateChange', 'FI', 3, 'working days'],
		['dateChange', 'FR LU SK NO CZ RO PL', 4, 'working days'],
		['cancellation', 'AT BE DK FR DE IE IT PT ES SE CH GB', 2, 'working days'],
		['cancellation', 'LU FI', 3, 'working days'],
		['cancellation', 'NO CZ PL RO SK', 4, 'working days'],
		['portOutFeedback', 'BE CH', 2, 'working days'],
		['portOutFeedback', 'AT DE', 5, 'working days'],
		['portOutFeedback', 'NL', 48, 'hours'],
		['nl088Deactivation', 'NL', 3, 'working days'],
		['quarantine', 'NL', 2, 'calendar months'],
		['quarantine', 'ES', 30, 'calendar days'],
	])('%s in %s: %d %s', (situation, countries, amount, unit) => {
		const found = COUNTRY_CODES.filter((country) => {
			const deadline = deadlineOf(situation, country);
			return deadline?.amount === amount && deadline.unit === unit;
		});
		expect(found.toSorted()).toEqual(countries.split(' ').toSorted());
	});

	it.each([
		['Friday and one working day', '2025-01-03T09:00:00Z', 1, '2025-01-06T09:00:00Z'],
		['Friday and five', '2025-01-03T09:00:00Z', 5, '2025-01-10T09:00:00Z'],
		['Saturday and one', '2025-01-04T09:00:00Z', 1, '2025-01-06T09:00:00Z'],
		['Monday and two back', '2025-01-06T09:00:00Z', -2, '2025-01-02T09:00:00Z'],
		['no day', '2025-01-04T09:00:00Z', 0, '2025-01-04T09:00:00Z'],
	])('counts %s', (_, start, days, end) => expect(addWorkingDays(at(start), days)).toBe(at(end)));

	it.each([
		['2025-01-06T09:00:00Z', 2, '2025-03-06T09:00:00Z'],
		['2025-07-01T09:00:00Z', 2, '2025-09-01T09:00:00Z'],
		['2025-12-31T09:00:00Z', 2, '2026-02-28T09:00:00Z'],
		['2023-12-31T09:00:00Z', 2, '2024-02-29T09:00:00Z'],
		['2025-11-15T09:00:00Z', 2, '2026-01-15T09:00:00Z'],
		['2025-01-31T09:00:00Z', 1, '2025-02-28T09:00:00Z'],
	])('counts calendar months from %s: %d, to %s', (start, amount, end) =>
		expect(endOf({ amount, unit: 'calendar months' }, at(start))).toBe(at(end)),
	);

	it('keeps the time of day over months in which the clocks change', () => {
		expect(endOf({ amount: 2, unit: 'calendar months' }, at('2025-03-01T09:00:00Z'), 'Europe/Amsterdam')).toBe(
			at('2025-05-01T08:00:00Z'),
		);
	});

	it('ends hours and calendar days by the clock', () => {
		expect(endOf({ amount: 72, unit: 'hours' }, 0)).toBe(72 * 3_600_000);
		expect(endOf({ amount: 90, unit: 'calendar days' }, 0)).toBe(90 * 86_400_000);
	});
});

describe('countries of section 5', () => {
	it('are in one zone each', () => expect([...ZONE_A, ...ZONE_B].toSorted()).toEqual([...COUNTRY_CODES].toSorted()));

	it.each<[CountryCode, string]>([
		['GB', ''],
		['CH', ''],
		['FR', 'streetType poBoxNumber'],
		['BE', 'addressExtension subLocality'],
		['IT', 'streetType subLocality province'],
		['PT', 'district'],
		['ES', 'streetType province'],
	])('%s adds these address parts: %s', (country, more) => {
		const base = ['houseNumber', 'streetName', 'city', 'postalCode', 'country'];
		expect(addressFieldsOf(country)).toEqual([...base, ...more.split(' ').filter(Boolean)]);
	});

	it.each<CountryCode>(['IE', 'LU', 'PL'])('%s may use every part, none being documented', (country) =>
		expect(addressFieldsOf(country)).toEqual(ADDRESS_FIELDS),
	);

	it('knows special numbers', () => {
		expect([isNl088('+31881234567'), isNl088('+31201234567')]).toEqual([true, false]);
		expect([
			isSpanishNomadic('+34512123456'),
			isSpanishNomadic('+34516123456'),
			isSpanishNomadic('+34811234567'),
		]).toEqual([true, true, false]);
	});
});

describe('directory services of document 001', () => {
	it.each<[string, DirectoryApi, string, string]>([
		['BE ES SE', 'activation', 'mandatory', 'mandatory'],
		['BE ES SE', 'updateCustomerModify', 'mandatory', 'mandatory'],
		['NL', 'activation', 'mandatory', 'mandatory'],
		['NL', 'portIn', 'mandatory', 'mandatory'],
		['NL', 'updateCustomerModify', 'at least one', 'at least one'],
		['IE IT PT GB CH', 'activation', 'mandatory', 'optional'],
		['IE IT PT GB CH', 'updateCustomerAdd', 'mandatory', 'optional'],
		['IE IT PT GB CH', 'updateCustomerModify', 'at least one', 'at least one'],
	])('%s %s: end customer %s, directory service %s', (countries, api, endCustomer, directoryService) => {
		for (const country of countries.split(' ') as CountryCode[]) {
			const rule = directoryRuleOf(country);
			expect([rule?.endCustomer[api], rule?.directoryService[api]]).toEqual([endCustomer, directoryService]);
		}
	});

	it.each<CountryCode>(['DE', 'DK', 'FR', 'LU', 'PL'])('%s has none', (country) =>
		expect(directoryRuleOf(country)).toBeUndefined(),
	);
});
