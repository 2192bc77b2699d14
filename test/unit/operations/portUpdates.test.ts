import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';
import { problemOf } from '../thrown';
import { operationOf, requestOf, sent } from './sent';

const ID = '55eca520-ea16-4979-a09d-9ac6e060ed82';
const orderId = { __rl: true, mode: 'id', value: ID };
const DAY = '2026-12-01';
const documents = [{ type: 'loa', fileName: 'loa.pdf', content: 'TE9B' }];
const documentBody = { loaFileName: 'loa.pdf', loaFileContent: 'TE9B' };

interface Row {
	action: string;
	country: CountryCode;
	/** Fields besides order and country, all of them. */
	params: Record<string, unknown>;
	body: Record<string, unknown>;
}

const ROWS: Row[] = [
	{
		action: 'changeDate',
		country: 'GB',
		params: { portDate: DAY, additionalFields: { portWindow: '09:00-12:00', notes: 'Note' } },
		body: { portDate: DAY, portWindow: '09:00-12:00', notes: 'Note' },
	},
	{
		action: 'modify',
		country: 'GB',
		params: {
			additionalFields: {
				portDate: DAY,
				portWindow: '09:00-12:00',
				notes: 'Note',
				operatorName: 'Old Telco',
				operatorAccount: 'A-1',
				mainBillingNumber: '+442081324758',
				furtherRanges: { range: [{ start: '+442081324758', end: '+442081324759' }] },
			},
		},
		body: {
			portDate: DAY,
			portWindow: '09:00-12:00',
			notes: 'Note',
			currentOperator: { name: 'Old Telco', accountNumber: 'A-1' },
			mainBillingNumber: '+442081324758',
			ranges: [{ start: '+442081324758', end: '+442081324759' }],
			...documentBody,
		},
	},
	{
		action: 'cancel',
		country: 'FR',
		params: { additionalFields: { reason: 'Moved', notes: 'Note' } },
		body: { reason: { text: 'Moved' }, notes: 'Note' },
	},
	{ action: 'sendNote', country: 'NL', params: { notes: 'Note' }, body: { notes: 'Note', ...documentBody } },
	{
		action: 'acceptPortOut',
		country: 'NL',
		params: { additionalFields: { portDate: DAY, notes: 'Note' } },
		body: { portDate: DAY, notes: 'Note' },
	},
	{
		action: 'rejectPortOut',
		country: 'DE',
		params: { reason: 'Contract runs', additionalFields: { notes: 'Note' } },
		body: { reason: { text: 'Contract runs' }, notes: 'Note' },
	},
	{
		action: 'schedulePort',
		country: 'NL',
		params: { portDate: DAY, additionalFields: { portWindow: '09:00-12:00', notes: 'Note' } },
		body: { portDate: DAY, portWindow: '09:00-12:00', notes: 'Note' },
	},
	{ action: 'activatePort', country: 'NL', params: { additionalFields: { notes: 'Note' } }, body: { notes: 'Note' } },
];

const paramsOf = ({ action, country, params }: Row) => ({ orderId, [`${action}Country`]: country, ...params });

describe('every port update with all its fields', () => {
	test.each(ROWS)('$action', (row) => {
		const { action, country, body } = row;
		const params = paramsOf(row);
		const additionalFields = { ...(params as { additionalFields?: object }).additionalFields, serviceProfile: 'ANH' };
		expect(sent(`porting: ${action}`, { ...params, additionalFields }, { documents })).toEqual({
			call: 'POST /v1/portUpdate/order',
			body: {
				orderId: ID,
				action,
				productOffering: { name: 'Wholesale SIP' },
				relatedParty: { reseller: { serviceProfile: 'ANH', country } },
				...body,
			},
		});
		expect(requestOf(`porting: ${action}`, params).echo).toEqual({ parentOrderId: ID, action, country });
	});

	test.each(ROWS.filter(({ country }) => country !== 'NL'))('$action without a country', (row) => {
		const body = sent(`porting: ${row.action}`, { ...paramsOf(row), [`${row.action}Country`]: '' }).body;
		expect(body).not.toHaveProperty('relatedParty');
	});
});

describe('order', () => {
	test.each(ROWS)('$action needs it', (row) => {
		for (const value of ['', ' ', 'not an id', 'x'.repeat(37), '55eca520/..', undefined]) {
			const problem = problemOf(() =>
				requestOf(`porting: ${row.action}`, { ...paramsOf(row), orderId: { mode: 'id', value } }),
			);
			expect(problem).toMatchObject({ kind: 'input', field: 'Order', outcome: 'notSent' });
		}
	});

	it('trims it and takes it as plain text too', () => {
		for (const given of [` ${ID}`, { mode: 'list', value: `${ID} ` }]) {
			expect(requestOf('porting: cancel', { orderId: given }).body?.orderId).toBe(ID);
		}
	});
});

describe('countries of section 7', () => {
	const except = (...without: string[]) => COUNTRY_CODES.filter((country) => !without.includes(country));
	const ALLOWED: Record<string, readonly CountryCode[]> = {
		changeDate: except('NL', 'IT'),
		modify: except('NL'),
		cancel: except('NL'),
		sendNote: COUNTRY_CODES,
		acceptPortOut: ['AT', 'BE', 'CH', 'DE', 'NL'],
		rejectPortOut: ['AT', 'BE', 'CH', 'DE', 'NL'],
		schedulePort: ['NL'],
		activatePort: ['NL'],
	};

	test.each(ROWS)('$action is refused elsewhere, unless checks are off', (row) => {
		const { action } = row;
		for (const country of COUNTRY_CODES) {
			const params = { ...paramsOf(row), [`${action}Country`]: country };
			if (ALLOWED[action]?.includes(country) === true) {
				expect(requestOf(`porting: ${action}`, params).echo?.country).toBe(country);
				continue;
			}
			expect(problemOf(() => requestOf(`porting: ${action}`, params))).toMatchObject({
				field: 'Country',
				message: expect.stringContaining(country) as string,
			});
			expect(requestOf(`porting: ${action}`, params, { checks: false }).body?.relatedParty).toEqual({
				reseller: { serviceProfile: undefined, country },
			});
		}
	});

	test.each(ROWS)('$action offers them alone', ({ action }) => {
		const field = operationOf(`porting: ${action}`).fields.find(({ name }) => name === `${action}Country`);
		const values = (field?.options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));
		expect(values.filter((value) => value !== '').toSorted()).toEqual([...(ALLOWED[action] ?? [])].toSorted());
	});

	it('refuses a country that is none, checks or not', () => {
		for (const checks of [true, false]) {
			expect(problemOf(() => requestOf('porting: cancel', { orderId, cancelCountry: 'XX' }, { checks })).field).toBe(
				'Country',
			);
		}
	});
});

describe('what an update cannot do without', () => {
	test.each([
		['changeDate', { portDate: '' }, 'Port Date'],
		['changeDate', { portDate: 'soon' }, 'Port Date'],
		['schedulePort', { portDate: '' }, 'Port Date'],
		['modify', { additionalFields: { portDate: 'soon' } }, 'Port Date'],
		['acceptPortOut', { additionalFields: { portDate: 'soon' } }, 'Port Date'],
		['sendNote', { notes: ' ' }, 'Note'],
		['rejectPortOut', { reason: ' ' }, 'Reason'],
	])('%s with %j', (action, change, field) => {
		const row = ROWS.find((one) => one.action === action) as Row;
		for (const checks of [true, false]) {
			expect(
				problemOf(() => requestOf(`porting: ${action}`, { ...paramsOf(row), ...change }, { checks })),
			).toMatchObject({ kind: 'input', field, outcome: 'notSent' });
		}
	});
});
