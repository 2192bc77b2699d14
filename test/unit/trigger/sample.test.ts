import { readSample, sampleOf } from '../../../nodes/ColtWholesaleSip/trigger/sample';
import type { Filters } from '../../../nodes/ColtWholesaleSip/trigger/eventFilters';
import { fakeOrderList } from './fakeOrderList';
import type { Listed } from './fakeOrderList';
import { NOW, seen, SETTINGS } from './snapshots';

const filters = (more: Partial<Filters> = {}): Filters => ({ ...SETTINGS.filters, ...more });
const brief = (found: ReturnType<typeof sampleOf>): unknown =>
	found && [found.event.orderId, found.event.event, found.note !== undefined];
const waiting = seen('waiting', 'Customer feedback awaited', {
	type: 'portIn',
	country: 'GB',
	created: NOW - 10,
	changed: NOW - 10,
});
const reserved = seen('reserved', 'Completed', {
	type: 'reservation',
	country: 'FR',
	created: NOW - 9,
	changed: NOW - 9,
});
const update = seen('update', 'Accepted', { type: 'portUpdate', created: NOW - 30, changed: NOW - 8 });
const described = seen('described', 'In progress', { type: 'activation', description: 'text', changed: NOW - 7 });
const undated = seen('undated', 'In progress', { type: 'activation', country: 'DE' });
const ORDERS = [undated, waiting, reserved, update, described];

test.each<[string, Partial<Filters>, unknown]>([
	['the order changed last', {}, ['described', 'newOrder', false]],
	['one that fits the filters', { countries: ['DE'], types: ['activation'] }, ['described', 'newOrder', false]],
	['an older one that fits', { statuses: ['Customer feedback awaited'] }, ['waiting', 'newOrder', false]],
	['a change of status', { kinds: ['statusChanged'] }, ['described', 'statusChanged', false]],
	['a description', { kinds: ['descriptionChanged'] }, ['described', 'descriptionChanged', false]],
	['a deadline', { kinds: ['deadlineNear'] }, ['waiting', 'deadlineNear', false]],
	['a reservation', { kinds: ['reservationExpiring'] }, ['reserved', 'reservationExpiring', false]],
	['a decided port update', { kinds: ['childOrderDecided'] }, ['update', 'childOrderDecided', false]],
	[
		'a chosen event of an order that fits no filter, with a word on it',
		{ kinds: ['deadlineNear'], statuses: ['Expired'] },
		['waiting', 'deadlineNear', true],
	],
	[
		'of several events the one the latest order has',
		{ kinds: ['deadlineNear', 'descriptionChanged'] },
		['described', 'descriptionChanged', false],
	],
	[
		'of the status before nothing is known: it does not count',
		{ kinds: ['statusChanged'], previousStatuses: ['Delayed'], previousGroups: ['failed'] },
		['described', 'statusChanged', false],
	],
	['no event chosen: any order, with a word on it', { kinds: [] }, ['described', 'newOrder', true]],
])('the test step shows %s', (_, more, expected) => {
	expect(brief(sampleOf(ORDERS, filters(more)))).toEqual(expected);
});

test('an order that has had none of the chosen events is shown under a chosen name, with a word on it', () => {
	const found = sampleOf([undated, reserved], filters({ kinds: ['deadlineNear', 'childOrderDecided'] }));
	expect(brief(found)).toEqual(['reserved', 'deadlineNear', true]);
	expect(found?.note).toContain('chosen events');
	expect(sampleOf([waiting], filters({ countries: ['DE'] }))?.note).toContain('matches the filters');
	expect(sampleOf([], filters())).toBeUndefined();
});

test('a finished order is no example of a deadline, nor one without a description of a description', () => {
	const committed = { type: 'portIn', country: 'GB', portDate: NOW, changed: NOW };
	const open = seen('open', 'Firm order commitment', committed);
	expect(brief(sampleOf([open], filters({ kinds: ['deadlineNear'] })))).toEqual(['open', 'deadlineNear', false]);
	const finished = { ...open, isFinal: true };
	expect(brief(sampleOf([finished], filters({ kinds: ['deadlineNear'] })))).toEqual(['open', 'deadlineNear', true]);
	expect(brief(sampleOf([undated], filters({ kinds: ['descriptionChanged'] })))).toEqual([
		'undated',
		'descriptionChanged',
		true,
	]);
	const uncounted = seen('r', 'Completed', { type: 'reservation' });
	expect(brief(sampleOf([uncounted], filters({ kinds: ['reservationExpiring'] })))).toEqual([
		'r',
		'reservationExpiring',
		false,
	]);
});

test('an example has the shape of its event', () => {
	const of = (kind: string): unknown =>
		sampleOf([{ ...reserved, description: 'x' }], filters({ kinds: [kind] }))?.event;
	expect(of('newOrder')).toEqual({
		eventId: expect.stringMatching(/^[\da-f]{32}$/) as string,
		event: 'newOrder',
		orderId: 'reserved',
		previousStatus: null,
		status: 'Completed',
		order: { ...reserved, description: 'x' },
	});
	expect(of('statusChanged')).toMatchObject({ previousStatus: null });
	expect(of('descriptionChanged')).toMatchObject({ previousStatus: 'Completed' });
	expect(of('reservationExpiring')).toMatchObject({ previousStatus: 'Completed', more: { stillReserved: [] } });
});

describe('the list is looked at', () => {
	const listed = (id: string, more: Partial<Listed> = {}): Listed => ({
		id,
		status: 'In progress',
		type: 'activation',
		...more,
	});
	const long = (count: number): Listed[] => Array.from({ length: count }, (_, index) => listed(String(index)));

	test('at both ends', async () => {
		const list = fakeOrderList(
			() => [...long(350), listed('last', { changedAt: new Date(NOW).toISOString() })],
			{},
			{ pageSize: 100 },
		);
		expect((await readSample(list, filters()))?.event.orderId).toBe('last');
		expect(list.asked).toEqual(['0', '251']);
	});

	test('once, where it is short, or has no total', async () => {
		const short = fakeOrderList(() => long(20), {}, { pageSize: 100 });
		await readSample(short, filters());
		expect(short.asked).toEqual(['0']);
		const middle = fakeOrderList(() => long(150), {}, { pageSize: 100 });
		await readSample(middle, filters());
		expect(middle.asked).toEqual(['0', '100']);
		const unsaid = fakeOrderList(() => long(300), { total: () => undefined }, { pageSize: 100 });
		await readSample(unsaid, filters());
		expect(unsaid.asked).toEqual(['0']);
	});

	test('by the filters, where none at the ends fits', async () => {
		const list = fakeOrderList(
			() => [
				...long(200),
				listed('port', { type: 'portIn', changedAt: new Date(NOW).toISOString() }),
				...long(400).slice(200),
			],
			{ created: (orders) => orders.filter(({ type }) => type === 'portIn') },
			{ pageSize: 100 },
		);
		const found = await readSample(list, filters({ types: ['portIn'] }));
		expect([found?.event.orderId, found?.note]).toEqual(['port', undefined]);
		expect(list.asked.at(-1)).toBe('type=portIn 0');
		const all = filters({ statuses: ['A', 'B'], types: ['portIn'], countries: ['GB'], customerReference: 'ref' });
		await readSample(list, all);
		expect(list.asked.at(-1)).toBe('status=A type=portIn country=GB customerReference=ref 0');
	});

	test('not by filters it has no parameter for, nor where one at the ends fits', async () => {
		const list = fakeOrderList(() => long(3), {}, { pageSize: 100 });
		expect((await readSample(list, filters({ groups: ['failed'] })))?.note).toBeDefined();
		expect((await readSample(list, filters({ types: ['activation'] })))?.note).toBeUndefined();
		expect(list.asked).toEqual(['0', '0']);
	});

	test('and an unreadable one is an error; without orders there is nothing to show', async () => {
		await expect(
			readSample(
				fakeOrderList(() => [{ id: '1' }]),
				filters(),
			),
		).rejects.toThrow(/cannot be read/);
		expect(
			await readSample(
				fakeOrderList(() => []),
				filters(),
			),
		).toBeUndefined();
	});
});
