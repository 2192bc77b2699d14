import type { CountryCode } from '../lifecycle/countries';
import { directoryRuleOf } from '../lifecycle/directoryServices';
import type { DirectoryRule } from '../lifecycle/directoryServices';

const TABLE = '001';

/**
 * The directory rule of a country that is in the table of document 001, and so is certain. Austria is in the
 * text above it alone, which says nothing of what must be given: that is left to Colt.
 */
export function certainRuleOf(country: CountryCode): DirectoryRule | undefined {
	const rule = directoryRuleOf(country);
	return rule?.source === TABLE ? rule : undefined;
}
