import { setTimeout as pause } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { LimitFunction } from 'p-limit';
import type { InboundNotification } from '../../nodes/shared/contract/logicalTypes';
import type { OrderEntry } from '../model';
import { attempt } from './delivery';
import type { CallbackEvent, Delivery } from './delivery';
import { authorization, checkedReceiver, defaultRetry } from './receiver';
import type { Receiver } from './receiver';

/** What is to go wrong with the next callbacks. */
export interface Disturbance {
	/** So many are never sent. */
	drop?: number;
	/** So many are sent twice. */
	duplicate?: number;
	/** This many are held back until all have arrived, then sent in reverse order, one after the other. */
	reverse?: number;
}

interface Notice {
	order: OrderEntry;
	event: CallbackEvent;
	body: string;
	delivery: Delivery;
}

const PARALLEL = 50;

/**
 * Delivers callbacks over real HTTP and real time: one for each order that is raised, completed or failed. An order's
 * callbacks start in their order; a retry can let a later one arrive first.
 */
export class CallbackSender {
	/** Writes a notification in wire names; the server sets it. */
	encode: (notification: InboundNotification) => unknown = (notification) => notification;
	private receiver: Receiver | undefined;
	private limit: LimitFunction = pLimit(PARALLEL);
	private deliveries: Delivery[] = [];
	private disturbance: Required<Disturbance> = { drop: 0, duplicate: 0, reverse: 0 };
	private held: Notice[] = [];
	private readonly lines = new Map<string, Promise<void>>();
	private readonly underWay = new Set<Promise<void>>();
	private end = new AbortController();

	constructor(
		private readonly now: () => string,
		private readonly nextId: () => string,
	) {}

	/** Sends callbacks to this address from now on. @throws TypeError if it is not an address on this machine */
	register(receiver: Receiver): void {
		this.receiver = checkedReceiver(receiver);
		this.limit = pLimit(receiver.parallel ?? PARALLEL);
	}

	/** No callbacks any more. */
	unregister(): void {
		this.receiver = undefined;
	}

	/** Adds to what is to go wrong next. @throws TypeError for what is no count */
	disturb(disturbance: Disturbance): void {
		for (const [name, count] of Object.entries(disturbance)) {
			if (!Object.hasOwn(this.disturbance, name)) throw new TypeError(`${name} is not one of drop, duplicate, reverse`);
			if (!Number.isInteger(count) || (count as number) < 0) throw new TypeError(`${name} is a count`);
		}
		const add = (name: keyof Disturbance): number => this.disturbance[name] + (disturbance[name] ?? 0);
		this.disturbance = { drop: add('drop'), duplicate: add('duplicate'), reverse: add('reverse') };
	}

	/** Something has happened to an order. Nothing is sent while there is no receiver. */
	notify(order: OrderEntry, event: CallbackEvent): void {
		if (this.receiver === undefined) return;
		const notice = this.note(order, event);
		if (this.take('drop')) {
			notice.delivery.state = 'dropped';
			return;
		}
		if (this.take('reverse')) {
			this.held.push(notice);
			if (this.disturbance.reverse === 0) this.releaseHeld();
			return;
		}
		this.queue(notice);
		if (this.take('duplicate')) this.repeat(notice);
	}

	/** Delivers an order's callback once more, or for the first time. */
	send(order: OrderEntry, event: CallbackEvent): Delivery {
		if (this.receiver === undefined) throw new TypeError('There is no receiver: register one first');
		const known = this.deliveries.find((earlier) => earlier.orderId === order.id && earlier.event === event);
		const notice = this.note(order, event, known?.id);
		notice.delivery.isRepeat = known !== undefined;
		this.queue(notice);
		return notice.delivery;
	}

	/** Every callback, oldest first, with its attempts. */
	list(filter: { orderId?: string; event?: string } = {}): Delivery[] {
		return this.deliveries.filter(
			({ orderId, event }) =>
				(!filter.orderId || orderId === filter.orderId) && (!filter.event || event === filter.event),
		);
	}

	/** Resolves when no delivery is under way or waits for its next attempt. */
	async idle(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	/** Forgets receiver, log and what was to go wrong; ends what is under way. */
	clear(): void {
		this.end.abort();
		this.end = new AbortController();
		this.receiver = undefined;
		this.deliveries = [];
		this.held = [];
		this.disturbance = { drop: 0, duplicate: 0, reverse: 0 };
		this.lines.clear();
	}

	private take(name: keyof Disturbance): boolean {
		if (this.disturbance[name] === 0) return false;
		this.disturbance[name] -= 1;
		return true;
	}

	private note(order: OrderEntry, event: CallbackEvent, id = this.nextId()): Notice {
		const delivery: Delivery = { id, orderId: order.id, event, state: 'waiting', isRepeat: false, attempts: [] };
		this.deliveries.push(delivery);
		return { order, event, delivery, body: JSON.stringify(this.encode(notificationOf(order, event, id, this.now()))) };
	}

	private repeat({ order, event, body, delivery: { id } }: Notice): void {
		const delivery: Delivery = { id, orderId: order.id, event, state: 'waiting', isRepeat: true, attempts: [] };
		this.deliveries.push(delivery);
		this.start(this.deliver({ order, event, body, delivery }));
	}

	private releaseHeld(): void {
		const notices = this.held.toReversed();
		this.held = [];
		this.start(
			notices.reduce(async (before, notice) => {
				await before;
				await this.deliver(notice);
			}, Promise.resolve()),
		);
	}

	/** First attempts of one order follow each other. */
	private queue(notice: Notice): void {
		const before = this.lines.get(notice.order.id) ?? Promise.resolve();
		let tried = (): void => undefined;
		this.lines.set(notice.order.id, new Promise((resolve) => (tried = resolve)));
		this.start(before.then(async () => await this.deliver(notice, tried)));
	}

	private start(work: Promise<void>): void {
		const watched = work.finally(() => this.underWay.delete(watched));
		this.underWay.add(watched);
	}

	private async deliver({ delivery, body }: Notice, tried: () => void = () => undefined): Promise<void> {
		const { signal } = this.end;
		const {
			attempts: most,
			firstDelayMs,
			factor,
			longestDelayMs,
			timeoutMs,
		} = { ...defaultRetry, ...this.receiver?.retry };
		let delay = firstDelayMs;
		while (delivery.attempts.length < most && this.receiver !== undefined && !signal.aborted) {
			const { url, authentication } = this.receiver;
			const headers = {
				'content-type': 'application/json',
				'x-tracking-id': delivery.id,
				...(await authorization(authentication)),
			};
			const made = await this.limit(async () => await attempt({ url, headers, body, timeoutMs, signal }));
			delivery.attempts.push(made);
			tried();
			if (made.status >= 200 && made.status < 300) {
				delivery.state = 'delivered';
				return;
			}
			if (delivery.attempts.length < most) await pause(delay, undefined, { signal, ref: false }).catch(() => undefined);
			delay = Math.min(delay * factor, longestDelayMs);
		}
		tried();
		delivery.state = 'given up';
	}
}

/** A notification in logical names: the order as it is now. */
function notificationOf(order: OrderEntry, event: CallbackEvent, id: string, at: string): InboundNotification {
	const { type, status, description, reason, country, serviceProfile, ranges, createdAt, changedAt } = order;
	return {
		id,
		at,
		event,
		content: {
			order: {
				id: order.id,
				type,
				status,
				description,
				country,
				serviceProfile,
				createdAt,
				changedAt,
				ranges: ranges?.map(({ start, end }) => ({ start, end })),
				...(reason && { reason }),
			},
		},
	} as InboundNotification;
}
