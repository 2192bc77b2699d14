import { inbound } from '../shared/contract/wire.generated';
import { INBOUND_STATUSES } from './inboundFields';
import { searchFreeNumbers, searchOwnNumbers } from '../shared/pickers/numbers';
import { searchServiceProfiles } from '../shared/pickers/serviceProfiles';

const numbers = { api: inbound, operation: inbound.operations.searchNumbers };

/** The lists that fields are picked from. The Inbound API has no list of orders (document 002). */
export const inboundLists = {
	searchOwnNumbers: searchOwnNumbers({ ...numbers, statuses: INBOUND_STATUSES }),
	searchFreeNumbers: searchFreeNumbers({ ...numbers, freeStatus: 'Free' }),
	searchServiceProfiles: searchServiceProfiles(numbers),
};
