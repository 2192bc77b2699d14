/** The events that document 002 names. */
export type DocumentedEvent = 'raised' | 'completed' | 'failed';

/** How Colt spells them is not documented: in capitals, in one word, with TMF's endings or a subject in front. */
const SPELLINGS: ReadonlyArray<[DocumentedEvent, RegExp]> = [
	['raised', /^(.*(order|reservation|activation|update))?(raised?|created?|creation|inprogress)$/],
	['completed', /^(.*(order|reservation|activation|update))?(completed?|completion)$/],
	['failed', /^(.*(order|reservation|activation|update))?(failed?|failure)(witherrors?)?$/],
];

/**
 * The event that a name or a status means, such as `ORDER_COMPLETED`, `Raised` or `OrderFailureEvent`; undefined for
 * any other.
 */
export function parseEventName(text: string): DocumentedEvent | undefined {
	const letters = text
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '')
		.replace(/(notification|event)$/, '');
	return SPELLINGS.find(([, spelling]) => spelling.test(letters))?.[0];
}
