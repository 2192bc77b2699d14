import { table } from './markdown';

interface TwoReadings {
	document: string;
	about: string;
	/** The two ways in which the documents can be read. */
	one: string;
	other: string;
	/** What the simulator does, since it has to do something. */
	simulator: string;
}

const READINGS: readonly TwoReadings[] = [
	{
		document: '000, 001, 003',
		about: 'Return of a German ported-in number',
		one: 'possible: return takes Activated and PortIn_Activated numbers',
		other: 'not possible: no table names Germany for PortIn_Activated',
		simulator: 'refuses it',
	},
	{
		document: '000, 001',
		about: 'What a German ported-in number is after a port-out',
		one: 'Returned or Transferred, as everywhere (001)',
		other: 'neither: both exist everywhere except in Germany (000)',
		simulator: 'Returned or Transferred',
	},
	{
		document: '001, 003',
		about: 'When a deactivated 088 number shows as Returned',
		one: 'at once: the deactivation is immediate upon submission',
		other: 'once the registry has acknowledged it, after 3 working days',
		simulator: 'after 3 working days',
	},
	{
		document: '000',
		about: 'The way of a rejected 088 activation',
		one: 'In progress to Rejected',
		other: 'In progress to Submitted to Local DB to Rejected: it is the registry that rejects',
		simulator: 'by way of Submitted to Local DB',
	},
	{
		document: '000',
		about: 'The first status of an 088 port-in',
		one: 'Submitted to operator, as other Dutch ports',
		other: 'Submitted to Local DB, which the 088 section names for activations',
		simulator: 'Submitted to Local DB',
	},
	{
		document: '000',
		about: 'LAC 06 in France',
		one: 'none: numbers are searched by the LACs 01 to 05',
		other: 'possible for numbers that are not geographic',
		simulator: 'finds nothing, and refuses nothing',
	},
	{
		document: '000',
		about: 'A range of main numbers in Austria',
		one: 'one order for the range, as in every country',
		other: 'one order for each main number: the digits behind it belong to the end customer',
		simulator: 'takes the range',
	},
];

/** Where the documents can be read in two ways: the node sends what it is given, and Colt decides. */
export const twoReadings = (): string =>
	table(
		['about', 'one reading', 'the other', 'simulator', 'document'],
		READINGS.map(({ about, one, other, simulator, document }) => [about, one, other, simulator, document]),
	);
