import { COUNTRY_CODES, type CountryCode } from '../../../nodes/shared/lifecycle/countries';
import {
	NUMBER_STATUSES,
	NUMBER_TRANSITIONS,
	type NumberEvent,
	type NumberStatus,
	type NumberTraits,
	allowedFrom,
	numberStatusOf,
	numberTransition,
} from '../../../nodes/shared/lifecycle/numberStatus';

const zoneB = 'LU SK FI NO CZ RO PL';
const except = (text: string): string => COUNTRY_CODES.filter((country) => !text.split(' ').includes(country)).join(' ');
const all = COUNTRY_CODES.join(' ');

/** Section 6 of the digest, row by row: a status reached in these countries and in no other. */
const table: Array<[NumberStatus, NumberEvent, NumberStatus, string, NumberTraits]> = [
	['Free', 'reservation', 'Reserved', all, {}],
	['Free', 'activation', 'Activated', except('IT'), {}],
	['Reserved', 'activation', 'Activated', all, {}],
	['Reserved', 'return', 'Free', all, {}],
	['Reserved', 'reservationEnd', 'Free', except(zoneB), {}],
	['Activated', 'updateCustomerAdd', 'Activated', except('DE'), { premium: true }],
	['Activated', 'updateCustomerAdd', 'Activated', '', {}],
	['Activated', 'updateCustomerModify', 'Activated', all, {}],
	['PortIn_Activated', 'updateCustomerModify', 'PortIn_Activated', all, {}],
	['Activated', 'return', 'Quarantined', all, {}],
	['Quarantined', 'reactivation', 'Activated', all, {}],
	['Quarantined', 'quarantineEnd', 'Free', except(zoneB), {}],
	['PortIn_Activated', 'return', 'PortIn_Quarantined', 'FR NL PT CH SE ES IT', {}],
	['PortIn_Activated', 'return', 'Returned', `GB AT BE IE DK ${zoneB}`, {}],
	['PortIn_Activated', 'return', 'PortIn_Quarantined', 'FR PT CH SE ES IT', { nl088: true }],
	['PortIn_Quarantined', 'reactivation', 'PortIn_Activated', 'FR NL PT ES SE CH', {}],
	['PortIn_Quarantined', 'quarantineEnd', 'Returned', 'FR NL PT CH ES', {}],
	['Activated', 'portOut', 'PortOut', all, {}],
	['PortIn_Activated', 'portOut', 'Returned', all, {}],
	['PortIn_Activated', 'portOut', 'Transferred', all, { transfer: true }],
];

describe('number life cycle', () => {
	it.each(table)('%s by %s becomes %s in %s', (from, by, to, countries, traits) => {
		const reached = COUNTRY_CODES.filter((country) => numberTransition(from, by, country, traits)?.to === to);
		expect(reached.toSorted()).toEqual(countries.split(' ').filter(Boolean).toSorted());
	});

	it('has no row that section 6 lacks', () => {
		const known = new Set(table.map(([from, by, to]) => `${from} ${by} ${to}`));
		expect(NUMBER_TRANSITIONS.map(({ from, by, to }) => `${from} ${by} ${to}`).filter((row) => !known.has(row))).toEqual([]);
	});

	it('lets nothing happen to numbers in an intermediate or final status', () => {
		const still: NumberStatus[] = [
			'Allocated', 'PortIn_Reserved', 'PortIn_Allocated', 'PortIn_Reallocated',
			'Port Out In Progress', 'Transfer In Progress', 'Return In Progress', 'PortOut', 'Transferred', 'Returned',
		];
		const moving = NUMBER_STATUSES.filter((status) => NUMBER_TRANSITIONS.some(({ from }) => from === status));
		expect(moving.filter((status) => still.includes(status))).toEqual([]);
	});

	it('does not quarantine Dutch 088 numbers', () => {
		expect(numberTransition('PortIn_Activated', 'return', 'NL', { nl088: true })?.to).toBe('Returned');
	});

	it.each<[NumberEvent, CountryCode, NumberStatus[]]>([
		['activation', 'GB', ['Free', 'Reserved']],
		['activation', 'IT', ['Reserved']],
		['return', 'DE', ['Reserved', 'Activated']],
		['reactivation', 'GB', ['Quarantined']],
		['reactivation', 'FR', ['Quarantined', 'PortIn_Quarantined']],
	])('allows %s in %s from %j', (by, country, from) => expect(allowedFrom(by, country)).toEqual(from));

	it('reads a status whatever its case', () => {
		expect(numberStatusOf(' portin_activated ')).toBe('PortIn_Activated');
		expect(numberStatusOf('Lost')).toBeUndefined();
	});
});
