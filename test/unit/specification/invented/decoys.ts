import { document, oneOf, own, said } from './write';
import type { InventedApi } from './write';

/**
 * Names that lead astray: swapped meanings, two that read alike, other units, negations, the same
 * name for something else.
 */
export const decoys: InventedApi = {
	document: document('Numbers with decoys', [
		{
			at: 'POST /v1/reservation/order',
			body: {
				'numberRangeList!': [
					{
						'numberRangeStart!': said('The last number of the range'),
						'numberRangeEnd!': said('The first number of the range'),
					},
				],
				'productOffering!': { 'name!': 'text' },
				'relatedParty!': {
					'reseller!': { serviceProfile: 'number', country: oneOf('GBR', 'DEU', 'ESP', 'FRA') },
					endCustomerDetails: { customerReference: 'text', referenceOfCustomer: 'text' },
				},
				lockId: own({ type: 'object', properties: { value: { type: 'string' }, issuer: { type: 'string' } } }),
			},
			answer: { order: { id: 'number', orderId: 'text' } },
		},
		{
			at: 'POST /v1/portIn/order',
			body: {
				numberRangeList: [{ numberRangeStart: 'text', numberRangeEnd: 'text' }],
				portDate: said('Date on which the number was ported last, dd/MM/yyyy'),
				requestedPortDate: 'day',
				gainingOperator: { operatorName: 'text', accountNumber: 'text' },
				losingOperator: { operatorName: 'text', accountNumber: 'text' },
				oldAddress: { houseNumber: 'text', streetName: 'text', city: 'text', postalCode: 'text', country: 'text' },
				emergencyAddress: {
					houseNumber: 'text',
					streetName: said('The name of the building, never the street'),
					city: 'text',
					postalCode: 'text',
					country: 'text',
				},
				directoryService: {
					publishInDirectory: said('True if the number is not to be published', 'boolean'),
					directoryListingName: 'text',
				},
				outOfHours: own({ type: 'integer', description: 'Hours beyond office hours' }),
			},
			answer: { order: { id: 'text' } },
		},
		{
			at: 'GET /v1/order',
			query: {
				status: said('HTTP status that the order was answered with', 'integer'),
				orderState: 'text',
				fromDate: 'moment',
				toDate: 'moment',
				changedBefore: 'moment',
				count: said('Whether to count only', 'boolean'),
				page: 'number',
				limit: said('Seconds that the search may take', 'integer'),
				perPage: 'number',
			},
			answer: [
				{ id: 'text', orderState: 'text', creationDate: said('When the record was changed last'), total: 'number' },
			],
		},
		{
			at: 'GET /v1/freeNumber',
			query: {
				areaCode: 'text',
				areaCodeName: 'text',
				rangeSize: said('In thousands of numbers', 'integer'),
				resourceType: oneOf('NonGeo', 'Geo', 'Other'),
				numberTypes: oneOf('A', 'B'),
				offset: 'number',
				limit: 'number',
			},
			answer: [{ numberRangeStart: 'text', numberRangeEnd: 'text' }],
		},
	]),
	truth: {
		reserveNumbers: {
			'request body.ranges': ['same', 'body.numberRangeList'],
			'request body.ranges[].start': ['rename', 'body.numberRangeList[].numberRangeEnd'],
			'request body.ranges[].end': ['rename', 'body.numberRangeList[].numberRangeStart'],
			'request body.productOffering.name': ['same', 'body.productOffering.name'],
			'request body.relatedParty.reseller.country': ['value', 'body.relatedParty.reseller.country', 'ask'],
			'request body.relatedParty.reseller.serviceProfile': ['value', 'body.relatedParty.reseller.serviceProfile'],
			'request body.relatedParty.endCustomer.customerReference': [
				'same',
				'body.relatedParty.endCustomerDetails.customerReference',
			],
			'request body.lockId': ['move', 'body.lockId.value'],
			'answer body.order.id': ['rename', 'body.order.orderId'],
		},
		portIn: {
			'request body.ranges': ['same', 'body.numberRangeList'],
			'request body.ranges[].start': ['same', 'body.numberRangeList[].numberRangeStart'],
			'request body.ranges[].end': ['same', 'body.numberRangeList[].numberRangeEnd'],
			'request body.portDate': ['date', 'body.requestedPortDate'],
			'request body.currentOperator.name': ['rename', 'body.losingOperator.operatorName'],
			'request body.currentOperator.accountNumber': ['rename', 'body.losingOperator.accountNumber'],
			'request body.emergencyAddress.houseNumber': ['same', 'body.emergencyAddress.houseNumber'],
			'request body.emergencyAddress.city': ['same', 'body.emergencyAddress.city'],
			'request body.emergencyAddress.postalCode': ['same', 'body.emergencyAddress.postalCode'],
			'request body.emergencyAddress.country': ['same', 'body.emergencyAddress.country'],
			'request body.directoryService.publish': [
				'value',
				'body.directoryService.publishInDirectory',
				{ values: { true: false, false: true } },
			],
			'request body.directoryService.listingName': ['same', 'body.directoryService.directoryListingName'],
			'answer body.order.id': ['same', 'body.order.id'],
		},
		listOrders: {
			'request query.status': ['rename', 'query.orderState'],
			'request query.createdFrom': ['rename', 'query.fromDate'],
			'request query.createdTo': ['rename', 'query.toDate'],
			'request query.offset': ['paging', 'query.page'],
			'request query.limit': ['paging', 'query.perPage'],
			'answer body': ['same', 'body'],
			'answer body[].id': ['same', 'body[].id'],
			'answer body[].status': ['rename', 'body[].orderState'],
			'answer body[].changedAt': ['rename', 'body[].creationDate'],
		},
		searchFreeNumbers: {
			'request query.lac': ['same', 'query.areaCode'],
			'request query.rangeSize': ['value', 'query.rangeSize', 'ask'],
			'request query.numberType': ['rename', 'query.resourceType'],
			'request query.offset': ['same', 'query.offset'],
			'request query.limit': ['same', 'query.limit'],
			'answer body': ['same', 'body'],
			'answer body[].start': ['same', 'body[].numberRangeStart'],
			'answer body[].end': ['same', 'body[].numberRangeEnd'],
		},
	},
};
