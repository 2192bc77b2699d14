import type { INodeProperties } from 'n8n-workflow';

import { resources } from '../../../nodes/ColtWholesaleSip/registry';
import { propertiesOf } from '../../../nodes/shared/operation/properties';
import { problemOf } from '../thrown';
import { requestOf, sent } from './sent';

const form = (value: Record<string, unknown>) => ({ mappingMode: 'defineBelow', value });
const GB = '+442081324758';
const shared = { ranges: [{ start: GB, end: GB }], productOffering: { name: 'Wholesale SIP' } };

/** What the editor gets of an operation's fields. */
const fieldsOf = (operation: string): INodeProperties[] =>
	propertiesOf(resources).filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation));

describe('port in', () => {
	const documents = [
		{ type: 'loa', fileName: 'loa.pdf', content: 'TE9B' },
		{ type: 'invoice', fileName: 'bill.pdf', content: 'QklMTA==' },
		{ type: 'regulatoryAssignment', fileName: 'acm.pdf', content: 'QUNN' },
		{ type: 'regulatoryAssignment', fileName: 'acm2.pdf', content: 'QUNNMg==' },
	];

	it('sends everything', () => {
		const additionalFields = {
			customerReference: 'My Customer',
			serviceProfile: 'ANH',
			portWindow: '09:00-12:00',
			notes: 'Call first',
			operatorName: 'Old Telco',
			operatorAccount: 'A-1',
			mainBillingNumber: GB,
			outOfHours: true,
			cvp: 'C1',
			routingPrefix: 'R1',
			portContactName: 'Jo',
			portContactPhone: GB,
			portContactEmail: 'jo@example.com',
			operatorCode: 'CUPID 1',
			operatorCustomerNumber: 'K-1',
			contractOwner: 'Acme Holding',
			lineType: 'Multi Line',
			contractHandling: 'continuation',
			migrationCode: 'M1',
			signeeName: 'Jo',
			portScope: 'partial',
		};
		const endCustomer = form({ endCustomerName: 'Acme', city: 'London', directoryPublish: false });
		expect(
			sent(
				'porting: portIn',
				{ numberRangeStart: GB, portDate: '2026-12-01T09:00:00.000+02:00', endCustomer, additionalFields },
				{ documents },
			),
		).toEqual({
			call: 'POST /v1/portIn/order',
			body: {
				...shared,
				relatedParty: {
					reseller: { serviceProfile: 'ANH', country: 'GB' },
					endCustomer: { customerReference: 'My Customer', name: 'Acme', address: { city: 'London', country: 'GB' } },
				},
				directoryService: { publish: false },
				portDate: '2026-12-01',
				portWindow: '09:00-12:00',
				notes: 'Call first',
				currentOperator: {
					name: 'Old Telco',
					accountNumber: 'A-1',
					code: 'CUPID 1',
					customerNumber: 'K-1',
					contractOwner: 'Acme Holding',
				},
				lineType: 'multi',
				contractHandling: 'continuation',
				migrationCode: 'M1',
				signeeName: 'Jo',
				portScope: 'partial',
				mainBillingNumber: GB,
				outOfHours: true,
				cvp: 'C1',
				routingPrefix: 'R1',
				contact: { name: 'Jo', phone: GB, email: 'jo@example.com' },
				loaFileName: 'loa.pdf',
				loaFileContent: 'TE9B',
				documents: [
					{ type: 'invoice', fileName: 'bill.pdf', fileContent: 'QklMTA==' },
					{ type: 'regulatoryAssignment', fileName: 'acm2.pdf', fileContent: 'QUNNMg==' },
				],
				regulatoryAssignmentFileName: 'acm.pdf',
				regulatoryAssignmentFileContent: 'QUNN',
			},
		});
	});

	it('takes the losing operator from its own fields, as a node of version 2 has them', () => {
		const { body } = sent('porting: portIn', {
			numberRangeStart: GB,
			operatorName: 'Old Telco',
			operatorAccount: 'A-1',
		});
		expect(body).toMatchObject({ currentOperator: { name: 'Old Telco', accountNumber: 'A-1' } });
	});

	it('refuses a contact whose email address cannot be one', () => {
		const additionalFields = { portContactEmail: 'jo.example.com' };
		expect(problemOf(() => requestOf('porting: portIn', { numberRangeStart: GB, additionalFields })).field).toBe(
			'Porting Contact Email',
		);
	});

	it('sends the least', () => {
		expect(sent('porting: portIn', { numberRangeStart: GB }).body).toEqual({
			...shared,
			relatedParty: { reseller: { country: 'GB' } },
		});
	});

	it('keeps a false that was meant', () => {
		expect(
			sent('porting: portIn', { numberRangeStart: GB, additionalFields: { outOfHours: false } }).body,
		).toMatchObject({ outOfHours: false });
	});
});

describe('portability check', () => {
	it('sends ranges and reseller', () => {
		expect(
			sent('porting: checkPortability', { numberRangeStart: GB, additionalFields: { serviceProfile: 'ANH' } }),
		).toEqual({
			call: 'POST /v1/checkPortability',
			body: { ...shared, relatedParty: { reseller: { serviceProfile: 'ANH', country: 'GB' } } },
		});
	});
});

describe('port date', () => {
	const dated = (portDate: unknown) => requestOf('porting: portIn', { numberRangeStart: GB, portDate }).body?.portDate;

	test.each([
		['2026-12-01', '2026-12-01'],
		[' 2026-12-01 ', '2026-12-01'],
		['2026-12-01T00:30:00', '2026-12-01'],
		['2026-12-01 00:30:00', '2026-12-01'],
		['2026-11-30T23:30:00-11:00', '2026-12-01'],
		['1.12.2026', '2026-12-01'],
		['20261201', '2026-12-01'],
		['2028-02-29', '2028-02-29'],
		['', undefined],
		[undefined, undefined],
		[null, undefined],
		[{ toISO: () => '2026-12-01T00:00:00.000+00:00' }, '2026-12-01'],
	])('%j is the day %j', (written, day) => expect(dated(written)).toBe(day));

	test.each([
		'tomorrow',
		'01/12/2026',
		'2026-13-01',
		'2026-02-30',
		'2027-02-29',
		'2026-12',
		{ toISODate: () => '2026-12-01' },
		'٢٠٢٦-١٢-٠١',
		0,
	])('%j is no date', (written) => {
		expect(problemOf(() => dated(written))).toMatchObject({ kind: 'input', field: 'Port Date', outcome: 'notSent' });
	});
});

describe('details of European ports', () => {
	const shownFor = (operation: string, country: string): string[] => {
		const more = fieldsOf(operation).find(({ name }) => name === 'additionalFields')?.options ?? [];
		return (more as INodeProperties[])
			.filter(({ displayOptions }) => {
				const [values] = Object.values(displayOptions?.show ?? {});
				return values !== undefined && (values as string[]).includes(country);
			})
			.map(({ name }) => name);
	};

	test.each([
		['GB', ['lineType']],
		['NL', ['contractHandling']],
		['IT', ['migrationCode']],
		['FI', ['signeeName']],
		['DE', ['contractOwner']],
		['FR', []],
		['', ['contractHandling', 'contractOwner', 'lineType', 'migrationCode', 'signeeName']],
	])('%j shows %j', (country, names) => {
		expect(shownFor('portIn', country === '' ? 'auto' : country).toSorted()).toEqual(names);
		expect(shownFor('modify', country).toSorted()).toEqual(names);
	});

	test('a correction of the order has them too', () => {
		const additionalFields = { operatorName: 'Old', operatorCustomerNumber: 'K-2', migrationCode: 'M2' };
		expect(
			requestOf('porting: modify', { orderId: { __rl: true, mode: 'id', value: '1' }, additionalFields }).body,
		).toMatchObject({ currentOperator: { name: 'Old', customerNumber: 'K-2' }, migrationCode: 'M2' });
	});
});
