import type { Operation } from '../../nodes/shared/contract/table';
import type { LogicalBody } from '../../nodes/shared/contract/logicalTypes';
import { isNl088 } from '../../nodes/shared/lifecycle/countries';
import { checkDetails } from '../endCustomerRules';
import { type OrderEntry, without } from '../model';
import { resellerOf } from '../checkOrder';
import type { World } from '../world';
import { checkPortIn } from './portChecks';
import { enterStatus } from './states';

type Body = LogicalBody<'portIn'>;

/** First status: NL goes straight to the operator; an 088 activation begins as an ordinary order (000). */
function firstStatus(country: string, nl088: boolean, activation: boolean): string {
	if (country !== 'NL') return 'Validation In Progress';
	if (!nl088) return 'Submitted to operator';
	return activation ? 'In progress' : 'Submitted to Local DB';
}

/** Accepts a port-in; also one row of a bulk port-in. @throws ApiError 400/002 */
export function placePortIn(
	world: World,
	operation: Operation,
	body: Body,
	trackingId: string,
	parentId?: string,
): OrderEntry {
	const reseller = resellerOf(world, operation, body);
	checkPortIn(world, operation, body, reseller.country);
	const endCustomer = body.relatedParty.endCustomer;
	const { emergencyAddress, directoryService } = body;
	const details = body.ranges.map((range) => ({
		endCustomer,
		emergencyAddress,
		directoryService,
		...without(range, 'start', 'end'),
	}));
	for (const detail of details) checkDetails(operation, 'portIn', reseller.country, detail);
	const nl088 = body.ranges.some(({ start }) => isNl088(start));
	const activation = nl088 && !body.currentOperator;
	const status = firstStatus(reseller.country, nl088, activation);
	const plan = world.takePortPlan(
		'portIn',
		body.ranges.map(({ start }) => start),
	);
	const order = world.sip.orders.create({
		type: 'portIn',
		status,
		...reseller,
		...(endCustomer?.customerReference !== undefined && { customerReference: endCustomer.customerReference }),
		...(body.portDate !== undefined && { portDate: body.portDate, requestedDate: body.portDate }),
		...(body.portWindow !== undefined && { portWindow: body.portWindow }),
		...(parentId && { parentId }),
		ranges: body.ranges.map(({ start, end }) => ({ start, end })),
		trackingId,
		port: { details: details.map(clean), previous: {}, nl088, activation, ...(plan && { plan }) },
	});
	enterStatus(world, order, status);
	return order;
}

/** Without the parts that are undefined, so that they do not hide others. */
const clean = <T extends object>(value: T): T =>
	Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
