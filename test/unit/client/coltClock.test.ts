import fc from 'fast-check';

import { ColtClock } from '../../../nodes/shared/client/coltClock';
import { problemFrom } from '../thrown';
import { LIST, ok, scripted } from './scripted';

const own = Date.parse('2026-01-10T12:00:00Z');

function clockAfter(date: string | undefined, at: number): ColtClock {
	const clock = new ColtClock();
	clock.note(date === undefined ? {} : { date }, at);
	return clock;
}

const header = (at: number): string => new Date(at).toUTCString();

describe("Colt's clock", () => {
	it('is read from the Date header, if there is one that can be read', () => {
		expect(clockAfter(header(own + 60_000), own).reading).toEqual({ own, colt: own + 60_000 });
		expect([clockAfter(undefined, own).reading, clockAfter('soon', own).reading]).toEqual([undefined, undefined]);
	});

	it('bounds the age of an order however far this machine is wrong, and however coarse the header', () => {
		const times = {
			wrong: fc.integer({ min: -10_000_000, max: 10_000_000 }),
			waited: fc.integer({ min: 0, max: 600_000 }),
			creation: fc.integer({ min: 0, max: 600_000 }),
		};
		fc.assert(
			fc.property(fc.record(times), ({ wrong, waited, creation }) => {
				const sent = own + wrong;
				const clock = clockAfter(header(own + waited), sent + waited);
				expect(clock.earliestAt(sent)).toBeLessThanOrEqual(own + creation);
				expect(clock.earliestAt(sent)).toBeGreaterThan(own - 7_000);
				expect(clock.timeAt(sent)).toBeGreaterThanOrEqual(own);
				expect(clock.timeAt(sent)).toBeLessThan(own + 1_000);
			}),
		);
	});

	it("without a header is this machine's, and allows for more", () => {
		const clock = clockAfter(undefined, own + 5);
		expect([clock.earliestAt(own), clock.earliestAt(own, own - 10), clock.timeAt(own)]).toEqual([
			own - 60_000,
			own - 60_010,
			own,
		]);
	});

	it('is never later than an answer that came before, as when it runs faster than ours', () => {
		expect(clockAfter(header(own + 60_000), own + 1_000).earliestAt(own, own)).toBe(own - 5_000);
	});

	it('is that of the latest answer Colt has given; the page of a proxy counts for nothing', async () => {
		const page = { status: 502, text: '<html>', headers: { 'content-type': 'text/html', date: header(own) } };
		const colt = Date.now() + 3_600_000;
		const { client } = scripted([ok([], { date: header(colt) }), page, page, page, page, page]);
		await client.call(LIST);
		await problemFrom(client.call(LIST));
		expect(client.clock.reading?.colt).toBe(Math.floor(colt / 1000) * 1000);
	});
});
