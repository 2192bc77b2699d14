import type { LogicalBody } from '../../../nodes/shared/contract/logicalTypes';
import type { NumberEntry } from '../../model';

/** What an order says of the end customer. */
export type Details = Pick<NumberEntry, 'endCustomer' | 'emergencyAddress' | 'directoryService'>;

type Body = Pick<LogicalBody<'updateCustomer', 'inbound'>, 'relatedParty' | 'emergencyAddress' | 'directoryService'>;

/** The parts of a body that are there. */
export function detailsOf({ relatedParty, emergencyAddress, directoryService }: Body): Details {
	const endCustomer = relatedParty?.endCustomer;
	return {
		...(endCustomer && { endCustomer }),
		...(emergencyAddress && { emergencyAddress }),
		...(directoryService && { directoryService }),
	};
}

/** Changes the fields that are given and keeps the others. */
export function applyDetails(entry: NumberEntry, details: Details): void {
	for (const [part, value] of Object.entries(details) as Array<[keyof Details, object]>) {
		Object.assign(entry, { [part]: { ...entry[part], ...value } });
	}
}
