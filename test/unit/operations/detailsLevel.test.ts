import { problemOf } from '../thrown';
import { requestOf, sent } from './sent';

const endCustomer = {
	mappingMode: 'defineBelow',
	value: { endCustomerName: 'Acme', city: 'Amsterdam', directoryPublish: false, emergencyCity: 'Utrecht' },
};
const details = {
	endCustomer: { name: 'Acme', address: { city: 'Amsterdam', country: 'NL' } },
	directoryService: { publish: false },
	emergencyAddress: { city: 'Utrecht', country: 'NL' },
};
const furtherRanges = { range: [{ start: '+31208882010', end: '+31208882019' }] };
const ordered = [
	{ start: '+31208882000', end: '+31208882000' },
	{ start: '+31208882010', end: '+31208882019' },
];
const params = (detailsLevel: string) => ({
	numberRangeStart: '+31208882000',
	endCustomer,
	additionalFields: { detailsLevel, furtherRanges, customerReference: 'Ref' },
});

describe('Dutch details, document 001', () => {
	test.each(['number: activate', 'number: updateEndCustomer', 'porting: portIn'])(
		'%s: at the order, or at each number',
		(operation) => {
			expect(sent(operation, params('order')).body).toMatchObject({
				ranges: ordered,
				relatedParty: {
					reseller: { country: 'NL' },
					endCustomer: { ...details.endCustomer, customerReference: 'Ref' },
				},
				directoryService: details.directoryService,
				emergencyAddress: details.emergencyAddress,
			});
			const body = sent(operation, params('cli')).body as Record<string, unknown>;
			expect(body.ranges).toEqual(ordered.map((range) => ({ ...range, ...details })));
			expect(body.relatedParty).toEqual({ reseller: { country: 'NL' }, endCustomer: { customerReference: 'Ref' } });
			expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['directoryService']));
			expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['emergencyAddress']));
		},
	);

	test.each(['number: activate', 'number: updateEndCustomer', 'porting: portIn'])(
		'%s: the number level is refused elsewhere, unless checks are off',
		(operation) => {
			const form = { mappingMode: 'defineBelow', value: { endCustomerName: 'Acme', city: 'London' } };
			const elsewhere = {
				numberRangeStart: '+442081324758',
				endCustomer: form,
				additionalFields: { detailsLevel: 'cli' },
			};
			expect(problemOf(() => requestOf(operation, elsewhere))).toMatchObject({
				kind: 'input',
				field: 'Details Level (NL)',
				outcome: 'notSent',
			});
			expect(sent(operation, elsewhere, { checks: false }).body).toMatchObject({
				ranges: [{ start: '+442081324758', endCustomer: { name: 'Acme' } }],
			});
		},
	);
});
