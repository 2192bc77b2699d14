import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countries';
import type { NumberEvent, NumberStatus, NumberTraits } from '../../../nodes/shared/lifecycle/numberStatus';

const zoneB = 'LU SK FI NO CZ RO PL';
const except = (text: string): string =>
	COUNTRY_CODES.filter((country) => !text.split(' ').includes(country)).join(' ');
const all = COUNTRY_CODES.join(' ');

/** The number life cycle of documents 000, 001 and 003, row by row: a status reached in these countries and in no other. */
export const section6: Array<[NumberStatus, NumberEvent, NumberStatus, string, NumberTraits]> = [
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
	['PortIn_Quarantined', 'reactivation', 'PortIn_Activated', 'FR NL PT CH SE ES IT', {}],
	['PortIn_Quarantined', 'quarantineEnd', 'Returned', 'FR NL PT CH ES', {}],
	['Activated', 'portOut', 'PortOut', all, {}],
	['PortIn_Activated', 'portOut', 'Returned', all, {}],
	['PortIn_Activated', 'portOut', 'Transferred', all, { transfer: true }],
];
