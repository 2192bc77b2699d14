import type { Simulator } from '../../simulator/server';

/** The id of a new inbound order in this status. */
export function freshOrder({ inboundControl }: Simulator, status: string): string {
	const [order] = inboundControl.seed({ orders: [{ type: 'activation', country: 'GB', status }] }).orders;
	if (order === undefined) throw new Error('the simulator has made no order');
	return order.id;
}
