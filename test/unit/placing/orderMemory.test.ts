import { randomUUID } from 'node:crypto';

import { BoundedMap } from '../../../nodes/shared/boundedMap';
import { orderMemory } from '../../../nodes/shared/placing/orderMemory';
import type { OrderKey } from '../../../nodes/shared/placing/orderMemory';

const WANTED = { ranges: [] };

const key = (more: Partial<OrderKey> = {}): OrderKey => ({
	account: 'A',
	identity: randomUUID(),
	signature: randomUUID(),
	run: randomUUID(),
	execution: randomUUID(),
	...more,
});

describe('an order that was placed', () => {
	it('is given back to the same item', () => {
		const mine = key();
		orderMemory.rememberPlaced(mine, [{ orderId: 'X' }]);
		orderMemory.delivered(mine);
		expect(orderMemory.recall(mine)).toEqual([{ orderId: 'X', alreadyPlaced: true }]);
	});

	it('in a run that failed is given back once to another run of the same execution that orders the same', () => {
		const first = key();
		const other = (more: Partial<OrderKey> = {}): OrderKey => ({
			...first,
			identity: randomUUID(),
			run: randomUUID(),
			...more,
		});
		orderMemory.rememberPlaced(first, [{ orderId: 'X' }]);
		expect(orderMemory.recall({ ...first, identity: randomUUID() })).toBeUndefined();
		expect(orderMemory.recall(other({ execution: randomUUID() }))).toBeUndefined();
		expect(orderMemory.recall(other({ signature: randomUUID() }))).toBeUndefined();
		const loop = other();
		expect(orderMemory.recall(loop)).toMatchObject([{ orderId: 'X' }]);
		expect(orderMemory.recall(loop)).toMatchObject([{ orderId: 'X' }]);
		orderMemory.delivered(loop);
		expect(orderMemory.recall(other())).toBeUndefined();
	});

	it('whose item was delivered is not: who orders the same again means it', () => {
		const first = key();
		orderMemory.rememberPlaced(first, [{ orderId: 'X' }]);
		orderMemory.delivered(first);
		expect(orderMemory.recall({ ...first, identity: randomUUID(), run: randomUUID() })).toBeUndefined();
	});
});

describe('an unresolved order', () => {
	it('is looked for by one call at a time, whoever asks for the same', () => {
		const lost = key();
		orderMemory.leaveUnresolved(lost, 5, WANTED);
		orderMemory.leaveUnresolved(lost, 3, WANTED);
		const again = key({ signature: lost.signature });
		const [one, two] = [orderMemory.begin('T', 's'), orderMemory.begin('T', 's')];
		const order = orderMemory.unresolvedFor(again, one);
		expect(order).toMatchObject({ identity: lost.identity, since: 3 });
		expect(orderMemory.unresolvedFor(key({ signature: lost.signature }), two)).toBeUndefined();
		orderMemory.close(one, order);
		expect(orderMemory.unresolvedFor(again, two)).toBe(order);
		if (order !== undefined) orderMemory.resolve(order);
		orderMemory.close(two, order);
		expect(orderMemory.unresolvedFor(lost, two)).toBeUndefined();
	});

	it('is known by its item too, though its request is another in each try', () => {
		const lost = key();
		orderMemory.leaveUnresolved(lost, 5, WANTED);
		const call = orderMemory.begin('T', 's');
		expect(orderMemory.unresolvedFor({ ...lost, signature: randomUUID() }, call)?.identity).toBe(lost.identity);
		orderMemory.close(call);
	});

	it('is resolved when its item is placed', () => {
		const lost = key();
		orderMemory.leaveUnresolved(lost, 5, WANTED);
		orderMemory.rememberPlaced(lost, []);
		const call = orderMemory.begin('T', 's');
		expect(orderMemory.unresolvedFor(key({ signature: lost.signature }), call)).toBeUndefined();
		orderMemory.close(call);
	});
});

test('whose an order is, is known by account and run', () => {
	const owner = { account: 'A', run: 'R' };
	const id = randomUUID();
	orderMemory.give(id, owner);
	expect([
		orderMemory.isGiven(id, { account: 'A', run: 'Q' }),
		orderMemory.isGivenIn(id, { account: 'A', run: 'Q' }),
		orderMemory.isGivenIn(id, owner),
		orderMemory.isGiven(id, { account: 'B', run: 'R' }),
	]).toEqual([true, false, true, false]);
});

test('a bounded map forgets its oldest entry', () => {
	const map = new BoundedMap<number>(2);
	for (const [index, name] of ['a', 'b', 'a', 'c'].entries()) map.set(name, index);
	expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, 1, 3]);
});
