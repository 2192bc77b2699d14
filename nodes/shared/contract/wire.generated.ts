// Generated from contract/*.openapi.yaml by `npm run contract:generate`. Do not edit.

import type { ApiTable, ObjectShape } from './table';
import type { OperationsOf } from './logicalTypes';

const wholesaleSipAddress: ObjectShape = {
	fields: {
		houseNumber: 'houseNumber',
		streetName: 'streetName',
		streetType: 'streetType',
		city: 'city',
		postalCode: 'postalCode',
		country: 'country',
		poBoxNumber: 'poBoxNumber',
		addressExtension: 'addressExtension',
		subLocality: 'subLocality',
		district: 'district',
		province: 'province',
	},
};

const wholesaleSipDirectoryService: ObjectShape = {
	fields: {
		publish: 'publishInDirectory',
		listingName: 'directoryListingName',
		category: 'businessCategory',
		usage: { wire: 'numberUsage', shape: { values: { voice: 'VOICE', fax: 'FAX', voiceAndFax: 'VOICE_AND_FAX' } } },
		address: { wire: 'directoryAddress', shape: wholesaleSipAddress },
	},
};

const wholesaleSipContact: ObjectShape = {
	fields: { name: 'contactName', phone: 'contactNumber', email: 'contactEmail' },
};

const wholesaleSipEndCustomer: ObjectShape = {
	fields: {
		customerReference: 'customerReference',
		name: 'endCustomerName',
		contact: { wire: 'contact', shape: wholesaleSipContact },
		registrationNumber: 'customerRegistrationNumber',
		registrationNumberNotInVies: 'registrationNumberNotInVies',
		address: { wire: 'address', shape: wholesaleSipAddress },
	},
};

const wholesaleSipNumberRecord: ObjectShape = {
	fields: {
		start: { wire: 'numberRangeStart', aliases: ['startFullNumber'] },
		end: { wire: 'numberRangeEnd', aliases: ['endFullNumber'] },
		lac: 'areaCode',
		lacExtension: 'areaCodeExtn',
		city: 'city',
		numberType: 'numberType',
		rangeSize: 'rangeSize',
		splitStart: 'rangeStart',
		splitEnd: 'rangeEnd',
		country: { wire: 'country', aliases: ['relatedParty.reseller.country'] },
		serviceProfile: { wire: 'serviceProfile', aliases: ['relatedParty.reseller.serviceProfile'] },
		customerReference: {
			wire: 'customerReference',
			aliases: ['relatedParty.endCustomerDetails.customerReference', 'endCustomerDetails.customerReference'],
		},
		createdAt: { wire: 'creationDate', aliases: ['orderDate', 'createdDate'] },
		changedAt: { wire: 'lastUpdate', aliases: ['lastUpdateDate', 'modifiedDate'] },
		orderId: { wire: 'orderId', aliases: ['orderID'] },
		emergencyAddress: { wire: 'emergencyAddress', shape: wholesaleSipAddress },
		directoryService: { wire: 'directoryService', shape: wholesaleSipDirectoryService },
		endCustomer: { wire: 'endCustomerDetails', shape: wholesaleSipEndCustomer },
		status: { wire: 'resourceStatus', aliases: ['cliStatus', 'status'] },
		reservedUntil: 'reservationExpiryDate',
		quarantinedUntil: 'quarantineEndDate',
		rioCode: 'rioCode',
	},
	required: ['start', 'end'],
};

const wholesaleSipReservationRange: ObjectShape = {
	fields: { start: 'numberRangeStart', end: 'numberRangeEnd' },
	required: ['start', 'end'],
};

const wholesaleSipProductOffering: ObjectShape = { fields: { name: 'name' }, required: ['name'] };

const wholesaleSipReseller: ObjectShape = {
	fields: { serviceProfile: 'serviceProfile', country: 'country' },
	required: ['country'],
};

const wholesaleSipCustomerLabel: ObjectShape = { fields: { customerReference: 'customerReference' } };

const wholesaleSipLabelledParty: ObjectShape = {
	fields: {
		reseller: { wire: 'reseller', shape: wholesaleSipReseller },
		endCustomer: { wire: 'endCustomerDetails', shape: wholesaleSipCustomerLabel },
	},
	required: ['reseller'],
};

const wholesaleSipReservationBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipReservationRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipLabelledParty },
		lockId: 'lockId',
	},
	required: ['productOffering', 'relatedParty'],
};

const wholesaleSipOrderRef: ObjectShape = {
	fields: { id: { wire: 'id', aliases: ['orderId', 'orderID'] } },
	required: ['id'],
};

const wholesaleSipOrderCreated: ObjectShape = {
	fields: { order: { wire: 'order', shape: wholesaleSipOrderRef, aliases: ['productOrder'] } },
	required: ['order'],
};

const wholesaleSipRange: ObjectShape = {
	fields: {
		start: { wire: 'numberRangeStart', aliases: ['startFullNumber'] },
		end: { wire: 'numberRangeEnd', aliases: ['endFullNumber'] },
	},
	required: ['start', 'end'],
};

const wholesaleSipResellerParty: ObjectShape = {
	fields: { reseller: { wire: 'reseller', shape: wholesaleSipReseller } },
	required: ['reseller'],
};

const wholesaleSipReturnBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipResellerParty },
	},
	required: ['ranges', 'productOffering', 'relatedParty'],
};

const wholesaleSipDetailedRange: ObjectShape = {
	fields: {
		start: { wire: 'numberRangeStart', aliases: ['startFullNumber'] },
		end: { wire: 'numberRangeEnd', aliases: ['endFullNumber'] },
		emergencyAddress: { wire: 'emergencyAddress', shape: wholesaleSipAddress },
		directoryService: { wire: 'directoryService', shape: wholesaleSipDirectoryService },
		endCustomer: { wire: 'endCustomerDetails', shape: wholesaleSipEndCustomer },
	},
	required: ['start', 'end'],
};

const wholesaleSipRelatedParty: ObjectShape = {
	fields: {
		reseller: { wire: 'reseller', shape: wholesaleSipReseller },
		endCustomer: { wire: 'endCustomerDetails', shape: wholesaleSipEndCustomer },
	},
	required: ['reseller'],
};

const wholesaleSipDocument: ObjectShape = {
	fields: {
		type: {
			wire: 'attachmentType',
			shape: {
				values: {
					loa: 'LOA',
					regulatoryAssignment: 'REGULATORY_ASSIGNMENT',
					triPartiteAgreement: 'TRIPARTITE_AGREEMENT',
					invoice: 'INVOICE',
					identityProof: 'ID_PROOF',
					other: 'OTHER',
				},
			},
		},
		fileName: 'fileName',
		fileContent: 'fileContent',
	},
};

const wholesaleSipActivationBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipDetailedRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipRelatedParty },
		emergencyAddress: { wire: 'emergencyAddress', shape: wholesaleSipAddress },
		directoryService: { wire: 'directoryService', shape: wholesaleSipDirectoryService },
		documents: { wire: 'attachmentList', shape: { list: wholesaleSipDocument } },
		regulatorApproval: 'bnetzaApproval',
	},
	required: ['ranges', 'productOffering', 'relatedParty'],
};

const wholesaleSipUpdateCustomerBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipDetailedRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipRelatedParty },
		emergencyAddress: { wire: 'emergencyAddress', shape: wholesaleSipAddress },
		directoryService: { wire: 'directoryService', shape: wholesaleSipDirectoryService },
		documents: { wire: 'attachmentList', shape: { list: wholesaleSipDocument } },
		action: 'action',
	},
	required: ['ranges', 'productOffering', 'relatedParty'],
};

const wholesaleSipOperator: ObjectShape = {
	fields: {
		name: 'operatorName',
		accountNumber: 'accountNumber',
		code: 'operatorCode',
		customerNumber: 'customerNumber',
		contractOwner: 'contractOwner',
	},
};

const wholesaleSipPortInBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipDetailedRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipRelatedParty },
		emergencyAddress: { wire: 'emergencyAddress', shape: wholesaleSipAddress },
		directoryService: { wire: 'directoryService', shape: wholesaleSipDirectoryService },
		portDate: 'portDate',
		portWindow: 'portWindow',
		currentOperator: { wire: 'currentOperator', shape: wholesaleSipOperator },
		mainBillingNumber: 'mainBillingNumber',
		outOfHours: 'outOfHours',
		notes: 'notes',
		contact: { wire: 'portingContact', shape: wholesaleSipContact },
		routingPrefix: 'routingPrefix',
		cvp: 'cvp',
		lineType: { wire: 'lineType', shape: { values: { single: 'SINGLE_LINE', multi: 'MULTI_LINE' } } },
		contractHandling: {
			wire: 'contractHandling',
			shape: { values: { earlyTermination: 'EARLY_TERMINATION', continuation: 'CONTINUATION' } },
		},
		migrationCode: 'migrationCode',
		signeeName: 'signeeName',
		portScope: { wire: 'portScope', shape: { values: { full: 'FULL', partial: 'PARTIAL' } } },
		loaFileName: 'loaFileName',
		loaFileContent: 'loaFileContent',
		documents: { wire: 'attachmentList', shape: { list: wholesaleSipDocument } },
		regulatoryAssignmentFileName: 'regulatoryAssignmentFileName',
		regulatoryAssignmentFileContent: 'regulatoryAssignmentFileContent',
	},
	required: ['ranges', 'productOffering', 'relatedParty'],
};

const wholesaleSipReason: ObjectShape = {
	fields: {
		code: { wire: 'reasonCode', aliases: ['code', 'rejectionCode'] },
		text: { wire: 'reasonText', aliases: ['text', 'reason', 'message', 'description', 'rejectionReason'] },
	},
};

const wholesaleSipPortUpdateBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipDetailedRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipRelatedParty },
		orderId: { wire: 'orderId', aliases: ['orderID'] },
		action: {
			wire: 'action',
			shape: {
				values: {
					changeDate: 'CHANGE_DATE',
					cancel: 'CANCEL',
					modify: 'MODIFY',
					sendNote: 'SEND_NOTE',
					acceptPortOut: 'ACCEPT',
					rejectPortOut: 'REJECT',
					schedulePort: 'SCHEDULE',
					activatePort: 'ACTIVATE',
				},
			},
		},
		portDate: 'portDate',
		portWindow: 'portWindow',
		currentOperator: { wire: 'currentOperator', shape: wholesaleSipOperator },
		mainBillingNumber: 'mainBillingNumber',
		outOfHours: 'outOfHours',
		notes: 'notes',
		contact: { wire: 'portingContact', shape: wholesaleSipContact },
		routingPrefix: 'routingPrefix',
		cvp: 'cvp',
		lineType: { wire: 'lineType', shape: { values: { single: 'SINGLE_LINE', multi: 'MULTI_LINE' } } },
		contractHandling: {
			wire: 'contractHandling',
			shape: { values: { earlyTermination: 'EARLY_TERMINATION', continuation: 'CONTINUATION' } },
		},
		migrationCode: 'migrationCode',
		signeeName: 'signeeName',
		portScope: { wire: 'portScope', shape: { values: { full: 'FULL', partial: 'PARTIAL' } } },
		loaFileName: 'loaFileName',
		loaFileContent: 'loaFileContent',
		documents: { wire: 'attachmentList', shape: { list: wholesaleSipDocument } },
		reason: { wire: 'statusReason', shape: wholesaleSipReason },
	},
};

const wholesaleSipPortabilityBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipDetailedRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipRelatedParty },
	},
	required: ['ranges', 'relatedParty'],
};

const wholesaleSipPortabilityResult: ObjectShape = {
	fields: {
		start: { wire: 'numberRangeStart', aliases: ['startFullNumber'] },
		end: { wire: 'numberRangeEnd', aliases: ['endFullNumber'] },
		lac: 'areaCode',
		lacExtension: 'areaCodeExtn',
		splitStart: 'rangeStart',
		splitEnd: 'rangeEnd',
		reason: { wire: 'statusReason', shape: wholesaleSipReason },
		portable: 'portable',
	},
	required: ['start', 'end'],
};

const wholesaleSipReactivationBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipDetailedRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipRelatedParty },
	},
	required: ['ranges', 'productOffering', 'relatedParty'],
};

const wholesaleSipBulkActivationBody: ObjectShape = {
	fields: { orders: { wire: 'activationOrderList', shape: { list: wholesaleSipActivationBody } } },
};

const wholesaleSipError: ObjectShape = {
	fields: { code: 'code', reason: 'reason', message: 'message' },
	required: ['code', 'reason', 'message'],
};

const wholesaleSipBulkRowResult: ObjectShape = {
	fields: {
		order: { wire: 'order', shape: wholesaleSipOrderRef, aliases: ['productOrder'] },
		row: 'rowNumber',
		error: { wire: 'error', shape: wholesaleSipError },
	},
};

const wholesaleSipBulkResult: ObjectShape = {
	fields: {
		order: { wire: 'order', shape: wholesaleSipOrderRef, aliases: ['productOrder'] },
		results: { wire: 'orderResultList', shape: { list: wholesaleSipBulkRowResult } },
	},
	required: ['order'],
};

const wholesaleSipBulkPortInBody: ObjectShape = {
	fields: { orders: { wire: 'portInOrderList', shape: { list: wholesaleSipPortInBody } } },
};

const wholesaleSipBulkUpdateCustomerBody: ObjectShape = {
	fields: { orders: { wire: 'updateCustomerOrderList', shape: { list: wholesaleSipUpdateCustomerBody } } },
};

const wholesaleSipOrderNote: ObjectShape = { fields: { text: 'text', author: 'author', date: 'date' } };

const wholesaleSipRelatedOrder: ObjectShape = {
	fields: { id: { wire: 'id', aliases: ['orderId', 'orderID'] }, relationship: 'relationshipType' },
	required: ['id'],
};

const wholesaleSipOrderError: ObjectShape = { fields: { code: 'code', reason: 'reason', message: 'message' } };

const wholesaleSipMilestone: ObjectShape = {
	fields: { name: 'name', status: 'status', at: { wire: 'milestoneDate', aliases: ['date'] }, message: 'message' },
};

const wholesaleSipAnsweredRange: ObjectShape = {
	fields: {
		start: { wire: 'numberRangeStart', aliases: ['startFullNumber'] },
		end: { wire: 'numberRangeEnd', aliases: ['endFullNumber'] },
		emergencyAddress: { wire: 'emergencyAddress', shape: wholesaleSipAddress },
		directoryService: { wire: 'directoryService', shape: wholesaleSipDirectoryService },
		endCustomer: { wire: 'endCustomerDetails', shape: wholesaleSipEndCustomer },
		lac: 'areaCode',
		lacExtension: 'areaCodeExtn',
		splitStart: 'rangeStart',
		splitEnd: 'rangeEnd',
		firstPossibleDate: { wire: 'firstPossibleDate', aliases: ['fpd', 'FPD'] },
	},
	required: ['start', 'end'],
};

const wholesaleSipStatusChange: ObjectShape = {
	fields: {
		status: {
			wire: 'orderStatus',
			aliases: [
				'transactionStatus',
				'state',
				'status',
				'orderStatus.value',
				'orderStatus.name',
				'orderStatus.code',
				'transactionStatus.value',
				'transactionStatus.name',
				'transactionStatus.code',
				'state.value',
				'state.name',
				'state.code',
				'status.value',
				'status.name',
				'status.code',
			],
		},
		at: 'statusChangeDate',
	},
};

const wholesaleSipOrderSummary: ObjectShape = {
	fields: {
		id: { wire: 'id', aliases: ['orderId', 'orderID'] },
		status: {
			wire: 'orderStatus',
			aliases: [
				'transactionStatus',
				'state',
				'status',
				'orderStatus.value',
				'orderStatus.name',
				'orderStatus.code',
				'transactionStatus.value',
				'transactionStatus.name',
				'transactionStatus.code',
				'state.value',
				'state.name',
				'state.code',
				'status.value',
				'status.name',
				'status.code',
			],
		},
		action: {
			wire: 'action',
			shape: {
				values: {
					changeDate: 'CHANGE_DATE',
					cancel: 'CANCEL',
					modify: 'MODIFY',
					sendNote: 'SEND_NOTE',
					acceptPortOut: 'ACCEPT',
					rejectPortOut: 'REJECT',
					schedulePort: 'SCHEDULE',
					activatePort: 'ACTIVATE',
				},
			},
		},
		type: {
			wire: 'orderType',
			shape: {
				values: {
					reservation: 'Number Reservation',
					return: 'Deactivation',
					activation: 'Activation',
					updateCustomer: 'Address Update',
					portIn: 'Port-In',
					portOut: 'Port-Out',
					portUpdate: 'Port Update',
					reactivation: 'Reactivation',
					backfill: 'Free Number Backfill',
					backfillCancellation: 'Free Number Backfill Cancellation',
					bulkActivation: 'Bulk Activation',
					bulkPortIn: 'Bulk Port-In',
					bulkUpdateCustomer: 'Bulk Address Update',
				},
				others: {
					reservation: ['Reservation'],
					return: [
						'Number Deactivation',
						'Cancel Reservation',
						'Number Reservation Cancellation',
						'Reservation Cancellation',
						'Return',
					],
					activation: ['Number Activation'],
					updateCustomer: ['Number Address Update'],
					reactivation: ['Number Reactivation', 'Number (PortIn) Reactivation', 'PortIn Reactivation'],
				},
			},
			aliases: ['type'],
		},
	},
	required: ['id'],
};

const wholesaleSipOrder: ObjectShape = {
	fields: {
		id: { wire: 'id', aliases: ['orderId', 'orderID'] },
		status: {
			wire: 'orderStatus',
			aliases: [
				'transactionStatus',
				'state',
				'status',
				'orderStatus.value',
				'orderStatus.name',
				'orderStatus.code',
				'transactionStatus.value',
				'transactionStatus.name',
				'transactionStatus.code',
				'state.value',
				'state.name',
				'state.code',
				'status.value',
				'status.name',
				'status.code',
			],
		},
		action: {
			wire: 'action',
			shape: {
				values: {
					changeDate: 'CHANGE_DATE',
					cancel: 'CANCEL',
					modify: 'MODIFY',
					sendNote: 'SEND_NOTE',
					acceptPortOut: 'ACCEPT',
					rejectPortOut: 'REJECT',
					schedulePort: 'SCHEDULE',
					activatePort: 'ACTIVATE',
				},
			},
		},
		type: {
			wire: 'orderType',
			shape: {
				values: {
					reservation: 'Number Reservation',
					return: 'Deactivation',
					activation: 'Activation',
					updateCustomer: 'Address Update',
					portIn: 'Port-In',
					portOut: 'Port-Out',
					portUpdate: 'Port Update',
					reactivation: 'Reactivation',
					backfill: 'Free Number Backfill',
					backfillCancellation: 'Free Number Backfill Cancellation',
					bulkActivation: 'Bulk Activation',
					bulkPortIn: 'Bulk Port-In',
					bulkUpdateCustomer: 'Bulk Address Update',
				},
				others: {
					reservation: ['Reservation'],
					return: [
						'Number Deactivation',
						'Cancel Reservation',
						'Number Reservation Cancellation',
						'Reservation Cancellation',
						'Return',
					],
					activation: ['Number Activation'],
					updateCustomer: ['Number Address Update'],
					reactivation: ['Number Reactivation', 'Number (PortIn) Reactivation', 'PortIn Reactivation'],
				},
			},
			aliases: ['type'],
		},
		country: { wire: 'country', aliases: ['relatedParty.reseller.country'] },
		serviceProfile: { wire: 'serviceProfile', aliases: ['relatedParty.reseller.serviceProfile'] },
		customerReference: {
			wire: 'customerReference',
			aliases: ['relatedParty.endCustomerDetails.customerReference', 'endCustomerDetails.customerReference'],
		},
		createdAt: { wire: 'creationDate', aliases: ['orderDate', 'createdDate'] },
		changedAt: { wire: 'lastUpdate', aliases: ['lastUpdateDate', 'modifiedDate'] },
		reason: { wire: 'statusReason', shape: wholesaleSipReason },
		portDate: 'portDate',
		portWindow: 'portWindow',
		firstPossibleDate: { wire: 'firstPossibleDate', aliases: ['fpd', 'FPD'] },
		notes: { wire: 'note', shape: { list: wholesaleSipOrderNote }, aliases: ['notes', 'noteList'] },
		relatedOrders: {
			wire: 'orderRelationship',
			shape: { list: wholesaleSipRelatedOrder },
			aliases: ['productOrderRelationship'],
		},
		errors: { wire: 'errorMessage', shape: { list: wholesaleSipOrderError }, aliases: ['productOrderErrorMessage'] },
		milestones: { wire: 'milestone', shape: { list: wholesaleSipMilestone }, aliases: ['productOrderMilestone'] },
		description: { wire: 'orderDescription', aliases: ['description'] },
		parentId: { wire: 'parentOrderId', aliases: ['parentOrderID', 'parentId'] },
		requestedDate: { wire: 'requestedDate', aliases: ['requestedCompletionDate'] },
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipAnsweredRange } },
		statusHistory: { wire: 'statusHistory', shape: { list: wholesaleSipStatusChange } },
		childOrders: { wire: 'childOrderList', shape: { list: wholesaleSipOrderSummary } },
	},
	required: ['id'],
};

const wholesaleSipFreeNumberCount: ObjectShape = { fields: { count: { wire: 'freeNumberCount', aliases: ['count'] } } };

const wholesaleSipSupplyBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipDetailedRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipRelatedParty },
		lac: 'areaCode',
		lacExtension: 'areaCodeExtn',
		city: 'city',
		numberType: 'numberType',
		rangeSize: 'rangeSize',
		quantity: 'quantity',
	},
};

const wholesaleSipLock: ObjectShape = {
	fields: {
		lockId: 'lockId',
		expiresAt: 'lockExpiryDate',
		numbers: { wire: 'numberRangeList', shape: { list: wholesaleSipNumberRecord }, aliases: ['lockedNumberList'] },
	},
};

const wholesaleSipBackfillCancellationBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: wholesaleSipDetailedRange } },
		productOffering: { wire: 'productOffering', shape: wholesaleSipProductOffering },
		relatedParty: { wire: 'relatedParty', shape: wholesaleSipRelatedParty },
		orderId: { wire: 'orderId', aliases: ['orderID'] },
	},
};

export const wholesaleSip: ApiTable<OperationsOf<'wholesaleSip'>> = {
	hosts: { production: 'apis.colt.net', sandbox: 'sandbox.apis.colt.net' },
	basePath: '/numberManagement',
	error: wholesaleSipError,
	operations: {
		searchFreeNumbers: {
			id: 'searchFreeNumbers',
			method: 'GET',
			path: '/v1/freeNumber',
			effect: 'read',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			query: {
				fields: {
					country: 'country',
					numberType: 'numberType',
					lac: 'areaCode',
					lacExtension: 'areaCodeExtn',
					city: 'city',
					rangeSize: 'rangeSize',
					serviceProfile: 'serviceProfile',
					offset: 'offset',
					limit: 'limit',
				},
			},
			response: { list: wholesaleSipNumberRecord },
			responseHeaders: { fields: { totalCount: 'X-Total-Count', resultCount: 'X-Result-Count' } },
		},
		searchInventory: {
			id: 'searchInventory',
			method: 'GET',
			path: '/v1/Number',
			effect: 'read',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			query: {
				fields: {
					status: 'resourceStatus',
					customerReference: 'customerReference',
					orderId: 'orderId',
					start: 'numberRangeStart',
					end: 'numberRangeEnd',
					country: 'country',
					serviceProfile: 'serviceProfile',
					offset: 'offset',
					limit: 'limit',
				},
			},
			response: { list: wholesaleSipNumberRecord },
			responseHeaders: { fields: { totalCount: 'X-Total-Count', resultCount: 'X-Result-Count' } },
		},
		reserveNumbers: {
			id: 'reserveNumbers',
			method: 'POST',
			path: '/v1/reservation/order',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipReservationBody,
			response: wholesaleSipOrderCreated,
		},
		returnNumbers: {
			id: 'returnNumbers',
			method: 'POST',
			path: '/v1/return/order',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipReturnBody,
			response: wholesaleSipOrderCreated,
		},
		activateNumbers: {
			id: 'activateNumbers',
			method: 'POST',
			path: '/v1/activation/order',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipActivationBody,
			response: wholesaleSipOrderCreated,
		},
		updateCustomer: {
			id: 'updateCustomer',
			method: 'POST',
			path: '/v1/updateCustomer/order',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipUpdateCustomerBody,
			response: wholesaleSipOrderCreated,
		},
		portIn: {
			id: 'portIn',
			method: 'POST',
			path: '/v1/portIn/order',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipPortInBody,
			response: wholesaleSipOrderCreated,
		},
		updatePort: {
			id: 'updatePort',
			method: 'POST',
			path: '/v1/portUpdate/order',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipPortUpdateBody,
			response: wholesaleSipOrderCreated,
		},
		checkPortability: {
			id: 'checkPortability',
			method: 'POST',
			path: '/v1/checkPortability',
			effect: 'read',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipPortabilityBody,
			response: { list: wholesaleSipPortabilityResult },
		},
		reactivateNumbers: {
			id: 'reactivateNumbers',
			method: 'POST',
			path: '/v1/reactivation/order',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipReactivationBody,
			response: wholesaleSipOrderCreated,
		},
		bulkActivate: {
			id: 'bulkActivate',
			method: 'POST',
			path: '/v1/bulkActivationOrder',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipBulkActivationBody,
			response: wholesaleSipBulkResult,
		},
		bulkPortIn: {
			id: 'bulkPortIn',
			method: 'POST',
			path: '/v1/bulkPortInOrder',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipBulkPortInBody,
			response: wholesaleSipBulkResult,
		},
		bulkUpdateCustomer: {
			id: 'bulkUpdateCustomer',
			method: 'POST',
			path: '/v1/bulkUpdateCustomerDetailsOrder',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipBulkUpdateCustomerBody,
			response: wholesaleSipBulkResult,
		},
		listOrders: {
			id: 'listOrders',
			method: 'GET',
			path: '/v1/order',
			effect: 'read',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			query: {
				fields: {
					status: 'orderStatus',
					type: {
						wire: 'orderType',
						shape: {
							values: {
								reservation: 'Number Reservation',
								return: 'Deactivation',
								activation: 'Activation',
								updateCustomer: 'Address Update',
								portIn: 'Port-In',
								portOut: 'Port-Out',
								portUpdate: 'Port Update',
								reactivation: 'Reactivation',
								backfill: 'Free Number Backfill',
								backfillCancellation: 'Free Number Backfill Cancellation',
								bulkActivation: 'Bulk Activation',
								bulkPortIn: 'Bulk Port-In',
								bulkUpdateCustomer: 'Bulk Address Update',
							},
						},
					},
					country: 'country',
					customerReference: 'customerReference',
					createdFrom: 'creationDate.gte',
					createdTo: 'creationDate.lte',
					changedFrom: 'lastUpdate.gte',
					changedTo: 'lastUpdate.lte',
					sort: { wire: 'sort', shape: { sortBy: wholesaleSipOrder } },
					offset: 'offset',
					limit: 'limit',
				},
			},
			response: { list: wholesaleSipOrder },
			responseHeaders: { fields: { totalCount: 'X-Total-Count', resultCount: 'X-Result-Count' } },
		},
		getOrder: {
			id: 'getOrder',
			method: 'GET',
			path: '/v1/order/{orderId}',
			effect: 'read',
			params: { fields: { orderId: 'orderId' }, required: ['orderId'] },
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			response: wholesaleSipOrder,
		},
		getNumberOrderHistory: {
			id: 'getNumberOrderHistory',
			method: 'GET',
			path: '/v1/CLIOrderHistory',
			effect: 'read',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			query: { fields: { start: 'numberRangeStart', end: 'numberRangeEnd', offset: 'offset', limit: 'limit' } },
			response: { list: wholesaleSipOrder },
			responseHeaders: { fields: { totalCount: 'X-Total-Count', resultCount: 'X-Result-Count' } },
		},
		countFreeNumbers: {
			id: 'countFreeNumbers',
			method: 'GET',
			path: '/v1/freeNumberCount',
			effect: 'read',
			restricted: true,
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			query: {
				fields: {
					country: 'country',
					numberType: 'numberType',
					lac: 'areaCode',
					lacExtension: 'areaCodeExtn',
					city: 'city',
					rangeSize: 'rangeSize',
					serviceProfile: 'serviceProfile',
				},
			},
			response: wholesaleSipFreeNumberCount,
		},
		lockFreeNumbers: {
			id: 'lockFreeNumbers',
			method: 'POST',
			path: '/v1/lockFreeNumbers',
			effect: 'write',
			restricted: true,
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipSupplyBody,
			response: wholesaleSipLock,
		},
		requestBackfill: {
			id: 'requestBackfill',
			method: 'POST',
			path: '/v1/freeNumberBackfill/order',
			effect: 'order',
			restricted: true,
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipSupplyBody,
			response: wholesaleSipOrderCreated,
		},
		cancelBackfill: {
			id: 'cancelBackfill',
			method: 'POST',
			path: '/v1/cancelFreeNumberBackfill/order',
			effect: 'order',
			restricted: true,
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: wholesaleSipBackfillCancellationBody,
			response: wholesaleSipOrderCreated,
		},
	},
};

const inboundAnsweredRange: ObjectShape = {
	fields: {
		start: { wire: 'startFullNumber', aliases: ['numberRangeStart'] },
		end: { wire: 'endFullNumber', aliases: ['numberRangeEnd'] },
		lac: 'areaCode',
		lacExtension: 'areaCodeExtn',
		splitStart: 'rangeStart',
		splitEnd: 'rangeEnd',
	},
	required: ['start', 'end'],
};

const inboundReason: ObjectShape = {
	fields: {
		code: { wire: 'reasonCode', aliases: ['code', 'rejectionCode'] },
		text: { wire: 'reasonText', aliases: ['text', 'reason', 'message', 'description', 'rejectionReason'] },
	},
};

const inboundStatusChange: ObjectShape = {
	fields: {
		status: { wire: 'orderStatus', aliases: ['status', 'transactionStatus', 'state', 'orderState'] },
		at: 'statusChangeDate',
	},
};

const inboundOrder: ObjectShape = {
	fields: {
		id: { wire: 'id', aliases: ['orderId', 'orderID'] },
		status: { wire: 'orderStatus', aliases: ['status', 'transactionStatus', 'state', 'orderState'] },
		serviceProfile: { wire: 'serviceProfile', aliases: ['relatedParty.reseller.serviceProfile'] },
		country: { wire: 'country', aliases: ['relatedParty.reseller.country'] },
		createdAt: { wire: 'creationDate', aliases: ['orderDate', 'createdDate'] },
		changedAt: { wire: 'lastUpdate', aliases: ['lastUpdateDate', 'modifiedDate'] },
		ranges: { wire: 'numberRangeList', shape: { list: inboundAnsweredRange } },
		type: {
			wire: 'orderType',
			shape: {
				values: {
					reservation: 'Number Reservation',
					return: 'Number Reservation Cancellation',
					activation: 'Number Activation',
					updateCustomer: 'Number Address Update',
				},
				others: {
					reservation: ['Reservation'],
					return: ['Cancel Reservation', 'Reservation Cancellation'],
					activation: ['Activation'],
					updateCustomer: ['Address Update'],
				},
			},
			aliases: ['type'],
		},
		description: { wire: 'orderDescription', aliases: ['description'] },
		reason: { wire: 'statusReason', shape: inboundReason },
		statusHistory: { wire: 'statusHistory', shape: { list: inboundStatusChange } },
	},
};

const inboundAddress: ObjectShape = {
	fields: {
		houseNumber: 'houseNumber',
		streetName: 'streetName',
		streetType: 'streetType',
		city: 'city',
		postalCode: 'postalCode',
		country: 'country',
		poBoxNumber: 'poBoxNumber',
		addressExtension: 'addressExtension',
		subLocality: 'subLocality',
		district: 'district',
		province: 'province',
	},
};

const inboundDirectoryService: ObjectShape = {
	fields: {
		publish: 'publishInDirectory',
		listingName: 'directoryListingName',
		category: 'businessCategory',
		usage: { wire: 'numberUsage', shape: { values: { voice: 'VOICE', fax: 'FAX', voiceAndFax: 'VOICE_AND_FAX' } } },
		address: { wire: 'directoryAddress', shape: inboundAddress },
	},
};

const inboundContact: ObjectShape = { fields: { name: 'contactName', phone: 'contactNumber', email: 'contactEmail' } };

const inboundEndCustomer: ObjectShape = {
	fields: {
		customerReference: 'customerReference',
		name: 'endCustomerName',
		contact: { wire: 'contact', shape: inboundContact },
		registrationNumber: 'customerRegistrationNumber',
		registrationNumberNotInVies: 'registrationNumberNotInVies',
		address: { wire: 'address', shape: inboundAddress },
	},
};

const inboundNumberRecord: ObjectShape = {
	fields: {
		orderId: { wire: 'orderId', aliases: ['orderID'] },
		start: { wire: 'startFullNumber', aliases: ['numberRangeStart'] },
		end: { wire: 'endFullNumber', aliases: ['numberRangeEnd'] },
		lac: 'areaCode',
		lacExtension: 'areaCodeExtn',
		splitStart: 'rangeStart',
		splitEnd: 'rangeEnd',
		serviceProfile: { wire: 'serviceProfile', aliases: ['relatedParty.reseller.serviceProfile'] },
		country: { wire: 'country', aliases: ['relatedParty.reseller.country'] },
		createdAt: { wire: 'creationDate', aliases: ['orderDate', 'createdDate'] },
		changedAt: { wire: 'lastUpdate', aliases: ['lastUpdateDate', 'modifiedDate'] },
		directoryService: { wire: 'directoryService', shape: inboundDirectoryService },
		emergencyAddress: { wire: 'emergencyAddress', shape: inboundAddress },
		endCustomer: { wire: 'endCustomerDetails', shape: inboundEndCustomer },
		status: { wire: 'resourceStatus', aliases: ['cliStatus', 'status'] },
		numberType: 'numberType',
		city: 'city',
		rangeSize: 'rangeSize',
		reservedUntil: 'reservationExpiryDate',
	},
	required: ['start', 'end'],
};

const inboundRange: ObjectShape = {
	fields: {
		start: { wire: 'startFullNumber', aliases: ['numberRangeStart'] },
		end: { wire: 'endFullNumber', aliases: ['numberRangeEnd'] },
	},
	required: ['start', 'end'],
};

const inboundProductOffering: ObjectShape = { fields: { name: 'name' } };

const inboundMarket: ObjectShape = {
	fields: {
		serviceProfile: { wire: 'serviceProfile', aliases: ['relatedParty.reseller.serviceProfile'] },
		country: { wire: 'country', aliases: ['relatedParty.reseller.country'] },
	},
};

const inboundRelatedParty: ObjectShape = {
	fields: {
		endCustomer: { wire: 'endCustomerDetails', shape: inboundEndCustomer },
		reseller: { wire: 'reseller', shape: inboundMarket },
	},
};

const inboundReservationBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: inboundRange } },
		productOffering: { wire: 'productOffering', shape: inboundProductOffering },
		relatedParty: { wire: 'relatedParty', shape: inboundRelatedParty },
	},
};

const inboundOrderCreated: ObjectShape = {
	fields: { order: { wire: 'order', shape: inboundOrder, aliases: ['productOrder'] } },
};

const inboundAcknowledgement: ObjectShape = { fields: { result: 'result' } };

const inboundDocument: ObjectShape = {
	fields: { type: 'attachmentType', fileName: 'fileName', fileContent: 'fileContent' },
};

const inboundActivationBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: inboundRange } },
		productOffering: { wire: 'productOffering', shape: inboundProductOffering },
		relatedParty: { wire: 'relatedParty', shape: inboundRelatedParty },
		directoryService: { wire: 'directoryService', shape: inboundDirectoryService },
		emergencyAddress: { wire: 'emergencyAddress', shape: inboundAddress },
		documents: { wire: 'attachmentList', shape: { list: inboundDocument } },
	},
};

const inboundUpdateCustomerBody: ObjectShape = {
	fields: {
		ranges: { wire: 'numberRangeList', shape: { list: inboundRange } },
		productOffering: { wire: 'productOffering', shape: inboundProductOffering },
		relatedParty: { wire: 'relatedParty', shape: inboundRelatedParty },
		directoryService: { wire: 'directoryService', shape: inboundDirectoryService },
		emergencyAddress: { wire: 'emergencyAddress', shape: inboundAddress },
		action: 'action',
	},
};

const inboundNotification: ObjectShape = {
	fields: {
		order: { wire: 'order', shape: inboundOrder, aliases: ['productOrder'] },
		status: { wire: 'orderStatus', aliases: ['status', 'transactionStatus', 'state', 'orderState'] },
		orderId: { wire: 'orderId', aliases: ['orderID'] },
		id: { wire: 'eventId', aliases: ['notificationId'] },
		at: { wire: 'eventTime', aliases: ['timeOccurred', 'timestamp'] },
		event: {
			wire: 'eventType',
			shape: {
				values: {
					raised: 'OrderCreationNotification',
					completed: 'OrderCompletionNotification',
					failed: 'OrderFailureNotification',
				},
			},
			aliases: ['eventName', 'notificationType'],
		},
		content: { wire: 'event', shape: inboundOrderCreated },
	},
};

const inboundError: ObjectShape = { fields: { code: 'code', reason: 'reason', message: 'message' } };

export const inbound: ApiTable<OperationsOf<'inbound'>> = {
	hosts: { production: 'apis.colt.net', sandbox: 'sandbox.apis.colt.net' },
	basePath: '/numberManagement/inbound/v1',
	error: inboundError,
	operations: {
		getOrder: {
			id: 'getOrder',
			method: 'GET',
			path: '/order/{orderId}',
			effect: 'read',
			params: { fields: { orderId: 'orderId' }, required: ['orderId'] },
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			response: inboundOrder,
		},
		searchNumbers: {
			id: 'searchNumbers',
			method: 'GET',
			path: '/numberCollection',
			effect: 'read',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			query: {
				fields: {
					status: 'resourceStatus',
					country: 'country',
					numberType: 'numberType',
					lac: 'areaCode',
					city: 'city',
					rangeSize: 'rangeSize',
					customerReference: 'customerReference',
					start: 'startFullNumber',
					end: 'endFullNumber',
					serviceProfile: 'serviceProfile',
					offset: 'offset',
					limit: 'limit',
				},
			},
			response: { list: inboundNumberRecord },
			responseHeaders: { fields: { totalCount: 'X-Total-Count', resultCount: 'X-Result-Count' } },
		},
		reserveNumbers: {
			id: 'reserveNumbers',
			method: 'POST',
			path: '/numberCollectionReservation',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: inboundReservationBody,
			response: inboundOrderCreated,
		},
		cancelReservation: {
			id: 'cancelReservation',
			method: 'POST',
			path: '/numberCollectionReservationCancellation',
			effect: 'write',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: inboundReservationBody,
			response: inboundAcknowledgement,
		},
		activateNumbers: {
			id: 'activateNumbers',
			method: 'POST',
			path: '/numberCollectionActivation',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: inboundActivationBody,
			response: inboundOrderCreated,
		},
		updateCustomer: {
			id: 'updateCustomer',
			method: 'POST',
			path: '/numberCollectionUpdateCustomerDetails',
			effect: 'order',
			contentType: 'application/json',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: inboundUpdateCustomerBody,
			response: inboundOrderCreated,
		},
		callBack: {
			id: 'callBack',
			method: 'POST',
			path: '',
			effect: 'read',
			contentType: 'application/json',
			body: inboundNotification,
		},
	},
};

const authenticationTokenRequest: ObjectShape = { fields: { grantType: 'grant_type' }, required: ['grantType'] };

const authenticationToken: ObjectShape = {
	fields: {
		accessToken: { wire: 'access_token', aliases: ['accessToken'] },
		tokenType: 'token_type',
		expiresIn: { wire: 'expires_in', aliases: ['expiresIn'] },
	},
	required: ['accessToken'],
};

const authenticationError: ObjectShape = {
	fields: { code: 'code', reason: 'reason', message: 'message' },
	required: ['code', 'reason', 'message'],
};

export const authentication: ApiTable<OperationsOf<'authentication'>> = {
	hosts: { production: 'apis.colt.net', sandbox: 'sandbox.apis.colt.net' },
	basePath: '/authentication',
	error: authenticationError,
	operations: {
		requestToken: {
			id: 'requestToken',
			method: 'POST',
			path: '/v1/oauth/token',
			effect: 'read',
			contentType: 'application/x-www-form-urlencoded',
			headers: { fields: { trackingId: 'x-tracking-id' }, required: ['trackingId'] },
			body: authenticationTokenRequest,
			response: authenticationToken,
		},
	},
};
