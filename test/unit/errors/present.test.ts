import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { redact, secretForms } from '../../../nodes/shared/client/redact';
import { describe as told, toErrorJson, toNodeError, toProblem } from '../../../nodes/shared/errors/present';
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

describe('lines under an error', () => {
	test.each<[string, Problem, number | undefined, string]>([
		[
			'a refusal',
			api,
			3,
			'Item 3 (the first is 0). Check the order ID. (HTTP status 404, Colt code 001, tracking ID trk-1)',
		],
		[
			'bad input',
			inputError('Port Date', 'is empty', 'Give it.').problem,
			0,
			'Item 0 (the first is 0), field Port Date. Nothing was sent to Colt for this item. Give it.',
		],
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
			undefined,
			'It is not known whether Colt carried the request out. Look. (network code ECONNRESET, tracking ID t)',
		],
		[
			'a batch',
			{ ...api, batch: 'Of 2 items 1 was done.', placedOrders: ['A', 'B'] },
			1,
			'Item 1 (the first is 0). Check the order ID. Of 2 items 1 was done. Orders placed before this failure: A, B. (HTTP status 404, Colt code 001, tracking ID trk-1)',
		],
	])('%s', (_, problem, item, text) => expect(told(problem, item)).toBe(text));
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
		expect(error.message).toBe(api.message);
	});

	it('continue-on-fail items have every field', () => {
		expect(toErrorJson({ ...api, field: 'F', batch: 'B' }, 4)).toEqual({
			error: 'Colt knows no such resource',
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
			batch: 'B',
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
