import type { Handlers } from '../../operation';
import { activateNumbers } from './inboundActivation';
import { cancelReservation } from './cancellation';
import { searchNumbers } from './searchNumbers';
import { getOrder } from './getOrder';
import { reserveNumbers } from './inboundReservation';
import { updateCustomer } from './inboundUpdateCustomer';

/** The behaviour of the six operations of the Inbound API that the customer calls. */
export const inboundHandlers: Omit<Handlers<'inbound'>, 'callBack'> = {
	getOrder,
	searchNumbers,
	reserveNumbers,
	cancelReservation,
	activateNumbers,
	updateCustomer,
};
