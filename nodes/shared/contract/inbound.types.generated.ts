// Generated from contract/inbound.openapi.yaml by `npm run contract:generate`. Do not edit.

export interface paths {
	'/order/{orderId}': {
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
	'/numberCollection': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations['searchNumbers'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/numberCollectionReservation': {
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
	'/numberCollectionReservationCancellation': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['cancelReservation'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/numberCollectionActivation': {
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
	'/numberCollectionUpdateCustomerDetails': {
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
}
export interface webhooks {
	callBack: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations['callBack'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export interface components {
	schemas: {
		Error: {
			code?: string;
			reason?: string;
			message?: string;
		};
		Range: {
			start: string;
			end: string;
		};
		SplitNumber: {
			lac?: string;
			lacExtension?: string;
			splitStart?: string;
			splitEnd?: string;
		};
		AnsweredRange: components['schemas']['Range'] & components['schemas']['SplitNumber'];
		Market: {
			serviceProfile?: string;
			country?: 'AT' | 'BE' | 'DK' | 'FR' | 'DE' | 'IE' | 'IT' | 'NL' | 'PT' | 'ES' | 'SE' | 'CH' | 'GB';
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
			customerReference?: string;
			name?: string;
			contact?: components['schemas']['Contact'];
			registrationNumber?: string;
			registrationNumberNotInVies?: boolean;
			address?: components['schemas']['Address'];
		};
		DirectoryService: {
			publish?: boolean;
			listingName?: string;
			category?: string;
			usage?: 'voice' | 'fax' | 'voiceAndFax';
			address?: components['schemas']['Address'];
		};
		CustomerPart: {
			endCustomer?: components['schemas']['EndCustomer'];
		};
		RelatedParty: {
			reseller?: components['schemas']['Market'];
		} & components['schemas']['CustomerPart'];
		ProductOffering: {
			name?: string;
		};
		RangeList: {
			ranges?: components['schemas']['Range'][];
		};
		ReservationBody: {
			productOffering?: components['schemas']['ProductOffering'];
			relatedParty?: components['schemas']['RelatedParty'];
		} & components['schemas']['RangeList'];
		Document: {
			type?: string;
			fileName?: string;
			fileContent?: string;
		};
		ServiceDetails: {
			directoryService?: components['schemas']['DirectoryService'];
			emergencyAddress?: components['schemas']['Address'];
		};
		ActivationBody: {
			documents?: components['schemas']['Document'][];
		} & (components['schemas']['ReservationBody'] & components['schemas']['ServiceDetails']);
		UpdateCustomerBody: {
			action?: 'ADD' | 'MODIFY';
		} & (components['schemas']['ReservationBody'] & components['schemas']['ServiceDetails']);
		OrderRef: {
			id?: string;
		};
		Acknowledgement: {
			result?: string;
		};
		Reason: {
			code?: string;
			text?: string;
		};
		OrderState: {
			status?: string;
		};
		StatusChange: {
			at?: string;
		} & components['schemas']['OrderState'];
		Context: {
			createdAt?: string;
			changedAt?: string;
		} & components['schemas']['Market'];
		Order: {
			ranges?: components['schemas']['AnsweredRange'][];
			type?: 'reservation' | 'return' | 'activation' | 'updateCustomer';
			description?: string;
			reason?: components['schemas']['Reason'];
			statusHistory?: components['schemas']['StatusChange'][];
		} & (components['schemas']['OrderRef'] & components['schemas']['OrderState'] & components['schemas']['Context']);
		OrderIdPart: {
			orderId?: string;
		};
		NumberRecord: {
			status?: string;
			numberType?: 'IN Geo' | 'Freephone' | 'Shared Cost' | 'Full Rate' | 'National Rate';
			city?: string;
			rangeSize?: number;
			reservedUntil?: string;
		} & (components['schemas']['OrderIdPart'] &
			components['schemas']['AnsweredRange'] &
			components['schemas']['Context'] &
			components['schemas']['ServiceDetails'] &
			components['schemas']['CustomerPart']);
		OrderCreated: {
			order?: components['schemas']['Order'];
		};
		Notification: {
			id?: string;
			at?: string;
			event?: 'raised' | 'completed' | 'failed';
			content?: components['schemas']['OrderCreated'];
		} & (components['schemas']['OrderCreated'] &
			components['schemas']['OrderState'] &
			components['schemas']['OrderIdPart']);
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
		NumberStatus: string;
		Country: string;
		NumberType: string;
		Lac: string;
		City: string;
		RangeSize: number;
		CustomerReference: string;
		RangeStart: string;
		RangeEnd: string;
		ServiceProfile: string;
		Offset: number;
		Limit: number;
	};
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
	searchNumbers: {
		parameters: {
			query?: {
				status?: components['parameters']['NumberStatus'];
				country?: components['parameters']['Country'];
				numberType?: components['parameters']['NumberType'];
				lac?: components['parameters']['Lac'];
				city?: components['parameters']['City'];
				rangeSize?: components['parameters']['RangeSize'];
				customerReference?: components['parameters']['CustomerReference'];
				start?: components['parameters']['RangeStart'];
				end?: components['parameters']['RangeEnd'];
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
	cancelReservation: {
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
					'application/json': components['schemas']['Acknowledgement'];
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
	callBack: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['Notification'];
			};
		};
		responses: {
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
		};
	};
}
