// Generated from contract/wholesale-sip.openapi.yaml by `npm run contract:generate`. Do not edit.

export interface paths {
	'/v1/freeNumber': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations['searchFreeNumbers'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/Number': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations['searchInventory'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/reservation/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['reserveNumbers'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/return/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['returnNumbers'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/activation/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['activateNumbers'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/updateCustomer/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['updateCustomer'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/portIn/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['portIn'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/portUpdate/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['updatePort'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/checkPortability': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['checkPortability'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/reactivation/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['reactivateNumbers'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/bulkActivationOrder': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['bulkActivate'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/bulkPortInOrder': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['bulkPortIn'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/bulkUpdateCustomerDetailsOrder': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['bulkUpdateCustomer'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations['listOrders'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/order/{orderId}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations['getOrder'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/CLIOrderHistory': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations['getNumberOrderHistory'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/freeNumberCount': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations['countFreeNumbers'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/lockFreeNumbers': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['lockFreeNumbers'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/freeNumberBackfill/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['requestBackfill'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/v1/cancelFreeNumberBackfill/order': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['cancelBackfill'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		Error: {
			code: string;
			reason: string;
			message: string;
		};
		Range: {
			start: string;
			end: string;
		};
		SplitEnds: {
			splitStart?: string;
			splitEnd?: string;
		};
		AnsweredRange: components['schemas']['DetailedRange'] &
			components['schemas']['AreaCode'] &
			components['schemas']['SplitEnds'] &
			components['schemas']['PossibleDate'];
		PossibleDate: {
			firstPossibleDate?: string;
		};
		ReservationRange: {
			start: string;
			end: string;
		};
		ProductOffering: {
			name: 'Wholesale SIP';
		};
		Reseller: {
			serviceProfile?: string;
			country:
				| 'GB'
				| 'DE'
				| 'ES'
				| 'FR'
				| 'AT'
				| 'BE'
				| 'NL'
				| 'IE'
				| 'IT'
				| 'SE'
				| 'DK'
				| 'PT'
				| 'CH'
				| 'CZ'
				| 'NO'
				| 'RO'
				| 'PL'
				| 'FI'
				| 'LU'
				| 'SK';
		};
		CustomerLabel: {
			customerReference?: string;
		};
		Address: {
			houseNumber?: string;
			streetName?: string;
			streetType?: string;
			city?: string;
			postalCode?: string;
			country?: string;
			poBoxNumber?: string;
			addressExtension?: string;
			subLocality?: string;
			district?: string;
			province?: string;
		};
		Contact: {
			name?: string;
			phone?: string;
			email?: string;
		};
		EndCustomer: {
			name?: string;
			contact?: components['schemas']['Contact'];
			registrationNumber?: string;
			registrationNumberNotInVies?: boolean;
			address?: components['schemas']['Address'];
		} & components['schemas']['CustomerLabel'];
		DirectoryService: {
			publish?: boolean;
			listingName?: string;
			category?: string;
			usage?: 'voice' | 'fax' | 'voiceAndFax';
			address?: components['schemas']['Address'];
		};
		ServiceDetails: {
			emergencyAddress?: components['schemas']['Address'];
			directoryService?: components['schemas']['DirectoryService'];
		};
		CliDetails: {
			endCustomer?: components['schemas']['EndCustomer'];
		} & components['schemas']['ServiceDetails'];
		DetailedRange: components['schemas']['Range'] & components['schemas']['CliDetails'];
		Document: {
			type?: 'loa' | 'regulatoryAssignment' | 'triPartiteAgreement' | 'invoice' | 'identityProof' | 'other';
			fileName?: string;
			fileContent?: string;
		};
		LetterOfAuthorisation: {
			loaFileName?: string;
			loaFileContent?: string;
		};
		Documents: {
			documents?: components['schemas']['Document'][];
		};
		LabelledParty: {
			reseller: components['schemas']['Reseller'];
			endCustomer?: components['schemas']['CustomerLabel'];
		};
		ResellerParty: {
			reseller: components['schemas']['Reseller'];
		};
		RelatedParty: {
			reseller: components['schemas']['Reseller'];
			endCustomer?: components['schemas']['EndCustomer'];
		};
		ReservationBody: {
			ranges?: components['schemas']['ReservationRange'][];
			productOffering: components['schemas']['ProductOffering'];
			relatedParty: components['schemas']['LabelledParty'];
			lockId?: string;
		};
		ReturnBody: {
			ranges: components['schemas']['Range'][];
			productOffering: components['schemas']['ProductOffering'];
			relatedParty: components['schemas']['ResellerParty'];
		};
		OrderShape: {
			ranges?: components['schemas']['DetailedRange'][];
			productOffering?: components['schemas']['ProductOffering'];
			relatedParty?: components['schemas']['RelatedParty'];
		};
		ActivationBody: {
			regulatorApproval?: boolean;
		} & (WithRequired<components['schemas']['OrderShape'], 'ranges' | 'productOffering' | 'relatedParty'> &
			components['schemas']['ServiceDetails'] &
			components['schemas']['Documents']);
		UpdateCustomerBody: {
			action?: 'ADD' | 'MODIFY';
		} & (WithRequired<components['schemas']['OrderShape'], 'ranges' | 'productOffering' | 'relatedParty'> &
			components['schemas']['ServiceDetails'] &
			components['schemas']['Documents']);
		ReactivationBody: WithRequired<components['schemas']['OrderShape'], 'ranges' | 'productOffering' | 'relatedParty'>;
		PortabilityBody: WithRequired<components['schemas']['OrderShape'], 'ranges' | 'relatedParty'>;
		PortSlot: {
			portDate?: string;
			portWindow?: string;
		};
		Operator: {
			name?: string;
			accountNumber?: string;
			code?: string;
			customerNumber?: string;
			contractOwner?: string;
		};
		PortingDetails: {
			currentOperator?: components['schemas']['Operator'];
			mainBillingNumber?: string;
			outOfHours?: boolean;
			notes?: string;
			contact?: components['schemas']['Contact'];
			routingPrefix?: string;
			cvp?: string;
			lineType?: 'single' | 'multi';
			contractHandling?: 'earlyTermination' | 'continuation';
			migrationCode?: string;
			signeeName?: string;
			portScope?: 'full' | 'partial';
		} & components['schemas']['PortSlot'];
		PortInBody: {
			regulatoryAssignmentFileName?: string;
			regulatoryAssignmentFileContent?: string;
		} & (WithRequired<components['schemas']['OrderShape'], 'ranges' | 'productOffering' | 'relatedParty'> &
			components['schemas']['ServiceDetails'] &
			components['schemas']['PortingDetails'] &
			components['schemas']['LetterOfAuthorisation'] &
			components['schemas']['Documents']);
		PortAction: {
			action?:
				| 'changeDate'
				| 'cancel'
				| 'modify'
				| 'sendNote'
				| 'acceptPortOut'
				| 'rejectPortOut'
				| 'schedulePort'
				| 'activatePort';
		};
		OrderReference: {
			orderId?: string;
		};
		PortUpdateBody: components['schemas']['OrderShape'] &
			components['schemas']['OrderReference'] &
			components['schemas']['PortAction'] &
			components['schemas']['PortingDetails'] &
			components['schemas']['LetterOfAuthorisation'] &
			components['schemas']['Documents'] &
			components['schemas']['Reasoned'];
		BulkActivationBody: {
			orders?: components['schemas']['ActivationBody'][];
		};
		BulkPortInBody: {
			orders?: components['schemas']['PortInBody'][];
		};
		BulkUpdateCustomerBody: {
			orders?: components['schemas']['UpdateCustomerBody'][];
		};
		AreaCode: {
			lac?: string;
			lacExtension?: string;
		};
		NumberTraits: {
			city?: string;
			numberType?: 'Geo' | 'Non Geo';
			rangeSize?: number;
		} & components['schemas']['AreaCode'];
		SupplyBody: {
			quantity?: number;
		} & (components['schemas']['OrderShape'] & components['schemas']['NumberTraits']);
		BackfillCancellationBody: components['schemas']['OrderShape'] & components['schemas']['OrderReference'];
		OrderHolder: {
			order?: components['schemas']['OrderRef'];
		};
		OrderCreated: WithRequired<components['schemas']['OrderHolder'], 'order'>;
		OrderRef: {
			id: string;
		};
		OrderContext: {
			country?: string;
			serviceProfile?: string;
			customerReference?: string;
		};
		Timestamps: {
			createdAt?: string;
			changedAt?: string;
		};
		Reasoned: {
			reason?: components['schemas']['Reason'];
		};
		Reason: {
			code?: string;
			text?: string;
		};
		OrderNote: {
			text?: string;
			author?: string;
			date?: string;
		};
		RelatedOrder: {
			relationship?: string;
		} & components['schemas']['OrderRef'];
		Milestone: {
			name?: string;
			status?: string;
			at?: string;
			message?: string;
		};
		OrderError: {
			code?: string;
			reason?: string;
			message?: string;
		};
		OrderExtras: {
			notes?: components['schemas']['OrderNote'][];
			relatedOrders?: components['schemas']['RelatedOrder'][];
			errors?: components['schemas']['OrderError'][];
			milestones?: components['schemas']['Milestone'][];
		};
		OrderState: {
			status?: string;
		};
		StatusChange: {
			at?: string;
		} & components['schemas']['OrderState'];
		OrderSummary: {
			type?:
				| 'reservation'
				| 'return'
				| 'activation'
				| 'updateCustomer'
				| 'portIn'
				| 'portOut'
				| 'portUpdate'
				| 'reactivation'
				| 'backfill'
				| 'backfillCancellation'
				| 'bulkActivation'
				| 'bulkPortIn'
				| 'bulkUpdateCustomer';
		} & (components['schemas']['OrderRef'] & components['schemas']['OrderState'] & components['schemas']['PortAction']);
		Order: {
			description?: string;
			parentId?: string;
			requestedDate?: string;
			ranges?: components['schemas']['AnsweredRange'][];
			statusHistory?: components['schemas']['StatusChange'][];
			childOrders?: components['schemas']['OrderSummary'][];
		} & (components['schemas']['OrderSummary'] &
			components['schemas']['OrderContext'] &
			components['schemas']['Timestamps'] &
			components['schemas']['Reasoned'] &
			components['schemas']['PortSlot'] &
			components['schemas']['PossibleDate'] &
			components['schemas']['OrderExtras']);
		NumberRecord: {
			status?: string;
			reservedUntil?: string;
			quarantinedUntil?: string;
			rioCode?: string;
		} & (components['schemas']['Range'] &
			components['schemas']['NumberTraits'] &
			components['schemas']['SplitEnds'] &
			components['schemas']['OrderContext'] &
			components['schemas']['Timestamps'] &
			components['schemas']['OrderReference'] &
			components['schemas']['CliDetails']);
		PortabilityResult: {
			portable?: boolean;
		} & (components['schemas']['Range'] &
			components['schemas']['AreaCode'] &
			components['schemas']['SplitEnds'] &
			components['schemas']['Reasoned']);
		BulkResult: {
			results?: components['schemas']['BulkRowResult'][];
		} & components['schemas']['OrderCreated'];
		BulkRowResult: {
			row?: number;
			error?: components['schemas']['Error'];
		} & components['schemas']['OrderHolder'];
		FreeNumberCount: {
			count?: number;
		};
		Lock: {
			lockId?: string;
			expiresAt?: string;
			numbers?: components['schemas']['NumberRecord'][];
		};
	};
	responses: {
		BadRequest: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		Unauthorized: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		Forbidden: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		NotFound: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		MethodNotAllowed: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		NotAllowed: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		PayloadTooLarge: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		UnsupportedMediaType: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		TooManyRequests: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		InternalServerError: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		ServiceUnavailable: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
		GatewayTimeout: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
	};
	parameters: {
		TrackingId: string;
		OrderId: string;
		NumberType: 'Geo' | 'Non Geo';
		RangeStart: string;
		RangeEnd: string;
		HistoryRangeStart: string;
		HistoryRangeEnd: string;
		CountedNumberType: 'Geo' | 'Non Geo';
		Country: string;
		Lac: string;
		LacExtension: string;
		City: string;
		RangeSize: number;
		ServiceProfile: string;
		NumberStatus: string;
		CustomerReference: string;
		OrderIdFilter: string;
		OrderStatus: string;
		OrderType:
			| 'reservation'
			| 'return'
			| 'activation'
			| 'updateCustomer'
			| 'portIn'
			| 'portOut'
			| 'portUpdate'
			| 'reactivation'
			| 'backfill'
			| 'backfillCancellation'
			| 'bulkActivation'
			| 'bulkPortIn'
			| 'bulkUpdateCustomer';
		CreatedFrom: string;
		CreatedTo: string;
		ChangedFrom: string;
		ChangedTo: string;
		Sort: string;
		Offset: number;
		Limit: number;
	};
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
	searchFreeNumbers: {
		parameters: {
			query?: {
				country?: components['parameters']['Country'];
				numberType?: components['parameters']['NumberType'];
				lac?: components['parameters']['Lac'];
				lacExtension?: components['parameters']['LacExtension'];
				city?: components['parameters']['City'];
				rangeSize?: components['parameters']['RangeSize'];
				serviceProfile?: components['parameters']['ServiceProfile'];
				offset?: components['parameters']['Offset'];
				limit?: components['parameters']['Limit'];
			};
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					totalCount?: number;
					resultCount?: number;
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['NumberRecord'][];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	searchInventory: {
		parameters: {
			query?: {
				status?: components['parameters']['NumberStatus'];
				customerReference?: components['parameters']['CustomerReference'];
				orderId?: components['parameters']['OrderIdFilter'];
				start?: components['parameters']['RangeStart'];
				end?: components['parameters']['RangeEnd'];
				country?: components['parameters']['Country'];
				serviceProfile?: components['parameters']['ServiceProfile'];
				offset?: components['parameters']['Offset'];
				limit?: components['parameters']['Limit'];
			};
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					totalCount?: number;
					resultCount?: number;
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['NumberRecord'][];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	reserveNumbers: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['ReservationBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['OrderCreated'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	returnNumbers: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['ReturnBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['OrderCreated'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	activateNumbers: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['ActivationBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['OrderCreated'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	updateCustomer: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['UpdateCustomerBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['OrderCreated'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	portIn: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['PortInBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['OrderCreated'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	updatePort: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['PortUpdateBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['OrderCreated'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	checkPortability: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['PortabilityBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['PortabilityResult'][];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	reactivateNumbers: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['ReactivationBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['OrderCreated'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	bulkActivate: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['BulkActivationBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['BulkResult'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	bulkPortIn: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['BulkPortInBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['BulkResult'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	bulkUpdateCustomer: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['BulkUpdateCustomerBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['BulkResult'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	listOrders: {
		parameters: {
			query?: {
				status?: components['parameters']['OrderStatus'];
				type?: components['parameters']['OrderType'];
				country?: components['parameters']['Country'];
				customerReference?: components['parameters']['CustomerReference'];
				createdFrom?: components['parameters']['CreatedFrom'];
				createdTo?: components['parameters']['CreatedTo'];
				changedFrom?: components['parameters']['ChangedFrom'];
				changedTo?: components['parameters']['ChangedTo'];
				sort?: components['parameters']['Sort'];
				offset?: components['parameters']['Offset'];
				limit?: components['parameters']['Limit'];
			};
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					totalCount?: number;
					resultCount?: number;
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Order'][];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	getOrder: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path: {
				orderId: components['parameters']['OrderId'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Order'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	getNumberOrderHistory: {
		parameters: {
			query?: {
				start?: components['parameters']['HistoryRangeStart'];
				end?: components['parameters']['HistoryRangeEnd'];
				offset?: components['parameters']['Offset'];
				limit?: components['parameters']['Limit'];
			};
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					totalCount?: number;
					resultCount?: number;
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Order'][];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	countFreeNumbers: {
		parameters: {
			query?: {
				country?: components['parameters']['Country'];
				numberType?: components['parameters']['CountedNumberType'];
				lac?: components['parameters']['Lac'];
				lacExtension?: components['parameters']['LacExtension'];
				city?: components['parameters']['City'];
				rangeSize?: components['parameters']['RangeSize'];
				serviceProfile?: components['parameters']['ServiceProfile'];
			};
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['FreeNumberCount'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	lockFreeNumbers: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['SupplyBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Lock'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	requestBackfill: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['SupplyBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['OrderCreated'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
	cancelBackfill: {
		parameters: {
			query?: never;
			header: {
				trackingId: components['parameters']['TrackingId'];
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['BackfillCancellationBody'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['OrderCreated'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			405: components['responses']['MethodNotAllowed'];
			406: components['responses']['NotAllowed'];
			413: components['responses']['PayloadTooLarge'];
			415: components['responses']['UnsupportedMediaType'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['InternalServerError'];
			503: components['responses']['ServiceUnavailable'];
			504: components['responses']['GatewayTimeout'];
		};
	};
}
type WithRequired<T, K extends keyof T> = T & {
	[P in K]-?: T[P];
};
