import { randomUUID } from 'node:crypto';

import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { orderMemory } from '../../../nodes/shared/placing/orderMemory';
import { claim, pausesFor } from '../../../nodes/shared/placing/findOrder';
import { byNumbers, byParent, withoutTrace } from '../../../nodes/shared/placing/recovery';
import { wantedOf } from '../../../nodes/shared/placing/wanted';
import { readRanges } from '../../../nodes/shared/orders/ranges';
import { requestOf } from '../operations/sent';

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
