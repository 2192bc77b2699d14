import type { OrderType } from '../../nodes/shared/contract/logicalTypes';
import type { Call } from '../callLog';
import type { PendingFaults } from '../faults/pendingFaults';
import type { Fault } from '../faults/fault';
import type { JwtApplication } from '../jwtAccess';
import { INTERNAL, type NumberEntry, type OrderEntry, type PortPlan, without } from '../model';
import { type PortOutRequest, receivePortOut } from '../porting/portOut';
import { enterStatus } from '../porting/states';
import { type Settings, changedSettings } from '../settings';
import type { TrafficFigures } from '../traffic';
import type { Store, World } from '../world';
import { Account, type AccountRequest, type TrueChange } from './account';
import { type SeedRequest, seedFree, addNumber, addOrder } from './seeding';

/** A line of the books: an order and the request that made it. */
export type BookEntry = Omit<OrderEntry, 'cancelStep' | 'port' | 'endsReservation'>;

const bookEntry = (order: OrderEntry): BookEntry => without(order, 'cancelStep', 'port', 'endsReservation');

/** What an order can be changed to. */
export interface OrderChange {
	status?: string;
	description?: string;
	reason?: { code?: string; text?: string };
	/** Ports only: whether the order goes on automatically from the new status. */
	resume?: boolean;
}

/** The control API as functions, for the numbers and orders of one API; the HTTP form in routes.ts adds nothing. */
export class Control {
	/** A customer with many orders, if one is seeded. */
	private account: Account;

	constructor(
		private readonly world: World,
		private readonly store: Store = world.sip,
	) {
		const account = (seed?: number): Account => new Account(store.orders, world.clock, seed);
		this.account = account();
		world.onReset((seed) => (this.account = account(seed)));
	}

	/** Back to the state after the start, with another seed if one is given. */
	reset(options: { seed?: number } = {}): void {
		this.world.reset(options.seed);
	}

	/** Adds numbers and orders. Returns them. @throws TypeError for an unknown country or status */
	seed(request: SeedRequest): { numbers: Array<Partial<NumberEntry>>; orders: BookEntry[] } {
		const { world, store } = this;
		const free = (request.free ?? []).flatMap((amount) => seedFree(world, store, amount));
		const numbers = (request.numbers ?? []).map((number) => addNumber(world, store, number));
		const orders = (request.orders ?? []).map((order) => addOrder(store, order));
		return {
			numbers: [...free, ...numbers].map((entry) => without(entry, ...INTERNAL)),
			orders: orders.map(bookEntry),
		};
	}

	/** Adds many orders that change only through `changeOpen`. @throws RangeError for numbers that cannot be */
	addAccount(request: AccountRequest): { orders: number; open: number } {
		return this.account.add(request);
	}

	/** Lets so many different orders of the account change now. Returns what happened. */
	changeOpen(count: number): TrueChange[] {
		return this.account.change(count);
	}

	/** Everything that `changeOpen` did, in order. */
	changes(): readonly TrueChange[] {
		return this.account.changes();
	}

	/** Time, mode, and what is still to happen. */
	clock(): { now: string; mode: unknown; pending: number; next: string | null } {
		const { count, next } = this.world.clock.pending();
		return {
			now: this.world.clock.iso(),
			mode: this.world.clock.mode,
			pending: count,
			next: next === undefined ? null : new Date(next).toISOString(),
		};
	}

	/** Moves the clock forward by milliseconds. */
	advance(ms: number): void {
		this.world.clock.advance(ms);
	}

	/** Moves the clock forward to a moment. */
	setClock(moment: string): void {
		const at = Date.parse(moment);
		if (Number.isNaN(at)) throw new TypeError(`${moment} is not a date and time`);
		this.world.clock.set(at);
	}

	/**
	 * Sets an order's status, description or reason. Its scheduled steps no longer happen, except the deadlines
	 * of a port, or all of them with `resume`. A port's numbers follow its status.
	 */
	changeOrder(id: string, { resume, ...change }: OrderChange): BookEntry {
		const { world, store } = this;
		const order = this.order(id);
		if (change.status !== undefined && order.port) {
			enterStatus(world, order, change.status, { byHand: !resume, description: change.description });
			if (change.reason) store.orders.change(order, { reason: change.reason });
			return bookEntry(order);
		}
		if (change.status !== undefined) this.stopSteps(order);
		store.orders.change(order, change);
		return bookEntry(order);
	}

	/** A request of another operator for a number of the customer. */
	portOut(request: PortOutRequest): BookEntry {
		return bookEntry(receivePortOut(this.world, request));
	}

	/** Lets the next port-ins take another way. */
	planPort(
		outcome: PortPlan['outcome'],
		options: { count?: number; number?: string; code?: string; text?: string } = {},
	): void {
		if (!['reject', 'feedback', 'delay', 'completionDelay', 'fail'].includes(outcome))
			throw new TypeError('outcome is reject, feedback, delay, completionDelay or fail');
		const { count = 1, number, code = 'SIM10', text = `The port was made to ${outcome} by the simulator.` } = options;
		this.world.portPlans.push({ outcome, count, code, text, ...(number && { number }) });
	}

	/** Makes a number unportable, with a reason. */
	makeUnportable(number: string, reason = 'cannot be ported'): void {
		this.world.unportable.set(number, reason);
	}

	/** Lets the next orders of a type fail. */
	failNext(type: OrderType, options: { count?: number; number?: string; code?: string; text?: string } = {}): void {
		const { count = 1, number, code = 'SIM01', text = 'The order was made to fail by the simulator.' } = options;
		this.world.failures.push({ type, count, code, text, ...(number && { number }) });
	}

	/** A fault for the next calls; a refusal begins at once. @throws TypeError when it is not one */
	addFault(fault: Fault): void {
		const { kind, forMs = 1_000 } = this.world.faults.add(fault);
		if (kind === 'refuse') this.world.listeningSocket?.refuseConnections(forMs);
	}

	/** Faults that still wait for their call. */
	faults(): ReturnType<PendingFaults['list']> {
		return this.world.faults.list();
	}

	/** No call is disturbed any more; resolves when connections are accepted. */
	async clearFaults(): Promise<void> {
		this.world.faults.clear();
		await this.world.listeningSocket?.open();
	}

	/** Changes settings. Returns all of them. */
	change(settings: Partial<Settings>): Settings {
		this.world.settings = changedSettings(this.world.settings, settings);
		return this.world.settings;
	}

	/** Calls of the APIs, oldest first. */
	calls(filter: { operation?: string; trackingId?: string } = {}): Call[] {
		return this.world.calls.list(filter);
	}

	clearCalls(): void {
		this.world.calls.clear();
	}

	/** Every order with the tracking id of the request that made it, in the order of creation. */
	books(filter: { type?: string; trackingId?: string } = {}): BookEntry[] {
		return this.store.orders
			.list()
			.filter(
				({ type, trackingId }) =>
					(!filter.type || type === filter.type) && (!filter.trackingId || trackingId === filter.trackingId),
			)
			.map(bookEntry);
	}

	/** Numbers with everything about them. */
	numbers(filter: { country?: string; status?: string } = {}): Array<Omit<NumberEntry, 'cancelEnd'>> {
		return this.store.numbers
			.list()
			.filter(
				({ country, status }) =>
					(!filter.country || country === filter.country) && (!filter.status || status === filter.status),
			)
			.map((entry) => without(entry, 'cancelEnd'));
	}

	stats(): TrafficFigures {
		return this.world.traffic.read();
	}

	resetStats(): void {
		this.world.traffic.reset();
	}

	/** Answers that contradicted the contract; always empty unless the simulator has a mistake. */
	violations(): string[] {
		return this.world.violations;
	}

	/** Lets the customer call with JWTs of its own. */
	addJwtApplication(application: JwtApplication): void {
		this.world.jwt.add(application);
	}

	/** Lets all tokens expire (401/003), or forgets them (401/002). */
	endTokens(how: 'expire' | 'forget'): void {
		this.world.tokens.end(how);
	}

	/** An order as the simulator stores it. @throws RangeError if it does not exist */
	orderEntry(id: string): OrderEntry {
		return this.order(id);
	}

	private order(id: string): OrderEntry {
		const order = this.store.orders.get(id);
		if (!order) throw new RangeError(`No order ${id}`);
		return order;
	}

	/** An order set through the control API no longer moves on its own; its numbers are free for other orders. */
	private stopSteps(order: OrderEntry): void {
		order.cancelStep?.();
		delete order.cancelStep;
		for (const entry of this.store.numbers.list()) if (entry.busyWith === order.id) delete entry.busyWith;
	}
}
