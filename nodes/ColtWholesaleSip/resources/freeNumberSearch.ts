import { inputError } from '../../shared/errors/problem';
import type { CountryCode } from '../../shared/lifecycle/countries';
import type { RequestContext } from '../../shared/operation/types';

/**
 * France has no search by city since 2023, only by the area codes 01 to 05 (document 000, "Hosting your numbers").
 * @throws ColtError naming City
 */
export function checkSearchPlace(country: CountryCode, city: string | undefined, { checks }: RequestContext): void {
	if (!checks || country !== 'FR' || city === undefined) return;
	throw inputError(
		'City',
		'is not available in FR',
		'Search France by Local Area Code (LAC), one of 01 to 05, and leave the city out. Local Checks in the ' +
			'options switches this check off.',
		'notInCountry',
	);
}
