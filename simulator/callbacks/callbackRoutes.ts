import type { FastifyInstance } from 'fastify';
import type { OrderEntry } from '../model';
import type { CallbackEvent } from './delivery';
import type { CallbackSender, Disturbance } from './sender';
import type { Receiver } from './receiver';

const bodyOf = <T>(request: { body: unknown }): T => (request.body ?? {}) as T;
const done = { ok: true };
const EVENTS: readonly string[] = ['raised', 'completed', 'failed'];

/** The callbacks' part of the control API; see README.md. */
export function callbackRoutes(
	scope: FastifyInstance,
	sender: CallbackSender,
	orderOf: (id: string) => OrderEntry,
): void {
	scope.post('/callbacks', (request) => (sender.register(bodyOf<Receiver>(request)), done));
	scope.delete('/callbacks', () => (sender.unregister(), done));
	scope.get('/callbacks', (request) => sender.list(request.query as Record<string, string>));
	scope.post('/callbacks/disturb', (request) => (sender.disturb(bodyOf<Disturbance>(request)), done));
	scope.post('/callbacks/send', (request) => {
		const { orderId = '', event = '' } = bodyOf<{ orderId?: string; event?: string }>(request);
		if (!EVENTS.includes(event)) throw new TypeError('event is raised, completed or failed');
		return sender.send(orderOf(orderId), event as CallbackEvent);
	});
}
