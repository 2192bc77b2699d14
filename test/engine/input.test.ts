import type { IDataObject } from 'n8n-workflow';

import { startEngine } from './harness';
import type { Engine } from './harness';

/** Nothing listens here: a request that was sent all the same would fail differently. */
const NOWHERE = {
	environment: 'custom',
	baseUrl: 'http://127.0.0.1:1',
	clientId: 'id',
	clientSecret: 'secret',
	serviceProfile: '',
	accessToken: '',
};

const RESERVE = {
	resource: 'number',
	operation: 'reserve',
	numberRangeStart: '+442081324758',
	numberRangeEnd: '',
	country: 'auto',
};

describe('bad input is refused before anything is sent', () => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await startEngine({ coltOAuth2Api: NOWHERE });
	});

	const cases: Array<[string, IDataObject, string]> = [
		['not E.164', { numberRangeStart: '2081324758' }, 'Number Range Start'],
		['no number at all', { numberRangeStart: 'Main Street' }, 'Number Range Start'],
		['an empty start', { numberRangeStart: ' ' }, 'Number Range Start'],
		['an end that is no number', { numberRangeEnd: 'nine' }, 'Number Range End'],
		['an end before the start', { numberRangeEnd: '+442081324757' }, 'Number Range End'],
		['an end in another country', { numberRangeEnd: '+33382501230' }, 'Number Range End'],
		['a number outside the 20 countries', { numberRangeStart: '+12025550123' }, 'Number Range Start'],
		['an unknown country', { country: 'XX' }, 'Country'],
		['a country that does not match', { country: 'FR' }, 'Country'],
		['a long customer reference', { additionalFields: { customerReference: 'x'.repeat(51) } }, 'Customer Reference'],
		['a bad tracking ID', { options: { trackingId: 'has blanks' } }, 'Tracking ID'],
		['a tracking ID that is too long', { options: { trackingId: 'x'.repeat(256) } }, 'Tracking ID'],
		['malformed extra JSON', { options: { bodyPatch: '{"a":' } }, 'Body Patch (JSON)'],
		['extra JSON that is no object', { options: { bodyPatch: '[1]' } }, 'Body Patch (JSON)'],
		[
			'an extra parameter without name',
			{ options: { extraQuery: { parameter: [{ name: '', value: 'x' }] } } },
			'Extra Query Parameters',
		],
	];

	test.each(cases)('%s', async (_, change, field) => {
		const { error } = await engine.run({ parameters: { ...RESERVE, ...change } });
		expect(error?.message.startsWith(field)).toBe(true);
		expect(error?.message).toMatch(/ Nothing was sent\.$/);
		expect(error?.description).toContain(`Field '${field}'.`);
		expect(error?.context).toMatchObject({ itemIndex: 0, problem: { kind: 'input', field, outcome: 'notSent' } });
	});

	test('a bad order ID', async () => {
		const parameters = { resource: 'order', operation: 'get', orderId: { __rl: true, mode: 'id', value: 'a b' } };
		const { error } = await engine.run({ parameters });
		expect(error?.context).toMatchObject({ problem: { kind: 'input', field: 'Order' } });
	});

	test('one bad item of several stops the node before the first is sent, and is named', async () => {
		const parameters = { ...RESERVE, numberRangeStart: '={{ $json.number }}' };
		const items = [{ number: '+442081324758' }, { number: '+442081324759' }, { number: 'oops' }];
		const { error } = await engine.run({ parameters, items });
		expect(error?.context).toMatchObject({ itemIndex: 2, problem: { kind: 'input', outcome: 'notSent' } });
		expect(error?.message).toMatch(/^Item 3 of 3 \(oops\): Number Range Start .* Nothing was sent\.$/);
		expect(error?.description).toContain('Not sent: items 1 to 2.');
	});

	test('continue on fail turns each refusal into the output of its item', async () => {
		const parameters = { ...RESERVE, numberRangeStart: '={{ $json.number }}' };
		const { outputs } = await engine.run({
			parameters,
			items: [{ number: 'oops' }, { number: '' }],
			node: { onError: 'continueRegularOutput' },
		});
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.field, json.outcome, json.itemIndex, pairedItem])).toEqual([
			['Number Range Start', 'notSent', 0, { item: 0 }],
			['Number Range Start', 'notSent', 1, { item: 1 }],
		]);
	});

	test.each([
		['http to another machine', 'http://10.0.0.1:8080', 'not https'],
		['no URL', 'colt', 'is not a URL'],
		['a password in it', 'https://user:pass@colt.example', 'user name or password'],
	])('base URL with %s', async (_, baseUrl, text) => {
		const other = await startEngine({ coltOAuth2Api: { ...NOWHERE, baseUrl } });
		const { error } = await other.run({ parameters: RESERVE });
		expect(error?.message).toContain(text);
		expect(error?.context).toMatchObject({ problem: { kind: 'configuration', field: 'Base URL', outcome: 'notSent' } });
	});

	test('no credential', async () => {
		const other = await startEngine({});
		const { error } = await other.run({ parameters: RESERVE });
		expect(error?.message).toMatch(/credentials/i);
	});

	test('a server that is not there is told as unreachable, nothing sent, without the secret', async () => {
		const { error } = await engine.run({ parameters: RESERVE });
		expect(error?.context).toMatchObject({
			problem: { kind: 'network', outcome: 'notSent', networkCode: 'ECONNREFUSED' },
		});
		expect(JSON.stringify(error)).not.toContain('secret"');
	});
});
