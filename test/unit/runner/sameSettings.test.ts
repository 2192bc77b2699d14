import { demandSameSettings } from '../../../nodes/shared/runner/sameSettings';
import type { Params } from '../../../nodes/shared/operation/types';
import type { Row } from '../../../nodes/shared/placing/placeBulk';
import { operationOf } from '../operations/sent';
import { problemOf } from '../thrown';

const rows = (...given: Array<{ options?: Params; params?: Params }>): Row[] =>
	given.map(
		({ options = {}, params = {} }, itemIndex) => ({ itemIndex, prepared: { options, params } }) as unknown as Row,
	);

test.each<[string, string, Params, Params, string]>([
	['number: reserve', 'parallelCalls', { parallelCalls: 1 }, { parallelCalls: 2 }, 'Parallel Calls'],
	['number: reserve', 'timeoutSeconds', { timeoutSeconds: 1 }, {}, 'Timeout (Seconds)'],
	['order: getMany', 'mostCallsPerSecond', {}, { mostCallsPerSecond: 5 }, 'Most Calls per Second'],
	['bulkOrder: activate', 'lookUpSeconds', { lookUpSeconds: 1 }, { lookUpSeconds: 2 }, 'Look-Up Time (Seconds)'],
])('%s: %s holds for all items', (name, _, first, other, field) => {
	const operation = operationOf(name);
	expect(() => demandSameSettings(operation, rows({ options: first }, { options: first }))).not.toThrow();
	expect(
		problemOf(() => demandSameSettings(operation, rows({ options: first }, { options: first }, { options: other }))),
	).toMatchObject({
		kind: 'input',
		field,
		check: 'differs',
		message: expect.stringMatching(/for item 0 and .* for item 2 /) as string,
	});
});

test('the size of a bulk order holds for all items; one that is not set is the default', () => {
	const bulk = operationOf('bulkOrder: activate');
	expect(() => demandSameSettings(bulk, rows({ params: { bulkSize: 100 } }, {}))).not.toThrow();
	expect(problemOf(() => demandSameSettings(bulk, rows({ params: { bulkSize: 5 } }, {})))).toMatchObject({
		field: 'Items per Order',
	});
});

test('what each item has for itself may differ', () => {
	const perItem = rows({ options: { lookUpSeconds: 1, trackingId: 'a' } }, { options: { localChecks: false } });
	expect(() => demandSameSettings(operationOf('number: reserve'), perItem)).not.toThrow();
	expect(() => demandSameSettings(operationOf('number: reserve'), [])).not.toThrow();
});
