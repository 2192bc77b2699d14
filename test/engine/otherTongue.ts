import { CORRECTIONS_FORMAT, CORRECTIONS_VERSION } from '../../nodes/shared/corrections/document';
import type { ApiCorrections, CorrectionsDocument } from '../../nodes/shared/corrections/document';

/** What every operation with an end customer and ranges has otherwise. */
const ORDER = {
	'body.productOffering.name': { to: null, confirmed: true },
	'body.relatedParty.reseller.country': { to: null, confirmed: true },
	'body.relatedParty.reseller.serviceProfile': 'body.account.plan',
	'body.relatedParty.endCustomer.customerReference': 'body.account.reference',
} as const;

const CUSTOMER = {
	'body.relatedParty.endCustomer.name': 'body.subscriber.legalName',
	'body.relatedParty.endCustomer.address.houseNumber': 'body.subscriber.premises.no',
	'body.relatedParty.endCustomer.address.streetName': 'body.subscriber.premises.road',
	'body.relatedParty.endCustomer.address.city': 'body.subscriber.premises.town',
	'body.relatedParty.endCustomer.address.postalCode': 'body.subscriber.premises.zip',
	'body.relatedParty.endCustomer.address.country': 'body.subscriber.premises.iso',
} as const;

const RANGES = {
	'body.ranges[].start': 'body.blocks[].from',
	'body.ranges[].end': 'body.blocks[].to',
} as const;

const NUMBERS = {
	body: 'body.payload.rows',
	'body[].start': 'body.payload.rows[].from',
	'body[].end': 'body.payload.rows[].to',
	'body[].status': 'body.payload.rows[].stage',
	'header.totalCount': 'body.payload.count',
} as const;

const ORDERS = {
	body: 'body.payload.rows',
	'body[].id': 'body.payload.rows[].ref',
	'body[].status': 'body.payload.rows[].stage',
	'body[].createdAt': { to: 'body.payload.rows[].since', date: 'epochMilliseconds' },
	'body[].changedAt': { to: 'body.payload.rows[].touched', date: 'epochMilliseconds' },
	'header.totalCount': 'body.payload.count',
} as const;

const PAGES = { style: 'page', first: 0, largest: 25 } as const;
const PLACED = { 'body.order.id': 'body.created.ref' } as const;
const ORDER_ID = { 'body.orderId': 'body.target' } as const;

/**
 * A Wholesale SIP API of another taste: names, places, paths, methods, values, pages, dates, lists, and what is not
 * there.
 */
const wholesaleSip: ApiCorrections = {
	'*': { request: { ...RANGES, ...ORDER, ...CUSTOMER } },
	searchFreeNumbers: {
		path: '/v3/stock',
		request: { 'query.country': 'query.iso', 'query.limit': 'query.per', 'query.offset': 'query.page' },
		answer: NUMBERS,
		paging: PAGES,
	},
	searchInventory: {
		path: '/v3/mine',
		request: {
			'query.start': 'query.from',
			'query.end': 'query.to',
			'query.limit': 'query.per',
			'query.offset': 'query.page',
		},
		answer: NUMBERS,
		paging: PAGES,
	},
	listOrders: {
		path: '/v3/jobs',
		request: {
			'query.changedFrom': { to: 'query.touchedSince', date: 'epochSeconds' },
			'query.limit': 'query.per',
			'query.offset': 'query.page',
		},
		answer: ORDERS,
		paging: PAGES,
	},
	getNumberOrderHistory: {
		request: {
			'query.start': 'query.from',
			'query.end': 'query.to',
			'query.limit': 'query.per',
			'query.offset': 'query.page',
		},
		answer: ORDERS,
		paging: PAGES,
	},
	getOrder: {
		path: '/v3/jobs/{ref}',
		request: { 'path.orderId': 'path.ref' },
		answer: {
			body: 'body.job',
			'body.id': 'body.job.ref',
			'body.status': 'body.job.stage',
			'body.createdAt': { to: 'body.job.since', date: 'epochSeconds' },
		},
	},
	reserveNumbers: { path: '/v3/holds', answer: PLACED },
	returnNumbers: { method: 'PUT', path: '/v3/releases', answer: PLACED },
	activateNumbers: { answer: PLACED },
	updateCustomer: {
		method: 'PATCH',
		request: {
			'body.action': { to: 'body.mode', values: { MODIFY: 'replace', ADD: 'insert' } },
		},
		answer: PLACED,
	},
	reactivateNumbers: { answer: PLACED },
	portIn: { answer: PLACED, always: { 'body.channel': 'API' } },
	updatePort: {
		method: 'PUT',
		request: { ...ORDER_ID, 'body.portDate': { to: 'body.day', date: 'dd/MM/yyyy' } },
		answer: PLACED,
	},
	checkPortability: {
		request: { ...RANGES, ...ORDER },
		answer: {
			body: 'body.verdicts',
			'body[].portable': { to: 'body.verdicts[].answer', values: { true: 'YES', false: 'NO' } },
		},
	},
	lockFreeNumbers: { request: { 'body.relatedParty.reseller.country': 'body.iso' } },
	requestBackfill: { request: { 'body.relatedParty.reseller.country': 'body.iso' } },
	countFreeNumbers: { path: '/v3/stock/size', answer: { 'body.count': 'body.left' } },
};

const inbound: ApiCorrections = {
	searchNumbers: {
		request: { 'query.limit': 'query.per', 'query.offset': 'query.page' },
		answer: { body: 'body.rows', 'body[].start': 'body.rows[].from', 'body[].end': 'body.rows[].to' },
		paging: PAGES,
	},
	reserveNumbers: { path: '/holds', answer: PLACED },
	getOrder: { path: '/jobs/{ref}', request: { 'path.orderId': 'path.ref' }, answer: { body: 'body.job' } },
};

const document: CorrectionsDocument = {
	format: CORRECTIONS_FORMAT,
	version: CORRECTIONS_VERSION,
	wholesaleSip,
	inbound,
};

/** The corrections document of that API. */
export const OTHER_TONGUE = JSON.stringify(document);
