import { itemsOf } from '../../../../scripts/n8n/executions';
import { chain } from '../../stage';
import type { Stage } from '../../stage';
import { BRITISH, endCustomer, onNumber, statusesOf, wait, expectSuccess } from './parts';

const moved = endCustomer({
	endCustomerName: 'Example Trading Ltd',
	houseNumber: '2',
	streetName: 'Low Street',
	city: 'London',
	postalCode: 'N1 2BB',
});

/** Free, Reserved, Activated, updated, returned, Quarantined, reactivated, returned. */
export async function numberThroughItsLife(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const number = control.numbers({ country: 'GB', status: 'Free' }).find(({ rangeSize }) => rangeSize === 1)?.start;
	const look = (name: string) => onNumber(name, 'get');
	const execution = await stage.run(
		chain(
			[
				onNumber('Reserve', 'reserve', { additionalFields: { customerReference: 'Life' } }),
				wait('Reserved', 'Reserve'),
				look('Look 1'),
				onNumber('Activate', 'activate', { endCustomer: BRITISH }),
				wait('Activated', 'Activate'),
				look('Look 2'),
				onNumber('Update', 'updateEndCustomer', { updateAction: 'MODIFY', endCustomer: moved }),
				wait('Updated', 'Update'),
				look('Look 3'),
				onNumber('Return', 'return'),
				wait('Returned', 'Return'),
				look('Look 4'),
				onNumber('Reactivate', 'reactivate'),
				wait('Reactivated', 'Reactivate'),
				look('Look 5'),
				onNumber('Return again', 'return'),
				wait('Returned again', 'Return again'),
				look('Look 6'),
				onNumber('History', 'getOrderHistory', { returnAll: true }),
				onNumber('Convert', 'convert', { inputFormat: 'number' }),
			],
			[{ number }],
		),
	);
	expectSuccess(execution);
	expect(statusesOf(execution, 'Look 1', 'Look 2', 'Look 3', 'Look 4', 'Look 5', 'Look 6')).toEqual([
		'Reserved',
		'Activated',
		'Activated',
		'Quarantined',
		'Activated',
		'Quarantined',
	]);
	expect(itemsOf(execution, 'Look 3')[0]).toMatchObject({
		streetName: 'Low Street',
		endCustomerAddressCountry: 'GB',
	});
	const history = itemsOf(execution, 'History').map(({ orderType }) => orderType);
	expect(history.sort()).toEqual(['activation', 'reactivation', 'reservation', 'return', 'return', 'updateCustomer']);
	expect(control.books().every(({ status }) => status === 'Completed')).toBe(true);
}
