import { randomUUID } from 'node:crypto';

import { inbound, wholesaleSip } from '../contract/wire.generated';
import type { Operation } from '../contract/table';
import { orderBody, readOrderedRanges } from '../fields/orderFields';
import { countryOfE164 } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { COUNTRY_FROM_NUMBER } from '../numbers/readCountry';
import { readRange } from '../orders/ranges';
import { toMoment } from '../orders/dates';
import { optionalText } from '../text';
import { judgeDates, judgeFilter, judgeOrder, momentBetween, valueToFilter } from './behaviour';
import type { Finding } from './behaviour';
import { noteDifferences } from './checkedCall';
import type { CheckRun, ReadList } from './checkRun';
import { writingOf } from './mask';

/** What a person gives to a check. */
export interface CheckInput {
	country: CountryCode;
	/** In E.164; undefined where nothing is to be asked about a number. */
	portability?: string;
	orderId?: string;
}

type Records = ReadList['records'];

const fieldOf = (record: Records[number] | undefined, name: string): unknown =>
	(record?.decoded as Record<string, unknown> | undefined)?.[name];

/** Whether the numbers of a search are of the country that was asked for. */
function judgeCountry(country: CountryCode, records: Records): Finding {
	const what = 'Country';
	const countries = records.flatMap(({ decoded }) => {
		const { start } = readRange(decoded, country) ?? {};
		return start === undefined ? [] : [countryOfE164(start) ?? 'another'];
	});
	if (countries.length === 0) return { what, verdict: 'cannot be told', detail: 'no number could be read' };
	return countries.every((one) => one === country)
		? { what, verdict: 'as inferred', detail: `only numbers of ${country} came` }
		: {
				what,
				verdict: 'otherwise',
				detail: `numbers of another country than ${country} came, or numbers that are not in E.164`,
			};
}

/** Whether the dates of records can be read for certain. */
function judgeWriting(fields: readonly string[], records: Records): Finding[] {
	return fields.flatMap((field): Finding[] => {
		const values = records
			.map((record) => fieldOf(record, field))
			.filter((value) => value !== undefined && value !== null);
		const [first] = values;
		if (first === undefined) return [];
		const unread = values.find((value) => toMoment(value) === undefined);
		return [
			unread === undefined
				? { what: `Date ${field}`, verdict: 'as inferred', detail: `written ${writingOf(first)}` }
				: {
						what: `Date ${field}`,
						verdict: 'otherwise',
						detail: `written ${writingOf(unread)}, which cannot be read for certain`,
					},
		];
	});
}

/** Asks for the records of one value, and says whether only those came. */
async function tryFilter(
	run: CheckRun,
	title: string,
	operation: Operation,
	query: Record<string, unknown>,
	name: string,
	list: ReadList,
): Promise<void> {
	const value = valueToFilter(list.records, name);
	if (value === undefined) return;
	const filtered = await run.filtered(title, operation, { ...query, [name]: value });
	if (filtered === undefined) return;
	filtered.call.findings.push(judgeFilter(title, name, value, list.records, filtered.records));
	noteDifferences(filtered.call);
}

/** Asks for the records from a moment on, by the filter for it. */
async function tryDates(
	run: CheckRun,
	title: string,
	operation: Operation,
	filter: string,
	field: string,
	list: ReadList,
): Promise<void> {
	const from = momentBetween(list.records, field);
	if (from === undefined) return;
	const filtered = await run.filtered(title, operation, { [filter]: new Date(from).toISOString() });
	if (filtered === undefined) return;
	filtered.call.findings.push(judgeDates(title, field, from, list.records, filtered.records));
	noteDifferences(filtered.call);
}

async function askOrder(run: CheckRun, operation: Operation, orderId: string | undefined): Promise<void> {
	const title = orderId === undefined ? 'One order (one that cannot exist)' : 'One order';
	const call = await run.ask(title, operation, { path: { orderId: orderId ?? randomUUID() } });
	// Colt says that there is none: the address and the path are right.
	if (orderId === undefined && call.result === 'refused' && (call.httpStatus === 404 || call.httpStatus === 400)) {
		call.result = 'as inferred';
		call.findings.push({
			what: 'Unknown order',
			verdict: 'as inferred',
			detail: `answered ${call.httpStatus} in the form of Colt's errors`,
		});
	}
	run.record(call, 'order');
}

const idOf = (records: Records, name: string): string | undefined =>
	records
		.map((record) => fieldOf(record, name))
		.map((id) => (typeof id === 'string' || typeof id === 'number' ? optionalText(id) : undefined))
		.find((id) => id !== undefined);

async function checkFree(
	run: CheckRun,
	operation: Operation,
	query: Record<string, unknown>,
	country: CountryCode,
): Promise<ReadList | undefined> {
	const free = await run.list('Free numbers', operation, query, 'free');
	if (free === undefined) return undefined;
	free.call.findings.push(judgeCountry(country, free.records));
	noteDifferences(free.call);
	return free;
}

/** The reads of the Wholesale SIP API, one after the other. */
export async function checkWholesale(run: CheckRun, { country, portability, orderId }: CheckInput): Promise<void> {
	const { searchFreeNumbers, searchInventory, listOrders, getOrder, getNumberOrderHistory, checkPortability } =
		wholesaleSip.operations;
	await checkFree(run, searchFreeNumbers, { country }, country);
	const own = await run.list('Inventory', searchInventory, {}, 'number');
	if (own !== undefined) {
		await tryFilter(run, 'Inventory by status', searchInventory, {}, 'status', own);
		const range = own.records.map(({ decoded }) => readRange(decoded)).find((one) => one !== undefined);
		if (range !== undefined) {
			const { start, end } = range;
			await run.list('Number details', searchInventory, { start, end }, 'number');
			await run.list('Order history of a number', getNumberOrderHistory, { start, end }, 'order');
		}
	}
	const orders = await run.list('Orders', listOrders, {}, 'order');
	if (orders !== undefined) {
		orders.call.findings.push(...judgeWriting(['createdAt', 'changedAt'], orders.records));
		noteDifferences(orders.call);
		await tryFilter(run, 'Orders by status', listOrders, {}, 'status', orders);
		await tryFilter(run, 'Orders by type', listOrders, {}, 'type', orders);
		await tryDates(run, 'Orders created since', listOrders, 'createdFrom', 'createdAt', orders);
		await tryDates(run, 'Orders changed since', listOrders, 'changedFrom', 'changedAt', orders);
		const sorted =
			orders.records.length > 1
				? await run.filtered('Orders, newest first', listOrders, { sort: '-createdAt' })
				: undefined;
		sorted?.call.findings.push(judgeOrder('createdAt', sorted.records));
		if (sorted !== undefined) noteDifferences(sorted.call);
	}
	await askOrder(run, getOrder, orderId ?? (orders && idOf(orders.records, 'id')));
	if (portability === undefined) return;
	const context = { checks: false, input: {}, documents: [] };
	const ordered = readOrderedRanges(
		{ numberRangeStart: portability, numberRangeEnd: '', country: COUNTRY_FROM_NUMBER },
		{},
		context,
	);
	const call = await run.ask('Portability check', checkPortability, {
		body: orderBody(ordered, {}, context),
		echo: { country: ordered.country },
	});
	run.portability(call);
}

/** The reads of the Inbound API. It has no list of orders: one is read if its id is known. */
export async function checkInbound(run: CheckRun, { country, orderId }: CheckInput): Promise<void> {
	const { searchNumbers, getOrder } = inbound.operations;
	await checkFree(run, searchNumbers, { status: 'Free', country }, country);
	const own = await run.list('Inventory', searchNumbers, {}, 'number');
	if (own !== undefined) {
		await tryFilter(run, 'Inventory by status', searchNumbers, {}, 'status', own);
		const range = own.records.map(({ decoded }) => readRange(decoded)).find((one) => one !== undefined);
		if (range !== undefined)
			await run.list('Number details', searchNumbers, { start: range.start, end: range.end }, 'number');
	}
	await askOrder(run, getOrder, orderId ?? (own && idOf(own.records, 'orderId')));
}
