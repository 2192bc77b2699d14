import type { RequestContext } from '../../../nodes/shared/operation/types';
import { problemOf } from '../thrown';
import { requestOf, sent } from './sent';

const form = (value: Record<string, unknown>) => ({ mappingMode: 'defineBelow', value });
const customer = form({ endCustomerName: 'Acme', city: 'Town', directoryPublish: false });
const plain = form({ endCustomerName: 'Acme', city: 'Town' });
const NL088 = '+31881234567';
/** 6 January 2025; 120 calendar days later is 6 May. */
const NOW = Date.parse('2025-01-06T09:00:00Z');
const documents = ['loa', 'regulatoryAssignment'].map((type) => ({ type, fileName: `${type}.pdf`, content: 'QQ==' }));
const ranges = (count: number, start = '+4420813200') => ({
	range: Array.from({ length: count }, (_, index) => ({ start: `${start}${String(index).padStart(2, '0')}`, end: '' })),
});
const mixed = { range: [{ start: '+31208882000', end: '' }] };
const nlCustomer = { endCustomer: customer };

interface Rule {
	rule: string;
	operation: string;
	params: Record<string, unknown>;
	field: string;
	context?: Partial<RequestContext>;
}

const rangeRules = (operation: string, more: Record<string, unknown> = {}): Rule[] => [
	{
		rule: 'more than 20 ranges',
		operation,
		params: { ...more, numberRangeStart: '+442081324758', additionalFields: { furtherRanges: ranges(20) } },
		field: 'Further Ranges',
	},
	{
		rule: 'ranges of two countries',
		operation,
		params: {
			...more,
			numberRangeStart: '+442081324758',
			additionalFields: { furtherRanges: ranges(1, '+3338250120') },
		},
		field: 'Further Ranges',
	},
	{
		rule: '088 mixed with another code',
		operation,
		params: { ...more, numberRangeStart: NL088, additionalFields: { furtherRanges: mixed } },
		field: 'Further Ranges',
		context: { documents },
	},
];

const RULES: Rule[] = [
	...rangeRules('number: reserve'),
	...rangeRules('number: return'),
	...rangeRules('number: reactivate'),
	...rangeRules('number: activate', { endCustomer: customer }),
	...rangeRules('number: updateEndCustomer', { endCustomer: customer }),
	...rangeRules('porting: portIn', { endCustomer: customer }),
	...rangeRules('porting: checkPortability'),
	{
		rule: 'a lock in France',
		operation: 'number: reserve',
		params: { reserveBy: 'lockId', lockId: 'L', lockCountry: 'FR' },
		field: 'Country',
	},
	{
		rule: 'a lock in Germany',
		operation: 'number: reserve',
		params: { reserveBy: 'lockId', lockId: 'L', lockCountry: 'DE' },
		field: 'Country',
	},
	{
		rule: 'a lock in Zone B',
		operation: 'number: reserve',
		params: { reserveBy: 'lockId', lockId: 'L', lockCountry: 'PL' },
		field: 'Country',
	},
	{
		rule: 'locking in France',
		operation: 'freeNumberSupply: lock',
		params: { country: 'FR', lac: '1' },
		field: 'Country',
	},
	{
		rule: 'locking in Zone B',
		operation: 'freeNumberSupply: lock',
		params: { country: 'SK', lac: '2' },
		field: 'Country',
	},
	{
		rule: '088 by activation',
		operation: 'number: activate',
		params: { numberRangeStart: NL088, ...nlCustomer },
		field: 'Number Range Start',
	},
	{
		rule: '088 by reactivation',
		operation: 'number: reactivate',
		params: { numberRangeStart: NL088 },
		field: 'Number Range Start',
	},
	{
		rule: 'a German block above 100',
		operation: 'number: activate',
		params: { numberRangeStart: '+496956606000', numberRangeEnd: '+496956606100', endCustomer: plain },
		field: 'Regulator Approval (DE)',
	},
	{
		rule: 'no name',
		operation: 'number: activate',
		params: { numberRangeStart: '+442081324758', endCustomer: form({ city: 'London' }) },
		field: 'End Customer Name',
	},
	{
		rule: 'no address',
		operation: 'number: activate',
		params: { numberRangeStart: '+442081324758', endCustomer: form({ endCustomerName: 'Acme' }) },
		field: 'End Customer',
	},
	{
		rule: 'no directory entry in Spain',
		operation: 'number: activate',
		params: { numberRangeStart: '+34917881234', endCustomer: plain },
		field: 'Directory Service',
	},
	{
		rule: 'a field of another country',
		operation: 'number: activate',
		params: {
			numberRangeStart: '+442081324758',
			endCustomer: form({ endCustomerName: 'Acme', city: 'London', province: 'Kent' }),
		},
		field: 'Province',
	},
	{
		rule: 'ADD in Germany',
		operation: 'number: updateEndCustomer',
		params: { numberRangeStart: '+496956606000', updateAction: 'ADD', endCustomer: plain },
		field: 'Update',
	},
	{
		rule: 'ADD without name',
		operation: 'number: updateEndCustomer',
		params: { numberRangeStart: '+442081324758', updateAction: 'ADD', endCustomer: form({ city: 'London' }) },
		field: 'End Customer Name',
	},
	{
		rule: 'MODIFY of nothing',
		operation: 'number: updateEndCustomer',
		params: { numberRangeStart: '+442081324758' },
		field: 'End Customer',
	},
	{
		rule: 'MODIFY without directory entry in Belgium',
		operation: 'number: updateEndCustomer',
		params: { numberRangeStart: '+3225551212', endCustomer: plain },
		field: 'Directory Service',
	},
	{
		rule: 'a Spanish nomadic number',
		operation: 'porting: portIn',
		params: { numberRangeStart: '+34512345678' },
		field: 'Number Range Start',
	},
	{
		rule: '088 without ACM document',
		operation: 'porting: portIn',
		params: { numberRangeStart: NL088, ...nlCustomer },
		context: { documents: documents.slice(0, 1) },
		field: 'Documents',
	},
	{
		rule: '088 from another operator without LOA',
		operation: 'porting: portIn',
		params: { numberRangeStart: NL088, ...nlCustomer, additionalFields: { operatorName: 'Other Telecom' } },
		context: { documents: documents.slice(1) },
		field: 'Documents',
	},
	{
		rule: 'a Dutch date 121 days ahead, which is no First Possible Date',
		operation: 'porting: portIn',
		params: { numberRangeStart: '+31208882000', portDate: '2025-05-07', ...nlCustomer },
		context: { now: NOW },
		field: 'Port Date',
	},
	{
		rule: 'a Dutch First Possible Date nine months ahead',
		operation: 'porting: acceptPortOut',
		params: { orderId: 'A-1', acceptPortOutCountry: 'NL', additionalFields: { portDate: '2025-10-06' } },
		context: { now: NOW },
		field: 'Port Date',
	},
	{
		rule: 'a city in France',
		operation: 'number: searchFree',
		params: { country: 'FR', filters: { city: 'Paris' } },
		field: 'City',
	},
	{
		rule: 'counting by city in France',
		operation: 'freeNumberSupply: count',
		params: { country: 'FR', lac: '01', additionalFields: { city: 'Paris' } },
		field: 'City',
	},
	{
		rule: 'a backfill by city in France',
		operation: 'freeNumberSupply: requestBackfill',
		params: { country: 'FR', lac: '01', additionalFields: { city: 'Paris' } },
		field: 'City',
	},
	{
		rule: 'a Dutch port-in without name',
		operation: 'porting: portIn',
		params: { numberRangeStart: '+31208882000' },
		field: 'End Customer Name',
	},
	{
		rule: 'a Dutch port-in without directory entry',
		operation: 'porting: portIn',
		params: { numberRangeStart: '+31208882000', endCustomer: plain },
		field: 'Directory Service',
	},
];

describe('what the documents forbid', () => {
	test.each(RULES)('$operation: $rule is refused, naming $field', ({ operation, params, context, field }) => {
		const problem = problemOf(() => requestOf(operation, params, context));
		expect(problem).toMatchObject({ kind: 'input', field, outcome: 'notSent' });
		expect(problem.message.startsWith(field)).toBe(true);
		expect(problem.remedy).toMatch(/[A-Z].{15,}/);
	});

	test.each(RULES)('$operation: $rule is sent with checks off', ({ operation, params, context }) => {
		expect(sent(operation, params, { ...context, checks: false }).call).toMatch(/^(GET|POST) /);
	});
});

describe('what the documents allow', () => {
	test.each<[string, string, Record<string, unknown>, Partial<RequestContext>]>([
		[
			'20 ranges in one order',
			'number: reserve',
			{ numberRangeStart: '+442081324758', additionalFields: { furtherRanges: ranges(19) } },
			{},
		],
		[
			'two 088 ranges',
			'number: return',
			{ numberRangeStart: NL088, additionalFields: { furtherRanges: { range: [{ start: '+31881234568', end: '' }] } } },
			{},
		],
		[
			'a German block of 100',
			'number: activate',
			{ numberRangeStart: '+496956606000', numberRangeEnd: '+496956606099', endCustomer: plain },
			{},
		],
		[
			'a large German block, approved',
			'number: activate',
			{
				numberRangeStart: '+496956606000',
				numberRangeEnd: '+496956606999',
				endCustomer: plain,
				additionalFields: { regulatorApproval: true },
			},
			{},
		],
		[
			'a large block elsewhere',
			'number: activate',
			{ numberRangeStart: '+442081320000', numberRangeEnd: '+442081329999', endCustomer: plain },
			{},
		],
		[
			'088 by port-in with both documents',
			'porting: portIn',
			{ numberRangeStart: NL088, ...nlCustomer, additionalFields: { operatorName: 'Other' } },
			{ documents },
		],
		[
			'own 088 numbers with the ACM document alone',
			'porting: portIn',
			{ numberRangeStart: NL088, ...nlCustomer },
			{ documents: documents.slice(1) },
		],
		[
			'a Dutch date 120 days ahead',
			'porting: portIn',
			{ numberRangeStart: '+31208882000', portDate: '2025-05-06', ...nlCustomer },
			{ now: NOW },
		],
		[
			'a British date nine months ahead',
			'porting: portIn',
			{ numberRangeStart: '+442081324758', portDate: '2025-10-06', endCustomer: customer },
			{ now: NOW },
		],
		['returning a 088 number', 'number: return', { numberRangeStart: NL088 }, {}],
		[
			'an activation without form where the documents have no rule',
			'number: activate',
			{ numberRangeStart: '+4722123456' },
			{},
		],
		['a port-in without form outside the Netherlands', 'porting: portIn', { numberRangeStart: '+34917881234' }, {}],
		['a pre-activation in Spain', 'number: activate', { numberRangeStart: '+34917881234', preActivation: true }, {}],
		[
			'MODIFY of the directory entry alone',
			'number: updateEndCustomer',
			{ numberRangeStart: '+442081324758', endCustomer: form({ directoryPublish: true }) },
			{},
		],
		[
			'MODIFY of the Dutch emergency address alone',
			'number: updateEndCustomer',
			{ numberRangeStart: '+31208882000', endCustomer: form({ emergencyCity: 'Utrecht' }) },
			{},
		],
	])('%s', (_, operation, params, context) => expect(sent(operation, params, context).call).toMatch(/^POST /));
});

describe('form of the input, checked whatever the checks', () => {
	test.each([
		['number: reserve', { numberRangeStart: 'x' }, 'Number Range Start'],
		['number: return', { numberRangeStart: '+442081324758', numberRangeEnd: '+442081324757' }, 'Number Range End'],
		['number: activate', { numberRangeStart: '+442081324758', country: 'XX' }, 'Country'],
		['porting: portIn', { numberRangeStart: '+442081324758', portDate: 'soon' }, 'Port Date'],
		['number: reactivate', { numberRangeStart: '+12025550123' }, 'Number Range Start'],
	])('%s %j', (operation, params, field) => {
		expect(problemOf(() => requestOf(operation, params, { checks: false })).field).toBe(field);
	});
});
