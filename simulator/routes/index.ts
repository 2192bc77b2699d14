import type { Handlers } from '../operation';
import { activateNumbers } from './activation';
import { searchFreeNumbers } from './freeNumbers';
import { searchInventory } from './inventory';
import { getNumberOrderHistory, getOrder, listOrders } from './orders';
import { reactivateNumbers } from './reactivation';
import { reserveNumbers } from './reservation';
import { returnNumbers } from './return';
import { updateCustomer } from './updateCustomer';

/** The behaviour of the Wholesale SIP operations; a path without one is answered 404. */
export const wholesaleSipHandlers: Partial<Handlers<'wholesaleSip'>> = {
	searchFreeNumbers,
	searchInventory,
	reserveNumbers,
	returnNumbers,
	activateNumbers,
	updateCustomer,
	reactivateNumbers,
	listOrders,
	getOrder,
	getNumberOrderHistory,
};
