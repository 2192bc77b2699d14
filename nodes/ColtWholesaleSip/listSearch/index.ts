import { wholesaleSip } from '../../shared/contract/wire.generated';
import { searchFreeNumbers, searchOwnNumbers } from '../../shared/pickers/numbers';
import { searchServiceProfiles } from '../../shared/pickers/serviceProfiles';
import { searchOrders } from './searchOrders';

const inventory = { api: wholesaleSip, operation: wholesaleSip.operations.searchInventory };

/** The lists that fields are picked from, by the names that the fields know them by. */
export const wholesaleSipLists = {
	searchOrders,
	searchOwnNumbers: searchOwnNumbers(inventory),
	searchFreeNumbers: searchFreeNumbers({ api: wholesaleSip, operation: wholesaleSip.operations.searchFreeNumbers }),
	searchServiceProfiles: searchServiceProfiles(inventory),
};
