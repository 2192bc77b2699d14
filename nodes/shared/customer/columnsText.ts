import { COUNTRY_CODES } from '../lifecycle/countries';
import { CUSTOMER_PARTS } from './customerParts';
import type { CustomerPart } from './customerParts';

const isEverywhere = (part: CustomerPart): boolean => COUNTRY_CODES.every((country) => part.isKnownIn(country));

const labelsOf = (parts: readonly CustomerPart[]): string => parts.map(({ label }) => label).join(', ');

/** The columns that are mapped automatically: those of every country, and those that some countries have. */
export function columnsText(): string {
	const some = CUSTOMER_PARTS.filter((part) => !isEverywhere(part));
	return (
		`Columns with these names are used: ${labelsOf(CUSTOMER_PARTS.filter(isEverywhere))}. ` +
		`Where the country has them also: ${labelsOf(some)}.`
	);
}
