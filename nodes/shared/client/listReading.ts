import type { ListAnswer, ListRecord } from './listAnswer';

/** How a page was asked for. */
export interface PageRequest {
	/** Records asked for. */
	size: number;
	/** Records of the page before that were asked for again. */
	overlap: number;
	/** Whether a link of the page before was followed. */
	isLinked: boolean;
	/** Whether the query of the page before is sent, too. */
	keepsQuery: boolean;
}

/** What a page adds to the list. */
export interface PageRecords {
	/** The records that no earlier page had. */
	records: ListRecord[];
	isLast: boolean;
	missing?: string;
	isWhole?: boolean;
	/**
	 * On the last page, if the list has grown while it was read up to its new end: how many records it had at first. The
	 * newer ones are `missing`.
	 */
	grownFrom?: number;
}

/**
 * What identifies a record: its id or numbers, and its status, as a history may contain an order several
 * times. Other facts may change from one answer to the next.
 */
function keyOf({ decoded }: ListRecord): string | undefined {
	const { id, start, end, status, splitStart, lac, lacExtension } = (decoded ?? {}) as Record<string, unknown>;
	const key = id ?? start ?? splitStart;
	return key === undefined ? undefined : JSON.stringify([key, end, lac, lacExtension, status]);
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A list while it is read page by page. Pure: it decides what to ask for next, and when the list has ended. */
export class ListReading {
	/** Records read, with those that were skipped. */
	private read: number;

	private pages = 0;

	private isCertain = true;

	private hasGap = false;

	/** The total that the first answer told. */
	private totalAtFirst: number | undefined;

	/** The list's own total, as far as it can be true. */
	total: number | undefined;

	/** Key of the last record. */
	private last: string | undefined;

	/** The last answer that brought something. */
	private latest: { listed: ListAnswer; isFull: boolean } | undefined;

	private readonly seen = new Map<string, unknown>();

	constructor(
		private readonly limit: number,
		private readonly from: number,
	) {
		this.read = from;
	}

	/**
	 * What to ask for next. Without a total the last record is asked for again: it proves that the offset counts
	 * records.
	 */
	next(pageSize: number): PageRequest & { query: Record<string, unknown> } {
		const link = this.latest?.listed.next;
		const count = this.read - this.from;
		const overlap = link === undefined && this.total === undefined && count > 1 ? 1 : 0;
		const size = Math.min(pageSize, this.limit - count + overlap);
		const query = link ?? { offset: this.read - overlap, limit: size };
		return { query, size, overlap, isLinked: link !== undefined, keepsQuery: this.latest?.listed.keepsQuery === true };
	}

	/** Whether a refusal of the page that was asked for can mean that there is none: nothing promised one. */
	mayBeOver(): boolean {
		if (this.latest === undefined || this.latest.isFull) return false;
		const { next, more } = this.latest.listed;
		return next === undefined && !more.isTold && this.total === undefined;
	}

	/** The end of a list whose last page was refused. */
	refused(): PageRecords {
		return { records: [], isLast: true, isWhole: false };
	}

	take(listed: ListAnswer, { size, overlap, isLinked }: Omit<PageRequest, 'keepsQuery'>): PageRecords {
		const isFirst = this.pages === 0;
		const lastBefore = this.last;
		const offset = this.read - overlap;
		const { fresh, isNew } = this.add(listed.records);
		if (isFirst) this.totalAtFirst = listed.total;
		const isFull = listed.records.length === size;
		this.isCertain &&= listed.isCertain;
		this.total = this.plausible(listed.total ?? this.total, isFull && isFirst);
		const followsOn = overlap === 0 || listed.records.some((record) => keyOf(record) === lastBefore);
		// After a short page nothing may only mean that there is no more.
		if (!followsOn && (listed.records.length > 0 || this.latest?.isFull === true)) this.hasGap = true;
		if (!isNew && !isFirst) return this.endedAfter(listed, overlap === 1, offset);
		this.latest = { listed, isFull };
		if (listed.records.length === 0) return this.ended([], true);
		if (this.total !== undefined && this.read >= this.total) return this.ended(fresh, true);
		if (this.read - this.from >= this.limit) return { records: fresh, isLast: true, isWhole: false };
		if (listed.isEnd || (isLinked && listed.next === undefined)) return this.ended(fresh, true);
		return { records: fresh, isLast: false };
	}

	/**
	 * A total below the number of records read is ignored, and one equal to a full first page may count that page only.
	 */
	private plausible(total: number | undefined, isFullFirst: boolean): number | undefined {
		return total !== undefined && total >= this.read && !(total === this.read && isFullFirst) ? total : undefined;
	}

	/** Enters a page. An API that ignores the offset sends what is known again, perhaps with other times in it. */
	private add(page: readonly ListRecord[]): { fresh: ListRecord[]; isNew: boolean } {
		const isFirst = this.pages === 0;
		const fresh: ListRecord[] = [];
		let isNew = false;
		for (const record of page) {
			const key = keyOf(record);
			const isKnown = key !== undefined && this.seen.has(key);
			isNew ||= key !== undefined && !isKnown;
			if (isFirst || !isKnown || !isEqual(this.seen.get(key), record.raw)) fresh.push(record);
			if (key !== undefined) this.seen.set(key, record.raw);
			this.last = key;
		}
		this.pages += 1;
		if (!isNew && !isFirst) return { fresh: [], isNew };
		this.read += fresh.length;
		return { fresh, isNew };
	}

	/** The list has ended with a page that brought nothing new. */
	private endedAfter({ records, total }: ListAnswer, hasOverlap: boolean, offset: number): PageRecords {
		// The last record alone, or after a single record nothing: the offset counts records, and there are no more.
		const sawEnd = records.length === (hasOverlap ? 1 : 0);
		const isCut = records.length > 0 && !sawEnd && this.latest?.isFull === true && total !== this.read;
		const end = this.ended([], sawEnd && (total === undefined || total === this.read), isCut);
		const grownFrom = this.grownFrom(total, offset + records.length);
		return grownFrom === undefined ? end : { ...end, grownFrom };
	}

	/**
	 * Records that are added at the beginning push the others on, to where they are read a second time, until an answer
	 * reaches the new end.
	 */
	private grownFrom(total: number | undefined, reached: number): number | undefined {
		const { isCertain, hasGap, totalAtFirst, read, from } = this;
		if (total === undefined || totalAtFirst === undefined || from > 0 || !isCertain || hasGap) return undefined;
		return total > totalAtFirst && read >= totalAtFirst && reached >= total ? totalAtFirst : undefined;
	}

	private ended(records: ListRecord[], sawEnd: boolean, isCut = false): PageRecords {
		const missing = this.missing(isCut);
		const isWhole = sawEnd && this.isCertain && !this.hasGap && missing === undefined;
		return { records, isLast: true, isWhole, ...(missing !== undefined && { missing }) };
	}

	private missing(isCut: boolean): string | undefined {
		const { read, total, pages, from } = this;
		const more = this.latest?.listed.more;
		if (total !== undefined) return total > read ? `it has ${total} records, and only ${read} came` : undefined;
		if (this.hasGap) return `its pages do not follow each other: records after the first ${read - from} may be missing`;
		if (more !== undefined && (more.isTold || (more.pages ?? 0) > pages))
			return `it has more than the ${read} records that came, on pages that this node cannot ask for`;
		return isCut ? `it gave ${read} records, as many as were asked for, and then the same again` : undefined;
	}
}
