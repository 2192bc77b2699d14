import { document, oneOf } from './write';
import type { InventedApi } from './write';

const characteristics = [{ Name: 'text', Value: 'text' }] as const;
const header = { MessageId: 'text', Sender: 'text', Timestamp: 'moment' };

/** An API grown out of SOAP: everything in an envelope, capitals, Y and N, lists of names and values. */
export const soapish: InventedApi = {
	document: document('NumberManagementService', [
		{
			at: 'POST /v1/reservation/order',
			id: 'ReserveNumbers',
			body: {
				'ReserveNumbersRequest!': {
					Header: header,
					'Body!': {
						'NumberRanges!': [{ 'RangeStart!': 'text', 'RangeEnd!': 'text' }],
						'ProductName!': 'text',
						'ResellerCountryCode!': 'text',
						ServiceProfileId: 'text',
						EndCustomerReference: 'text',
						LockIdentifier: 'text',
					},
				},
			},
			answer: { ReserveNumbersResponse: { Header: header, Result: { OrderIdentifier: 'text', ResultCode: 'text' } } },
		},
		{
			at: 'POST /v1/activation/order',
			id: 'ActivateNumbers',
			body: {
				'ActivateNumbersRequest!': {
					Header: header,
					'Body!': {
						'NumberRanges!': [{ 'RangeStart!': 'text', 'RangeEnd!': 'text' }],
						EndCustomer: {
							CustomerName: 'text',
							VatId: 'text',
							NotInViesInd: oneOf('Y', 'N'),
							Address: { Street: 'text', HouseNo: 'text', City: 'text', Zip: 'text', CountryCode: 'text' },
						},
						EmergencyAddress: { Street: 'text', HouseNo: 'text', City: 'text', Zip: 'text', CountryCode: 'text' },
						DirectoryListing: { PublishInd: oneOf('N', 'Y'), Characteristics: [...characteristics] },
					},
				},
			},
			answer: { ActivateNumbersResponse: { Header: header, Result: { OrderIdentifier: 'text', ResultCode: 'text' } } },
		},
		{
			at: 'POST /v1/order/search',
			id: 'ListOrders',
			body: {
				Criteria: { OrderStatus: 'text', OrderType: 'text', StartIndex: 'number', MaxResults: 'number' },
			},
			answer: {
				ListOrdersResponse: {
					Header: header,
					Orders: [{ OrderIdentifier: 'text', OrderStatus: 'text', CreatedAt: 'moment', ModifiedAt: 'moment' }],
					TotalRecords: 'number',
				},
			},
		},
	]),
	truth: {
		reserveNumbers: {
			'request header.trackingId': ['move', 'body.ReserveNumbersRequest.Header.MessageId'],
			'request body.ranges': ['move', 'body.ReserveNumbersRequest.Body.NumberRanges'],
			'request body.ranges[].start': ['move', 'body.ReserveNumbersRequest.Body.NumberRanges[].RangeStart'],
			'request body.ranges[].end': ['move', 'body.ReserveNumbersRequest.Body.NumberRanges[].RangeEnd'],
			'request body.productOffering.name': ['move', 'body.ReserveNumbersRequest.Body.ProductName'],
			'request body.relatedParty.reseller.country': ['move', 'body.ReserveNumbersRequest.Body.ResellerCountryCode'],
			'request body.relatedParty.reseller.serviceProfile': ['move', 'body.ReserveNumbersRequest.Body.ServiceProfileId'],
			'request body.relatedParty.endCustomer.customerReference': [
				'move',
				'body.ReserveNumbersRequest.Body.EndCustomerReference',
			],
			'request body.lockId': ['move', 'body.ReserveNumbersRequest.Body.LockIdentifier'],
			'answer body.order.id': ['move', 'body.ReserveNumbersResponse.Result.OrderIdentifier'],
		},
		activateNumbers: {
			'request header.trackingId': ['move', 'body.ActivateNumbersRequest.Header.MessageId'],
			'request body.ranges': ['move', 'body.ActivateNumbersRequest.Body.NumberRanges'],
			'request body.ranges[].start': ['move', 'body.ActivateNumbersRequest.Body.NumberRanges[].RangeStart'],
			'request body.ranges[].end': ['move', 'body.ActivateNumbersRequest.Body.NumberRanges[].RangeEnd'],
			'request body.relatedParty.endCustomer.name': [
				'move',
				'body.ActivateNumbersRequest.Body.EndCustomer.CustomerName',
			],
			'request body.relatedParty.endCustomer.registrationNumber': [
				'move',
				'body.ActivateNumbersRequest.Body.EndCustomer.VatId',
			],
			'request body.relatedParty.endCustomer.registrationNumberNotInVies': [
				'move',
				'body.ActivateNumbersRequest.Body.EndCustomer.NotInViesInd',
				{ values: { true: 'Y', false: 'N' } },
			],
			'request body.relatedParty.endCustomer.address.streetName': [
				'move',
				'body.ActivateNumbersRequest.Body.EndCustomer.Address.Street',
			],
			'request body.relatedParty.endCustomer.address.houseNumber': [
				'move',
				'body.ActivateNumbersRequest.Body.EndCustomer.Address.HouseNo',
			],
			'request body.relatedParty.endCustomer.address.city': [
				'move',
				'body.ActivateNumbersRequest.Body.EndCustomer.Address.City',
			],
			'request body.relatedParty.endCustomer.address.postalCode': [
				'move',
				'body.ActivateNumbersRequest.Body.EndCustomer.Address.Zip',
			],
			'request body.relatedParty.endCustomer.address.country': [
				'move',
				'body.ActivateNumbersRequest.Body.EndCustomer.Address.CountryCode',
			],
			'request body.emergencyAddress.streetName': ['move', 'body.ActivateNumbersRequest.Body.EmergencyAddress.Street'],
			'request body.emergencyAddress.houseNumber': [
				'move',
				'body.ActivateNumbersRequest.Body.EmergencyAddress.HouseNo',
			],
			'request body.emergencyAddress.city': ['move', 'body.ActivateNumbersRequest.Body.EmergencyAddress.City'],
			'request body.emergencyAddress.postalCode': ['move', 'body.ActivateNumbersRequest.Body.EmergencyAddress.Zip'],
			'request body.emergencyAddress.country': [
				'move',
				'body.ActivateNumbersRequest.Body.EmergencyAddress.CountryCode',
			],
			'request body.directoryService.publish': [
				'value',
				'body.ActivateNumbersRequest.Body.DirectoryListing.PublishInd',
				{ values: { true: 'Y', false: 'N' } },
			],
			'answer body.order.id': ['move', 'body.ActivateNumbersResponse.Result.OrderIdentifier'],
		},
	},
};
