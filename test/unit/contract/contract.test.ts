import { type Schema, operationsOf } from '../../../contract/tools/document';
import { apiNames, loadContract, readContract, visit } from '../../../contract/tools/load';

interface Marked {
	name: string;
	kind: string;
	at: Record<string, unknown>;
}

/** Every property and parameter of a contract file, each object of the file once. */
function marked(api: (typeof apiNames)[number]): Marked[] {
	const document = loadContract(api);
	const seen = new Set<unknown>();
	const found: Marked[] = [];
	const add = (name: string, kind: string, at: Record<string, unknown>): void => {
		if (!seen.has(at)) found.push({ name, kind, at });
		seen.add(at);
	};
	visit(document, (node) => {
		for (const [name, property] of Object.entries((node as Schema).properties ?? {})) add(name, 'property', property);
	});
	for (const parameter of Object.values(document.components.parameters)) {
		add(parameter.name, parameter.in, parameter as unknown as Record<string, unknown>);
	}
	for (const { operation } of operationsOf(document)) {
		for (const [name, header] of Object.entries(operation.responses['200']?.headers ?? {})) add(name, 'header', header);
	}
	return found;
}

const wholesaleSipPaths = [
	'GET /v1/freeNumber searchFreeNumbers read',
	'GET /v1/Number searchInventory read',
	'POST /v1/reservation/order reserveNumbers order',
	'POST /v1/return/order returnNumbers order',
	'POST /v1/activation/order activateNumbers order',
	'POST /v1/updateCustomer/order updateCustomer order',
	'POST /v1/portIn/order portIn order',
	'POST /v1/portUpdate/order updatePort order',
	'POST /v1/checkPortability checkPortability read',
	'POST /v1/reactivation/order reactivateNumbers order',
	'POST /v1/bulkActivationOrder bulkActivate order',
	'POST /v1/bulkPortInOrder bulkPortIn order',
	'POST /v1/bulkUpdateCustomerDetailsOrder bulkUpdateCustomer order',
	'GET /v1/order listOrders read',
	'GET /v1/order/{orderId} getOrder read',
	'GET /v1/CLIOrderHistory getNumberOrderHistory read',
	'GET /v1/freeNumberCount countFreeNumbers read',
	'POST /v1/lockFreeNumbers lockFreeNumbers write',
	'POST /v1/freeNumberBackfill/order requestBackfill order',
	'POST /v1/cancelFreeNumberBackfill/order cancelBackfill order',
];

const inboundPaths = [
	'GET /order/{orderId} getOrder read',
	'GET /numberCollection searchNumbers read',
	'POST /numberCollectionReservation reserveNumbers order',
	'POST /numberCollectionReservationCancellation cancelReservation write',
	'POST /numberCollectionActivation activateNumbers order',
	'POST /numberCollectionUpdateCustomerDetails updateCustomer order',
	'POST  callBack read',
];

const listed = (api: (typeof apiNames)[number]): string[] =>
	operationsOf(loadContract(api)).map(
		({ path, method, operation }) => `${method} ${path} ${operation.operationId} ${operation['x-effect']}`,
	);

describe('contract files', () => {
	it('hold the 20 resources of Wholesale SIP', () => expect(listed('wholesaleSip')).toEqual(wholesaleSipPaths));
	it('hold the 7 resources of Inbound', () => expect(listed('inbound')).toEqual(inboundPaths));
	it('hold the token endpoint', () =>
		expect(listed('authentication')).toEqual(['POST /v1/oauth/token requestToken read']));
});

describe.each(apiNames)('%s', (api) => {
	const all = marked(api);
	const inferred = all.filter(({ at }) => at['x-source'] === 'inferred');

	it('says of every property and parameter where its name comes from', () => {
		const bad = all.filter(({ at }) =>
			at['x-source'] === 'documented'
				? !/^(00[0-4]|portal)$/.test(String(at['x-document']))
				: at['x-source'] !== 'inferred' || at['x-document'] !== undefined,
		);
		expect(bad.map(({ name }) => name)).toEqual([]);
	});

	it('gives every inferred name a logical name', () => {
		expect(inferred.filter(({ at }) => typeof at['x-name'] !== 'string').map(({ name }) => name)).toEqual([]);
	});

	it('repeats no inferred name of the same kind and basis', () => {
		const keys = inferred.map(({ name, kind, at }) => `${kind} ${name} ${String(at['x-basis'])}`);
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});

	it('names no inferred property in required lists, and has no examples', () => {
		const names = new Set(inferred.map(({ name }) => name));
		const documented = new Set(all.filter(({ at }) => at['x-source'] === 'documented').map(({ name }) => name));
		const repeated: unknown[] = [];
		visit(loadContract(api), (node) => {
			const { required } = node as Schema;
			if (Array.isArray(required))
				repeated.push(...required.filter((name) => names.has(name) && !documented.has(name)));
			if (!node['x-source'] && ('example' in node || 'examples' in node)) repeated.push('example');
		});
		expect(repeated).toEqual([]);
	});

	it('names hosts and base path once', () => {
		const text = readContract(api);
		expect(text.match(/apis\.colt\.net/g)).toHaveLength(2);
		expect(text.match(/\{host\}\//g)).toHaveLength(1);
	});

	it('documents the errors of every operation', () => {
		for (const { path, operation } of operationsOf(loadContract(api))) {
			const codes = Object.keys(operation.responses).filter((code) => code >= '400');
			const common = ['400', '401', '404', '405', '413', '415', '429', '500', '503', '504'];
			if (path) expect(codes.toSorted()).toEqual(expect.arrayContaining(common));
		}
	});
});
