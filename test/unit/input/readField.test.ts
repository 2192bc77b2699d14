import { optionsField } from '../../../nodes/shared/fields/options';
import { readField } from '../../../nodes/shared/input/readField';
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
