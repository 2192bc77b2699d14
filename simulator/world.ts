import { randomUUID } from 'node:crypto';
import type { OrderType } from '../nodes/shared/contract/types';
import { Account } from './account';
import { TokenDesk } from './auth';
import { callFor } from './callbacks/callFor';
import { CallbackDesk } from './callbacks/desk';
import { CallLog } from './callLog';
import { Clock, type ClockMode } from './clock';
import { FaultDesk } from './faults/desk';
import type { Door } from './faults/door';
import { Ids } from './ids';
import type { PortPlan } from './model';
import { JwtAccess } from './jwtAccess';
import { INBOUND_BLOCKS, inboundFreeNumbers } from './routes/inbound/numberingPlans';
import { inboundSide } from './routes/inbound/side';
import { NumberStore } from './numbers';
import { OrderStore } from './orders';
import { type FreeNumbers, defaultFreeNumbers, seedBlocks, seedFreeNumbers } from './seed';
import { type Settings, defaultSettings } from './settings';
import { Traffic } from './traffic';

export interface WorldOptions {
	clock?: ClockMode;
	/** Moment at which the clock starts, ISO 8601. The stepped clock starts at a fixed moment by default, the others now. */
	start?: string;
	/** Seed of ids and RIO codes. */
	seed?: number;
	settings?: Partial<Settings>;
	freeNumbers?: FreeNumbers;
	clientId?: string;
	clientSecret?: string;
}

/** An order that is to fail, told by the control API. */
export interface PlannedFailure {
	type: OrderType;
	/** How many orders of the type fail, beginning with the next. */
	count: number;
	/** Only orders that contain this number. */
	number?: string;
	code: string;
	text: string;
}

/** A way that the next ports are to take, told by the control API. */
export interface PlannedPort extends PortPlan {
	count: number;
	/** Only ports that contain this number. */
	number?: string;
}

const STEPPED_START = '2025-01-06T09:00:00.000Z';

/** Everything the simulator knows; one instance a server. */
export class World {
	readonly clock: Clock;
	readonly numbers = new NumberStore();
	readonly calls = new CallLog(() => this.tokens.secrets());
	readonly traffic = new Traffic();
	readonly faults = new FaultDesk();
	/** The server's listening socket; there is none without a server. */
	door?: Door;
	readonly jwt = new JwtAccess();
	readonly tokens: TokenDesk;
	orders!: OrderStore;
	/** A customer with many orders, if one is seeded. */
	account!: Account;
	readonly inboundNumbers = new NumberStore(INBOUND_BLOCKS);
	inboundOrders!: OrderStore;
	/** What Colt calls the customer for: orders of the Inbound API. */
	readonly callbacks = new CallbackDesk(
		() => this.clock.iso(),
		() => randomUUID(),
	);
	/** The Inbound API's side of this world. */
	readonly inbound: World = inboundSide(this);
	settings!: Settings;
	failures: PlannedFailure[] = [];
	/** Ports that are to take another way than the straight one. */
	portPlans: PlannedPort[] = [];
	/** Numbers told to be unportable, with the reason. */
	readonly unportable = new Map<string, string>();
	/** Answers that did not match the contract: mistakes of the simulator. */
	violations: string[] = [];
	private ids!: Ids;

	constructor(private readonly options: WorldOptions = {}) {
		const start = options.start ?? (options.clock === 'stepped' ? STEPPED_START : undefined);
		this.clock = new Clock(options.clock ?? 'real', start === undefined ? undefined : Date.parse(start));
		this.tokens = new TokenDesk(this.clock, options.clientId ?? 'demo-client', options.clientSecret ?? 'demo-secret');
		this.tokens.verifiers.push(this.jwt);
		this.reset();
	}

	/** Back to the state after the start: numbers, orders, settings, clock, calls, faults. Tokens and JWT applications stay. */
	reset(seed = this.options.seed ?? 1): void {
		this.clock.reset();
		this.ids = new Ids(seed);
		this.orders = new OrderStore(this.clock, this.ids);
		this.inboundOrders = new OrderStore(this.clock, this.ids);
		this.inboundOrders.watcher = (order, what) => callFor(this.callbacks, order, what);
		this.callbacks.clear();
		this.account = new Account(this, seed);
		this.settings = { ...defaultSettings, ...this.options.settings };
		this.failures = [];
		this.portPlans = [];
		this.unportable.clear();
		this.violations = [];
		this.numbers.clear();
		this.inboundNumbers.clear();
		this.calls.clear();
		this.faults.clear();
		void this.door?.open();
		this.traffic.reset();
		seedFreeNumbers(this.numbers, this.options.freeNumbers ?? defaultFreeNumbers, this.clock.iso());
		seedBlocks(this.inboundNumbers, inboundFreeNumbers, this.clock.iso());
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
