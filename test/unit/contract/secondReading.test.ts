import { loadContract } from '../../../contract/tools/load';
import { decodeResponse, encodeBody, encodeQuery } from '../../../nodes/shared/contract/codec';
import { inbound, wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { numberItem, orderItem } from '../../../nodes/shared/operation/records';
import { readOrder } from '../../../nodes/shared/orders/record';

const { getOrder, searchInventory, checkPortability, portIn, updatePort } = wholesaleSip.operations;
const order = (wire: object): Record<string, unknown> =>
	decodeResponse(getOrder, { id: '1', orderStatus: 'Rejected', ...wire });
const split = { areaCode: '3', areaCodeExtn: '8250', rangeStart: '1230', rangeEnd: '1239' };
const joined = { numberRangeStart: '+33382501230', numberRangeEnd: '+33382501239' };

describe('the split form is read where the full numbers are missing (000)', () => {
	test.each([
		['the inventory', searchInventory],
		['a portability check', checkPortability],
		['Inbound numbers', inbound.operations.searchNumbers],
	])('in %s', (_, operation) => {
		const [record] = decodeResponse<typeof operation>(operation, [split]) as unknown[];
		expect(numberItem(record, 'FR')).toMatchObject(joined);
		expect(numberItem(record, undefined)).not.toHaveProperty('numberRangeStart');
	});

	test('in the ranges of an Inbound order', () => {
		expect(decodeResponse(inbound.operations.getOrder, { id: '1', numberRangeList: [split] })).toMatchObject({
			ranges: [{ lac: '3', lacExtension: '8250', splitStart: '1230', splitEnd: '1239' }],
		});
	});
});

describe('what TM Forum calls an order and its parts is read', () => {
	test.each<[string, object, object]>([
		['orderDate', { orderDate: '2026-03-01T08:00:00Z' }, { createdAt: '2026-03-01T08:00:00Z' }],
		['requestedCompletionDate', { requestedCompletionDate: '2026-03-01' }, { requestedDate: '2026-03-01' }],
		[
			'note[]',
			{ note: [{ text: 'Call', author: 'Colt', date: '2026-03-01' }] },
			{ notes: [{ text: 'Call', author: 'Colt', date: '2026-03-01' }] },
		],
		['notes as texts', { note: ['Call'] }, { notes: ['Call'] }],
		[
			'orderRelationship[]',
			{ orderRelationship: [{ id: '9', relationshipType: 'isParentOf' }] },
			{ relatedOrders: [{ id: '9', relationship: 'isParentOf' }] },
		],
		[
			'errorMessage[]',
			{ errorMessage: [{ code: '6', reason: 'Wrong number', message: 'Check it' }] },
			{ errors: [{ code: '6', reason: 'Wrong number', message: 'Check it' }] },
		],
		[
			'milestone[], which is no history of statuses',
			{ milestone: [{ name: 'FOC', status: 'completed', milestoneDate: '2026-03-01', message: 'ok' }] },
			{ milestones: [{ name: 'FOC', status: 'completed', at: '2026-03-01', message: 'ok' }] },
		],
		['state', { orderStatus: undefined, state: 'Completed' }, { status: 'Completed' }],
	])('%s', (_, wire, logical) => {
		expect(order(wire)).toMatchObject(logical);
		expect(order(wire)).not.toHaveProperty('statusHistory');
	});

	test('a link to the parent, where there is no parent ID', () => {
		const linked = order({
			orderRelationship: [
				{ id: '8', relationshipType: 'related' },
				{ id: '9', relationshipType: 'Parent' },
			],
		});
		expect(readOrder(linked)?.parentId).toBe('9');
		expect(orderItem(linked)).toMatchObject({ parentOrderId: '9' });
		expect(readOrder({ ...linked, parentId: '5' })?.parentId).toBe('5');
	});

	test.each<[string, object, object | undefined]>([
		['of its own', { statusReason: { reasonCode: '6', reasonText: 'No' } }, { code: '6', text: 'No' }],
		['by other names', { statusReason: { code: 11, message: 'No' } }, { code: '11', text: 'No' }],
		['as a text', { statusReason: ' No ' }, { text: 'No' }],
		[
			'from the error messages',
			{ errorMessage: [{ code: 'E1', reason: 'A', message: 'B' }] },
			{ code: 'E1', text: 'A: B' },
		],
		['that says nothing', { statusReason: {} }, undefined],
	])('a reason %s', (_, wire, reason) => expect(readOrder(order(wire))?.reason).toEqual(reason));

	test('productOrder in what a callback brings', () => {
		expect(
			decodeResponse(inbound.operations.reserveNumbers, { productOrder: { id: '7', state: 'Completed' } }),
		).toMatchObject({
			order: { id: '7', status: 'Completed' },
		});
	});
});

describe('the First Possible Date (000, NL)', () => {
	const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
	test.each<[string, object, number | undefined]>([
		['of the order', { firstPossibleDate: '2026-03-02' }, day('2026-03-02')],
		['by its short name', { FPD: '2026-03-02' }, day('2026-03-02')],
		[
			'of its ranges: the latest',
			{
				numberRangeList: [
					{ firstPossibleDate: '2026-03-04' },
					{ fpd: '2026-03-06' },
					{ firstPossibleDate: '2026-03-05' },
				],
			},
			day('2026-03-06'),
		],
		[
			'overall, whatever the ranges have',
			{ fpd: '2026-03-02', numberRangeList: [{ fpd: '2026-03-06' }] },
			day('2026-03-02'),
		],
		['nowhere', {}, undefined],
	])('%s', (_, wire, expected) => expect(readOrder(order(wire))?.firstPossibleDate).toBe(expected));
});

describe('what is sent', () => {
	test('a number of the inventory is searched as a range: there is no parameter for a CLI', () => {
		expect(Object.keys(searchInventory.query?.fields ?? {})).not.toContain('cli');
		expect(encodeQuery(searchInventory, { start: '+44', end: '+44' })).toEqual({
			numberRangeStart: '+44',
			numberRangeEnd: '+44',
		});
	});

	test('the LOA is a pair beside the documented pair of the ACM document', () => {
		const pair = { loaFileName: 'a.pdf', loaFileContent: 'QQ==' };
		expect(encodeBody(portIn, pair as never)).toEqual(pair);
		expect(encodeBody(updatePort, pair as never)).toEqual(pair);
	});

	test('details of European ports that the documents leave open', () => {
		expect(
			encodeBody(portIn, {
				currentOperator: { code: 'C', customerNumber: 'N', contractOwner: 'O' },
				lineType: 'multi',
				contractHandling: 'earlyTermination',
				migrationCode: 'M',
				signeeName: 'S',
				portScope: 'partial',
			} as never),
		).toEqual({
			currentOperator: { operatorCode: 'C', customerNumber: 'N', contractOwner: 'O' },
			lineType: 'MULTI_LINE',
			contractHandling: 'EARLY_TERMINATION',
			migrationCode: 'M',
			signeeName: 'S',
			portScope: 'PARTIAL',
		});
	});
});

describe('what is not documented is not marked so', () => {
	interface Marked {
		'x-source'?: string;
		'x-basis'?: string;
		$ref?: string;
	}
	const sip = loadContract('wholesaleSip');
	const own = loadContract('inbound');
	const address = 'the address API on the portal, whose output may be used in orders';

	test.each([sip, own])('the names of an address in an order', ({ components }) => {
		const marks = Object.values(components.schemas['Address']?.properties ?? {});
		expect(marks).toHaveLength(11);
		for (const mark of marks) expect(mark).toMatchObject({ 'x-source': 'inferred', 'x-basis': address });
	});

	test.each([
		['/v1/CLIOrderHistory', ['numberRangeStart', 'numberRangeEnd']],
		['/v1/freeNumberCount', ['numberType']],
	])('the parameters of %s', (path, names) => {
		const parameters = (sip.paths[path]?.get?.parameters ?? []).map(
			({ $ref = '' }) => sip.components.parameters[$ref.split('/').at(-1) ?? ''],
		);
		for (const name of names)
			expect(parameters.find((one) => one?.name === name)).toMatchObject({ 'x-source': 'inferred' });
	});

	test('the corrected path of freeNumberCount', () => {
		expect(sip.paths['/v1/freeNumberCount']?.get as Marked).toMatchObject({
			'x-source': 'inferred',
			'x-basis': expect.stringContaining('/v1freeNumberCount') as string,
		});
	});

	test("Inbound's error payload and the header name", () => {
		for (const mark of Object.values(own.components.schemas['Error']?.properties ?? {}))
			expect(mark).toMatchObject({ 'x-source': 'inferred' });
		expect(own.components.parameters['TrackingId']).toMatchObject({ 'x-source': 'inferred' });
	});

	test.each(['CreatedFrom', 'CreatedTo', 'ChangedFrom', 'ChangedTo'])('%s, the weakest guess', (name) => {
		expect(sip.components.parameters[name]?.['x-basis']).toContain('no TMF file');
	});
});
