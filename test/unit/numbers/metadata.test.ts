import { readFileSync } from 'node:fs';

import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import metadata from '../../../nodes/shared/numbers/metadata.generated.json';
import { METADATA_FILE, trimmedMetadata } from '../../../scripts/phone-metadata';

describe('phone metadata', () => {
	it("is the installed library's own, trimmed", () => {
		expect(readFileSync(METADATA_FILE, 'utf8') === trimmedMetadata()).toBe(true);
	});

	it('has the 20 countries and no other', () => {
		expect(Object.keys(metadata.countries).toSorted()).toEqual([...COUNTRY_CODES].toSorted());
	});
});
