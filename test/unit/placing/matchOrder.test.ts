import fc from 'fast-check';

import { wholesaleSip, inbound } from '../../../nodes/shared/contract/wire.generated';
import { matchCertainty, numbersState, readFoundOrder, verdictOf } from '../../../nodes/shared/placing/matchOrder';
import type {
	FoundNumber,
	FoundOrder,
	MatchCertainty,
	NumbersState,
	Findings,
} from '../../../nodes/shared/placing/matchOrder';
import { resources as inboundResources } from '../../../nodes/ColtInbound/registry';
import { resources as sipResources } from '../../../nodes/ColtWholesaleSip/registry';
import type { Operation } from '../../../nodes/shared/contract/table';
import type { CallOperation } from '../../../nodes/shared/operation/types';
import type { RecoveryRule } from '../../../nodes/shared/placing/recovery';
import type { Wanted } from '../../../nodes/shared/placing/wanted';

const SINCE = Date.parse('2026-01-10T12:00:00Z');
const range = (start: string, end = start) => ({ start, end });
const NUMBER = '+442081324758';

const WANTED: Wanted = { type: 'reservation', by: 'ranges', ranges: [range(NUMBER)], country: 'GB' };
const ours: FoundOrder = {
	id: 'A',
	type: 'reservation',
	country: 'GB',
	created: SINCE + 1_000,
	ranges: [range(NUMBER)],
	raw: {},
};
const update: Wanted = { type: 'portUpdate', by: 'parent', ranges: [], parentId: 'P', action: 'cancel' };
const child: FoundOrder = {
	id: 'C',
	type: 'portUpdate',
	parentId: 'P',
	action: 'cancel',
	created: SINCE,
	ranges: [],
	raw: {},
};

const calls: CallOperation[] = [...sipResources, ...inboundResources]
	.flatMap(({ operations }) => operations)
	.filter((operation): operation is CallOperation => 'wire' in operation);

const ruleOf = (wire: Operation): RecoveryRule => {
	const rule = calls.find((operation) => operation.wire === wire)?.recovery;
	if (rule === undefined) throw new Error(`no rule for ${wire.id}`);
	return rule;
};

test.each(calls.map((operation) => [`${operation.wire.path}: ${operation.value}`, operation] as const))(
	'%s has a rule for a lost answer if it changes something, and only then',
	(_, { wire, recovery }) => expect(recovery !== undefined).toBe(wire.effect !== 'read'),
);

describe('whether an order record is the one that is WANTED', () => {
	const without = (name: keyof FoundOrder): FoundOrder =>
		Object.fromEntries(Object.entries(ours).filter(([key]) => key !== name)) as unknown as FoundOrder;
	const orphan = Object.fromEntries(
		Object.entries(child).filter(([key]) => key !== 'parentId'),
	) as unknown as FoundOrder;
	test.each<[string, FoundOrder, MatchCertainty, Wanted?]>([
		['it is', ours, 'yes'],
		['other spelling of type and country', { ...ours, type: 'Reservation', country: 'gb' }, 'yes'],
		['numbers with blanks and without plus', { ...ours, ranges: [range(' 442081324758', '+44 2081324758')] }, 'yes'],
		['created at the very moment', { ...ours, created: SINCE }, 'yes'],
		['created just before, by a clock that may be another', { ...ours, created: SINCE - 60_000 }, 'possible'],
		['created before', { ...ours, created: SINCE - 60_001 }, 'no'],
		['created on that day', { ...ours, created: SINCE - 3_600_000, createdAtLatest: SINCE + 3_600_000 }, 'possible'],
		['created on the day before', { ...ours, created: SINCE - 9_000_000, createdAtLatest: SINCE - 60_001 }, 'no'],
		['of another type', { ...ours, type: 'activation' }, 'no'],
		['of a type nobody knows', { ...ours, type: 'Number Booking' }, 'possible'],
		['of another country', { ...ours, country: 'DE' }, 'no'],
		['of a country told by its name', { ...ours, country: 'United Kingdom' }, 'yes'],
		['numbers as they are dialled', { ...ours, ranges: [range('00442081324758')] }, 'yes'],
		['numbers in national writing', { ...ours, ranges: [range('02081324758')] }, 'possible'],
		['another number in national writing', { ...ours, ranges: [range('02081324759')] }, 'no'],
		['for another number', { ...ours, ranges: [range('+442081324759')] }, 'no'],
		['for a number of another length', { ...ours, ranges: [range('+4930123456')] }, 'no'],
		['for a range around it', { ...ours, ranges: [range('+442081324750', '+442081324759')] }, 'possible'],
		['for it and another number', { ...ours, ranges: [range(NUMBER), range('+442081324759')] }, 'possible'],
		['without a type', without('type'), 'possible'],
		['without a moment', without('created'), 'possible'],
		['without ranges', { ...ours, ranges: [] }, 'possible'],
		['without a country', without('country'), 'yes'],
		['with a reference where ours has none', { ...ours, customerReference: 'X' }, 'possible'],
		['with another reference', { ...ours, customerReference: 'X' }, 'no', { ...WANTED, customerReference: 'Y' }],
		['with the same reference', { ...ours, customerReference: 'Y' }, 'yes', { ...WANTED, customerReference: 'Y' }],
		['with another service profile', { ...ours, serviceProfile: 'ANH' }, 'no', { ...WANTED, serviceProfile: 'XYZ' }],
		['with another port date', { ...ours, portDate: '2026-02-01' }, 'possible', { ...WANTED, portDate: '2026-02-02' }],
		['a child order', child, 'yes', update],
		['a child of another order', { ...child, parentId: 'Q' }, 'no', update],
		['another update of the same order', { ...child, action: 'sendNote' }, 'no', update],
		['an update nobody knows', { ...child, action: 'Withdrawal' }, 'possible', update],
		['a child that names no parent', orphan, 'possible', update],
	])('%s: %s', (_, order, likeness, wanted = WANTED) => expect(matchCertainty(order, wanted, SINCE)).toBe(likeness));
});

describe('what the status of the numbers tells', () => {
	const held = (status: string, start = NUMBER, end = start): FoundNumber => ({ start, end, status });
	const S = wholesaleSip.operations;
	test.each<[string, Parameters<typeof ruleOf>[0], FoundNumber[], NumbersState]>([
		['a free number stands in no inventory', S.reserveNumbers, [], 'before'],
		['reserved', S.reserveNumbers, [held('Reserved')], 'after'],
		['free, and told so', S.reserveNumbers, [held('free')], 'before'],
		['a status nobody knows', S.reserveNumbers, [held('Resting')], 'unknown'],
		['a range that is only touched', S.reserveNumbers, [held('Reserved', '+442081324750', '+442081324759')], 'unknown'],
		['reserved, to be activated', S.activateNumbers, [held('Reserved')], 'before'],
		['activated', S.activateNumbers, [held('Activated')], 'after'],
		['on its way', S.activateNumbers, [held('Allocated')], 'after'],
		['active, to be returned', S.returnNumbers, [held('Activated')], 'before'],
		['quarantined', S.returnNumbers, [held('Quarantined')], 'after'],
		['given back', S.returnNumbers, [], 'after'],
		['told in national writing', S.reserveNumbers, [held('Reserved', '02081324758')], 'unknown'],
		['an update leaves the status alone', S.updateCustomer, [held('Activated')], 'unknown'],
		['reserved, to be cancelled', inbound.operations.cancelReservation, [held('Reserved')], 'before'],
		['cancelled', inbound.operations.cancelReservation, [], 'after'],
		['reserved, to be activated, inbound', inbound.operations.activateNumbers, [held('Reserved')], 'before'],
		['free, to be activated, where no list would show the order', inbound.operations.activateNumbers, [], 'unknown'],
		['free, to be reserved, where no list would show the order', inbound.operations.reserveNumbers, [], 'unknown'],
	])('%s', (_, operation, numbers, state) =>
		expect(numbersState(ruleOf(operation), WANTED, numbers, true)).toBe(state),
	);

	it('an inventory that was not read to its end tells nothing of what is missing', () => {
		expect(numbersState(ruleOf(wholesaleSip.operations.reserveNumbers), WANTED, [], false)).toBe('unknown');
	});

	it('Italy activates no free number', () => {
		expect(numbersState(ruleOf(wholesaleSip.operations.activateNumbers), { ...WANTED, country: 'IT' }, [], true)).toBe(
			'after',
		);
	});

	it('of several ranges all must tell the same', () => {
		const two = { ...WANTED, ranges: [range(NUMBER), range('+442081324759')] };
		expect(numbersState(ruleOf(wholesaleSip.operations.reserveNumbers), two, [held('Reserved')], true)).toBe('unknown');
	});
});

describe('the verdict', () => {
	const told = (change: Partial<Findings>): Findings => ({
		orders: [],
		numbers: [],
		ordersComplete: true,
		numbersComplete: true,
		since: SINCE,
		failures: [],
		doubts: [],
		...change,
	});
	const reserve = ruleOf(wholesaleSip.operations.reserveNumbers);
	const modify = ruleOf(wholesaleSip.operations.updateCustomer);
	const nobody = (): boolean => false;
	const failed = { message: 'Colt had an internal error' };

	test.each<[string, RecoveryRule, Wanted, Findings, string]>([
		['the one order', reserve, WANTED, told({ orders: [ours] }), 'found'],
		[
			'among others',
			reserve,
			WANTED,
			told({ orders: [{ ...ours, id: 'B', type: 'activation' }, ours, { ...ours, id: 'D', created: SINCE - 60_009 }] }),
			'found',
		],
		['two that could be it', reserve, WANTED, told({ orders: [ours, { ...ours, id: 'B' }] }), 'unclear'],
		[
			'one that is it and one that may be',
			reserve,
			WANTED,
			told({ orders: [ours, { ...ours, id: 'B', ranges: [] }] }),
			'unclear',
		],
		['one that may be', reserve, WANTED, told({ orders: [{ ...ours, ranges: [] }] }), 'unclear'],
		['none, and the number is free', reserve, WANTED, told({}), 'absent'],
		['none, but the list was not read to its end', reserve, WANTED, told({ ordersComplete: false }), 'unclear'],
		[
			'none, but the inventory could not be read',
			reserve,
			WANTED,
			told({ numbersComplete: false, failures: [failed] }),
			'none',
		],
		[
			'none, but the number is reserved',
			reserve,
			WANTED,
			told({ numbers: [{ ...range(NUMBER), status: 'Reserved' }] }),
			'none',
		],
		['no update, which no status could prove', modify, { ...WANTED, type: 'updateCustomer' }, told({}), 'none'],
		[
			'a cancelled reservation',
			ruleOf(inbound.operations.cancelReservation),
			{ ranges: [range(NUMBER)], country: 'GB' },
			told({}),
			'done',
		],
		[
			'a reservation that stands',
			ruleOf(inbound.operations.cancelReservation),
			{ ranges: [range(NUMBER)], country: 'GB' },
			told({ numbers: [{ ...range(NUMBER), status: 'Reserved' }] }),
			'absent',
		],
		[
			'a cancellation nobody can tell of',
			ruleOf(inbound.operations.cancelReservation),
			{ ranges: [range(NUMBER)] },
			told({ numbersComplete: false, failures: [failed] }),
			'unclear',
		],
		['a lock', ruleOf(wholesaleSip.operations.lockFreeNumbers), { ranges: [] }, told({}), 'unclear'],
	])('%s', (_, rule, wanted, evidence, is) => expect(verdictOf(rule, wanted, evidence, nobody).is).toBe(is));

	it('never gives an order that another item has', () => {
		expect(verdictOf(reserve, WANTED, told({ orders: [ours] }), (id) => id === 'A')).toEqual({ is: 'absent' });
	});

	it('never finds an order that differs in anything that is told, whatever else stands in the list', () => {
		const other = fc.record({
			id: fc.uuid(),
			type: fc.constantFrom('activation', 'return', 'portIn'),
			created: fc.integer({ min: SINCE - 1_000_000, max: SINCE + 1_000_000 }),
			ranges: fc.constant(NUMBER).map((number) => [range(number)]),
			raw: fc.constant({}),
		});
		fc.assert(
			fc.property(fc.array(other), fc.boolean(), (others, isThere) => {
				const verdict = verdictOf(reserve, WANTED, told({ orders: isThere ? [...others, ours] : others }), nobody);
				expect(verdict).toEqual(isThere ? { is: 'found', order: ours } : { is: 'absent' });
			}),
		);
	});
});

describe('an order record', () => {
	it('is read as far as it tells', () => {
		expect(
			readFoundOrder(
				{
					id: ' A ',
					type: 'reservation',
					createdAt: '2026-01-10T12:00:01Z',
					ranges: [{ start: NUMBER }],
					customerReference: '',
				},
				1,
			),
		).toEqual({
			id: 'A',
			type: 'reservation',
			created: SINCE + 1_000,
			ranges: [range(NUMBER)],
			raw: 1,
		});
	});

	test.each([null, undefined, 7, {}, { id: ' ' }, []])('%j is none', (value) =>
		expect(readFoundOrder(value, value)).toBeUndefined(),
	);
});
