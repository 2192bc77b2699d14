import { type CountryCode, COUNTRY_CODES, allExcept } from './countries';
import { isFinal, sameStatus } from './orderStatus';

/** Actions of a port update, logical names (000, row of portUpdate/order). */
export const PORT_ACTIONS = [
	'changeDate',
	'cancel',
	'modify',
	'sendNote',
	'acceptPortOut',
	'rejectPortOut',
	'schedulePort',
	'activatePort',
] as const;

export type PortAction = (typeof PORT_ACTIONS)[number];

export interface PortUpdateRule {
	action: PortAction;
	family: 'portIn' | 'portOut' | 'both';
	countries: readonly CountryCode[];
	/** Statuses of the parent order that allow the action; undefined: any that is not final. */
	from?: readonly string[];
	/** First status of the child order. */
	childStatus: 'Validation In Progress' | 'In Progress';
	/** Status of the parent once Colt accepts; undefined: unchanged. After a rejection it is always unchanged. */
	accepted?: string | Readonly<Partial<Record<CountryCode, string>>>;
	source: string;
}

const confirming: readonly CountryCode[] = ['AT', 'BE', 'CH', 'DE', 'NL'];
const changeable = ['Validation In Progress', 'Firm order commitment', 'Customer feedback awaited'];

/** When a port update is allowed and what it does to the parent order. */
export const PORT_UPDATE_RULES: readonly PortUpdateRule[] = [
	{
		action: 'changeDate',
		family: 'portIn',
		countries: allExcept('NL', 'IT'),
		from: changeable,
		childStatus: 'Validation In Progress',
		accepted: 'Submitted to operator',
		source: '001',
	},
	{
		action: 'cancel',
		family: 'portIn',
		countries: allExcept('NL'),
		from: [...changeable, 'Submitted to operator'],
		childStatus: 'Validation In Progress',
		accepted: 'Cancelled',
		source: '001',
	},
	{
		action: 'modify',
		family: 'portIn',
		countries: allExcept('NL'),
		from: ['Customer feedback awaited'],
		childStatus: 'In Progress',
		accepted: 'Validation In Progress',
		source: '001',
	},
	// The documents name the action and no limit; a finished order allows nothing ("no further action").
	{ action: 'sendNote', family: 'both', countries: COUNTRY_CODES, childStatus: 'In Progress', source: '000' },
	{
		action: 'acceptPortOut',
		family: 'portOut',
		countries: confirming,
		from: ['Customer feedback awaited'],
		childStatus: 'In Progress',
		source: '001',
		accepted: { AT: 'Confirmed', BE: 'Confirmed', CH: 'Confirmed', DE: 'Confirmed', NL: 'Firm Order Commitment' },
	},
	{
		action: 'rejectPortOut',
		family: 'portOut',
		countries: confirming,
		from: ['Customer feedback awaited'],
		childStatus: 'In Progress',
		accepted: 'Rejected',
		source: '001',
	},
	{
		action: 'schedulePort',
		family: 'portIn',
		countries: ['NL'],
		from: ['Firm order commitment', 'Ready for porting Initiation'],
		childStatus: 'In Progress',
		source: '000',
	},
	{
		action: 'activatePort',
		family: 'portIn',
		countries: ['NL'],
		from: ['Ready for porting Initiation'],
		childStatus: 'In Progress',
		accepted: 'Completed',
		source: '000',
	},
];

/** The rule of an action. */
export function portUpdateRule(action: PortAction): PortUpdateRule {
	const rule = PORT_UPDATE_RULES.find((row) => row.action === action);
	if (!rule) throw new Error(`No rule for the port action ${action}`);
	return rule;
}

/** Why an action is not allowed on an order; undefined when the documents allow it. */
export function portUpdateProblem(
	action: PortAction,
	order: { family: string; country: CountryCode; status: string },
): 'family' | 'country' | 'status' | undefined {
	const rule = portUpdateRule(action);
	if (rule.family !== 'both' && rule.family !== order.family) return 'family';
	if (!rule.countries.includes(order.country)) return 'country';
	const allowed = rule.from
		? rule.from.some((status) => sameStatus(status, order.status))
		: !isFinal(order.status, order.family === 'portOut' ? 'portOut' : 'portIn');
	return allowed ? undefined : 'status';
}

/** Status of the parent after Colt accepts the update; undefined: unchanged. */
export function acceptedStatus(action: PortAction, country: CountryCode): string | undefined {
	const { accepted } = portUpdateRule(action);
	return typeof accepted === 'string' ? accepted : accepted?.[country];
}
