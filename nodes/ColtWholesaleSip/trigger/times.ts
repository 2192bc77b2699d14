import type { IPollFunctions } from 'n8n-workflow';

import { inputError } from '../../shared/errors/problem';
import { readSetting } from '../../shared/input/readSetting';
import { triggerFields } from './triggerFields';
import { DAY_MS } from './retention';
import type { Start } from './events';

const HOUR_MS = 3_600_000;
/** Two hundred years: dates cannot be calculated with more. */
const MOST_MS = 200 * 365 * DAY_MS;

/**
 * The lead times a user chose, milliseconds, each only if its event is chosen; and what the first poll delivers.
 */
export interface Times {
	deadlineMs?: number;
	expiryMs?: number;
	start: 'now' | 'open' | { lastMs: number };
}

/** @throws ColtError naming the field */
function timeOf(context: IPollFunctions, name: string, label: string, unit: number): number {
	const time = (readSetting(context, triggerFields, name) as number) * unit;
	if (time <= MOST_MS) return time;
	throw inputError(label, `is ${time / unit}, which is too long`, 'Use a number such as 24.', 'notANumber');
}

/**
 * Reads the trigger's times; an expression may give anything for them.
 * @param kinds the chosen events
 * @throws ColtError before anything is sent
 */
export function readTimes(context: IPollFunctions, kinds: readonly string[]): Times {
	const start = readSetting(context, triggerFields, 'startWith');
	return {
		...(kinds.includes('deadlineNear') && {
			deadlineMs: timeOf(context, 'deadlineHours', 'Deadline Lead Time (Hours)', HOUR_MS),
		}),
		...(kinds.includes('reservationExpiring') && {
			expiryMs: timeOf(context, 'expiryDays', 'Reservation Lead Time (Days)', DAY_MS),
		}),
		start:
			start === 'recent'
				? { lastMs: timeOf(context, 'startHours', 'Changed in the Last (Hours)', HOUR_MS) }
				: start === 'open'
					? 'open'
					: 'now',
	};
}

/** Which existing orders the very first poll delivers. */
export const startOf = ({ start }: Times, now: number): Start =>
	start === 'open' ? { open: true } : start === 'now' ? {} : { changedSince: now - start.lastMs };
