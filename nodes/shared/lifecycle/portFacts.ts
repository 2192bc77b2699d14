import type { CountryCode } from './countryCodes';
import { isHoliday, knowsHolidaysOf } from './holidays';
import { TIME_ZONES, toLocalIso } from './timeZones';
import { addWorkingDays, isWeekend, workingDayFrom } from './workingDays';

/** What the portal's pages say of ports in a country. */
export interface PortFacts {
	/** From the order to the port, in working days. */
	leadTime?: number;
	windows?: string;
	/** What the losing operator compares. */
	asks?: string;
	note?: string;
}

/** Facts of the developer portal and of Colt's public slides on geographic porting; nothing is known of the others. */
export const PORT_FACTS: Readonly<Partial<Record<CountryCode, PortFacts>>> = {
	AT: {
		leadTime: 10,
		windows: 'one hour, between 08:00 and 17:30 CET',
		note: 'one order form for each single number; a cancellation needs 2 working days',
	},
	DE: { windows: '06:00-08:00, 08:00-12:00', asks: 'contract owner at the losing operator' },
	ES: { asks: 'name with NIF, CIF or VAT ID; a freelancer’s DNI cannot be checked against VIES' },
	FI: { asks: 'VAT ID; name of the legitimate signee' },
	FR: { windows: 'from 09:00, 09:30, 10:30, 11:00, 14:00 or 15:30', asks: 'SIRET' },
	GB: { asks: 'main billing number, losing operator, single or multi line' },
	NL: {
		asks: 'customer number; what becomes of the contract (early termination or continuation)',
		note: 'blocking codes; a First Possible Date for each range, at most 120 calendar days ahead',
	},
	PT: { windows: '09:00-12:00, 14:00-17:00, 18:00-21:00', asks: 'CVP, VAT ID (NIF)' },
	SE: { asks: 'organisation number' },
};

/** The first day that the lead time of a country allows; undefined where none is known. `YYYY-MM-DD` */
export function earliestPortDate(country: CountryCode, now: number): string | undefined {
	const { leadTime } = PORT_FACTS[country] ?? {};
	const zone = TIME_ZONES[country];
	return leadTime === undefined
		? undefined
		: toLocalIso(addWorkingDays(now, leadTime, zone, country), zone).slice(0, 10);
}

/**
 * What speaks against a port date, as a sentence; undefined if nothing does. Nothing of it is certain: Colt ports out
 * of hours for a charge (000), and its holidays are inferred.
 * @param day `YYYY-MM-DD`
 */
export function portDateNote(day: string, country: CountryCode, now: number): string | undefined {
	const today = toLocalIso(now, TIME_ZONES[country]).slice(0, 10);
	if (day < today) return `Port Date ${day} is in the past.`;
	const next = `the next working day is ${workingDayFrom(day, country)}`;
	if (isWeekend(day)) return `Port Date ${day} is a weekend: ${next}. Colt charges for porting out of hours.`;
	if (isHoliday(country, day))
		return `Port Date ${day} is a public holiday in ${country}: ${next}. Colt charges for porting out of hours.`;
	const earliest = earliestPortDate(country, now);
	if (earliest !== undefined && day < earliest)
		return `Port Date ${day} comes before the usual lead time in ${country} is over: the first day is ${earliest}.`;
	return knowsHolidaysOf(Number(day.slice(0, 4)))
		? undefined
		: `Whether Port Date ${day} is a public holiday in ${country} is not known here.`;
}
