import fc from 'fast-check';
import { DateTime } from 'luxon';

import { ColtError } from '../../../nodes/shared/errors/problem';
import { dayIn, readWrittenDate } from '../../../nodes/shared/input/readDate';
import { momentIn } from '../../../nodes/shared/input/readMoment';
import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import { TIME_ZONES } from '../../../nodes/shared/lifecycle/timeZones';
import type { WrittenDate } from '../../../nodes/shared/input/WrittenDate';

const ZONES = [
	'UTC',
	'Europe/Berlin',
	'Europe/London',
	'Europe/Helsinki',
	'Europe/Lisbon',
	'America/New_York',
	'Asia/Kolkata',
	'Asia/Tokyo',
	'Pacific/Auckland',
];

/** Ways to write a moment with its zone; they keep whole seconds. */
const MOMENT_SPELLINGS: ReadonlyArray<(at: DateTime) => unknown> = [
	(at) => at,
	(at) => at.toJSDate(),
	(at) => at.toISO(),
	(at) => at.toISO({ suppressMilliseconds: true }),
	(at) => at.toISO({ format: 'basic', suppressMilliseconds: true }),
	(at) => at.toUTC().toISO(),
	(at) => at.toUTC().toISO()?.replace('Z', 'z'),
	(at) => at.toUTC().toFormat("yyyy-MM-dd HH:mm:ss 'UTC'"),
	(at) => at.toUTC().toFormat("yyyy-MM-dd HH:mm:ss+'00'"),
	(at) => at.toFormat('yyyy-MM-dd HH:mm:ssZZ'),
	(at) => at.toFormat('yyyy-MM-dd HH:mm:ss ZZZ'),
	(at) => at.toRFC2822(),
	(at) => at.toHTTP(),
	(at) => at.toJSDate().toString(),
	(at) => at.toFormat('dd.MM.yyyy HH:mm:ss ZZ'),
	(at) => at.toFormat('d MMMM yyyy HH:mm:ss ZZ'),
];

/** Ways to write a day. */
const DAY_SPELLINGS = [
	'yyyy-MM-dd',
	'yyyy/MM/dd',
	'yyyyMMdd',
	'd.M.yyyy',
	'dd.MM.yyyy',
	'd. M. yyyy',
	'd MMMM yyyy',
	'd MMM yyyy',
	'MMMM d, yyyy',
	'EEEE, d MMMM yyyy',
	"yyyy-MM-dd'T'HH:mm:ss",
	'yyyy-MM-dd HH:mm',
	'dd.MM.yyyy HH:mm',
];

/** Seconds from 2020 to 2039; every fourth near a midnight of some zone. */
const second = fc.oneof(
	{ weight: 3, arbitrary: fc.integer({ min: 1_577_836_800, max: 2_208_988_800 }) },
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.integer({ min: 18_262, max: 25_566 }), fc.integer({ min: -12, max: 13 }))
			.map(([days, hours]) => days * 86_400 + hours * 3_600),
	},
);
const zone = fc.constantFrom(...ZONES);
const country = fc.constantFrom(...COUNTRY_CODES);

/** @returns undefined when it was refused; anything but our own refusal fails */
function unlessRefused<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch (error) {
		if (error instanceof ColtError && error.problem.kind === 'input') return undefined;
		throw error;
	}
}

const written = (value: unknown): WrittenDate => readWrittenDate(value, 'Port Date') as WrittenDate;

test.each(MOMENT_SPELLINGS.map((spell, index) => [spell(DateTime.utc(2026, 3, 1, 23)), index] as const))(
	'a moment written like %p is that moment, and never another day than the country has or the writer saw',
	(_, index) => {
		let refused = 0;
		fc.assert(
			fc.property(second, zone, zone, country, (at, where, workflowZone, code) => {
				const moment = DateTime.fromSeconds(at, { zone: where });
				const date = written((MOMENT_SPELLINGS[index] as (at: DateTime) => unknown)(moment));
				expect(date.moment).toBe(at * 1_000);
				expect(Date.parse(momentIn(date, 'Changed After', workflowZone, 'start'))).toBe(at * 1_000);
				const day = unlessRefused(() => dayIn(date, 'Port Date', [code], workflowZone));
				if (day === undefined) {
					refused += 1;
					expect(
						[moment.setZone(workflowZone), moment, moment.setZone('system'), moment.toUTC()].map((one) =>
							one.toFormat('HH:mm:ss'),
						),
					).toContain('00:00:00');
				} else expect(day).toBe(moment.setZone(TIME_ZONES[code]).toISODate());
			}),
			{ numRuns: 300 },
		);
		expect(refused).toBeLessThan(100);
	},
);

test.each(DAY_SPELLINGS)(
	'a day written as %s is that day in every country, and read in the zone as a moment',
	(format) => {
		fc.assert(
			fc.property(second, zone, country, (at, workflowZone, code) => {
				const wall = DateTime.fromSeconds(at, { zone: 'UTC' });
				const date = written(wall.toFormat(format));
				expect(date.moment).toBeUndefined();
				expect(dayIn(date, 'Port Date', [code], workflowZone)).toBe(wall.toISODate());
				const from = unlessRefused(() => momentIn(date, 'Changed After', workflowZone, 'start'));
				const to = unlessRefused(() => momentIn(date, 'Changed Before', workflowZone, 'end'));
				if (from === undefined || to === undefined) return;
				expect(DateTime.fromISO(from, { setZone: true }).toFormat(format)).toBe(wall.toFormat(format));
				expect(DateTime.fromISO(to, { setZone: true }).toFormat(format)).toBe(wall.toFormat(format));
				expect(DateTime.fromISO(from).offset).toBeDefined();
			}),
			{ numRuns: 300 },
		);
	},
);
