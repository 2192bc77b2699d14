import { ruleError } from '../../apiError';
import { wireName } from '../../naming';
import { setStatus } from '../../numberOrder';
import type { Handler } from '../../operation';
import { knownRanges, resellerOf } from '../../checkOrder';

/** POST numberCollectionReservationCancellation: the numbers are free at once, and there is no order (002) */
export const cancelReservation: Handler<'cancelReservation', 'inbound'> = (request) => {
	const { world, operation, body } = request;
	const entries = knownRanges(request, resellerOf(world, operation, body).country);
	const name = wireName(operation, 'body', 'ranges.start');
	for (const { start, status, busyWith } of entries) {
		if (busyWith) throw ruleError(`${name} ${start} is being processed by order ${busyWith}.`);
		if (status !== 'Reserved')
			throw ruleError(
				`${name} ${start} has resourceStatus ${status}: cancelling a reservation is only possible from Reserved.`,
			);
	}
	for (const entry of entries) setStatus(world, entry, 'Free');
	return { body: { result: 'The reservation has been cancelled.' } };
};
