import type { Operation } from '../contract/table';
import type { Problem } from '../errors/problem';
import type { WireRequest } from './http';
import type { Answer } from './interpret';
import type { ReadResponse } from './readResponse';

/** What one call came to, whatever it was. */
export interface Observation {
	method: WireRequest['method'];
	/** Path and query as they were sent. */
	url: string;
	/** Time of the last sending, in milliseconds. */
	ms: number;
	/** Absent when no HTTP answer came. */
	response?: ReadResponse;
	/** What the client makes of it. */
	meaning: { answer: Answer } | { problem: Problem };
}

/** How a call is observed. */
export interface ObserveOptions {
	/** The answer must be complete by then. */
	timeoutMs: number;
	/** Looks at the request right before it is sent, in Colt's names. @throws ColtError to keep it from being sent */
	demand: (operation: Operation, request: Pick<WireRequest, 'method' | 'url' | 'headers'>) => void;
}
