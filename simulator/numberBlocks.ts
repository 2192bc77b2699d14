import type { CountryCode } from '../nodes/shared/lifecycle/countries';
import type { NumberEntry } from './model';

/** A block from which free numbers are cut: E.164 prefix without +, and the digits that follow it. */
export interface Block {
	country: CountryCode;
	numberType: NonNullable<NumberEntry['numberType']>;
	lac: string;
	lacExtension?: string;
	city?: string;
	prefix: string;
	digits: number;
	/** First number of the block, as the digits after the prefix. */
	from?: number;
}

/**
 * Blocks of plausible numbers in all 20 countries. None of them is known to be Colt's. The GB and LU blocks contain the
 * numbers of the vendor's samples (003, 004). Spain's Geo numbers start with 8, its nomadic ones with 512 and 516
 * (000).
 */
export const BLOCKS: readonly Block[] = [
	{ country: 'GB', numberType: 'Geo', lac: '20', city: 'London', prefix: '442081', digits: 6, from: 324_700 },
	{ country: 'GB', numberType: 'Geo', lac: '161', city: 'Manchester', prefix: '44161850', digits: 4 },
	{ country: 'GB', numberType: 'Non Geo', lac: '56', prefix: '4456', digits: 8 },
	{ country: 'FR', numberType: 'Geo', lac: '1', lacExtension: '8488', city: 'Paris', prefix: '3318488', digits: 4 },
	{ country: 'FR', numberType: 'Non Geo', lac: '9', prefix: '33970', digits: 6, from: 1_000 },
	{ country: 'DE', numberType: 'Geo', lac: '69', city: 'Frankfurt', prefix: '4969247', digits: 5 },
	{ country: 'ES', numberType: 'Geo', lac: '810', city: 'Madrid', prefix: '34810', digits: 6, from: 200_000 },
	{ country: 'ES', numberType: 'Non Geo', lac: '512', prefix: '34512', digits: 6 },
	{ country: 'AT', numberType: 'Geo', lac: '1', city: 'Wien', prefix: '431267', digits: 4, from: 6_000 },
	{ country: 'BE', numberType: 'Geo', lac: '2', city: 'Bruxelles', prefix: '322790', digits: 4 },
	{ country: 'NL', numberType: 'Geo', lac: '20', city: 'Amsterdam', prefix: '31207', digits: 6 },
	{ country: 'NL', numberType: 'Non Geo', lac: '85', prefix: '3185', digits: 7, from: 1_000_000 },
	{ country: 'IE', numberType: 'Geo', lac: '1', city: 'Dublin', prefix: '3531526', digits: 4 },
	{ country: 'IT', numberType: 'Geo', lac: '02', city: 'Milano', prefix: '3902305', digits: 5, from: 10_000 },
	{ country: 'IT', numberType: 'Non Geo', lac: '55', prefix: '3955', digits: 8, from: 10_000_000 },
	{ country: 'SE', numberType: 'Geo', lac: '8', city: 'Stockholm', prefix: '468505', digits: 5, from: 20_000 },
	{ country: 'DK', numberType: 'Geo', lac: '78', city: 'København', prefix: '4578', digits: 6, from: 770_000 },
	{ country: 'PT', numberType: 'Geo', lac: '21', city: 'Lisboa', prefix: '351211', digits: 6, from: 200_000 },
	{ country: 'CH', numberType: 'Geo', lac: '44', city: 'Zürich', prefix: '4144560', digits: 4 },
	{ country: 'CZ', numberType: 'Geo', lac: '2', city: 'Praha', prefix: '420226', digits: 6, from: 880_000 },
	{ country: 'NO', numberType: 'Geo', lac: '21', city: 'Oslo', prefix: '4721', digits: 6 },
	{ country: 'RO', numberType: 'Geo', lac: '31', city: 'București', prefix: '40317', digits: 6, from: 800_000 },
	{ country: 'PL', numberType: 'Geo', lac: '22', city: 'Warszawa', prefix: '4822153', digits: 4 },
	{ country: 'FI', numberType: 'Geo', lac: '9', city: 'Helsinki', prefix: '3589427', digits: 5, from: 20_000 },
	{ country: 'LU', numberType: 'Geo', lac: '27', city: 'Luxembourg', prefix: '35227', digits: 6, from: 950_000 },
	{ country: 'SK', numberType: 'Geo', lac: '2', city: 'Bratislava', prefix: '4212327', digits: 5, from: 80_000 },
];
