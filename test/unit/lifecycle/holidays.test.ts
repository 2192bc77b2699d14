import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';
import { deadlineOf, endOf } from '../../../nodes/shared/lifecycle/deadlines';
import { HOLIDAY_YEARS, isHoliday, knowsHolidaysOf } from '../../../nodes/shared/lifecycle/holidays';
import { earliestPortDate, portDateNote } from '../../../nodes/shared/lifecycle/portFacts';
import { addWorkingDays, isWorkingDay, workingDayFrom } from '../../../nodes/shared/lifecycle/workingDays';
import { nextStepOf } from '../../../nodes/shared/orders/nextStep';
import { holidayTable } from '../../../scripts/holidays/generate';

const FILE = join(__dirname, '..', '..', '..', 'nodes', 'shared', 'lifecycle', 'holidays.generated.json');
const at = (text: string): number => Date.parse(text);

describe('the table of public holidays', () => {
	test('is what the library says; `npm run holidays` writes it', () => {
		expect(readFileSync(FILE, 'utf8')).toBe(holidayTable());
	});

	test(`ends with ${HOLIDAY_YEARS.last}: if this fails, raise LAST_YEAR and run npm run holidays`, () => {
		expect(new Date().getUTCFullYear()).toBeLessThan(HOLIDAY_YEARS.last);
	});

	test('is a few kilobytes', () => expect(readFileSync(FILE).length).toBeLessThan(8_000));

	test.each<[CountryCode, string]>([
		['GB', '2026-08-31'],
		['GB', '2027-12-27'],
		['DE', '2026-04-03'],
		['FR', '2026-07-14'],
		['NL', '2026-04-27'],
		['AT', '2026-10-26'],
		['IT', '2026-06-02'],
		['ES', '2026-10-12'],
		['PT', '2026-06-10'],
		['SE', '2028-06-06'],
		['FI', '2026-12-25'],
		['IE', '2026-03-17'],
		['CH', '2028-08-01'],
		['BE', '2026-07-21'],
		['DK', '2026-05-25'],
		['LU', '2026-06-23'],
		['NO', '2027-05-17'],
		['PL', '2026-11-11'],
		['CZ', '2026-10-28'],
		['SK', '2026-01-06'],
		['RO', '2026-12-01'],
	])('%s has %s', (country, day) => {
		expect(isHoliday(country, day)).toBe(true);
		expect(isWorkingDay(day, country)).toBe(false);
		expect(isWorkingDay(day)).toBe(true);
	});

	test.each(COUNTRY_CODES)('%s has New Year, and not every day', (country) => {
		expect([isHoliday(country, '2027-01-01'), isHoliday(country, '2027-02-09')]).toEqual([true, false]);
	});

	test('is silent beyond its years', () => {
		expect([knowsHolidaysOf(HOLIDAY_YEARS.last), knowsHolidaysOf(HOLIDAY_YEARS.last + 1)]).toEqual([true, false]);
		expect(isHoliday('GB', `${HOLIDAY_YEARS.last + 1}-12-25`)).toBe(false);
		expect(isHoliday('GB', `${HOLIDAY_YEARS.first - 1}-12-25`)).toBe(false);
	});
});

describe('working days', () => {
	test.each<[string, string, number, CountryCode, string]>([
		['over Easter', '2027-03-25T09:00:00Z', 1, 'DE', '2027-03-30T09:00:00Z'],
		['over Easter where Good Friday is none', '2027-03-25T09:00:00Z', 1, 'FR', '2027-03-26T09:00:00Z'],
		['back over Christmas', '2026-12-29T00:00:00Z', -2, 'GB', '2026-12-23T00:00:00Z'],
	])('%s', (_, start, days, country, end) => {
		expect(addWorkingDays(at(start), days, 'UTC', country)).toBe(at(end));
	});

	test('the answer to a port-out ends after the holidays', () => {
		const rule = deadlineOf('portOutFeedback', 'DE');
		expect(rule && endOf(rule, at('2027-03-24T10:00:00Z'), 'UTC', 'DE')).toBe(at('2027-04-02T10:00:00Z'));
	});

	test.each<[string, CountryCode, string]>([
		['2027-03-28', 'GB', '2027-03-30'],
		['2027-03-30', 'GB', '2027-03-30'],
	])('from %s in %s it is %s', (day, country, expected) => expect(workingDayFrom(day, country)).toBe(expected));
});

describe('a port date', () => {
	const NOW = at('2027-03-15T10:00:00Z');
	test.each<[string, string, CountryCode, RegExp | undefined]>([
		['a working day', '2027-03-30', 'GB', undefined],
		['a holiday', '2027-03-29', 'GB', /public holiday in GB: the next working day is 2027-03-30/],
		['a weekend before a holiday', '2027-03-27', 'GB', /weekend: the next working day is 2027-03-30/],
		['yesterday', '2027-03-14', 'GB', /in the past/],
		['today', '2027-03-15', 'GB', undefined],
		['within the lead time of Austria', '2027-03-25', 'AT', /the first day is 2027-03-30/],
		['after it', '2027-03-30', 'AT', undefined],
		['in a year without a table', '2040-03-01', 'GB', /not known/],
	])('%s', (_, day, country, note) => {
		const said = portDateNote(day, country, NOW);
		if (note === undefined) expect(said).toBeUndefined();
		else expect(said).toMatch(note);
	});

	test('no lead time is guessed', () => expect(earliestPortDate('GB', NOW)).toBeUndefined());
});

describe('the next step of an order', () => {
	const order = { id: '1', type: 'portIn', isFinal: false };
	test('counts the last day for another date over the holidays, and says so', () => {
		const step = nextStepOf({ ...order, country: 'DE', status: 'Firm order commitment', portDate: at('2027-03-30') });
		expect(step.deadline).toMatch(/^2027-03-24T/);
		expect(step.deadlineNote).toContain('nationwide public holidays are left out');
	});

	test('says when the holidays of the year are not known', () => {
		const step = nextStepOf({ ...order, country: 'DE', status: 'Firm order commitment', portDate: at('2040-03-30') });
		expect(step.deadlineNote).toContain('public holidays of 2040 are not known');
	});

	test('proposes the first working day for a Dutch port', () => {
		const dutch = { ...order, country: 'NL', status: 'Firm order commitment' };
		expect(nextStepOf({ ...dutch, firstPossibleDate: at('2027-03-27') }).nextStep).toContain('such as 2027-03-30');
		expect(nextStepOf(dutch).nextStep).not.toContain('such as');
	});
});
