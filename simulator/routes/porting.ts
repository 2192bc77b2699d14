import { notPortable } from '../porting/portChecks';
import { placePortIn } from '../porting/portIn';
import { placePortUpdate } from '../porting/updates';
import type { Handler } from '../operation';
import { checkOrder, resellerOf } from '../checkOrder';

/** POST /v1/portIn/order */
export const portIn: Handler<'portIn'> = ({ world, operation, body, trackingId }) => ({
	body: { order: { id: placePortIn(world, operation, body, trackingId).id } },
});

/** POST /v1/portUpdate/order */
export const updatePort: Handler<'updatePort'> = ({ world, operation, body, trackingId }) => ({
	body: { order: { id: placePortUpdate(world, operation, body, trackingId).id } },
});

/** POST /v1/checkPortability */
export const checkPortability: Handler<'checkPortability'> = ({ world, operation, body }) => {
	const { country } = resellerOf(world, operation, body);
	return {
		body: body.ranges.map((range) => {
			checkOrder(operation, range);
			const problem = notPortable(world, range, country);
			return {
				start: range.start,
				end: range.end,
				portable: problem === undefined,
				...(problem && { reason: { code: 'NOT_PORTABLE', text: problem } }),
			};
		}),
	};
};
