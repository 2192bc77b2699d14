import { optionsField } from '../../../nodes/shared/fields/options';
import { readField } from '../../../nodes/shared/input/readField';
import type { ReadableField } from '../../../nodes/shared/input/readField';
import type { Params } from '../../../nodes/shared/operation/types';
import { filled, operationOf } from '../operations/sent';
import { problemOf } from '../thrown';

/** Reads all fields of an operation, as the editor has stored them unless told otherwise. */
function check(params: Params, name = 'porting: portIn'): void {
	const values = filled(operationOf(name), params);
	for (const field of [...operationOf(name).fields, optionsField])
		readField(field, values[field.name], { stored: undefined });
}

describe('the kind of a value fits its field', () => {
	test.each<[string, Params, string]>([
		['an object for a text', { numberRangeStart: { number: '+442081350001' } }, 'Number Range Start'],
		['a list for a text', { numberRangeStart: ['+442081350001'] }, 'Number Range Start'],
		['an object without methods', { numberRangeStart: Object.create(null) }, 'Number Range Start'],
		['a text of a mebibyte', { country: 'x'.repeat(1_048_576) }, 'Country'],
		['a list for a group', { additionalFields: [1] }, 'Additional Fields'],
		['a text for a group', { additionalFields: 'notes' }, 'Additional Fields'],
		['an object within a group', { additionalFields: { notes: { length: 3 } } }, 'Note'],
		['an object within a row', { documents: { document: [{ type: {}, binaryField: 'loa' }] } }, 'Type'],
		['a text for a row', { documents: { document: ['loa'] } }, 'Documents'],
		['an object for a number of the options', { options: { timeoutSeconds: { toString: null } } }, 'Timeout (Seconds)'],
	])('%s', (_, params, field) => {
		const problem = problemOf(() => check(params));
		expect(problem).toMatchObject({ kind: 'input', field, outcome: 'notSent' });
		expect(problem.message.length).toBeLessThan(200);
	});

	test.each<[string, Params]>([
		['texts, and numbers for texts', { numberRangeStart: 442_081_350_001, portDate: '2099-06-01' }],
		['moments', { portDate: new Date() }],
		['nothing', { portDate: null, additionalFields: undefined, documents: '' }],
		['a merge patch as object', { options: { bodyPatch: { a: { b: 1 } } } }],
		['an order ID around which n8n has put its list', { numberRangeStart: { __rl: true, mode: 'id', value: 'A-1' } }],
		['the end customer form', { endCustomer: { mappingMode: 'defineBelow', value: { city: 'London' } } }],
	])('takes %s', (_, params) => expect(() => check(params)).not.toThrow());

	it('reads an order ID as text or as the list gives it', () => {
		expect(() => check({ orderId: { __rl: true, mode: 'id', value: 'A-1' } }, 'order: get')).not.toThrow();
		expect(() => check({ orderId: 'A-1' }, 'order: get')).not.toThrow();
		expect(
			problemOf(() => check({ orderId: { __rl: true, mode: 'id', value: { id: 'A-1' } } }, 'order: get')).field,
		).toBe('Order');
	});

	it('reads a choice of several', () => {
		expect(() => check({ statuses: ['Completed'] }, 'order: waitForStatus')).not.toThrow();
		expect(problemOf(() => check({ statuses: [{}] }, 'order: waitForStatus')).kind).toBe('input');
	});
});

describe('what an expression leaves empty', () => {
	const field = (type: ReadableField['type'], more: Partial<ReadableField> = {}): ReadableField => ({
		displayName: 'Label',
		name: 'field',
		type,
		default: '',
		...more,
	});
	const EXPRESSION = { stored: '={{ $json.field }}' };
	const TYPES: ReadonlyArray<ReadableField['type']> = [
		'string',
		'number',
		'boolean',
		'options',
		'multiOptions',
		'dateTime',
		'collection',
		'fixedCollection',
		'json',
	];

	test.each(TYPES.flatMap((type) => [undefined, null, '', ' ', []].map((value) => [type, value] as const)))(
		'is refused for %s: %j',
		(type, value) =>
			expect(problemOf(() => readField(field(type), value, EXPRESSION))).toMatchObject({
				field: 'Label',
				check: 'missing',
			}),
	);

	test.each(TYPES.flatMap((type) => [undefined, null, ''].map((value) => [type, value] as const)))(
		'is refused in a filter, by expression or not, for %s: %j',
		(type, value) => {
			for (const stored of [undefined, '', '={{ $json.field }}'])
				expect(problemOf(() => readField(field(type), value, { stored, within: 'filters' }))).toMatchObject({
					message: 'Label is empty: remove the filter to list all',
				});
		},
	);

	it('is meant where an empty text says something', () => {
		const end = field('string', { emptyIsMeant: true });
		expect(readField(end, '', EXPRESSION)).toBe('');
		expect(readField(end, ' ', EXPRESSION)).toBe('');
		for (const nothing of [undefined, null])
			expect(problemOf(() => readField(end, nothing, EXPRESSION)).check).toBe('missing');
		const any = field('options', { options: [{ name: 'Any', value: '' }] });
		expect(readField(any, '', EXPRESSION)).toBe('');
		expect(problemOf(() => readField(any, null, EXPRESSION)).check).toBe('missing');
	});

	it('is found in rows and groups, by what is stored there', () => {
		const stored = { furtherRanges: { range: [{ start: '+44', end: '={{ $json.end }}' }] }, customerReference: '' };
		const more = operationOf('number: reserve').fields.find(({ name }) => name === 'additionalFields') as ReadableField;
		const value = (end: unknown) => ({
			furtherRanges: { range: [{ start: '+442081350001', end }] },
			customerReference: '',
		});
		expect(readField(more, value(''), { stored })).toEqual(value(''));
		expect(problemOf(() => readField(more, value(undefined), { stored }))).toMatchObject({
			field: 'Number Range End',
			check: 'missing',
		});
	});
});

test("Colt's own words beyond a list pass with Local Checks off, and no others", () => {
	const type = operationOf('number: searchFree').fields.find(({ name }) => name === 'numberType') as ReadableField;
	const update = operationOf('number: updateEndCustomer').fields.find(
		({ name }) => name === 'updateAction',
	) as ReadableField;
	const read = (field: ReadableField, value: string, checks: boolean) =>
		readField(field, value, { stored: undefined, checks });
	expect(read(type, 'Premium', false)).toBe('Premium');
	expect(read(type, 'non-geographic', false)).toBe('Non Geo');
	expect(problemOf(() => read(type, 'Premium', true)).field).toBe('Number Type');
	expect(problemOf(() => read(update, 'REMOVE', false)).field).toBe('Update');
});
