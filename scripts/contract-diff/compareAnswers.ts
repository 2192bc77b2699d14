import { type Findings, type Standing, aliasesOf, idsOf, sourceOf } from './compare';
import type { SchemaComparison } from './compareSchemas';
import { schemaOf } from './operations';
import type { Pair } from './paths';
import { type Place, below, entriesBelow, idOf, target } from './place';
import { typeOf, viewOf } from './schema';
import { type Named, likelyRenames } from './similarity';

/** Sets an answer apart from the schema at the same place. */
const ANSWER = ' answer';

interface Answer {
	status: string;
	site: Place;
	target: Place;
}

interface Header extends Named {
	place: Place;
}

/** Compares the answers of two operations, the successful ones under whatever status they stand. */
export function compareResponses(
	{ ours, theirs }: Pair,
	found: Findings,
	schemas: SchemaComparison,
	outer: Standing,
): void {
	const [mine, others] = [answersOf(ours.place), answersOf(theirs.place)];
	found.visit(['responses']);
	const matched = new Set<Answer>();
	for (const our of mine) {
		const their = others.find(({ status }) => status === our.status) ?? otherSuccess(our, mine, others);
		if (their) {
			matched.add(our).add(their);
			compareAnswer(our, their, found, schemas, outer);
		} else {
			report(
				our,
				'oursOnly',
				[...ours.place.path, 'responses', our.status],
				`${idOf(theirs.place)} lacks ${our.status}`,
				found,
				outer,
			);
		}
	}
	// `default` promises nothing that a status of ours would have to match.
	for (const their of others.filter((answer) => !matched.has(answer) && answer.status !== 'default')) {
		report(their, 'theirsOnly', [...ours.place.path, 'responses'], idOf(their.target), found, outer);
	}
}

function answersOf(operation: Place): Answer[] {
	return entriesBelow(operation, 'responses').map(([status, site]) => ({
		status: status.toUpperCase(),
		site,
		target: target(site),
	}));
}

/** A successful answer of theirs under a status that ours does not have. */
function otherSuccess(our: Answer, mine: readonly Answer[], others: readonly Answer[]): Answer | undefined {
	if (!our.status.startsWith('2')) return undefined;
	const free = others.filter(
		({ status }) => status.startsWith('2') && !mine.some((answer) => answer.status === status),
	);
	return free[0] ?? others.find(({ status }) => status === 'DEFAULT');
}

function compareAnswer(
	ours: Answer,
	theirs: Answer,
	found: Findings,
	schemas: SchemaComparison,
	outer: Standing,
): void {
	const standing = { ...outer, part: `response ${ours.status}`, source: sourceOf([ours.target], outer.source) };
	const ourIds = idsOf(ours.site, ours.target, ANSWER);
	found.visit(ourIds);
	if (ours.status !== theirs.status && theirs.status !== 'DEFAULT' && theirs.status !== '2XX') {
		const said = {
			kind: 'differs',
			aspect: 'status',
			name: ours.status,
			ours: ours.status,
			theirs: theirs.status,
			ourIds,
		} as const;
		found.add(standing, { ...said, line: ours.site.path, theirIds: [`${idOf(theirs.site)} status`] });
	}
	compareHeaders(ours, theirs, found, schemas, standing);
	compareContent(ours.target, theirs.target, found, schemas, standing);
}

function report(
	answer: Answer,
	kind: 'oursOnly' | 'theirsOnly',
	here: readonly string[],
	theirId: string,
	found: Findings,
	outer: Standing,
): void {
	const isOurs = kind === 'oursOnly';
	const ourIds = isOurs ? idsOf(answer.site, answer.target, ANSWER) : ['responses'];
	if (isOurs) found.visit(ourIds);
	// The resource's own document need not be the one that lists its errors.
	const source = isOurs ? sourceOf([answer.target], { kind: outer.source.kind }) : outer.source;
	const said = {
		kind,
		aspect: 'response',
		name: answer.status,
		ours: isOurs ? 'an answer' : 'absent',
		theirs: isOurs ? 'absent' : 'an answer',
	};
	found.add(
		{ ...outer, part: `response ${answer.status}`, source },
		{
			...said,
			line: here,
			...(isOurs && { linesById: new Map([[idOf(answer.target) + ANSWER, answer.target.path]]) }),
			ourIds,
			theirIds: [theirId],
		},
	);
}

function compareHeaders(
	ours: Answer,
	theirs: Answer,
	found: Findings,
	schemas: SchemaComparison,
	outer: Standing,
): void {
	const [mine, others] = [headersOf(ours.target), headersOf(theirs.target)];
	const same = mine.flatMap((our) => {
		const their = others.find(({ name }) => name.toLowerCase() === our.name.toLowerCase());
		return their ? [[our, their] as [Header, Header]] : [];
	});
	const known = new Set(same.flat());
	const renamed = likelyRenames(
		mine.filter((one) => !known.has(one)),
		others.filter((one) => !known.has(one)),
	);
	const paired = new Set<Named>([...same, ...renamed].flat());
	const standingOf = (header: Header): Standing => ({
		...outer,
		part: `${outer.part} header`,
		name: header.name,
		leaf: header.name,
		source: sourceOf([header.place], outer.source),
	});
	const said = (header: Header) => ({ name: header.name, line: header.place.path, ourIds: [`header ${header.name}`] });
	for (const [our, their] of [...same, ...renamed]) {
		const standing = standingOf(our);
		found.visit([`header ${our.name}`]);
		if (!same.some(([one]) => one === our)) {
			found.add(standing, {
				...said(our),
				kind: 'differs',
				aspect: 'name',
				ours: our.name,
				theirs: their.name,
				theirIds: [idOf(their.place)],
			});
		}
		const [left, right] = [schemaOf(our.place), schemaOf(their.place)];
		if (left && right) schemas.compare(viewOf(left), viewOf(right), standing);
	}
	for (const our of mine.filter((one) => !paired.has(one))) {
		found.visit([`header ${our.name}`]);
		found.add(standingOf(our), {
			...said(our),
			kind: 'oursOnly',
			aspect: 'response header',
			ours: our.type ?? 'value',
			theirs: 'absent',
			theirIds: [`${idOf(theirs.target)} lacks ${our.name}`],
		});
	}
	for (const their of others.filter((one) => !paired.has(one))) {
		found.add(
			{ ...outer, part: `${outer.part} header`, name: their.name },
			{
				kind: 'theirsOnly',
				aspect: 'response header',
				name: their.name,
				ours: 'absent',
				theirs: their.type ?? 'value',
				line: ours.target.path,
				ourIds: ['responses'],
				theirIds: [idOf(their.place)],
			},
		);
	}
}

/** The media type is described by the answer's content. */
function headersOf(answer: Place): Header[] {
	return entriesBelow(answer, 'headers')
		.filter(([name]) => name.toLowerCase() !== 'content-type')
		.map(([name, site]) => {
			const place = target(site);
			const schema = schemaOf(place);
			return {
				name,
				aliases: aliasesOf([site, place]),
				type: schema && typeOf(viewOf(schema)).type,
				fields: [],
				place,
			};
		});
}

/** Compares what a body or an answer carries: media type and schema. */
export function compareContent(
	ours: Place,
	theirs: Place,
	found: Findings,
	schemas: SchemaComparison,
	standing: Standing,
): void {
	const [our] = entriesBelow(ours, 'content');
	const offered = entriesBelow(theirs, 'content');
	if (!our) return;
	const their = offered.find(([type]) => sameMedia(our[0], type)) ?? offered[0];
	if (!their) return reportNoContent(ours, theirs, our[0], found, standing);
	if (!sameMedia(our[0], their[0])) {
		const path = [...ours.path, 'content', our[0]];
		const theirIds = [idOf(their[1])];
		found.add(standing, {
			kind: 'differs',
			aspect: 'media type',
			name: standing.part,
			ours: our[0],
			theirs: offered.map(([type]) => type).join(', '),
			line: path,
			ourIds: [idOf(ours)],
			theirIds,
		});
	}
	const [left, right] = [schemaOf(our[1]), schemaOf(their[1])];
	const [ourSchema, theirSchema] = [left ?? below(our[1], 'schema'), right ?? below(their[1], 'schema')];
	if (ourSchema && theirSchema) schemas.compare(viewOf(ourSchema), viewOf(theirSchema), standing);
}

function reportNoContent(ours: Place, theirs: Place, type: string, found: Findings, standing: Standing): void {
	const path = [...ours.path, 'content'];
	const said = { kind: 'oursOnly', aspect: 'content', name: standing.part, ours: type, theirs: 'absent' } as const;
	found.visit([`${idOf(ours)} content`]);
	found.add(standing, { ...said, line: path, ourIds: [`${idOf(ours)} content`], theirIds: [idOf(theirs)] });
}

/** JSON is JSON with any parameter, or under a wildcard. */
function sameMedia(ours: string, theirs: string): boolean {
	const bare = (theirs.split(';')[0] ?? '').trim().toLowerCase();
	return bare === ours || bare === '*/*' || bare === `${ours.split('/')[0]}/*`;
}
