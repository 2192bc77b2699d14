import { model } from '../../../nodes/ColtWholesaleSip/registry';
import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { compileCorrections } from '../../../nodes/shared/corrections/compile';
import { parseCorrections } from '../../../nodes/shared/corrections/document';
import type { ApiCorrections } from '../../../nodes/shared/corrections/document';
import type { Problem } from '../../../nodes/shared/errors/problem';
import { findOperation } from '../../../nodes/shared/operation/properties';
import type { CallOperation } from '../../../nodes/shared/operation/types';
import { refusedNames } from '../../../nodes/shared/refusals/namesInPayload';
import { explainRefusal } from '../../../nodes/shared/runner/explainRefusal';

const activate = findOperation(model.resources, 'number', 'activate') as CallOperation;
const search = findOperation(model.resources, 'number', 'searchFree') as CallOperation;
const orders = findOperation(model.resources, 'order', 'getMany') as CallOperation;

function explained(said: string, operation = activate, corrections?: ApiCorrections): Problem {
	const compiled = corrections && compileCorrections(wholesaleSip, corrections);
	const problem: Problem = {
		kind: 'api',
		message: `Refused: ${said}`,
		remedy: 'Correct it.',
		outcome: 'refused',
		vendorMessage: said,
		refusedNames: refusedNames(said, { code: '002', message: said }),
	};
	const correction = compiled?.get(operation.wire.id);
	return explainRefusal(problem, { operation, api: 'wholesaleSip', correction, country: 'ES' });
}

/** The request's corrections that are offered, of whatever operation. */
function offered({ correction }: Problem): unknown {
	if (correction === undefined) return undefined;
	const api = parseCorrections(correction)?.wholesaleSip ?? {};
	compileCorrections(wholesaleSip, api);
	return Object.values(api)[0]?.request;
}

const REGISTRATION = 'body.relatedParty.endCustomer.registrationNumber';
const VAT = 'End Customer: VAT ID (NIF, CIF)';

describe('a refusal that names a field of ours', () => {
	test.each<[string, CallOperation, string, string | undefined]>([
		['customerRegistrationNumber is missing', activate, `customerRegistrationNumber (${VAT}) is missing`, VAT],
		['city is required', activate, 'city (End Customer: City) is required', 'End Customer: City'],
		[
			'#/numberRangeList/0/numberRangeStart: is not E.164',
			activate,
			'numberRangeStart (Number Range Start): is not E.164',
			'Number Range Start',
		],
		[
			'Required request parameter "areaCode" is not present',
			search,
			'"areaCode (Local Area Code (LAC))" is not present',
			'Local Area Code (LAC)',
		],
		['Das Feld Stadt fehlt.', activate, 'Das Feld Stadt fehlt.', undefined],
		['La ville et le pays sont obligatoires.', activate, 'La ville et le pays sont obligatoires.', undefined],
	])('%s', (said, operation, text, field) => {
		const problem = explained(said, operation);
		expect(problem.message).toContain(text);
		expect(problem.field).toBe(field);
		expect(problem.correction).toBeUndefined();
		expect(problem.vendorMessage).toBe(said);
	});

	it('says what this package sends, and whether that is documented', () => {
		const { remedy } = explained('The field customerRegistrationNumber is not expected.');
		expect(remedy).toContain(`"customerRegistrationNumber" is what this package sends for '${VAT}' (an inferred name`);
		expect(remedy).toContain('Import Specification');
		expect(
			explained(
				'The field lockId is not expected.',
				findOperation(model.resources, 'number', 'reserve') as CallOperation,
			).remedy,
		).toContain("a name from Colt's documents");
	});
});

describe('a refusal that tells a name which is near', () => {
	test.each<[string, CallOperation, Record<string, unknown>]>([
		[
			'Unknown field customerRegistrationNumber. Did you mean vatNumber?',
			activate,
			{ [REGISTRATION]: 'body.relatedParty.endCustomerDetails.vatNumber' },
		],
		[
			'Unrecognized field "customerRegistrationNumber" (class net.colt.EndCustomer), not marked as ignorable ' +
				'(3 known properties: "vatNumber", "companyName", "siteAddress"])',
			activate,
			{ [REGISTRATION]: 'body.relatedParty.endCustomerDetails.vatNumber' },
		],
		[
			"must have required property 'registrationNo'",
			activate,
			{ [REGISTRATION]: 'body.relatedParty.endCustomerDetails.registrationNo' },
		],
		["Required String parameter 'countryCode' is not present", search, { 'query.country': 'query.countryCode' }],
		[
			'The query parameter <lastUpdate.gte> is not expected; use updatedFrom instead',
			orders,
			{ 'query.changedFrom': 'query.updatedFrom' },
		],
	])('%s', (said, operation, names) => {
		const problem = explained(said, operation);
		expect(offered(problem)).toEqual(names);
		expect(problem.remedy).toContain('If that is right, put this into Corrections (JSON)');
		expect(problem.remedy).toContain(problem.correction);
		expect(problem.remedy).toMatch(/Correct it\.$/);
	});

	it('a likely name is called likely', () =>
		expect(explained("must have required property 'registrationNo'").message).toContain(`(probably ${VAT})`));

	test.each([
		"must have required property 'contractKey'",
		'Mandatory field missing: salesChannel',
		'foo_bar is required',
	])('nothing is made up for %s', (said) => {
		const problem = explained(said);
		expect(problem.correction).toBeUndefined();
		expect(problem.remedy).toContain('This package has no field for');
	});
});

describe('with corrections in the credential', () => {
	const corrections: ApiCorrections = {
		activateNumbers: {
			request: {
				[REGISTRATION]: 'body.customer.taxId',
				'body.relatedParty.endCustomer.address.city': 'body.customer.town',
			},
		},
	};
	it("Colt's corrected names have the labels", () => {
		expect(explained('customer.taxId is not valid', activate, corrections).message).toContain(`taxId (${VAT})`);
		expect(explained('town is required', activate, corrections).message).toContain('town (End Customer: City)');
	});
	it('a second try is offered beside what stands there', () =>
		expect(offered(explained('Unknown field taxId. Did you mean taxNumber?', activate, corrections))).toEqual({
			[REGISTRATION]: 'body.customer.taxNumber',
		}));
});

it('an order that may exist is told of first', () => {
	const problem: Problem = {
		...explained('x'),
		kind: 'api',
		outcome: 'unknown',
		remedy: 'The order may exist.',
		refusedNames: [{ name: 'vatNo', complaint: 'missing' }],
	};
	const { remedy } = explainRefusal(problem, {
		operation: activate,
		api: 'wholesaleSip',
		correction: undefined,
		country: 'ES',
	});
	expect(remedy).toMatch(/^The order may exist\./);
});
