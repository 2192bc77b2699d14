import type { Difference } from './difference';
import type { Comparison } from './diff';
import { rankOf } from './group';

const TITLES = [
	'Contradictions of what the documents tell',
	'Contradictions of what we inferred',
	'They have, we lack',
	'We have from the documents, they lack',
	'We inferred, they lack',
];
const MOST_PLACES = 3;

/** The whole comparison as text: every difference with both sides and the line of ours. */
export function reportText(
	{ api, file, matched, total, differences, notes }: Comparison,
	name: string,
	version: string,
): string {
	const lines = [
		`${name} (${version}) against ${file} (${api}): ${matched} of our ${total} operations are in it`,
		...notes.map((note) => `note: ${note}`),
	];
	TITLES.forEach((title, rank) => {
		const group = differences.filter((difference) => rankOf(difference) === rank);
		if (group.length === 0) return;
		lines.push('', `${title} (${group.length})`);
		for (const difference of group) lines.push(...entry(difference, differences.indexOf(difference) + 1, file));
	});
	lines.push('', summary(differences));
	return lines.join('\n');
}

function entry(difference: Difference, number: number, file: string): string[] {
	const { source, kind } = difference;
	const mark = source.from ? `${source.kind}, ${source.from}` : source.kind;
	return [
		`${String(number).padStart(3)}. ${headline(difference)}${kind === 'theirsOnly' ? '' : ` [${mark}]`}`,
		`       ours    ${difference.ours}`,
		`       theirs  ${difference.theirs}`,
		`       change  ${file}:${difference.line}`,
		`       in      ${placesOf(difference)}`,
	];
}

function headline({ kind, aspect, name }: Difference): string {
	if (kind !== 'differs') return aspect === 'operation' || aspect === name ? name : `${aspect} ${name}`;
	return aspect === 'name' ? `${name}: name differs` : `${name}: ${aspect} differs`;
}

function placesOf({ places }: Difference): string {
	const all = [...new Set(places.map(({ operation, place }) => [operation, place].filter(Boolean).join(', ')))];
	const rest = all.length - MOST_PLACES;
	return [...all.slice(0, MOST_PLACES), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

function summary(differences: readonly Difference[]): string {
	if (differences.length === 0) return 'No differences.';
	const counts = [0, 1, 2, 3, 4].map((rank) => differences.filter((difference) => rankOf(difference) === rank).length);
	const [documented, inferred, extra, missing, guessed] = counts;
	return `${differences.length} differences: ${documented} contradict documents, ${inferred} contradict our inferences, ${extra} they have and we lack, ${missing} documented and ${guessed} inferred that they lack.`;
}
