import { document, said } from './write';
import type { InventedApi } from './write';

/** JSON:API: everything in `data.attributes`, filters and pages in brackets, a link to the next page. */
export const jsonApi: InventedApi = {
	document: document('Numbering, JSON:API', [
		{
			at: 'GET /v1/order',
			query: {
				'filter[status]': 'text',
				'filter[order-type]': 'text',
				'filter[country]': 'text',
				'filter[created-from]': 'moment',
				'filter[created-to]': 'moment',
				'page[number]': said('From 1', 'integer'),
				'page[size]': 'number',
				sort: 'text',
			},
			answer: {
				data: [
					{
						type: 'text',
						id: 'text',
						attributes: {
							'order-status': 'text',
							'order-type': 'text',
							'created-at': 'moment',
							'changed-at': 'moment',
							country: 'text',
							'customer-reference': 'text',
						},
					},
				],
				links: { self: 'text', next: 'text' },
				meta: { total: 'number' },
			},
		},
		{
			at: 'POST /v1/return/order',
			body: {
				'data!': {
					'type!': 'text',
					'attributes!': {
						'number-range-list!': [{ 'number-range-start!': 'text', 'number-range-end!': 'text' }],
						reseller: { country: 'text', 'service-profile': 'text' },
						'product-offering': { name: 'text' },
					},
				},
			},
			answer: { data: { type: 'text', id: 'text', attributes: { 'order-status': 'text' } } },
		},
	]),
	truth: {
		listOrders: {
			'request query.status': ['rename', 'query."filter[status]"'],
			'request query.type': ['rename', 'query."filter[order-type]"'],
			'request query.country': ['rename', 'query."filter[country]"'],
			'request query.createdFrom': ['rename', 'query."filter[created-from]"'],
			'request query.createdTo': ['rename', 'query."filter[created-to]"'],
			'request query.offset': ['paging', 'query."page[number]"'],
			'request query.limit': ['paging', 'query."page[size]"'],
			'request query.sort': ['same', 'query.sort'],
			'answer header.totalCount': ['move', 'body.meta.total'],
			'answer body': ['structure', 'body.data'],
			'answer body[].id': ['move', 'body.data[].id'],
			'answer body[].status': ['move', 'body.data[].attributes.order-status'],
			'answer body[].type': ['move', 'body.data[].attributes.order-type'],
			'answer body[].createdAt': ['move', 'body.data[].attributes.created-at'],
			'answer body[].changedAt': ['move', 'body.data[].attributes.changed-at'],
			'answer body[].country': ['move', 'body.data[].attributes.country'],
			'answer body[].customerReference': ['move', 'body.data[].attributes.customer-reference'],
		},
		returnNumbers: {
			'request body.ranges': ['move', 'body.data.attributes.number-range-list'],
			'request body.ranges[].start': ['move', 'body.data.attributes.number-range-list[].number-range-start'],
			'request body.ranges[].end': ['move', 'body.data.attributes.number-range-list[].number-range-end'],
			'request body.relatedParty.reseller.country': ['move', 'body.data.attributes.reseller.country'],
			'request body.relatedParty.reseller.serviceProfile': ['move', 'body.data.attributes.reseller.service-profile'],
			'request body.productOffering.name': ['move', 'body.data.attributes.product-offering.name'],
			'answer body.order.id': ['move', 'body.data.id'],
		},
	},
};
