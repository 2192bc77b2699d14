import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { redact, secretForms } from '../../../nodes/shared/client/redact';
import { describe as told, headline, toErrorJson, toNodeError, toProblem } from '../../../nodes/shared/errors/present';
import { ColtError, inputError } from '../../../nodes/shared/errors/problem';
import type { Problem } from '../../../nodes/shared/errors/problem';

const node: INode = {
	id: '1',
	name: 'Colt',
	type: 'coltWholesaleSip',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const api: Problem = {
	kind: 'api',
	message: 'Colt knows no such resource',
	remedy: 'Check the order ID.',
	outcome: 'refused',
	httpStatus: 404,
	code: '001',
	reason: 'R',
	vendorMessage: 'M',
	trackingId: 'trk-1',
};

describe('input errors', () => {
	it('name the field, twice', () => {
		expect(inputError('Port Date', '"x" is not a date', 'Write it like 2026-12-01.', 'notADate').problem).toEqual({
			kind: 'input',
			check: 'notADate',
			message: 'Port Date "x" is not a date',
			remedy: 'Write it like 2026-12-01.',
			field: 'Port Date',
			outcome: 'notSent',
		});
	});

	it('show the remedy where n8n looks for it', () =>
		expect(inputError('F', 'is empty', 'Fill it in.').description).toBe('Fill it in.'));
});

describe('anything thrown becomes a problem', () => {
	it('ours as it is', () => expect(toProblem(new ColtError(api))).toBe(api));

	it("n8n's own in its words", () => {
		expect(
			toProblem(new NodeOperationError(node, 'Expression failed', { description: 'Look at the field' })),
		).toMatchObject({
			kind: 'configuration',
			message: 'Expression failed',
			remedy: 'Look at the field',
			outcome: 'notSent',
		});
	});

	test.each([
		[new Error('odd'), 'odd'],
		['text', 'text'],
		[undefined, 'undefined'],
		[null, 'null'],
		[17, '17'],
	])('%j', (thrown, message) =>
		expect(toProblem(thrown)).toMatchObject({ message, remedy: 'Check the node and its credential.' }),
	);
});

describe('the first line says what happened, and whether the order may exist', () => {
	const nothing = inputError('Port Date', '"x" is not a date', 'Write it like 2026-12-01.').problem;
	const lost: Problem = { kind: 'network', message: 'The connection was lost', remedy: 'Look.', outcome: 'unknown' };
	const third = { item: 'Item 3 of 5 (+442081324758)' };
	test.each<[string, Problem, string]>([
		['no call', nothing, 'Port Date "x" is not a date'],
		['nothing sent', { ...nothing, effect: 'order' }, 'Port Date "x" is not a date. Nothing was sent.'],
		['a read refused', { ...api, effect: 'read' }, 'Colt knows no such resource'],
		['an order refused', { ...api, effect: 'order' }, 'Colt knows no such resource. No order was placed.'],
		['a change refused', { ...api, effect: 'write' }, 'Colt knows no such resource. Nothing was changed.'],
		[
			'an order that may exist',
			{ ...lost, effect: 'order' },
			'The connection was lost. The order may exist at Colt: do not send it again before checking.',
		],
		[
			'a change that may have been made',
			{ ...lost, effect: 'write' },
			'The connection was lost. The change may have been made at Colt: do not send it again before checking.',
		],
		[
			'one of several, nothing sent at all',
			{ ...nothing, ...third, effect: 'order' },
			'Item 3 of 5 (+442081324758): Port Date "x" is not a date. Nothing was sent.',
		],
		[
			'one of several, others ordered',
			{ ...api, ...third, effect: 'order', others: '2 other items are ordered already' },
			'Item 3 of 5 (+442081324758): Colt knows no such resource. No order was placed for this item. 2 other ' +
				'items are ordered already.',
		],
		[
			'one that may exist, others ordered',
			{ ...lost, ...third, effect: 'order', others: '1 other item is ordered already' },
			'Item 3 of 5 (+442081324758): The connection was lost. The order may exist at Colt: do not send it again ' +
				'before checking. 1 other item is ordered already.',
		],
		[
			'lines and blanks',
			{ ...api, message: 'Colt said:\n  No!', effect: 'order' },
			'Colt said: No! No order was placed.',
		],
	])('%s', (_, problem, text) => expect(headline(problem)).toBe(text));

	it('does not let a long text of Colt hide it', () => {
		const line = headline({ ...api, message: `No: ${'x'.repeat(5_000)}`, effect: 'order' });
		expect(line.length).toBeLessThan(500);
		expect(line).toMatch(/ No order was placed\.$/);
	});
});

describe('lines under an error', () => {
	test.each<[string, Problem, string]>([
		['a refusal', api, 'Check the order ID. (HTTP status 404, Colt code 001, tracking ID trk-1)'],
		['bad input', inputError('Port Date', 'is empty', 'Give it.').problem, "Field 'Port Date'. Give it."],
		[
			'an unknown outcome',
			{
				kind: 'network',
				message: 'x',
				remedy: 'Look.',
				outcome: 'unknown',
				networkCode: 'ECONNRESET',
				trackingId: 't',
			},
			'Look. (network code ECONNRESET, tracking ID t)',
		],
		[
			'one of several',
			{ ...api, item: 'Item 2 of 2 (+49891234)', field: 'Country', batch: 'Done: item 1.', placedOrders: ['A'] },
			"Item 2 of 2 (+49891234), field 'Country'. Check the order ID. Done: item 1. (HTTP status 404, Colt code " +
				'001, tracking ID trk-1)',
		],
	])('%s', (_, problem, text) => expect(told(problem)).toBe(text));
});

describe("n8n's errors", () => {
	test.each(['api', 'network', 'authentication'] as const)('%s is a NodeApiError with our own text', (kind) => {
		const error = toNodeError(node, { ...api, kind, message: 'Own text with ECONNREFUSED' }, 2);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Own text with ECONNREFUSED',
			httpCode: '404',
			context: { itemIndex: 2, problem: { kind, code: '001' } },
		});
		expect(error.description).toContain('tracking ID trk-1');
	});

	test.each(['input', 'configuration', 'cancelled'] as const)('%s is a NodeOperationError', (kind) => {
		const error = toNodeError(node, { ...api, kind });
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('Colt knows no such resource');
	});

	it('count items once: the editor does not add its own count from 0', () => {
		const one = toNodeError(node, api, 2);
		expect(JSON.parse(JSON.stringify(one.context))).toMatchObject({ itemIndex: 2 });
		const ofSeveral = toNodeError(node, { ...api, item: 'Item 3 of 5' }, 2);
		expect(ofSeveral.context.itemIndex).toBe(2);
		expect(JSON.parse(JSON.stringify(ofSeveral.context))).not.toHaveProperty('itemIndex');
	});

	it('continue-on-fail items have every field', () => {
		expect(toErrorJson({ ...api, field: 'F', effect: 'order' }, 4)).toEqual({
			error: 'Colt knows no such resource. No order was placed.',
			errorKind: 'api',
			itemIndex: 4,
			remedy: 'Check the order ID.',
			outcome: 'refused',
			httpStatus: 404,
			code: '001',
			reason: 'R',
			vendorMessage: 'M',
			trackingId: 'trk-1',
			field: 'F',
		});
	});
});

describe('secrets', () => {
	const secret = 's3cr+t.$&';
	const leaky: Problem = {
		...api,
		message: `a ${secret} b ${secret}`,
		remedy: secret,
		reason: `x${secret}`,
		vendorMessage: secret.repeat(2),
		field: secret,
		batch: secret,
	};

	it('are redacted in every text', () => {
		const clean = redact(leaky, secretForms([secret, 'token']));
		expect(JSON.stringify(clean)).not.toContain(secret);
		expect(clean).toMatchObject({ message: 'a *** b ***', vendorMessage: '******', httpStatus: 404 });
	});

	it('that are empty hide nothing', () => expect(redact(api, secretForms(['', '']))).toEqual(api));
	it('leave the original alone', () => {
		redact(leaky, secretForms([secret]));
		expect(leaky.remedy).toBe(secret);
	});
});
