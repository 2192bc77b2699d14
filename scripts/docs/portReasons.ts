import { REASON_CODES } from '../../nodes/shared/lifecycle/reasons/reasonCodes';
import { REASON_SOURCES, REASONS } from '../../nodes/shared/lifecycle/reasons/reasonTable';
import type { Parts } from './markers';
import { table } from './markdown';

const codesOf = (id: string): string =>
	REASON_CODES.flatMap(({ country, codes, only }) => {
		const own = Object.keys(codes).filter((code) => codes[code] === id);
		return own.length === 0 ? [] : [`${country}${only === undefined ? '' : ' 088'}: ${own.join(', ')}`];
	}).join('; ');

/** The generated parts of docs/port-reasons.md. */
export const portReasonsParts = (): Parts => ({
	reasons: table(
		['reason', 'what to do', 'codes by country', 'sources'],
		REASONS.map(({ id, meaning, whatToDo, sources }) => [meaning, whatToDo, codesOf(id), sources.join(', ')]),
	),
	sources: table(['source', 'what it is'], Object.entries(REASON_SOURCES)),
});
