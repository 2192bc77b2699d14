import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { plainItem } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { countFilters, placeFields, readPlace } from './supplyPlace';

/** GET /v1/freeNumberCount (document 000 prints /v1freeNumberCount) */
export const count: CallOperation = {
	value: 'count',
	name: 'Count',
	action: 'Count free numbers',
	description:
		'Count the free numbers of an area code. Restricted use: works only for customers for whom Colt has enabled it.',
	wire: wholesaleSip.operations.countFreeNumbers,
	fields: [...placeFields, countFilters],
	toRequest(params, context) {
		const { country, serviceProfile, area } = readPlace(params, context);
		return { query: { country, serviceProfile, ...area }, echo: { country, lac: area.lac } };
	},
	toItem: plainItem,
};
