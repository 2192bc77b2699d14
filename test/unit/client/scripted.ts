import { ColtClient } from '../../../nodes/shared/client/client';
import type { Call, ClientDependencies } from '../../../nodes/shared/client/client';
import type { WireRequest, WireResponse } from '../../../nodes/shared/client/http';
import { CallQueue } from '../../../nodes/shared/client/rate/callQueue';
import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';

/** What the other side does with one request: answers, or fails with a network code. */
export type Step =
	{ status: number; text?: string; headers?: Record<string, string> } | { network: string; facts?: object };

export const ok = (body: unknown, headers: Record<string, string> = {}): Step => ({
	status: 200,
	text: JSON.stringify(body),
	headers,
});
export const refused = (status: number, code = '001', headers: Record<string, string> = {}): Step => ({
	status,
	text: JSON.stringify({ code, reason: 'Reason', message: 'Message' }),
	headers,
});
export const network = (code: string): Step => ({ network: code });

/** The client's own port, with answers by script; keeps what was asked of it. */
export interface Scripted {
	client: ColtClient;
	sends: Array<{ request: WireRequest; token: string }>;
	pauses: number[];
	tokens: Array<{ country: string | undefined; rejected: string | undefined }>;
}

export function scripted(
	steps: readonly Step[] | ((request: WireRequest) => Step),
	more: Partial<ClientDependencies> = {},
): Scripted {
	const sends: Scripted['sends'] = [];
	const pauses: number[] = [];
	const tokens: Scripted['tokens'] = [];
	const answerOf = (request: WireRequest): Step => {
		const step = typeof steps === 'function' ? steps(request) : steps[sends.length - 1];
		if (step === undefined) throw new Error('The script has ended');
		return step;
	};
	let now = 0;
	const pass = async (ms: number): Promise<void> => {
		now += ms;
		pauses.push(ms);
		await Promise.resolve();
	};
	const queue = new CallQueue({ now: () => now, sleep: pass });
	const client = new ColtClient({
		queue: queue.open(),
		baseUrl: 'https://colt.example/numberManagement',
		token: async (country, rejected) => {
			tokens.push({ country, rejected });
			return await Promise.resolve(`token-${tokens.length}`);
		},
		send: async (request, token): Promise<WireResponse> => {
			sends.push({ request, token });
			const step = answerOf(request);
			if ('network' in step)
				return await Promise.reject(
					Object.assign(new Error(`failed: ${step.network}`), { code: step.network, ...step.facts }),
				);
			return await Promise.resolve({ status: step.status, headers: step.headers ?? {}, text: step.text ?? '' });
		},
		pause: pass,
		secrets: [],
		...more,
	});
	return { client, sends, pauses, tokens };
}

const range = { start: '+442081324758', end: '+442081324758' };

/** A call that places an order. */
export const ORDER: Call = {
	operation: wholesaleSip.operations.reserveNumbers,
	request: { body: { ranges: [range], productOffering: { name: 'Wholesale SIP' } }, echo: { country: 'GB' } },
	trackingId: 'trk-1',
};

/** A call that changes something without an order. */
export const WRITE: Call = {
	operation: wholesaleSip.operations.lockFreeNumbers,
	request: { body: { lac: '20' } },
	trackingId: 'trk-1',
};

export const READ: Call = {
	operation: wholesaleSip.operations.getOrder,
	request: { path: { orderId: 'A-1' } },
	trackingId: 'trk-1',
};

/** A read by POST. */
export const CHECK: Call = {
	operation: wholesaleSip.operations.checkPortability,
	request: { body: { ranges: [range] } },
	trackingId: 'trk-1',
};

export const LIST: Call = {
	operation: wholesaleSip.operations.listOrders,
	request: { query: { country: 'GB' } },
	trackingId: 'trk-1',
};
