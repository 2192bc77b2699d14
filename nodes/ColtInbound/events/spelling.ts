/** What document 002 says Colt calls for. */
export type DocumentedEvent = 'raised' | 'completed' | 'failed';

/** In capitals, in one word, with TMF's endings and a subject in front: how Colt spells them is not documented. */
const SPELLINGS: ReadonlyArray<[DocumentedEvent, RegExp]> = [
	['raised', /^(.*(order|reservation|activation|update))?(raised?|created?|creation|inprogress)$/],
	['completed', /^(.*(order|reservation|activation|update))?(completed?|completion)$/],
	['failed', /^(.*(order|reservation|activation|update))?(failed?|failure)(witherrors?)?$/],
];

/** The event that a name or a status says, such as `ORDER_COMPLETED`, `Raised` or `OrderFailureEvent`; undefined for any other. */
export function eventSpelt(text: string): DocumentedEvent | undefined {
	const letters = text
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '')
		.replace(/(notification|event)$/, '');
	return SPELLINGS.find(([, spelling]) => spelling.test(letters))?.[0];
}
