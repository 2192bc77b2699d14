import { randomUUID } from 'node:crypto';

import fc from 'fast-check';

import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { atColt, readClock } from '../../../nodes/shared/placing/clockSkew';
import { orderMemory } from '../../../nodes/shared/placing/orderMemory';
import { claim, pausesFor } from '../../../nodes/shared/placing/findOrder';
import { byNumbers, byParent, withoutTrace } from '../../../nodes/shared/placing/recovery';
import { wantedOf } from '../../../nodes/shared/placing/wanted';
import { readRanges } from '../../../nodes/shared/orders/ranges';
import { requestOf } from '../operations/sent';

describe("Colt's clock", () => {
	const own = Date.parse('2026-01-10T12:00:00Z');
	const header = (at: number): Record<string, string> => ({ date: new Date(at).toUTCString() });

	it('is read from the Date header, if there is one that can be read', () => {
		expect(readClock(header(own + 60_000), own)).toEqual({ own, colt: own + 60_000 });
		expect([readClock({}, own), readClock({ date: 'soon' }, own)]).toEqual([{ own }, { own }]);
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
				const reading = readClock(header(own + waited), sent + waited);
				expect(atColt(sent, reading)).toBeLessThanOrEqual(own + creation);
				expect(atColt(sent, reading)).toBeGreaterThan(own - 7_000);
			}),
		);
	});

	it('without a header allows for more', () => expect(atColt(own, { own: own + 5 })).toBe(own - 60_000));

	it('is never later than an answer that came before, as when it runs faster than ours', () => {
		expect(atColt(own, { own: own + 1_000, colt: own + 60_000 }, own)).toBe(own - 5_000);
	});
});

describe('the looks', () => {
	test.each<[number, number[]]>([
		[0, [0]],
		[299, [0]],
		[1_000, [300, 600]],
		[20_000, [300, 600, 1_200, 2_400, 4_800, 9_600]],
	])('within %d ms', (patience, pauses) => expect(pausesFor(patience)).toEqual(pauses));
});

describe('the ledger', () => {
	const found = (id: string) => ({ is: 'found' as const, order: { id, ranges: [], raw: {} } });

	it('gives an order to one item only', () => {
		const [id, signature] = [randomUUID(), randomUUID()];
		const call = orderMemory.begin(signature, 'r');
		expect(claim(found(id), { open: call, owner: { account: 'A', run: 'R' } }).is).toBe('found');
		expect(orderMemory.isGiven(id, { account: 'A', run: 'Q' })).toBe(true);
		orderMemory.close(call);
	});

	test.each<[string, 'sending' | 'looking', string, boolean]>([
		['another for the same numbers is under way', 'sending', 'same', true],
		['another asks for something else', 'looking', 'other', true],
		['another asks for the very same', 'looking', 'same', false],
	])('when %s', (_, state, request, contested) => {
		const signature = randomUUID();
		const [mine, other] = [orderMemory.begin(signature, 'same'), orderMemory.begin(signature, request)];
		other.state = state;
		expect(orderMemory.isContested(mine)).toBe(contested);
		expect(claim(found(randomUUID()), { open: mine, owner: { account: 'A', run: 'R' } }).is).toBe(
			contested ? 'unclear' : 'found',
		);
		orderMemory.close(other);
		expect(orderMemory.isContested(mine)).toBe(false);
		orderMemory.close(mine);
	});
});

describe('what is wanted', () => {
	const S = wholesaleSip.operations;
	const ofReservation = byNumbers('reservation', 'reservation');
	const request = requestOf('number: reserve', {
		numberRangeStart: '+442081324758',
		additionalFields: { customerReference: 'My Customer', serviceProfile: 'ANH' },
	});

	it('is what the order record could be compared by', () => {
		expect(wantedOf(ofReservation, { operation: S.reserveNumbers, request })).toEqual({
			type: 'reservation',
			by: 'ranges',
			ranges: [{ start: '+442081324758', end: '+442081324758' }],
			country: 'GB',
			serviceProfile: 'ANH',
			customerReference: 'My Customer',
		});
	});

	it("counts the user's own patch", () => {
		const bodyPatch = {
			numberRangeList: [{ numberRangeStart: '+442081324759', numberRangeEnd: '+442081324759' }],
			relatedParty: { reseller: { serviceProfile: null } },
		};
		expect(wantedOf(ofReservation, { operation: S.reserveNumbers, request, bodyPatch })).toMatchObject({
			ranges: [{ start: '+442081324759' }],
		});
		expect(wantedOf(ofReservation, { operation: S.reserveNumbers, request, bodyPatch })).not.toHaveProperty(
			'serviceProfile',
		);
	});

	it('of a port update is its parent and action, of a lock nothing', () => {
		expect(
			wantedOf(byParent('portUpdate'), {
				operation: S.updatePort,
				request: requestOf('porting: cancel', { orderId: { mode: 'id', value: 'P-1' } }),
			}),
		).toMatchObject({ by: 'parent', parentId: 'P-1', action: 'cancel' });
		expect(
			wantedOf(withoutTrace(1, 'wait'), { operation: S.lockFreeNumbers, request: { body: { lac: '20' } } }),
		).toEqual({
			ranges: [],
		});
	});

	it('of a reservation by lock is its place alone', () => {
		expect(
			wantedOf(ofReservation, {
				operation: S.reserveNumbers,
				request: { body: { lockId: 'L', relatedParty: { reseller: { country: 'GB' } } } },
			}),
		).toMatchObject({ by: 'place', ranges: [], country: 'GB' });
	});

	test.each<[unknown, number]>([
		[undefined, 0],
		['x', 0],
		[[{}], 0],
		[[{ start: ' +44 ' }], 1],
		[[{ end: '+44' }], 1],
	])('ranges of %j: %d', (value, count) => expect(readRanges(value)).toHaveLength(count));
});
