import { formatPlace } from '../corrections/place';
import type { SpecName } from './operations';
import type { Structure } from './structures';
import { wordsOf } from './words';

const wordsIn = (name: SpecName): readonly string[] => wordsOf(name.place.at(-1) ?? '');
const inQuery = ({ place }: SpecName): boolean => place[0] === 'query';

/** Times that a list is narrowed by, and the word that stands for each. */
const TIMES = ['created', 'changed'] as const;
const ENDS = ['start', 'end'] as const;

/** `createdFrom` and `changedFrom` of ours are one `fromDate` there, and a parameter beside it says which is meant. */
export function datesByKind(ours: readonly SpecName[], theirs: readonly SpecName[]): Structure[] {
	const query = theirs.filter(inQuery);
	const kind = query.find(({ values = [] }) => TIMES.every((time) => valueFor(values, time) !== undefined));
	if (kind === undefined) return [];
	const isEnd = (name: SpecName, end: string): boolean => {
		const words = wordsIn(name);
		return (
			name !== kind && words.includes(end) && words.includes('date') && !TIMES.some((time) => words.includes(time))
		);
	};
	return TIMES.flatMap((time) =>
		ENDS.flatMap((end): Structure[] => {
			const own = ours.find((name) => {
				const words = wordsOf(name.logical.at(-1) ?? '');
				return inQuery(name) && words.includes(time) && words.includes(end);
			});
			const found = query.find((name) => isEnd(name, end));
			if (own === undefined || found === undefined) return [];
			return [
				{
					ours: own,
					settled: [own],
					theirs: [found, kind],
					correction: {
						to: formatPlace(found.place),
						with: { [formatPlace(kind.place)]: valueFor(kind.values ?? [], time) },
					},
					isSure: true,
					why: `one name there for both times; ${kind.place.at(-1) ?? ''} says which`,
				},
			];
		}),
	);
}

const valueFor = (values: readonly unknown[], word: string): unknown => {
	const found = values.filter((value) => wordsOf(String(value)).includes(word));
	return found.length === 1 ? found[0] : undefined;
};

/** `-creationDate` of ours is a name and a direction there. Only falling order is asked for by the nodes. */
export function sortInTwo(
	ours: readonly SpecName[],
	theirs: readonly SpecName[],
	sorted: ReadonlyArray<{ ours: SpecName; theirs: SpecName }>,
): Structure[] {
	const sort = ours.find(({ logical }) => formatPlace(logical) === 'query.sort');
	const query = theirs.filter(inQuery);
	const named = (pattern: RegExp): SpecName | undefined => query.find(({ place }) => pattern.test(place.at(-1) ?? ''));
	const direction = named(/^(sort_?)?(order|direction|dir)$/i);
	const by = named(/^(sort|order)_?(by|field|key|column)?$/i);
	const falling = direction?.values?.find((value) => /^d(e)?sc/i.test(String(value)));
	if (sort === undefined || direction === undefined || by === undefined || by === direction || falling === undefined)
		return [];
	const values = Object.fromEntries(
		sorted
			.filter(({ theirs: { place } }) => by.values === undefined || by.values.includes(place.at(-1)))
			.flatMap((pair): Array<[string, unknown]> => {
				const [own, other] = [pair.ours.place.at(-1) ?? '', pair.theirs.place.at(-1)];
				return [
					[`-${own}`, other],
					[own, null],
				];
			}),
	);
	return [
		{
			ours: sort,
			settled: [sort],
			theirs: [by, direction],
			correction: { to: formatPlace(by.place), values, with: { [formatPlace(direction.place)]: falling } },
			isSure: Object.keys(values).length > 0,
			why: 'a name and a direction there, for the falling order that the nodes ask for',
		},
	];
}
