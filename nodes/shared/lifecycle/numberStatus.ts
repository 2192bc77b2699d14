import { type CountryCode, COUNTRY_CODES, ZONE_B, allExcept } from './countries';
import { plainStatus } from './plainStatus';

/**
 * Number statuses as Colt names them (000, "Number Status"); Port In Reserved is in the NL 088 section of 000
 * alone.
 */
export const NUMBER_STATUSES = [
	'Free',
	'Reserved',
	'Allocated',
	'Activated',
	'Quarantined',
	'Port In Reserved',
	'PortIn_Allocated',
	'PortIn_Activated',
	'PortIn_Quarantined',
	'PortIn_Reallocated',
	'Port Out In Progress',
	'Transfer In Progress',
	'Return In Progress',
	'PortOut',
	'Transferred',
	'Returned',
] as const;

export type NumberStatus = (typeof NUMBER_STATUSES)[number];

/** What moves a number from one status to another. */
export type NumberEvent =
	| 'reservation'
	| 'activation'
	| 'return'
	| 'reactivation'
	| 'updateCustomerAdd'
	| 'updateCustomerModify'
	| 'reservationEnd'
	| 'quarantineEnd'
	| 'portOut';

export interface NumberTransition {
	from: NumberStatus;
	by: NumberEvent;
	/** Status while the order is being processed; the number allows no action then. */
	via?: NumberStatus;
	to: NumberStatus;
	countries: readonly CountryCode[];
	/** Applies to these numbers or customers only. */
	only?: 'premium' | 'nl088' | 'transfer';
	/** Document that has this row. */
	source: string;
}

const all = COUNTRY_CODES;
const portInQuarantine: readonly CountryCode[] = ['FR', 'NL', 'PT', 'CH', 'SE', 'ES', 'IT'];
const portInQuarantineEnd: readonly CountryCode[] = ['FR', 'NL', 'PT', 'CH', 'ES'];
const returnedAtOnce: readonly CountryCode[] = ['GB', 'AT', 'BE', 'IE', 'DK', ...ZONE_B];

/** The number life cycle. Rows for special numbers come before the general ones. */
export const NUMBER_TRANSITIONS: readonly NumberTransition[] = [
	{ from: 'Free', by: 'reservation', to: 'Reserved', countries: all, source: '001, 004' },
	{ from: 'Free', by: 'activation', via: 'Allocated', to: 'Activated', countries: allExcept('IT'), source: '001' },
	{ from: 'Reserved', by: 'activation', via: 'Allocated', to: 'Activated', countries: all, source: '001' },
	{ from: 'Reserved', by: 'return', to: 'Free', countries: all, source: '001, 003' },
	{ from: 'Reserved', by: 'reservationEnd', to: 'Free', countries: allExcept(...ZONE_B), source: '001' },
	{
		from: 'Activated',
		by: 'updateCustomerAdd',
		to: 'Activated',
		countries: allExcept('DE'),
		only: 'premium',
		source: '001',
	},
	{ from: 'Activated', by: 'updateCustomerModify', to: 'Activated', countries: all, source: '001' },
	{ from: 'PortIn_Activated', by: 'updateCustomerModify', to: 'PortIn_Activated', countries: all, source: '001' },
	{ from: 'Activated', by: 'return', to: 'Quarantined', countries: all, source: '001, 003' },
	{ from: 'Quarantined', by: 'reactivation', via: 'Allocated', to: 'Activated', countries: all, source: '001' },
	// 001 prints Activated as the target of this row, against its own text: back to the free pool.
	{ from: 'Quarantined', by: 'quarantineEnd', to: 'Free', countries: allExcept(...ZONE_B), source: '000, 001' },
	{ from: 'PortIn_Activated', by: 'return', to: 'Returned', countries: ['NL'], only: 'nl088', source: '001, 003' },
	// 001 has CH twice and SE, IT on the other side; 000 and 003 agree with each other.
	{ from: 'PortIn_Activated', by: 'return', to: 'PortIn_Quarantined', countries: portInQuarantine, source: '000, 003' },
	{ from: 'PortIn_Activated', by: 'return', to: 'Returned', countries: returnedAtOnce, source: '003' },
	{
		from: 'PortIn_Quarantined',
		by: 'reactivation',
		via: 'PortIn_Reallocated',
		to: 'PortIn_Activated',
		// 001 alone leaves Italy out.
		countries: portInQuarantine,
		source: '000, 003',
	},
	{ from: 'PortIn_Quarantined', by: 'quarantineEnd', to: 'Returned', countries: portInQuarantineEnd, source: '001' },
	{ from: 'Activated', by: 'portOut', via: 'Port Out In Progress', to: 'PortOut', countries: all, source: '000, 001' },
	{
		from: 'PortIn_Activated',
		by: 'portOut',
		via: 'Transfer In Progress',
		to: 'Transferred',
		countries: all,
		only: 'transfer',
		source: '000, 001',
	},
	{
		from: 'PortIn_Activated',
		by: 'portOut',
		via: 'Return In Progress',
		to: 'Returned',
		countries: all,
		source: '000, 001',
	},
];

/** What of a number or its customer decides between rows. */
export interface NumberTraits {
	premium?: boolean;
	nl088?: boolean;
	/** A port-out to another operator than the original range holder. */
	transfer?: boolean;
}

/** The row for an event from a status in a country; undefined when the documents allow none. */
export function numberTransition(
	from: NumberStatus,
	by: NumberEvent,
	country: CountryCode,
	traits: NumberTraits = {},
): NumberTransition | undefined {
	return NUMBER_TRANSITIONS.find(
		(row) =>
			row.from === from && row.by === by && row.countries.includes(country) && (!row.only || traits[row.only] === true),
	);
}

/** Statuses from which an event is allowed in a country. */
export function allowedFrom(by: NumberEvent, country: CountryCode, traits: NumberTraits = {}): NumberStatus[] {
	return NUMBER_STATUSES.filter((from) => numberTransition(from, by, country, traits) !== undefined);
}

/** The documented spelling of a number status, however it is written; undefined if it is not a status. */
export function numberStatusOf(text: string): NumberStatus | undefined {
	const wanted = plainStatus(text);
	return NUMBER_STATUSES.find((status) => plainStatus(status) === wanted);
}
