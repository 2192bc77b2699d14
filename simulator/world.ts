import { randomUUID } from 'node:crypto';
import type { OrderType } from '../nodes/shared/contract/logicalTypes';
import { TokenIssuer } from './tokens';
import { callFor } from './callbacks/callFor';
import { CallbackSender } from './callbacks/sender';
import { CallLog } from './callLog';
import { Clock, type ClockMode } from './clock';
import { PendingFaults } from './faults/pendingFaults';
import type { ListeningSocket } from './faults/listeningSocket';
import { Ids } from './ids';
import type { PortPlan } from './model';
import { JwtAccess } from './jwtAccess';
import { INBOUND_BLOCKS, inboundFreeNumbers } from './routes/inbound/inboundBlocks';
import { NumberStore } from './numberStore';
import { OrderStore } from './orderStore';
import { type FreeNumbers, defaultFreeNumbers, seedBlocks, seedFreeNumbers } from './seed';
import { type Settings, defaultSettings } from './settings';
import { Traffic } from './traffic';

export interface WorldOptions {
	clock?: ClockMode;
	/**
	 * Moment at which the clock starts, ISO 8601. The stepped clock starts at a fixed moment by default, the others
	 * now.
	 */
	start?: string;
	/** Seed of ids and RIO codes. */
	seed?: number;
	settings?: Partial<Settings>;
	freeNumbers?: FreeNumbers;
	clientId?: string;
	clientSecret?: string;
}

/** A failure of a coming order, requested through the control API. */
export interface PlannedFailure {
	type: OrderType;
	/** How many orders of the type fail, beginning with the next. */
	count: number;
	/** Only orders that contain this number. */
	number?: string;
	code: string;
	text: string;
}

/** The outcome of coming ports, requested through the control API. */
export interface PlannedPort extends PortPlan {
	count: number;
	/** Only ports that contain this number. */
	number?: string;
}

const STEPPED_START = '2025-01-06T09:00:00.000Z';

/** What each API has of its own. */
export interface Store {
	readonly numbers: NumberStore;
	readonly orders: OrderStore;
}

/** Everything the simulator knows; one instance a server. */
export class World {
	readonly clock: Clock;
	readonly calls = new CallLog(() => this.tokens.secrets());
	readonly traffic = new Traffic();
	readonly faults = new PendingFaults();
	/** The server's listening socket; absent without a server. */
	listeningSocket?: ListeningSocket;
	readonly jwt = new JwtAccess();
	readonly tokens: TokenIssuer;
	/** Numbers and orders of the Wholesale SIP API. */
	readonly sip: Store;
	/** Numbers and orders of the Inbound API; all the rest of this world is shared. */
	readonly inbound: Store;
	/** What Colt calls the customer for: orders of the Inbound API. */
	readonly callbacks = new CallbackSender(
		() => this.clock.iso(),
		() => randomUUID(),
	);
	settings!: Settings;
	failures: PlannedFailure[] = [];
	/** Ports that are to take another way than the straight one. */
	portPlans: PlannedPort[] = [];
	/** Numbers that cannot be ported, with the reason. */
	readonly unportable = new Map<string, string>();
	/** Answers that did not match the contract: mistakes of the simulator. */
	violations: string[] = [];
	private readonly ids: Ids;
	private readonly resetListeners: Array<(seed: number) => void> = [];

	constructor(private readonly options: WorldOptions = {}) {
		const start = options.start ?? (options.clock === 'stepped' ? STEPPED_START : undefined);
		this.clock = new Clock(options.clock ?? 'real', start === undefined ? undefined : Date.parse(start));
		this.tokens = new TokenIssuer(this.clock, options.clientId ?? 'demo-client', options.clientSecret ?? 'demo-secret');
		this.tokens.verifiers.push(this.jwt);
		this.ids = new Ids(options.seed ?? 1);
		this.sip = { numbers: new NumberStore(), orders: new OrderStore(this.clock, this.ids) };
		this.inbound = { numbers: new NumberStore(INBOUND_BLOCKS), orders: new OrderStore(this.clock, this.ids) };
		this.inbound.orders.watcher = (order, what) => callFor(this.callbacks, order, what);
		this.reset();
	}

	/**
	 * Back to the state after the start: numbers, orders, settings, clock, calls, faults. Tokens and JWT applications
	 * stay.
	 */
	reset(seed = this.options.seed ?? 1): void {
		this.clock.reset();
		this.ids.restart(seed);
		this.callbacks.clear();
		this.settings = { ...defaultSettings, ...this.options.settings };
		this.failures = [];
		this.portPlans = [];
		this.unportable.clear();
		this.violations = [];
		for (const { numbers, orders } of [this.sip, this.inbound]) {
			numbers.clear();
			orders.clear();
		}
		this.calls.clear();
		this.faults.clear();
		void this.listeningSocket?.open();
		this.traffic.reset();
		seedFreeNumbers(this.sip.numbers, this.options.freeNumbers ?? defaultFreeNumbers, this.clock.iso());
		seedBlocks(this.inbound.numbers, inboundFreeNumbers, this.clock.iso());
		for (const listener of this.resetListeners) listener(seed);
	}

	/** Calls the listener after every reset, with the seed. */
	onReset(listener: (seed: number) => void): void {
		this.resetListeners.push(listener);
	}

	/** A new id from the seeded series. */
	nextId(): string {
		return this.ids.next();
	}

	/** The failure planned for an order, used up by asking. */
	takeFailure(type: OrderType, numbers: readonly string[]): PlannedFailure | undefined {
		const failure = this.failures.find((plan) => plan.type === type && (!plan.number || numbers.includes(plan.number)));
		if (failure) failure.count -= 1;
		this.failures = this.failures.filter(({ count }) => count > 0);
		return failure;
	}

	/** The way planned for a port, used up by asking; an order failure planned for port-ins is a rejection. */
	takePortPlan(type: 'portIn', numbers: readonly string[]): PortPlan | undefined {
		const failure = this.takeFailure(type, numbers);
		if (failure) return { outcome: 'reject', code: failure.code, text: failure.text };
		const plan = this.portPlans.find(({ number }) => !number || numbers.includes(number));
		if (!plan) return undefined;
		plan.count -= 1;
		this.portPlans = this.portPlans.filter(({ count }) => count > 0);
		return { outcome: plan.outcome, code: plan.code, text: plan.text };
	}
}
