import type { Handlers } from '../operation';
import { activateNumbers } from './activation';
import { bulkActivate, bulkPortIn, bulkUpdateCustomer } from './bulk';
import { searchFreeNumbers } from './freeNumbers';
import { searchInventory } from './inventory';
import { getNumberOrderHistory, getOrder, listOrders } from './orders';
import { checkPortability, portIn, updatePort } from './porting';
import { reactivateNumbers } from './reactivation';
import { reserveNumbers } from './reservation';
import { returnNumbers } from './return';
import { cancelBackfill, countFreeNumbers, lockFreeNumbers, requestBackfill } from './supply';
import { updateCustomer } from './updateCustomer';

/** The behaviour of the 20 Wholesale SIP operations. */
export const wholesaleSipHandlers: Handlers<'wholesaleSip'> = {
	searchFreeNumbers,
	searchInventory,
	reserveNumbers,
	returnNumbers,
	activateNumbers,
	updateCustomer,
	portIn,
	updatePort,
	checkPortability,
	reactivateNumbers,
	bulkActivate,
	bulkPortIn,
	bulkUpdateCustomer,
	listOrders,
	getOrder,
	getNumberOrderHistory,
	countFreeNumbers,
	lockFreeNumbers,
	requestBackfill,
	cancelBackfill,
};
