import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { ApiTable, Operation } from '../contract/table';
import { inputError } from '../errors/problem';
import { chosenValue } from '../input/chosenValue';
import { countryNamed, countryOfE164 } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { NUMBER_STATUSES, NUMBER_TRANSITIONS } from '../lifecycle/numberStatus';
import type { NumberEvent, NumberStatus } from '../lifecycle/numberStatus';
import { toMoment } from '../orders/dates';
import { readRange } from '../orders/ranges';
import { optionalText, toText } from '../text';
import { pick } from './pick';
import type { Entry } from './pick';
import { dayText, joinWords, rangeText, rangeValue, typedNumber } from './words';

/** What an operation does to a number, by its stored value; one that is not here takes numbers of every status. */
const EVENTS: Readonly<Record<string, readonly NumberEvent[]>> = {
	activate: ['activation'],
	reactivate: ['reactivation'],
	return: ['return'],
	updateEndCustomer: ['updateCustomerAdd', 'updateCustomerModify'],
	updateEndCustomers: ['updateCustomerAdd', 'updateCustomerModify'],
	updateCustomer: ['updateCustomerModify'],
};

/** Statuses of your own numbers that an operation can take, by the life cycle table; undefined for all. */
export function statusesFor(operation: string): readonly NumberStatus[] | undefined {
	if (operation === 'cancelReservation') return ['Reserved'];
	const events = EVENTS[operation];
	if (events === undefined) return undefined;
	const from = new Set(NUMBER_TRANSITIONS.filter(({ by }) => events.includes(by)).map((row) => row.from));
	return NUMBER_STATUSES.filter((status) => status !== 'Free' && from.has(status));
}

const isOneOf = (statuses: readonly string[] | undefined, status: string | undefined): boolean =>
	statuses === undefined || status === undefined || statuses.some((one) => one.toLowerCase() === status.toLowerCase());

/** "+44 20 7946 0950 to 0959 · Reserved · Customer · until 25 Nov" */
export function numberEntry(record: unknown, statuses: readonly string[] | undefined): Entry | undefined {
	const range = readRange(record);
	if (range === undefined) return undefined;
	const { status, customerReference, city, reservedUntil, quarantinedUntil } = record as Record<string, unknown>;
	if (!isOneOf(statuses, optionalText(status))) return undefined;
	const until = toMoment(reservedUntil) ?? toMoment(quarantinedUntil);
	return {
		name: joinWords([
			rangeText(range),
			optionalText(status),
			optionalText(customerReference),
			optionalText(city),
			until === undefined ? undefined : `until ${dayText(until)}`,
		]),
		value: rangeValue(range),
	};
}

function chosenCountry(context: ILoadOptionsFunctions): CountryCode | undefined {
	return countryNamed(toText(chosenValue(context.getCurrentNodeParameter('country'))));
}

/** An API, and its read of the stock or the inventory. */
export interface NumberList {
	api: Pick<ApiTable, 'basePath'>;
	operation: Operation;
	/** Of a read of stock and inventory alike: the status that means free. */
	freeStatus?: string;
	/** The statuses that the API has; all unless given. */
	statuses?: readonly NumberStatus[];
}

const OWN = {
	what: 'numbers',
	remedy: 'Type the whole number with +, or the customer reference: Colt finds these in all your numbers.',
};

/** Your own numbers that the operation can take. */
export const searchOwnNumbers = ({ api, operation, statuses: known = NUMBER_STATUSES }: NumberList) =>
	async function search(this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult> {
		const statuses = statusesFor(toText(this.getCurrentNodeParameter('operation')))?.filter((status) =>
			known.includes(status),
		);
		const country = chosenCountry(this);
		const typed = (filter ?? '').trim();
		const number = typedNumber(typed);
		return await pick(this, api, { filter, token }, ({ defaultServiceProfile: serviceProfile }) => ({
			lists: (statuses ?? [undefined]).map((status) => ({
				operation,
				request: { query: { status, country, serviceProfile } },
			})),
			lookUps: [
				{
					operation,
					request: {
						query: number === undefined ? { customerReference: typed, country } : { start: number, end: number },
					},
				},
			],
			toEntry: (record) => numberEntry(record, statuses),
			unfinished: OWN,
		}));
	};

/** Free numbers of the country that was chosen, or that the typed number begins with. */
export const searchFreeNumbers = ({ api, operation, freeStatus }: NumberList) =>
	async function search(this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult> {
		const typed = (filter ?? '').trim();
		return await pick(this, api, { filter, token }, ({ defaultServiceProfile: serviceProfile }) => {
			const country = chosenCountry(this) ?? countryOfE164(typed.replace(/^00/, '+'));
			if (country === undefined)
				throw inputError(
					'Country',
					'is not chosen',
					"Choose the 'Country' above, or type the beginning of the number with its +.",
					'missing',
				);
			const query = { country, serviceProfile, ...(freeStatus !== undefined && { status: freeStatus }) };
			const isCity = country !== 'FR' && /^\p{L}[\p{L}\s.'-]+$/u.test(typed);
			return {
				lists: [{ operation, request: { query } }],
				lookUps: isCity ? [{ operation, request: { query: { ...query, city: typed } } }] : [],
				toEntry: (record) => numberEntry(record, undefined),
				unfinished: {
					what: 'free numbers',
					remedy: 'Type more or other digits, or find numbers with the operation Search Free and its filters.',
				},
			};
		});
	};
