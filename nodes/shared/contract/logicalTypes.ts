import type { operations as AuthenticationOperations } from './authentication.types.generated';
import type { components as InboundComponents, operations as InboundOperations } from './inbound.types.generated';
import type { Operation } from './table';
import type { components as SipComponents, operations as SipOperations } from './wholesaleSip.types.generated';

/** The operations of each API as openapi-typescript describes them, in logical names. */
interface Apis {
	wholesaleSip: SipOperations;
	inbound: InboundOperations;
	authentication: AuthenticationOperations;
}

export type ApiName = keyof Apis;
export type OperationId<A extends ApiName = 'wholesaleSip'> = keyof Apis[A] & string;

type JsonOf<T> = T extends { content: infer C } ? C[keyof C] : never;
type ParametersOf<T, In extends string> = T extends { parameters: infer P }
	? In extends keyof P
		? NonNullable<P[In]>
		: never
	: never;

type PathOf<T> = ParametersOf<T, 'path'>;
type QueryOf<T> = ParametersOf<T, 'query'>;
type BodyOf<T> = T extends { requestBody?: infer B } ? JsonOf<NonNullable<B>> : never;
type ResponseOf<T> = T extends { responses: { 200: infer R } } ? JsonOf<R> : never;

/** Query of an operation in logical names. */
export type LogicalQuery<K extends OperationId<A>, A extends ApiName = 'wholesaleSip'> = QueryOf<Apis[A][K]>;
/** Body of an operation in logical names. */
export type LogicalBody<K extends OperationId<A>, A extends ApiName = 'wholesaleSip'> = BodyOf<Apis[A][K]>;
/** Successful response of an operation in logical names. */
export type LogicalResponse<K extends OperationId<A>, A extends ApiName = 'wholesaleSip'> = ResponseOf<Apis[A][K]>;

/** The typed operation table of an API. */
export type OperationsOf<A extends ApiName> = {
	readonly [K in keyof Apis[A]]: Operation<
		PathOf<Apis[A][K]>,
		QueryOf<Apis[A][K]>,
		BodyOf<Apis[A][K]>,
		ResponseOf<Apis[A][K]>
	>;
};

type Sip = SipComponents['schemas'];

export type Order = Sip['Order'];
export type OrderType = NonNullable<Order['type']>;
export type PortActionName = NonNullable<Sip['PortAction']['action']>;
export type NumberRecord = Sip['NumberRecord'];
export type EndCustomer = Sip['EndCustomer'];
export type Address = Sip['Address'];
export type Contact = Sip['Contact'];
export type DirectoryService = Sip['DirectoryService'];
export type CliDetails = Sip['CliDetails'];
export type DetailedRange = Sip['DetailedRange'];
export type ColtDocument = Sip['Document'];
export type Reason = Sip['Reason'];
export type PortabilityResult = Sip['PortabilityResult'];
export type BulkResult = Sip['BulkResult'];
export type BulkRowResult = Sip['BulkRowResult'];
/** Error payload of every API: `{ code, reason, message }`. */
export type ErrorPayload = Sip['Error'];

export type InboundOrder = InboundComponents['schemas']['Order'];
export type InboundNumberRecord = InboundComponents['schemas']['NumberRecord'];
export type InboundNotification = InboundComponents['schemas']['Notification'];
