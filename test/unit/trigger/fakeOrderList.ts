import { ColtError } from '../../../nodes/shared/errors/problem';
import type { OrderList, OrderPage } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { NOW } from './snapshots';

/** An order of a list, in logical names. */
export interface Listed {
	id: string;
	status?: string;
	type?: string;
	country?: string;
	createdAt?: string;
	changedAt?: string;
	description?: string;
}

/** What an API does otherwise than asked; each gets the whole list and answers with what it lists. */
export interface ListMisbehaviour {
	changedFrom?: (orders: Listed[], from: string) => Listed[];
	created?: (orders: Listed[], from: string, to: string) => Listed[];
	total?: (count: number) => number | undefined;
}

export interface FakeOrderList extends OrderList {
	/** Queries in the order in which they were asked, one for each page. */
	asked: string[];
	warnings: string[];
	/** Pages after which the time has run out. */
	lateAfter: number;
}

export const refused = (httpStatus = 400): ColtError =>
	new ColtError({ kind: 'api', message: 'No', remedy: '', outcome: 'refused', httpStatus });

/** Colt's order list in memory, which notes what it is asked: no test of pure code talks to a server. */
export function fakeOrderList(
	list: () => Listed[],
	otherwise: ListMisbehaviour = {},
	{ pageSize = 10, now = () => NOW }: { pageSize?: number; now?: () => number } = {},
): FakeOrderList {
	const asked: string[] = [];
	const warnings: string[] = [];
	const totalOf = (count: number): number | undefined =>
		otherwise.total === undefined ? count : otherwise.total(count);
	const found = ({ changedFrom, createdFrom = '', createdTo = '', type }: Record<string, string>): Listed[] => {
		if (changedFrom !== undefined) {
			const isSince = ({ changedAt = '' }: Listed): boolean => Date.parse(changedAt) >= Date.parse(changedFrom);
			return otherwise.changedFrom?.(list(), changedFrom) ?? list().filter(isSince);
		}
		if (type === undefined) return list();
		const isOfTime = ({ createdAt = '', ...order }: Listed): boolean =>
			order.type === type && createdAt >= createdFrom && createdAt <= createdTo;
		return otherwise.created?.(list(), createdFrom, createdTo) ?? list().filter(isOfTime);
	};
	async function* pages(query: Record<string, string>, from: number): AsyncGenerator<OrderPage> {
		for (let offset = from; ; offset += pageSize) {
			asked.push([...Object.entries(query).map(([name, value]) => `${name}=${value}`), offset].join(' '));
			const all = await Promise.resolve(found(query));
			const records = all.slice(offset, offset + pageSize).map((decoded) => ({ decoded, raw: decoded }));
			const isLast = offset + records.length >= all.length;
			yield { records, total: totalOf(all.length), isLast };
			if (isLast) return;
		}
	}
	const fake: FakeOrderList = {
		asked,
		warnings,
		lateAfter: Infinity,
		pages,
		async total() {
			asked.push('total');
			return await Promise.resolve(totalOf(list().length));
		},
		pageSize,
		now,
		isLate: () => asked.length >= fake.lateAfter,
		warn: (message) => void warnings.push(message),
	};
	return fake;
}
