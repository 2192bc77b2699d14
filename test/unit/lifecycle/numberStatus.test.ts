import { COUNTRY_CODES, type CountryCode } from '../../../nodes/shared/lifecycle/countries';
import {
	NUMBER_STATUSES,
	NUMBER_TRANSITIONS,
	type NumberEvent,
	type NumberStatus,
	allowedFrom,
	numberStatusOf,
	numberTransition,
} from '../../../nodes/shared/lifecycle/numberStatus';
import { section6 } from './section6';

describe('number life cycle', () => {
	it.each(section6)('%s by %s becomes %s in %s', (from, by, to, countries, traits) => {
		const reached = COUNTRY_CODES.filter((country) => numberTransition(from, by, country, traits)?.to === to);
		expect(reached.toSorted()).toEqual(countries.split(' ').filter(Boolean).toSorted());
	});

	it('has no row that section 6 lacks', () => {
		const known = new Set(section6.map(([from, by, to]) => `${from} ${by} ${to}`));
		expect(
			NUMBER_TRANSITIONS.map(({ from, by, to }) => `${from} ${by} ${to}`).filter((row) => !known.has(row)),
		).toEqual([]);
	});

	it('lets nothing happen to numbers in an intermediate or final status', () => {
		const still: NumberStatus[] = [
			'Allocated',
			'Port In Reserved',
			'PortIn_Allocated',
			'PortIn_Reallocated',
			'Port Out In Progress',
			'Transfer In Progress',
			'Return In Progress',
			'PortOut',
			'Transferred',
			'Returned',
		];
		const moving = NUMBER_STATUSES.filter((status) => NUMBER_TRANSITIONS.some(({ from }) => from === status));
		expect(moving.filter((status) => still.includes(status))).toEqual([]);
	});

	it('lets Italy reactivate by way of PortIn_Reallocated (000, 003)', () => {
		expect(numberTransition('PortIn_Quarantined', 'reactivation', 'IT')).toMatchObject({
			via: 'PortIn_Reallocated',
			to: 'PortIn_Activated',
		});
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
		['reactivation', 'IT', ['Quarantined', 'PortIn_Quarantined']],
	])('allows %s in %s from %j', (by, country, from) => expect(allowedFrom(by, country)).toEqual(from));

	/** 000 writes some of them in several ways. */
	it.each<[string, NumberStatus | undefined]>([
		[' portin_activated ', 'PortIn_Activated'],
		['PortIn_Allocated', 'PortIn_Allocated'],
		['Port In Allocated', 'PortIn_Allocated'],
		['PortedIn_Allocated', 'PortIn_Allocated'],
		['Port In(Allocated)', 'PortIn_Allocated'],
		['Port-In [Allocated]', 'PortIn_Allocated'],
		['Port In Reserved', 'Port In Reserved'],
		['PortIn_Reserved', 'Port In Reserved'],
		['Port out In progress', 'Port Out In Progress'],
		['PORTOUT', 'PortOut'],
		['Activated', 'Activated'],
		['Ported', undefined],
		['Lost', undefined],
	])('reads %j as %s', (written, status) => expect(numberStatusOf(written)).toBe(status));
});
