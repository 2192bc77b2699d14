import { CORRECTIONS_FORMAT, parseCorrections } from '../../../nodes/shared/corrections/document';

const text = (document: object) => JSON.stringify({ format: CORRECTIONS_FORMAT, version: 1, ...document });
const order = (correction: unknown) => text({ wholesaleSip: { listOrders: correction } });

it('nothing corrects nothing', () => {
	expect([parseCorrections(''), parseCorrections(' \n')]).toEqual([undefined, undefined]);
});

it('a whole document is read', () => {
	const correction = {
		path: '/v2/orders',
		method: 'POST',
		request: {
			'query.status': 'query.state',
			'query.country': null,
			'query.type': { to: 'query.kind', values: { return: 'R' } },
		},
		answer: { body: 'body.orders' },
		always: { 'query.x': 1 },
		paging: { style: 'page', first: 0, largest: 20 },
	};
	expect(parseCorrections(order(correction))?.wholesaleSip?.listOrders).toEqual(correction);
});

describe('what is no corrections document is refused by name', () => {
	test.each([
		['no JSON', '{', 'is not JSON'],
		['a list', '[]', 'is not a JSON object'],
		['other JSON', '{}', 'is not a corrections document'],
		['a specification', '{"openapi":"3.0.0","info":{},"paths":{}}', 'Import Specification'],
		['a newer version', text({ version: 2 }), 'Update the package'],
		['no version', text({ version: 'x' }), 'version'],
		['another API', text({ address: {} }), '"address"'],
		['an unknown member', order({ requests: {} }), '"requests"'],
		['a name twice', `{"format":"${CORRECTIONS_FORMAT}","version":1,"wholesaleSip":{"a":{},"a":{}}}`, '"a" twice'],
		['a path without a slash', order({ path: 'v1' }), 'path'],
		['a method', order({ method: 'HEAD' }), 'method'],
		['a number for a place', order({ request: { 'query.status': 1 } }), 'query.status'],
		['one place to split into', order({ request: { 'query.status': { to: ['query.a'] } } }), 'query.status.to'],
		['a way of writing dates', order({ answer: { 'body[].createdAt': { date: 'american' } } }), 'date'],
		['a style of paging', order({ paging: { style: 'chapters' } }), 'paging.style'],
		['a cursor without the next', order({ paging: { style: 'cursor', cursor: 'query.c' } }), 'paging.next'],
		['a cursor of nothing', order({ paging: { style: 'cursor', next: 'body.c' } }), 'paging.cursor'],
		['a next place without a cursor', order({ paging: { style: 'page', next: 'body.next' } }), 'paging.next'],
		['what follows from nothing', order({ follows: { 'query.x': { values: {} } } }), 'follows query.x'],
		['what follows in a way of its own', order({ follows: { 'query.x': { of: 'a', values: {}, if: 1 } } }), '"if"'],
		['a page of nothing', order({ paging: { style: 'page', largest: 0 } }), 'paging.largest'],
		['entries without a key', order({ request: { 'query.status': { entries: {} } } }), 'entries'],
		['too long', ' '.repeat(500_001) + 'x', 'characters'],
	])('%s', (_, document, words) => {
		expect(() => parseCorrections(document)).toThrow(words);
	});
});
