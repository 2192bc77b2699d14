import { COUNTRY_CODES, type CountryCode } from '../../../nodes/shared/lifecycle/countries';
import {
	ORDER_STATUSES,
	ORDER_STATUS_NAMES,
	type OrderFamily,
	familyOf,
	isFinal,
	orderStatusInfo,
} from '../../../nodes/shared/lifecycle/orderStatus';
import {
	type PortAction,
	acceptedStatus,
	portUpdateProblem,
	portUpdateRule,
} from '../../../nodes/shared/lifecycle/portUpdates';

const names = (family: OrderFamily, want: (info: (typeof ORDER_STATUSES)[number]) => boolean): string[] =>
	ORDER_STATUSES.filter((info) => info.family === family && want(info)).map(({ status }) => status);

describe('order statuses of section 7', () => {
	it.each<[OrderFamily, string[]]>([
		['general', ['Completed', 'Failed with error']],
		['portIn', ['Completed', 'Expired', 'Cancelled', 'Rejected', 'Porting failed']],
		['portOut', ['Rejected', 'Expired', 'Cancelled', 'Completed']],
		['child', ['Accepted', 'Rejected']],
	])('ends %s orders with %j', (family, final) => expect(names(family, (info) => info.isFinal)).toEqual(final));

	it.each<[OrderFamily, string[]]>([
		[
			'portIn',
			[
				'Validation In Progress',
				'Porting initiated',
				'Customer feedback awaited',
				'Delayed',
				'Porting Completion Delayed',
				'Porting failed',
			],
		],
		['portOut', ['Confirmed', 'Port Out initiated']],
	])('keeps statuses of %s from the Netherlands: %j', (family, expected) =>
		expect(names(family, (info) => !info.countries.includes('NL'))).toEqual(expected),
	);

	it('knows the statuses of the Netherlands alone', () => {
		const only = (family: OrderFamily): string[] => names(family, ({ countries }) => countries.join() === 'NL');
		expect(only('portIn')).toEqual(['In progress', 'Submitted to Local DB', 'Ready for porting Initiation']);
		expect(only('portOut')).toEqual([
			'Firm Order Commitment',
			'Ready for porting initiation',
			'Port initiated',
			'Expired',
		]);
	});

	it('lets only a completed port-out open again', () => {
		expect(ORDER_STATUSES.filter((info) => info.mayReopen).map(({ family, status }) => [family, status])).toEqual([
			['portOut', 'Completed'],
		]);
	});

	it.each([
		['customer FEEDBACK awaited', 'portIn', 'needs action'],
		['Ready for porting initiation', 'portIn', 'needs action'],
		['Ready for porting initiation', 'portOut', 'in progress'],
		['Delayed', undefined, 'delayed'],
		['completed', 'general', 'succeeded'],
		[' In  Progress ', 'general', 'in progress'],
		['FAILED_WITH_ERROR', 'general', 'failed'],
		['inProgress', 'general', 'in progress'],
		['Firm-Order (Commitment)', 'portIn', 'in progress'],
		['Cancelled', undefined, 'failed'],
	] as const)('puts %s of %s into the group %s', (status, family, group) =>
		expect(orderStatusInfo(status, family)?.group).toBe(group),
	);

	it('holds an unknown status for unfinished', () => {
		expect(orderStatusInfo('Somewhere')).toBeUndefined();
		expect(isFinal('Somewhere')).toBe(false);
		expect(familyOf('something')).toBe('general');
		expect(familyOf('portUpdate')).toBe('child');
	});

	it('lists every spelling once', () => {
		const lower = ORDER_STATUS_NAMES.map((name) => name.toLowerCase());
		expect(new Set(lower).size).toBe(lower.length);
	});
});

describe('port updates of section 7', () => {
	const except = (...without: CountryCode[]): CountryCode[] =>
		COUNTRY_CODES.filter((country) => !without.includes(country));

	it.each<[PortAction, CountryCode[]]>([
		['changeDate', except('NL', 'IT')],
		['modify', except('NL')],
		['cancel', except('NL')],
		['schedulePort', ['NL']],
		['activatePort', ['NL']],
		['acceptPortOut', ['AT', 'BE', 'CH', 'DE', 'NL']],
		['rejectPortOut', ['AT', 'BE', 'CH', 'DE', 'NL']],
	])('allows %s in %j', (action, countries) =>
		expect([...portUpdateRule(action).countries].toSorted()).toEqual(countries.toSorted()),
	);

	it.each<[PortAction, string[]]>([
		['changeDate', ['Validation In Progress', 'Firm order commitment', 'Customer feedback awaited']],
		['modify', ['Customer feedback awaited']],
		[
			'cancel',
			['Validation In Progress', 'Submitted to operator', 'Firm order commitment', 'Customer feedback awaited'],
		],
	])('allows %s from %j', (action, statuses) => {
		const allowed = ORDER_STATUSES.filter(({ family }) => family === 'portIn')
			.map(({ status }) => status)
			.filter(
				(status) =>
					portUpdateProblem(action, { family: 'portIn', country: 'GB', status: status.toUpperCase() }) === undefined,
			);
		expect(allowed).toEqual(statuses);
	});

	it.each<[PortAction, CountryCode, string | undefined]>([
		['changeDate', 'GB', 'Submitted to operator'],
		['cancel', 'GB', 'Cancelled'],
		['modify', 'GB', 'Validation In Progress'],
		['sendNote', 'GB', undefined],
		['acceptPortOut', 'BE', 'Confirmed'],
		['acceptPortOut', 'NL', 'Firm Order Commitment'],
		['rejectPortOut', 'DE', 'Rejected'],
	])('accepted %s in %s moves the parent to %s', (action, country, status) =>
		expect(acceptedStatus(action, country)).toBe(status),
	);

	it('names what forbids an action', () => {
		expect(
			portUpdateProblem('acceptPortOut', { family: 'portIn', country: 'BE', status: 'Customer feedback awaited' }),
		).toBe('family');
		expect(portUpdateProblem('changeDate', { family: 'portIn', country: 'IT', status: 'Firm order commitment' })).toBe(
			'country',
		);
		expect(portUpdateProblem('sendNote', { family: 'portIn', country: 'GB', status: 'Completed' })).toBe('status');
		expect(portUpdateProblem('sendNote', { family: 'portOut', country: 'GB', status: 'Confirmed' })).toBeUndefined();
	});
});
