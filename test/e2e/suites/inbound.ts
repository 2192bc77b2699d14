import type { IDataObject, INode } from 'n8n-workflow';
import { itemsOf } from '../../../scripts/n8n/executions';
import { readTemplate } from '../../../scripts/lib/templates';
import { chain, coltNode } from '../stage';
import type { Stage } from '../stage';

const TEMPLATE = 'inbound-reserve-activate';

const inboundNode = (name: string, parameters: IDataObject): INode => ({
	...coltNode(name, parameters),
	type: 'n8n-nodes-colt.coltInbound',
});

/** The template: a freephone number is found, reserved, activated and looked at. */
export async function inboundNumberIsActivated(stage: Stage): Promise<void> {
	const { inboundControl } = stage.simulator;
	const execution = await stage.run(readTemplate(TEMPLATE));
	expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	const [found] = itemsOf(execution, 'Search');
	expect(found).toMatchObject({ country: 'GB', numberType: 'Freephone', status: 'Free' });
	expect(inboundControl.books().map(({ type, status }) => ({ type, status }))).toEqual([
		{ type: 'reservation', status: 'Completed' },
		{ type: 'activation', status: 'Completed' },
	]);
	expect(itemsOf(execution, 'Look at the number')).toMatchObject([
		{ numberRangeStart: found?.numberRangeStart, status: 'Activated', endCustomerName: 'Example Bakery Ltd' },
	]);
}

/** The template when the activation fails: the workflow fails with the order's reason. */
async function failedActivation(stage: Stage): Promise<void> {
	stage.simulator.inboundControl.failNext('activation', { code: 'SIM42', text: 'No route to the customer' });
	const execution = await stage.run(readTemplate(TEMPLATE));
	expect(execution.status).toBe('error');
	expect(execution.error?.message).toMatch(
		/^activation order .*: Failed with error \(SIM42: No route to the customer\)$/,
	);
}

/** Another number is reserved, its reservation cancelled, and a third is activated and given another customer. */
async function cancelledAndUpdated(stage: Stage): Promise<void> {
	const { inboundControl } = stage.simulator;
	// Orders end at once, so that no step has to wait.
	inboundControl.change({ orderDelayMs: 0 });
	const [cancelled, updated] = inboundControl
		.numbers({ country: 'NL', status: 'Free' })
		.filter(({ numberType, rangeSize }) => numberType === 'Freephone' && rangeSize === 1)
		.map(({ start }) => start);
	const onNumber = (
		name: string,
		operation: string,
		numberRangeStart: string | undefined,
		more: IDataObject = {},
	): INode => inboundNode(name, { resource: 'number', operation, numberRangeStart, ...more });
	const customer = (city: string): IDataObject => ({
		endCustomer: {
			mappingMode: 'defineBelow',
			value: { endCustomerName: 'Voorbeeld BV', houseNumber: '1', streetName: 'Dam', city, postalCode: '1012JS' },
		},
	});
	const execution = await stage.run(
		chain([
			onNumber('Reserve', 'reserve', cancelled),
			onNumber('Cancel', 'cancelReservation', cancelled),
			onNumber('Activate', 'activate', updated, customer('Amsterdam')),
			onNumber('Update', 'updateCustomer', updated, customer('Haarlem')),
			inboundNode('Order', { resource: 'order', operation: 'get', orderId: "={{ $('Update').first().json.orderId }}" }),
			inboundNode('Inventory', {
				resource: 'number',
				operation: 'getMany',
				returnAll: true,
				filters: { cli: updated },
			}),
		]),
	);
	expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	expect(itemsOf(execution, 'Cancel')).toMatchObject([{ numberRangeStart: cancelled, orderCreated: false }]);
	expect(inboundControl.books().map(({ type }) => type)).toEqual(['reservation', 'activation', 'updateCustomer']);
	expect(inboundControl.numbers({ status: 'Reserved' })).toEqual([]);
	expect(itemsOf(execution, 'Order')).toMatchObject([{ orderType: 'updateCustomer', status: 'Completed' }]);
	expect(itemsOf(execution, 'Inventory')).toMatchObject([
		{ numberRangeStart: updated, status: 'Activated', city: 'Haarlem' },
	]);
}

/** The Inbound node in a real n8n; its template runs among the templates too. */
export function inbound(stage: () => Stage): void {
	describe('inbound numbers', () => {
		beforeEach(() => stage().reset());
		afterEach(() => expect(stage().simulator.control.violations()).toEqual([]));

		it('an activation that fails', async () => await failedActivation(stage()));
		it('a reservation cancelled, a customer updated', async () => await cancelledAndUpdated(stage()));
	});
}
