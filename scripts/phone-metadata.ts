import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import metadata from 'libphonenumber-js/metadata.max.json';

import { COUNTRY_CODES } from '../nodes/shared/lifecycle/countryCodes';

export const METADATA_FILE = join(__dirname, '..', 'nodes', 'shared', 'numbers', 'metadata.generated.json');

/**
 * libphonenumber's metadata for Colt's 20 countries alone, to keep the published package small.
 * Neighbours that share a calling code (Jersey, Vatican, Åland, Svalbard) go: Colt has no numbers there.
 */
export function trimmedMetadata(): string {
	const wanted: readonly string[] = COUNTRY_CODES;
	const full = metadata as unknown as {
		version: number;
		country_calling_codes: Record<string, string[]>;
		countries: Record<string, unknown>;
	};
	const codes = Object.entries(full.country_calling_codes)
		.map(([code, countries]) => [code, countries.filter((country) => wanted.includes(country))] as const)
		.filter(([, countries]) => countries.length > 0);
	const trimmed = {
		version: full.version,
		country_calling_codes: Object.fromEntries(codes),
		countries: Object.fromEntries(Object.entries(full.countries).filter(([country]) => wanted.includes(country))),
		nonGeographic: {},
	};
	return `${JSON.stringify(trimmed)}\n`;
}

if (require.main === module) writeFileSync(METADATA_FILE, trimmedMetadata());
