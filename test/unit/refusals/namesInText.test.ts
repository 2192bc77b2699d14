import { refusedNames } from '../../../nodes/shared/refusals/namesInPayload';
import { namesInText } from '../../../nodes/shared/refusals/namesInText';

/** `name?` is missing, `name!` is not known, `name~` has a bad value, `name+` is offered in place of another. */
const brief = (names: ReturnType<typeof namesInText>): string =>
	names
		.map(({ name, complaint, isOffered }) =>
			isOffered === true ? `${name}+` : `${name}${{ missing: '?', unknown: '!', invalid: '~' }[complaint]}`,
		)
		.join(' ');

describe('names of fields in the sentences of a refusal', () => {
	test.each<[string, string]>([
		// Colt's documents and the simulator
		['Mandatory field missing: relatedParty.reseller.country', 'relatedParty.reseller.country?'],
		['customerRegistrationNumber is missing', 'customerRegistrationNumber?'],
		['The field customerRef is not expected.', 'customerRef!'],
		['numberRangeList.0.numberRangeStart must match pattern "^\\+"', 'numberRangeList.0.numberRangeStart~'],
		['The query parameter <country> is not expected.', 'country!'],
		// TMF
		['Attribute "vatNumber" is mandatory', 'vatNumber?'],
		['Missing mandatory attribute: requestedCompletionDate', 'requestedCompletionDate?'],
		// Spring and Bean Validation
		["Required request parameter 'country' for method parameter type String is not present", 'country?'],
		["Required String parameter 'countryCode' is not present", 'countryCode?'],
		['endCustomer.vatNumber: must not be null', 'endCustomer.vatNumber?'],
		['endCustomer.vatNumber must not be blank', 'endCustomer.vatNumber?'],
		["Field error in object 'order' on field 'portDate': rejected value [x]", 'order~ portDate~'],
		// Jackson
		[
			'Unrecognized field "customerRegistrationNumber" (class net.colt.EndCustomer), not marked as ignorable ' +
				'(3 known properties: "vatNumber", "companyName", "siteAddress"])',
			'customerRegistrationNumber! vatNumber+ companyName+ siteAddress+',
		],
		// JSON schema validators
		["must have required property 'vatNumber'", 'vatNumber?'],
		['object has missing required properties (["vatNumber"])', 'vatNumber?'],
		[
			'object instance has properties which are not allowed by the schema: ["customerRegistrationNumber"]',
			'customerRegistrationNumber!',
		],
		['$.endCustomer.vatNumber: is missing but it is required', '$.endCustomer.vatNumber?'],
		['$.vatNo: is not defined in the schema and the schema does not allow additional properties', '$.vatNo!'],
		['instance requires property "vatNumber"', 'vatNumber?'],
		["'vatNumber' is a required property", 'vatNumber?'],
		["Additional properties are not allowed ('vatNo' was unexpected)", 'vatNo!'],
		['#/numberRanges/0/startFullNumber: is not a valid number', '#/numberRanges/0/startFullNumber~'],
		// .NET, Laravel, Go
		['The VatNumber field is required.', 'VatNumber?'],
		['json: unknown field "vatNo"', 'vatNo!'],
		['The city field is required.', 'city?'],
		['Parameter city is required', 'city?'],
		['city: must not be blank', 'city?'],
		['missing field: country', 'country?'],
		// names that are offered
		['Unknown field customerReg. Did you mean vatNumber?', 'customerReg! vatNumber+'],
		["Property 'address' is not recognised, use 'siteAddress' instead", 'address! siteAddress+'],
		['Unknown query parameter areaCode; expected one of: lac, lacExtn, town_name', 'areaCode! lacExtn+ town_name+'],
		['country_code is required; country is not permitted', 'country_code? country!'],
	])('%s', (text, names) => expect(brief(namesInText(text))).toBe(names));

	test.each([
		'The city is unknown to us.',
		'Das Feld ist leer. Bitte Stadt und Postleitzahl angeben.',
		'La ville est obligatoire, le pays aussi.',
		'Der Vertrag ist nicht bekannt. Die Nummer fehlt.',
		'An error occurred. Please contact support@colt.example or see https://portal.colt.example/help.html.',
		'java.lang.NullPointerException at com.colt.OrderService.place(OrderService.java:17)',
		'Number +442081324758 is not available',
		'',
	])('no name is read from: %s', (text) => expect(namesInText(text)).toEqual([]));

	it('a long text takes no time worth mentioning, and not many names', () => {
		const text = `${'a.'.repeat(200_000)} ${'"x'.repeat(100_000)} ${'field '.repeat(100_000)}`;
		expect(namesInText(text).length).toBeLessThanOrEqual(40);
	});
});

describe('names of fields in the members of a refusal', () => {
	test.each<[string, unknown, string]>([
		[
			'Spring',
			{
				status: 400,
				errors: [{ field: 'endCustomer.vatNumber', defaultMessage: 'must not be null', code: 'NotNull' }],
			},
			'endCustomer.vatNumber?',
		],
		[
			'Bean Validation',
			{ violations: [{ propertyPath: 'body.companyName', message: 'may not be empty' }] },
			'body.companyName?',
		],
		[
			'RFC 9457',
			{ title: 'Bad Request', 'invalid-params': [{ name: 'portDate', reason: 'must be in the future' }] },
			'portDate~',
		],
		[
			'ajv',
			{
				errors: [
					{
						instancePath: '',
						keyword: 'required',
						params: { missingProperty: 'vatNumber' },
						message: "must have required property 'vatNumber'",
					},
				],
			},
			'vatNumber?',
		],
		[
			'ajv, unknown',
			[
				{
					keyword: 'additionalProperties',
					params: { additionalProperty: 'vatNo' },
					message: 'must NOT have additional properties',
				},
			],
			'vatNo!',
		],
		['JSON API', { errors: [{ detail: 'is required', source: { pointer: '/data/attributes/vatNumber' } }] }, ''],
		[
			'Pydantic',
			{ detail: [{ loc: ['body', 'endCustomer', 'name'], msg: 'Field required', type: 'missing' }] },
			'body.endCustomer.name?',
		],
		[
			'Pydantic, unknown',
			{ detail: [{ loc: ['body', 'vatNo'], msg: 'Extra inputs are not permitted', type: 'extra_forbidden' }] },
			'body.vatNo!',
		],
		['ASP.NET', { errors: { 'endCustomer.name': ['The name field is required.'] } }, 'endCustomer.name?'],
		[
			'TMF',
			{
				code: '002',
				reason: 'Bad field',
				message: 'Attribute "vatNumber" is mandatory',
				referenceError: 'https://colt.example/002',
			},
			'vatNumber?',
		],
		[
			"Colt's own",
			{ code: '002', reason: 'Field rule', message: 'The field customerRef is not expected.' },
			'customerRef!',
		],
	])('%s', (_, body, names) => expect(brief(refusedNames('', body))).toBe(names));
});
