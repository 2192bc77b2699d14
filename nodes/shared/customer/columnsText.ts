import { COUNTRY_CODES } from '../lifecycle/countries';
import { CUSTOMER_PARTS } from './customerParts';
import type { CustomerPart } from './customerParts';

/** More countries than this are not listed: the field is one of nearly all. */
const MOST_LISTED = 12;

function columnOf({ label, isKnownIn }: CustomerPart): string {
	const countries = COUNTRY_CODES.filter(isKnownIn);
	return countries.length > MOST_LISTED ? label : `${label} (${countries.toSorted().join(', ')})`;
}

/** The columns that are mapped automatically, with the countries of those that not every country has. */
export const columnsText = (): string =>
	`Columns with these names are used, and only those that the country has: ${CUSTOMER_PARTS.map(columnOf).join(', ')}.`;
