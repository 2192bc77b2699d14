import { inbound, wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import type { Operation } from '../../../nodes/shared/contract/table';
import type { Row } from '../../../nodes/shared/runner/prepare';
import { findEqualOrders, REPEAT_RULES } from '../../../nodes/shared/runner/equalOrders';
import { operationOf } from '../operations/sent';

const RESERVE = wholesaleSip.operations.reserveNumbers.id;

const rowOf = (itemIndex: number, body: Record<string, unknown>, checks = true): Row => ({
	itemIndex,
	prepared: {
		call: { operation: operationOf('number: reserve').wire, request: { body }, trackingId: `${itemIndex}` },
		params: {},
		checks,
		limit: Number.POSITIVE_INFINITY,
		key: { account: '', identity: 'item', signature: 'order', run: 'run' },
		patienceMs: 0,
	},
});

type Range = readonly [start: string, end?: string];
const body = (...ranges: Range[]) => ({ ranges: ranges.map(([start, end = start]) => ({ start, end })) });
const rows = (...items: Range[][]): Row[] => items.map((ranges, index) => rowOf(index, body(...ranges)));
const equal = (operation: string, given: readonly Row[]): number[] => [...findEqualOrders(operation, given).keys()];

describe('the same number in two items', () => {
	test.each<[string, Range[][], number[]]>([
		['none', [[['+442081324750']], [['+442081324751']]], []],
		['two', [[['+442081324750']], [['+442081324750']]], [1]],
		['three', [[['+442081324750']], [['+442081324750']], [['+442081324750']]], [1, 2]],
		['one in the range of another', [[['+442081324750', '+442081324759']], [['+442081324755']]], [1]],
		['a range around one', [[['+442081324755']], [['+442081324750', '+442081324759']]], [1]],
		['ranges that overlap', [[['+442081324750', '+442081324759']], [['+442081324759', '+442081324768']]], [1]],
		['ranges side by side', [[['+442081324750', '+442081324759']], [['+442081324760', '+442081324769']]], []],
		['ends of unequal length', [[['+4969566060', '+496956606999']], [['+496956606500']]], [1]],
		['beside a block with ends of unequal length', [[['+4969566060', '+496956606999']], [['+496956607000']]], []],
		['two lengths of one beginning', [[['+4930123456']], [['+49301234560']]], []],
		[
			'a further range',
			[
				[['+442081324750'], ['+442081324770']],
				[['+442081324760'], ['+442081324770']],
			],
			[1],
		],
		['the second of a refused row is free', [[['+441']], [['+441'], ['+442']], [['+442']]], [1]],
	])('%s', (_, items, expected) => expect(equal(RESERVE, rows(...items))).toEqual(expected));

	it('names both items as n8n counts them, the number and what to do', () => {
		const [problem] = findEqualOrders(RESERVE, rows([['+441']], [['+442']], [['+442']])).values();
		expect(problem).toMatchObject({
			kind: 'input',
			check: 'repeatedNumber',
			outcome: 'notSent',
			message: 'Number Range Start +442 is ordered twice in this run: by item 2 and by item 3',
			remedy: expect.stringContaining('Remove item 3') as string,
		});
	});

	it('is let through where Local Checks are off', () =>
		expect(equal(RESERVE, [rowOf(0, body(['+441'])), rowOf(1, body(['+441']), false)])).toEqual([]));

	it('finds one among ten thousand', () => {
		const many = Array.from({ length: 10_000 }, (_, index): Range[] => [
			[`+4420${81_000_000 + ((index * 7919) % 10_007)}`],
		]);
		expect(equal(RESERVE, rows(...many))).toEqual([]);
		expect(equal(RESERVE, rows(...many, many[4_711] as Range[]))).toEqual([10_000]);
	});
});

describe('orders that may follow each other', () => {
	const { updateCustomer, updatePort, requestBackfill } = wholesaleSip.operations;
	const twice = (operation: Operation, ...bodies: Array<Record<string, unknown>>) =>
		equal(
			operation.id,
			bodies.map((one, index) => rowOf(index, one)),
		);

	test.each([
		['two updates of one number', updateCustomer, [{ name: 'A' }, { name: 'B' }], []],
		['the same update twice', updateCustomer, [{ name: 'A' }, { name: 'A' }], [1]],
		['two dates of one port', updatePort, [{ portDate: '2026-12-01' }, { portDate: '2026-12-02' }], []],
		['the same date twice', updatePort, [{ portDate: '2026-12-01' }, { portDate: '2026-12-01' }], [1]],
		[
			'two equal notes',
			updatePort,
			[
				{ action: 'sendNote', notes: 'x' },
				{ action: 'sendNote', notes: 'x' },
			],
			[],
		],
		['two equal requests for stock', requestBackfill, [{ lac: '20' }, { lac: '20' }], []],
	] as const)('%s', (_, operation, [one, other], expected) => expect(twice(operation, one, other)).toEqual(expected));
});

test('every order of the contract has a rule, and only one', () => {
	const orders = [wholesaleSip, inbound]
		.flatMap(({ operations }) => Object.values(operations) as Operation[])
		.filter(({ effect }) => effect !== 'read');
	for (const { id } of orders) expect([id, REPEAT_RULES.filter((rule) => rule.has(id)).length]).toEqual([id, 1]);
});
