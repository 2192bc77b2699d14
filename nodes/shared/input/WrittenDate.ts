/** A date as somebody wrote it: a day, or a day and a time, with or without a zone. Nothing is decided about it yet. */
export class WrittenDate {
	constructor(
		/** As it was written, for errors. */
		readonly text: string,
		/** Calendar and clock as written, as if they were UTC; milliseconds since the epoch. */
		readonly wall: number,
		readonly hasTime: boolean,
		/** Minutes east of UTC; undefined where no zone was written. */
		readonly offsetMinutes?: number,
	) {}

	/** The exact moment, milliseconds since the epoch; undefined where no zone was written. */
	get moment(): number | undefined {
		return this.offsetMinutes === undefined ? undefined : this.wall - this.offsetMinutes * 60_000;
	}

	/** The calendar day as written, `YYYY-MM-DD`. */
	get day(): string {
		return dayOf(this.wall);
	}

	/** Whether midnight was written: most likely somebody meant the day, not the moment. */
	get isMidnight(): boolean {
		return this.wall % DAY_MS === 0;
	}
}

export const DAY_MS = 86_400_000;

/** The calendar day of a clock's reading, `YYYY-MM-DD`. */
export const dayOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);
