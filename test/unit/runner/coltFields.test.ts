import type { Problem } from '../../../nodes/shared/errors/problem';
import { model } from '../../../nodes/ColtWholesaleSip/registry';
import type { CountryCode } from '../../../nodes/shared/lifecycle/countries';
import { findOperation } from '../../../nodes/shared/operation/properties';
import type { CallOperation } from '../../../nodes/shared/operation/types';
import { labelsByColtName, withLabels } from '../../../nodes/shared/runner/coltFields';

const operation = (resource: string, name: string): CallOperation =>
	findOperation(model.resources, resource, name) as CallOperation;
const refusal = (vendorMessage: string): Problem => ({
	kind: 'api',
	message: `Colt refused it: ${vendorMessage}`,
	remedy: 'r',
	outcome: 'refused',
	vendorMessage,
});
const told = (
	vendorMessage: string,
	country: CountryCode = 'GB',
	[resource = '', name = ''] = ['number', 'activate'],
) => withLabels(refusal(vendorMessage), labelsByColtName(operation(resource, name), country));

describe("Colt's names of fields come with the labels of the form", () => {
	test.each<[string, CountryCode, string, string | undefined]>([
		[
			'customerRegistrationNumber is missing',
			'GB',
			'customerRegistrationNumber (End Customer: Registration Number) is missing',
			'End Customer: Registration Number',
		],
		[
			'customerRegistrationNumber is missing',
			'ES',
			'customerRegistrationNumber (End Customer: VAT ID (NIF, CIF)) is missing',
			'End Customer: VAT ID (NIF, CIF)',
		],
		[
			'relatedParty.endCustomerDetails.customerRegistrationNumber is missing',
			'GB',
			'relatedParty.endCustomerDetails.customerRegistrationNumber (End Customer: Registration Number) is missing',
			'End Customer: Registration Number',
		],
		['endCustomerDetails is missing', 'GB', 'endCustomerDetails (End Customer) is missing', 'End Customer'],
		['numberRangeStart is not E.164', 'GB', 'numberRangeStart (Number Range Start) is not E.164', 'Number Range Start'],
		[
			'attachmentList (tri-partite agreement) is missing',
			'FR',
			'attachmentList (Documents) (tri-partite agreement) is missing',
			'Documents',
		],
		[
			'numberRangeStart and attachmentList',
			'FR',
			'numberRangeStart (Number Range Start) and attachmentList (Documents)',
			undefined,
		],
		['the city is missing', 'GB', 'the city is missing', undefined],
		['somethingElse is missing', 'GB', 'somethingElse is missing', undefined],
		[
			'numberRangeStart numberRangeStart',
			'GB',
			'numberRangeStart (Number Range Start) numberRangeStart',
			'Number Range Start',
		],
	])('%s (%s)', (message, country, text, field) => {
		const problem = told(message, country);
		expect(problem.message).toBe(`Colt refused it: ${text}`);
		expect(problem.field).toBe(field);
		expect(problem.vendorMessage).toBe(message);
	});

	test.each<[CountryCode, string]>([
		['GB', 'End Customer: Street Name'],
		['NL', 'Emergency Street Name or End Customer: Street Name'],
	])('a street in %s is one of the places where the form has it: %s', (country, label) =>
		expect(labelsByColtName(operation('porting', 'portIn'), country).get('streetName')).toBe(label),
	);

	it('leaves a problem alone that is not in the words of Colt', () => {
		const own: Problem = { kind: 'input', message: 'numberRangeStart', remedy: 'r', outcome: 'notSent' };
		expect(withLabels(own, labelsByColtName(operation('number', 'activate'), 'GB'))).toBe(own);
	});
});
