import { wholesaleSip } from '../../../shared/contract/wire.generated';
import type { Resource } from '../../../shared/operation/types';
import { byNumbersOfRow } from '../../../shared/placing/recovery';
import { activationFields, activationRequest } from '../number/activate';
import { updateFields, updateRequest } from '../number/updateEndCustomer';
import { portInFields, portInRequest } from '../porting/portIn';
import { bulkOperation } from './bulk';

/** POST /v1/bulkActivationOrder */
const activate = bulkOperation({
	value: 'activate',
	name: 'Activate',
	action: 'Activate numbers in bulk',
	description: 'Send the activations of many input items in as few orders as possible',
	wire: wholesaleSip.operations.bulkActivate,
	recovery: byNumbersOfRow('activation'),
	fields: activationFields,
	toRequest: activationRequest,
});

/** POST /v1/bulkPortInOrder */
const portIn = bulkOperation({
	value: 'portIn',
	name: 'Port In',
	action: 'Port in numbers in bulk',
	description: 'Send the port-ins of many input items in as few orders as possible',
	wire: wholesaleSip.operations.bulkPortIn,
	checksPortability: true,
	recovery: byNumbersOfRow('portIn'),
	fields: portInFields,
	toRequest: portInRequest,
});

/** POST /v1/bulkUpdateCustomerDetailsOrder */
const updateEndCustomers = bulkOperation({
	value: 'updateEndCustomers',
	name: 'Update End Customers',
	action: 'Update end customers in bulk',
	description: 'Send the end customer updates of many input items in as few orders as possible',
	wire: wholesaleSip.operations.bulkUpdateCustomer,
	recovery: byNumbersOfRow('updateCustomer'),
	fields: updateFields,
	toRequest: updateRequest,
});

export const bulkOrder: Resource = {
	value: 'bulkOrder',
	name: 'Bulk Order',
	description: 'Many numbers in one order',
	operations: [activate, portIn, updateEndCustomers],
};
