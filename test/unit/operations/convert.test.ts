import { convert } from '../../../nodes/ColtWholesaleSip/resources/number/convert';
import type { Params } from '../../../nodes/shared/operation/types';
import { problemOf } from '../thrown';

const computed = (params: Params) =>
	convert.compute({
		...Object.fromEntries(convert.fields.map(({ name, default: value }) => [name, value])),
		...params,
	});
const split = {
	inputFormat: 'split',
	splitCountry: 'FR',
	areaCode: '3',
	areaCodeExtn: '8250',
	rangeStart: '1230',
	rangeEnd: '1239',
};

describe('convert', () => {
	it('turns a number into the split form', () => {
		expect(
			computed({ numberRangeStart: '03.82.50.12.30', numberRangeEnd: '03.82.50.12.39', country: 'FR' }),
		).toMatchObject({
			numberRangeStart: '+33382501230',
			numberRangeEnd: '+33382501239',
			size: 10,
			areaCode: '3',
			areaCodeExtn: '8250',
			rangeStart: '1230',
			rangeEnd: '1239',
		});
	});

	it('turns the split form into a number', () => {
		expect(computed(split)).toMatchObject({
			numberRangeStart: '+33382501230',
			numberRangeEnd: '+33382501239',
			country: 'FR',
			size: 10,
		});
	});

	it('makes one number of an empty range end', () =>
		expect(computed({ ...split, rangeEnd: '' })).toMatchObject({ numberRangeEnd: '+33382501230', size: 1 }));

	test.each([
		['geographic', '+390230411234'],
		['nomadic', '+39230411234'],
	])('Italy, %s', (italianType, number) => {
		expect(
			computed({
				...split,
				splitCountry: 'IT',
				italianType,
				areaCode: '02',
				areaCodeExtn: '3041',
				rangeStart: '1234',
				rangeEnd: '',
			}),
		).toMatchObject({ numberRangeStart: number });
	});

	test.each([
		[{ numberRangeStart: '' }, 'Number Range Start'],
		[{ numberRangeStart: '020 8132 4758' }, 'Number Range Start'],
		[{ numberRangeStart: '+442081324758', numberRangeEnd: '+442081324750' }, 'Number Range End'],
		[{ ...split, splitCountry: 'XX' }, 'Country'],
		[{ ...split, areaCode: '' }, 'Area Code'],
		[{ ...split, splitCountry: 'DE' }, 'Area Code Extension'],
		[{ ...split, rangeStart: 'xxx0' }, 'Range Start'],
		[{ ...split, rangeEnd: '1229' }, 'Range End'],
	])('refuses %j', (params, field) =>
		expect(problemOf(() => computed(params))).toMatchObject({ kind: 'input', field, outcome: 'notSent' }),
	);
});
