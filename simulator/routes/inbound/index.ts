import type { Handlers } from '../../operation';
import { activateNumbers } from './activation';
import { cancelReservation } from './cancellation';
import { searchNumbers } from './numbers';
import { getOrder } from './orders';
import { reserveNumbers } from './reservation';
import { updateCustomer } from './updateCustomer';

/** The behaviour of the six operations of the Inbound API that the customer calls. */
export const inboundHandlers: Omit<Handlers<'inbound'>, 'callBack'> = {
	getOrder,
	searchNumbers,
	reserveNumbers,
	cancelReservation,
	activateNumbers,
	updateCustomer,
};
