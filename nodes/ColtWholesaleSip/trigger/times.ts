import type { IPollFunctions } from 'n8n-workflow';

import { inputError } from '../../shared/errors/problem';
import { toText } from '../../shared/text';
import { DAY_MS } from './retention';
import type { Start } from './events';

const HOUR_MS = 3_600_000;
/** Two hundred years: more is no time that a date could be counted with. */
const MOST_MS = 200 * 365 * DAY_MS;

/** The lead times a user chose, milliseconds, each only if the event it belongs to is chosen; and what the first poll tells. */
export interface Times {
	deadlineMs?: number;
	expiryMs?: number;
	start: 'now' | 'open' | { lastMs: number };
}

/** @throws ColtError naming the field */
function timeOf(context: IPollFunctions, name: string, label: string, otherwise: number, unit: number): number {
	const value = context.getNodeParameter(name, otherwise);
	const time = (toText(value).trim() === '' ? Number.NaN : Number(value)) * unit;
	if (!(time > 0 && time <= MOST_MS))
		throw inputError(
			label,
			`"${toText(value)}" is not a time above 0`,
			'Use a number above 0, such as 24.',
			'notANumber',
		);
	return time;
}

/**
 * Reads the trigger's times; an expression may give anything for them.
 * @param kinds the chosen events
 * @throws ColtError before anything is sent
 */
export function readTimes(context: IPollFunctions, kinds: readonly string[]): Times {
	const start = context.getNodeParameter('startWith', 'now');
	return {
		...(kinds.includes('deadlineNear') && {
			deadlineMs: timeOf(context, 'deadlineHours', 'Deadline Lead Time (Hours)', 24, HOUR_MS),
		}),
		...(kinds.includes('reservationExpiring') && {
			expiryMs: timeOf(context, 'expiryDays', 'Reservation Lead Time (Days)', 7, DAY_MS),
		}),
		start:
			start === 'recent'
				? { lastMs: timeOf(context, 'startHours', 'Changed in the Last (Hours)', 24, HOUR_MS) }
				: start === 'open'
					? 'open'
					: 'now',
	};
}

/** What the very first poll is to tell of the orders that are there already. */
export const startOf = ({ start }: Times, now: number): Start =>
	start === 'open' ? { open: true } : start === 'now' ? {} : { changedSince: now - start.lastMs };
