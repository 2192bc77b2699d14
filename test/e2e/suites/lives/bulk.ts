import { itemsOf } from '../../../../scripts/n8n/executions';
import { chain, coltNode } from '../../stage';
import type { Stage } from '../../stage';
import { expectSuccess } from './parts';

const ROWS = 200;
const ORDER_ID = /^[A-Za-z0-9-]{1,36}$/;
/** Every 20th row names a number that is not in stock. */
const isBad = (row: number): boolean => row % 20 === 19;

const rows = (): Array<Record<string, unknown>> =>
	Array.from({ length: ROWS }, (_, row) => ({
		number: `+4420813${isBad(row) ? '9' : '7'}${String(row).padStart(4, '0')}`,
		'End customer name': `Customer ${row}`,
		'House number': `${row + 1}`,
		'Street name': 'High Street',
		City: 'London',
		'Postal code': 'N1 1AA',
	}));

const bulk = (more: object) =>
	coltNode(
		'Bulk',
		{
			resource: 'bulkOrder',
			operation: 'activate',
			numberRangeStart: '={{ $json.number }}',
			endCustomer: { mappingMode: 'autoMapInputData', value: null },
			bulkSize: 50,
			...more,
		},
		{ onError: 'continueRegularOutput' },
	);

/**
 * A bulk activation of 200 rows of which 10 fail: four orders, every result with its row; the preview sends nothing.
 */
export async function bulkActivation(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const items = rows() as never[];
	control.seed({
		numbers: rows()
			.filter((_, row) => !isBad(row))
			.map(({ number }) => ({ start: String(number), country: 'GB' as const })),
	});
	const preview = await stage.run(chain([bulk({ dryRun: true })], items));
	expect(itemsOf(preview, 'Bulk')).toHaveLength(ROWS);
	expect(itemsOf(preview, 'Bulk').at(-1)).toMatchObject({
		outcome: 'dryRun',
		bulkOrder: 4,
		bulkOrders: 4,
		bulkRow: 50,
	});
	expect(control.calls({ operation: 'bulkActivate' })).toEqual([]);

	const execution = await stage.run(chain([bulk({})], items));
	expectSuccess(execution);
	const results = itemsOf(execution, 'Bulk');
	expect(results).toHaveLength(ROWS);
	expect(results.map((result) => result.error !== undefined)).toEqual(
		Array.from({ length: ROWS }, (_, row) => isBad(row)),
	);
	expect(results[0]).toMatchObject({ numberRangeStart: rows()[0]?.number, bulkRow: 1 });
	expect(results[19]).toMatchObject({ itemIndex: 19, outcome: 'refused' });
	expect(control.calls({ operation: 'bulkActivate' })).toHaveLength(4);
	const [call] = control.calls({ operation: 'bulkActivate' });
	const { activationOrderList } = call?.body as { activationOrderList: unknown[] };
	expect(activationOrderList).toHaveLength(50);
	expect(activationOrderList[0]).toMatchObject({
		relatedParty: { endCustomerDetails: { endCustomerName: 'Customer 0', address: { postalCode: 'N1 1AA' } } },
	});
}

/** The other two bulk operations, each with one row. */
export async function otherBulks(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	control.seed({ numbers: [{ start: '+442081370000', country: 'GB', status: 'Activated' }] });
	const [row] = rows();
	const more = { bulkSize: 10 };
	const updated = await stage.run(
		chain([bulk({ operation: 'updateEndCustomers', updateAction: 'MODIFY', ...more })], [row as never]),
	);
	expect(itemsOf(updated, 'Bulk')[0]?.orderId).toMatch(ORDER_ID);
	const ported = await stage.run(
		chain([bulk({ operation: 'portIn', ...more })], [{ ...row, number: '+442079460125' }]),
	);
	expect(itemsOf(ported, 'Bulk')[0]?.orderId).toMatch(ORDER_ID);
}
