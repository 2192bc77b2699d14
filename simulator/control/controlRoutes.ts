import type { FastifyInstance } from 'fastify';
import type { OrderType } from '../../nodes/shared/contract/logicalTypes';
import type { AccountRequest } from './account';
import type { Control, OrderChange } from './control';
import type { SeedRequest } from './seeding';
import type { Fault } from '../faults/fault';
import type { JwtApplication } from '../jwtAccess';
import type { PortPlan } from '../model';
import type { PortOutRequest } from '../porting/portOut';
import type { Settings } from '../settings';

/** Milliseconds, or a number with s, m, h or d: `90d`. */
export function durationOf(value: unknown): number {
	if (typeof value === 'number') return value;
	const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)?$/.exec(String(value)) ?? [];
	if (amount === undefined) throw new TypeError(`${String(value)} is not a time such as 1500, 90s or 90d`);
	return Number(amount) * ({ '': 1, ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit] ?? 1);
}

/** The control API: see README.md. Mistakes are answered 400 with a sentence. */
export function registerControl(
	app: FastifyInstance,
	control: Control,
	prefix = '/_control',
	more: (scope: FastifyInstance) => void = () => undefined,
): void {
	void app.register(
		(scope, _options, ready) => {
			scope.setErrorHandler((error, _request, reply) =>
				reply
					.code(error instanceof RangeError ? 404 : 400)
					.send({ error: error instanceof Error ? error.message : String(error) }),
			);
			scope.removeAllContentTypeParsers();
			// curl -d sends a form content type; every body here is JSON whatever it says.
			scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
				try {
					done(null, body === '' ? {} : JSON.parse(String(body)));
				} catch {
					done(new TypeError('The body is not JSON'));
				}
			});
			state(scope, control);
			disturbances(scope, control);
			records(scope, control);
			more(scope);
			ready();
		},
		{ prefix },
	);
}

const bodyOf = <T>(request: { body: unknown }): T => (request.body ?? {}) as T;
const done = { ok: true };

function state(scope: FastifyInstance, control: Control): void {
	scope.post('/reset', (request) => (control.reset(bodyOf<{ seed?: number }>(request)), done));
	scope.post('/seed', (request) => control.seed(bodyOf<SeedRequest>(request)));
	scope.post('/account', (request) => control.addAccount(bodyOf<AccountRequest>(request)));
	scope.post('/changes', (request) => control.changeOpen(bodyOf<{ count?: number }>(request).count ?? 1));
	scope.get('/changes', () => control.changes());
	scope.get('/clock', () => control.clock());
	scope.post('/clock', (request) => {
		const { advance, set } = bodyOf<{ advance?: unknown; set?: string }>(request);
		if ((advance === undefined) === (set === undefined)) throw new TypeError('Give either advance or set');
		if (set !== undefined) control.setClock(set);
		else control.advance(durationOf(advance));
		return control.clock();
	});
	scope.get('/settings', () => control.change({}));
	scope.post('/settings', (request) => control.change(bodyOf<Partial<Settings>>(request)));
	scope.post('/latency', (request) => control.change({ latencyMs: durationOf(bodyOf<{ ms?: unknown }>(request).ms) }));
	scope.post('/orders/:id', (request) =>
		control.changeOrder((request.params as { id: string }).id, bodyOf<OrderChange>(request)),
	);
}

function disturbances(scope: FastifyInstance, control: Control): void {
	scope.post('/failures', (request) => {
		const { type, ...options } = bodyOf<{
			type?: OrderType;
			count?: number;
			number?: string;
			code?: string;
			text?: string;
		}>(request);
		if (!type) throw new TypeError('Give the type of the orders that are to fail');
		control.failNext(type, options);
		return done;
	});
	scope.post('/ports', (request) => {
		const { outcome, ...options } = bodyOf<{
			outcome: PortPlan['outcome'];
			count?: number;
			number?: string;
			code?: string;
			text?: string;
		}>(request);
		control.planPort(outcome, options);
		return done;
	});
	scope.post('/portouts', (request) => control.portOut(bodyOf<PortOutRequest>(request)));
	scope.post('/unportable', (request) => {
		const { number, reason } = bodyOf<{ number?: string; reason?: string }>(request);
		if (!number) throw new TypeError('Give the number');
		control.makeUnportable(number, reason);
		return done;
	});
	scope.post('/faults', (request) => (control.addFault(bodyOf<Fault>(request)), done));
	scope.get('/faults', () => control.faults());
	scope.delete('/faults', async () => (await control.clearFaults(), done));
	scope.post('/jwt', (request) => (control.addJwtApplication(bodyOf<JwtApplication>(request)), done));
	scope.post('/tokens', (request) => {
		const { end } = bodyOf<{ end?: 'expire' | 'forget' }>(request);
		if (end !== 'expire' && end !== 'forget') throw new TypeError('end is expire or forget');
		control.endTokens(end);
		return done;
	});
}

function records(scope: FastifyInstance, control: Control): void {
	scope.get('/calls', (request) => control.calls(request.query as Record<string, string>));
	scope.delete('/calls', () => (control.clearCalls(), done));
	scope.get('/books', (request) => control.books(request.query as Record<string, string>));
	scope.get('/numbers', (request) => control.numbers(request.query as Record<string, string>));
	scope.get('/stats', () => control.stats());
	scope.delete('/stats', () => (control.resetStats(), done));
	scope.get('/violations', () => control.violations());
}
