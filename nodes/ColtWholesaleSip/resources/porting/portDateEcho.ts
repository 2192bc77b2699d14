import type { CountryCode } from '../../../shared/lifecycle/countries';
import { portDateNote } from '../../../shared/lifecycle/portFacts';
import type { RequestContext } from '../../../shared/operation/types';

/** What speaks against the port date, for the output and its hint; empty if nothing does. */
export function portDateEcho(
	portDate: unknown,
	country: CountryCode | undefined,
	{ now }: RequestContext,
): { portDateNote?: string } {
	if (typeof portDate !== 'string' || country === undefined || now === undefined) return {};
	const note = portDateNote(portDate, country, now);
	return note === undefined ? {} : { portDateNote: note };
}
