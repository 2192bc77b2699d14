import type { IDataObject } from 'n8n-workflow';

import type { Call } from '../client/client';
import type { Problem } from '../errors/problem';
import type { ItemResult } from '../runner/itemResult';
import type { FoundOrder } from './matchOrder';
import type { OrderKey } from './orderMemory';
import type { RecoveryRule } from './recovery';
import type { Heartbeat } from './suspension';

/** An earlier call for the same, whose order may exist. */
export interface PriorAttempt {
	/** When it was sent at the earliest, by this machine's clock. */
	since: number;
	/** Whether it certainly was sent; otherwise the run that was to send it may have ended before. */
	wasSubmitted: boolean;
	/** Whether the moment is a guess: an order that is found may be older than the earlier run. */
	isGuess?: boolean;
}

/** What one input item orders. */
export interface OrderRow {
	itemIndex: number;
	prepared: {
		call: Call;
		key: OrderKey;
		/** How long to search for an order whose outcome is unknown, in milliseconds. */
		patienceMs: number;
		/** An earlier run may have placed this order. */
		prior?: PriorAttempt;
		/** Of the run of the node. */
		heartbeat?: Heartbeat;
	};
}

/** What became of one row, by input item. */
export type RowResult = [itemIndex: number, settled: ItemResult];

/** What Colt answered for one row: its item, with the ids of the orders it is, or a refusal. */
export type RowAnswer = { item: IDataObject; orderIds: readonly string[] } | { problem: Problem };

/** How rows travel to Colt: one alone, or many in a bulk order. */
export interface Shipment {
	rule: RecoveryRule;
	/** Where their orders are looked for. */
	lookIn: 'number' | 'list';
	trackingId: string;
	/** Sends the rows in one call. @returns one answer a row @throws ColtError */
	send(rows: readonly OrderRow[], beforeSend: () => void): Promise<RowAnswer[]>;
	/** The item of a row whose order was found instead of answered; without an order for what creates none. */
	itemOf(row: OrderRow, found: FoundOrder | undefined): IDataObject;
}
