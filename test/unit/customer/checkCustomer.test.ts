import { checkCustomer } from '../../../nodes/shared/customer/checkCustomer';
import type { CustomerSections } from '../../../nodes/shared/customer/readCustomer';
import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';
import { problemOf } from '../thrown';
import { COLUMN_ALL, COLUMN_SPLIT, DIRECTORY_TABLE } from './directoryTable';
import type { Cell, DirectoryRow } from './directoryTable';

const address = { city: 'Town' };
const endCustomer = { name: 'Acme', address };
const directoryService = { publish: false };
const emergencyAddress = { city: 'Town' };
const FULL: CustomerSections = { endCustomer, directoryService };

type Api = DirectoryRow['api'];
const accepts = (sections: CustomerSections, country: CountryCode, api: Api): void =>
	expect(() => checkCustomer(sections, country, api)).not.toThrow();
const refuses = (sections: CustomerSections, country: CountryCode, api: Api, field: string): void =>
	expect(problemOf(() => checkCustomer(sections, country, api))).toMatchObject({
		kind: 'input',
		field,
		outcome: 'notSent',
	});

function holdsCustomer(country: CountryCode, api: Api, cell: Cell): void {
	accepts(FULL, country, api);
	if (cell === 'M') {
		refuses({ directoryService }, country, api, 'End Customer Name');
		refuses({ endCustomer: { address }, directoryService }, country, api, 'End Customer Name');
		refuses({ endCustomer: { name: 'Acme' }, directoryService }, country, api, 'End Customer');
	}
	if (cell === 'A') {
		refuses({}, country, api, 'End Customer');
		accepts({ endCustomer: { name: 'Acme' } }, country, api);
		accepts({ endCustomer: { address } }, country, api);
	}
}

function holdsDirectory(country: CountryCode, api: Api, cell: Cell): void {
	if (cell === 'M') refuses({ endCustomer }, country, api, 'Directory Service');
	else accepts({ endCustomer }, country, api);
	if (cell === 'A') accepts({ directoryService }, country, api);
}

describe('the directory services table of document 001', () => {
	const cells = DIRECTORY_TABLE.flatMap((row) => [
		...COLUMN_ALL.map((country) => [country, row.api, row.all, row.all] as const),
		['NL', row.api, row.nl, row.nl] as const,
		...COLUMN_SPLIT.map((country) => [country, row.api, row.customer, row.directory] as const),
	]);

	test.each(cells)('%s %s: end customer %s, directory service %s', (country, api, customer, directory) => {
		holdsCustomer(country, api, customer);
		holdsDirectory(country, api, directory);
	});

	test.each(DIRECTORY_TABLE)('NL $api: emergency address $nlEmergency', ({ api, nlEmergency }) => {
		accepts(FULL, 'NL', api);
		accepts({ ...FULL, emergencyAddress }, 'NL', api);
		if (nlEmergency === 'A') accepts({ emergencyAddress }, 'NL', api);
	});

	it('demands of a Dutch port-in what it demands of an activation', () => {
		expect(problemOf(() => checkCustomer({ directoryService }, 'NL', 'portIn')).field).toBe('End Customer Name');
		expect(problemOf(() => checkCustomer({ endCustomer }, 'NL', 'portIn')).field).toBe('Directory Service');
		expect(() => checkCustomer(FULL, 'NL', 'portIn')).not.toThrow();
	});
});

describe('countries that are not in the table', () => {
	const others = COUNTRY_CODES.filter((country) => ![...COLUMN_ALL, ...COLUMN_SPLIT, 'NL'].includes(country));
	test.each(others)('%s is left to Colt', (country) => {
		for (const { api } of DIRECTORY_TABLE) accepts({}, country, api);
	});
});

describe('remedies', () => {
	it('say how to go on when Colt has said otherwise', () => {
		expect(problemOf(() => checkCustomer({}, 'GB', 'activation')).remedy).toContain('switch the local checks off');
		expect(problemOf(() => checkCustomer({ endCustomer }, 'ES', 'activation')).remedy).toContain(
			'also when the number is not to be published',
		);
	});
});
