import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { inputError } from '../../../shared/errors/problem';
import { LOCK_COUNTRIES } from '../../../shared/lifecycle/countries';
import { needCountry } from '../../../shared/numbers/readCountry';
import { plainItem } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { withoutTrace } from '../../../shared/placing/recovery';
import { placeFields, quantityFields, supplyBody } from './supplyPlace';

/** POST /v1/lockFreeNumbers */
export const lock: CallOperation = {
	value: 'lock',
	name: 'Lock',
	action: 'Lock free numbers',
	description:
		'Keep free numbers of an area code for you for 10 minutes; the lock ID can be reserved. Restricted use: ' +
		'works only for customers for whom Colt has enabled it.',
	wire: wholesaleSip.operations.lockFreeNumbers,
	recovery: withoutTrace(600_000, 'wait 10 minutes until the lock expires'),
	fields: [...placeFields, quantityFields],
	toRequest(params, context) {
		const country = needCountry(params.country);
		if (context.checks && !LOCK_COUNTRIES.includes(country)) {
			throw inputError(
				'Country',
				`${country} has no locks`,
				'Locks are not available in France, Germany and zone B. Search and reserve instead.',
				'notInCountry',
			);
		}
		return { body: supplyBody(params, context), echo: { country } };
	},
	toItem: plainItem,
};
