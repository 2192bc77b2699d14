/** What an order's callback is about (002). */
export type CallbackEvent = 'raised' | 'completed' | 'failed';

/** One try to deliver. */
export interface Attempt {
	/** Wall clock, ISO 8601. */
	at: string;
	/** HTTP status of the answer; 0 when there was none. */
	status: number;
	/** Milliseconds of real time until the answer. */
	durationMs: number;
	/** Why there was no answer. */
	error?: string;
	/** Body of an answer that is no success, its beginning. */
	answer?: string;
}

/** One callback and what became of it. */
export interface Delivery {
	/** Id of the notification, the same in its repeats. */
	id: string;
	orderId: string;
	event: CallbackEvent;
	/** `dropped`: never sent, as `drop` asked. `given up`: no attempt succeeded. */
	state: 'waiting' | 'delivered' | 'given up' | 'dropped';
	/** Whether it repeats an earlier delivery. */
	isRepeat: boolean;
	attempts: Attempt[];
}

export interface Send {
	url: string;
	headers: Record<string, string>;
	body: string;
	timeoutMs: number;
	signal: AbortSignal;
}

const LONGEST_ANSWER = 500;

/** One HTTP attempt. Never throws: a failure is an attempt with status 0. */
export async function attempt({ url, headers, body, timeoutMs, signal }: Send): Promise<Attempt> {
	const at = new Date().toISOString();
	const since = performance.now();
	const durationMs = (): number => Math.round((performance.now() - since) * 10) / 10;
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers,
			body,
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
		});
		const answer = (await response.text()).slice(0, LONGEST_ANSWER);
		return { at, status: response.status, durationMs: durationMs(), ...(!response.ok && answer !== '' && { answer }) };
	} catch (error) {
		const { name, message, cause } = error as Error;
		return {
			at,
			status: 0,
			durationMs: durationMs(),
			error: name === 'TimeoutError' ? 'timed out' : ((cause as Error | undefined)?.message ?? message),
		};
	}
}
