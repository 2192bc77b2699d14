import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';
import { ColtError } from '../../../nodes/shared/errors/problem';
import { toNumberRange } from '../../../nodes/shared/numbers/range';
import type { RangeInput } from '../../../nodes/shared/numbers/range';
import { RANGE_WAYS } from './written/rangeWays';
import type { Block } from './written/rangeWays';
import { samplesOf, toSample } from './written/librarySample';
import type { Sample } from './written/librarySample';
import { WAYS } from './written/ways';

/** The same numbers for every change; FC_SEED=random looks for further ones. */
const SEED = process.env.FC_SEED === 'random' ? Date.now() % 2 ** 31 : Number(process.env.FC_SEED ?? 2_114_800_823);
const NUMBERS = 5_000;
/** Of notations that can be read in one way only, so many may be refused at most. */
const MOST_REFUSED = 0.01;

interface Tally {
	right: number;
	refused: number;
	/** Some of the texts that were refused. */
	texts: string[];
	other: string[];
}

type Outcome = 'right' | 'refused' | { other: string };

function outcomeOf(input: RangeInput, start: string, end: string): Outcome {
	try {
		const range = toNumberRange(input);
		return range.start === start && range.end === end ? 'right' : { other: `${range.start} to ${range.end}` };
	} catch (error) {
		if (error instanceof ColtError) return 'refused';
		throw error;
	}
}

const newTally = (): Tally => ({ right: 0, refused: 0, texts: [], other: [] });

function count(tally: Tally, outcome: Outcome, written: string): void {
	if (outcome === 'refused' && tally.texts.length < 5) tally.texts.push(written);
	if (typeof outcome === 'string') tally[outcome]++;
	else tally.other.push(`${written} -> ${outcome.other}`);
}

/** The block of 10 or 100 that a number is in, if its ends exist too. */
function blockOf({ country, national }: Sample, index: number): Block | undefined {
	const width = 1 + (index % 2);
	const stem = national.slice(0, -width);
	const first = toSample(country, stem + '0'.repeat(width));
	const last = toSample(country, stem + '9'.repeat(width));
	return first === undefined || last === undefined ? undefined : { first, last, width };
}

/** In Italy the zero is a part of the number: of digits alone nobody can tell whether a spreadsheet has dropped it. */
const mayLackZero = (country: CountryCode, written: string | number): boolean =>
	country === 'IT' && /^'?[1-9]\d+\b/.test(String(written));

interface Report {
	numbers: number;
	closed: Map<string, Tally>;
	open: Map<string, Tally>;
}

const tallyIn = (tallies: Map<string, Tally>, name: string): Tally => {
	const tally = tallies.get(name) ?? newTally();
	tallies.set(name, tally);
	return tally;
};

function play(country: CountryCode): Report {
	const samples = samplesOf(country, NUMBERS, SEED);
	const report: Report = { numbers: samples.length, closed: new Map(), open: new Map() };
	for (const sample of samples) {
		for (const { name, write, isNational, isOpen } of WAYS) {
			const start = write(sample);
			if (start === undefined) continue;
			const outcome = outcomeOf({ start, ...(isNational === true && { country }) }, sample.e164, sample.e164);
			const tallies = isOpen === true || mayLackZero(country, start) ? report.open : report.closed;
			count(tallyIn(tallies, name), outcome, `${start}`);
		}
	}
	for (const [index, sample] of samples.entries()) {
		const block = index % 4 < 2 ? blockOf(sample, index) : undefined;
		if (block === undefined) continue;
		for (const { name, write, isNational, isOpen } of RANGE_WAYS) {
			const { start, end } = write(block);
			const input = { start, end, ...(isNational === true && { country }) };
			const outcome = outcomeOf(input, block.first.e164, block.last.e164);
			const tallies = isOpen === true || mayLackZero(country, start) ? report.open : report.closed;
			count(tallyIn(tallies, name), outcome, `${start} | ${end}`);
		}
	}
	return report;
}

const sum = (tallies: Map<string, Tally>, of: (tally: Tally) => number): number =>
	[...tallies.values()].reduce((total, tally) => total + of(tally), 0);

const reports = new Map<CountryCode, Report>();

describe(`random numbers in the ways people write them (FC_SEED=${SEED})`, () => {
	const { stackTraceLimit } = Error;
	beforeAll(() => {
		// Some hundred thousand refusals, of which nobody reads where they come from.
		Error.stackTraceLimit = 0;
	});
	afterAll(() => {
		Error.stackTraceLimit = stackTraceLimit;
		const rows = [...reports].map(([country, { numbers, closed, open }]) =>
			[
				country,
				numbers,
				new Set([...closed.keys(), ...open.keys()]).size,
				...[closed, open].flatMap((tallies) => [
					sum(tallies, ({ right }) => right),
					sum(tallies, ({ refused }) => refused),
					sum(tallies, ({ other }) => other.length),
				]),
			]
				.map((cell) => String(cell).padStart(9))
				.join(''),
		);
		const head = ['country', 'numbers', 'ways', 'right', 'refused', 'other', 'right*', 'refused*', 'other*']
			.map((cell) => cell.padStart(9))
			.join('');
		process.stdout.write(`${head}\n${rows.join('\n')}\n* written so that it can be read in more ways than one\n`);
	});

	it.each(COUNTRY_CODES)('%s: none is read as another, and of what can be read in one way nearly all is', (country) => {
		const report = play(country);
		reports.set(country, report);
		expect(report.numbers).toBeGreaterThanOrEqual(NUMBERS);
		const others = [...report.closed, ...report.open].flatMap(([name, { other }]) =>
			other.length === 0 ? [] : [`${name}: ${other.length}, such as ${other.slice(0, 3).join('; ')}`],
		);
		expect(others).toEqual([]);
		const refused = [...report.closed].filter(
			([, tally]) => tally.refused / (tally.right + tally.refused) > MOST_REFUSED,
		);
		expect(
			refused.map(
				([name, tally]) =>
					`${name}: ${tally.refused} of ${tally.right + tally.refused}, such as ${tally.texts.join('; ')}`,
			),
		).toEqual([]);
	});
});
