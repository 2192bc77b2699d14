import { ColtError } from '../../../nodes/shared/errors/problem';
import type { OrderPage, Source } from '../../../nodes/ColtWholesaleSip/trigger/gather';

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
export interface Otherwise {
	changedFrom?: (orders: Listed[], from: string) => Listed[];
	status?: (orders: Listed[], status: string) => Listed[];
	created?: (orders: Listed[], from: string, to: string) => Listed[];
	total?: (count: number, query: Record<string, string>) => number | undefined;
}

export interface Scripted extends Source {
	/** Queries in the order in which they were asked, one for each page. */
	asked: string[];
	warnings: string[];
	/** Pages after which the time has run out. */
	lateAfter: number;
}

export const refused = (httpStatus = 400): ColtError =>
	new ColtError({ kind: 'api', message: 'No', remedy: '', outcome: 'refused', httpStatus });

/** A list in memory that notes what it is asked. */
export function scripted(list: () => Listed[], otherwise: Otherwise = {}, pageSize = 10): Scripted {
	const asked: string[] = [];
	const warnings: string[] = [];
	const found = (query: Record<string, string>): Listed[] => {
		const { status, changedFrom, createdFrom = '', createdTo = '', type } = query;
		if (changedFrom !== undefined) {
			return (
				otherwise.changedFrom?.(list(), changedFrom) ??
				list().filter(({ changedAt = '' }) => Date.parse(changedAt) >= Date.parse(changedFrom))
			);
		}
		if (status !== undefined)
			return otherwise.status?.(list(), status) ?? list().filter((order) => order.status === status);
		if (type === undefined) return list();
		return (
			otherwise.created?.(list(), createdFrom, createdTo) ??
			list().filter(
				(order) =>
					order.type === type && (order.createdAt ?? '') >= createdFrom && (order.createdAt ?? '') <= createdTo,
			)
		);
	};
	async function* pages(query: Record<string, string>, from: number): AsyncGenerator<OrderPage> {
		for (let offset = from; ; offset += pageSize) {
			asked.push([...Object.entries(query).map(([name, value]) => `${name}=${value}`), offset].join(' '));
			const all = await Promise.resolve(found(query));
			const records = all.slice(offset, offset + pageSize).map((decoded) => ({ decoded, raw: decoded }));
			const isLast = offset + records.length >= all.length;
			yield { records, total: otherwise.total === undefined ? all.length : otherwise.total(all.length, query), isLast };
			if (isLast) return;
		}
	}
	const source: Scripted = {
		asked,
		warnings,
		lateAfter: Infinity,
		pages,
		pageSize,
		isLate: () => asked.length >= source.lateAfter,
		warn: (message) => void warnings.push(message),
	};
	return source;
}
