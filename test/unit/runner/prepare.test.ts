import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { convert } from '../../../nodes/ColtWholesaleSip/resources/number/convert';
import { prepare } from '../../../nodes/shared/runner/prepare';
import { readParams } from '../../../nodes/shared/runner/readParams';
import { operationOf } from '../operations/sent';
import { problemFrom } from '../thrown';

interface Item {
	parameters: Record<string, unknown>;
	json?: IDataObject;
	execution?: string;
	node?: string;
	origin?: string;
}

/** The little of n8n's context that one item is read through. */
const contextOf = ({ parameters, json = {}, node = 'N' }: Item): IExecuteFunctions =>
	({
		getNodeParameter: (name: string, _: number, fallback?: unknown) => parameters[name] ?? fallback,
		getInputData: () => [{ json }, { json }],
		getNode: () => ({ id: node, parameters: { numberRangeStart: '={{ $json.number }}' } }),
	}) as unknown as IExecuteFunctions;

const prepared = async (
	name: string,
	item: Item,
	{ itemIndex = 0, runIndex = 0, defaultServiceProfile = '', tries = undefined as string | undefined } = {},
) =>
	await prepare(
		{
			context: contextOf(item),
			runIndex,
			runKey: item.execution ?? 'E',
			defaultServiceProfile,
			...(item.origin !== undefined && { origin: item.origin }),
			...(tries !== undefined && { execution: tries }),
		},
		operationOf(name),
		itemIndex,
	);

const reserve = (more: Record<string, unknown> = {}, options: Record<string, unknown> = {}): Item => ({
	parameters: { numberRangeStart: '+442081324758', ...more, options },
});

describe('identity and tracking ID', () => {
	const identityOf = async (item: Item, place = {}) => (await prepared('number: reserve', item, place)).identity;

	it('are the same for every try of the same item', async () => {
		expect(await identityOf(reserve())).toBe(await identityOf(reserve()));
		const { call, identity } = await prepared('number: reserve', reserve());
		expect(call.trackingId).toBe(identity);
	});

	test.each<[string, Item, object]>([
		['execution', { ...reserve(), execution: 'E2' }, {}],
		['node', { ...reserve(), node: 'N2' }, {}],
		['run of the node, as in a loop', reserve(), { runIndex: 1 }],
		['item', reserve(), { itemIndex: 1 }],
		['number', reserve({ numberRangeStart: '+442081324759' }), {}],
		['environment', { ...reserve(), origin: 'https://sandbox.apis.colt.net' }, {}],
		['service profile of the credential', reserve(), { defaultServiceProfile: 'ANH' }],
		['body patch', reserve({}, { bodyPatch: '{"a":1}' }), {}],
		['extra parameter', reserve({}, { extraQuery: { parameter: [{ name: 'a', value: '1' }] } }), {}],
	])('differ by %s', async (_, item, place) =>
		expect(await identityOf(item, place)).not.toBe(await identityOf(reserve())),
	);

	describe('of the tries in one execution', () => {
		const input = { ...reserve(), json: { number: '+442081324758' } };
		const later: Item = {
			...input,
			parameters: { ...input.parameters, additionalFields: { customerReference: 'at 12:00:01' } },
		};

		it('stay, though an expression such as $now gives each try another request', async () => {
			const tries = { tries: 'workflow/1' };
			const first = await identityOf(input, tries);
			expect(await identityOf(later, tries)).toBe(first);
			expect(await identityOf(later, { tries: 'workflow/2' })).not.toBe(first);
		});

		test.each<[string, Item, object]>([
			['item', later, { itemIndex: 1 }],
			['run of the node', later, { runIndex: 1 }],
			['input, as of a tool that is called again', { ...later, json: { number: '+442081324759' } }, {}],
		])('are others for another %s', async (name, item, place) => {
			const tries = `workflow/${name}`;
			const first = await identityOf(input, { tries });
			expect(await identityOf(item, { ...place, tries })).not.toBe(first);
		});
	});

	it("the tracking ID may be the user's own, the identity stays", async () => {
		const { call, identity } = await prepared('number: reserve', reserve({}, { trackingId: ' own-1 ' }));
		expect([call.trackingId, identity]).toEqual(['own-1', await identityOf(reserve())]);
	});
});

describe('options', () => {
	it('reach the call', async () => {
		const extraQuery = {
			parameter: [
				{ name: ' a ', value: 1 },
				{ name: 'b', value: '' },
			],
		};
		const { call } = await prepared('number: reserve', reserve({}, { bodyPatch: '{"lockId": null}', extraQuery }));
		expect(call).toMatchObject({ bodyPatch: { lockId: null }, extraQuery: { a: '1', b: '' } });
	});

	it('switch the local checks off', async () => {
		const item = (localChecks: boolean): Item => ({
			parameters: { numberRangeStart: '+31881234567', options: { localChecks } },
		});
		expect((await problemFrom(prepared('number: reactivate', item(true)))).field).toBe('Number Range Start');
		await expect(prepared('number: reactivate', item(false))).resolves.toBeDefined();
	});

	test.each<[string, Record<string, unknown>, string]>([
		['tracking ID', { trackingId: 'has blanks' }, 'Tracking ID'],
		['body patch', { bodyPatch: '[1]' }, 'Body Patch (JSON)'],
		['parameter name', { extraQuery: { parameter: [{ name: ' ', value: 'x' }] } }, 'Extra Query Parameters'],
	])('a bad %s is refused by name', async (_, options, field) =>
		expect(await problemFrom(prepared('number: reserve', reserve({}, options)))).toMatchObject({
			kind: 'input',
			field,
		}),
	);

	test.each([0, -1, 'much', Number.NaN])('a largest file of %j MB is refused by name', async (largestFileMb) => {
		const item: Item = { parameters: { numberRangeStart: '+442081324758', options: { largestFileMb } } };
		expect((await problemFrom(prepared('porting: portIn', item))).field).toBe('Largest File (MB)');
	});
});

describe('limits of lists', () => {
	test.each<[Record<string, unknown>, number]>([
		[{ limit: 7 }, 7],
		[{ limit: '7' }, 7],
		[{}, 50],
		[{ returnAll: true, limit: 7 }, Number.POSITIVE_INFINITY],
	])('%j is %d', async (parameters, limit) =>
		expect((await prepared('order: getMany', { parameters })).limit).toBe(limit),
	);

	test.each([0, -1, 1.5, 'many', ''])('a limit of %j is refused', async (limit) => {
		expect((await problemFrom(prepared('order: getMany', { parameters: { limit } }))).field).toBe('Limit');
	});

	it('there is none where a list has no limit field, nor for what is no list', async () => {
		expect((await prepared('number: get', reserve())).limit).toBe(Number.POSITIVE_INFINITY);
		expect((await prepared('number: reserve', reserve({ limit: 1 }))).limit).toBe(Number.POSITIVE_INFINITY);
	});
});

describe('fields', () => {
	it('whose expression fails are told by name', async () => {
		const context = contextOf(reserve());
		const failing = {
			...context,
			getNodeParameter: (name: string, ...rest: unknown[]) => {
				if (name === 'numberRangeStart') throw new Error("Referenced node doesn't exist");
				return (context.getNodeParameter as (...args: unknown[]) => unknown)(name, ...rest);
			},
		} as unknown as IExecuteFunctions;
		expect(
			await problemFrom(prepare({ context: failing, runIndex: 0, runKey: 'E' }, operationOf('number: reserve'), 0)),
		).toMatchObject({
			kind: 'input',
			field: 'Number Range Start',
			outcome: 'notSent',
			message: "Number Range Start cannot be read: Referenced node doesn't exist",
		});
	});

	it('that the editor hides have their default', () => {
		const params = readParams(
			contextOf({ parameters: { reserveBy: 'lockId', lockId: 'L', numberRangeStart: 'left over' } }),
			operationOf('number: reserve'),
			0,
		);
		expect(params).toMatchObject({ reserveBy: 'lockId', lockId: 'L', lockCountry: 'GB', numberRangeStart: '' });
	});

	it('that depend on a field that is hidden itself are hidden too', () => {
		const params = readParams(
			contextOf({
				parameters: {
					numberRangeStart: '+442081324758',
					inputFormat: 'number',
					splitCountry: 'IT',
					italianType: 'nomadic',
				},
			}),
			convert,
			0,
		);
		expect(params).toMatchObject({ splitCountry: 'FR', italianType: 'geographic' });
	});

	test.each([
		['a switch', { preActivation: 'false' }, 'number: activate', 'Pre-Activation'],
		['a choice', { reserveBy: 'Number Range' }, 'number: reserve', 'Reserve By'],
	])('that n8n has left out because %s is stored as a text are not taken for empty', async (_, stored, name, field) => {
		const parameters = { numberRangeStart: '+442081324758', ...stored };
		const context = {
			...contextOf({ parameters }),
			getNode: () => ({ id: 'N', parameters }),
		} as unknown as IExecuteFunctions;
		expect(await problemFrom(prepare({ context, runIndex: 0, runKey: 'E' }, operationOf(name), 0))).toMatchObject({
			kind: 'input',
			field,
			check: 'option',
		});
	});

	it('take the columns of the input item', async () => {
		const endCustomer = { mappingMode: 'autoMapInputData', value: null };
		const { call } = await prepared('number: activate', {
			parameters: { numberRangeStart: '+442081324758', endCustomer },
			json: { 'End customer name': 'Acme', City: 'London' },
		});
		expect(call.request.body?.relatedParty).toMatchObject({
			endCustomer: { name: 'Acme', address: { city: 'London', country: 'GB' } },
		});
	});
});
