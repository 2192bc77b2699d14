import { type Findings, type Standing, aliasesOf, idsOf, sourceOf } from './compare';
import type { SchemaComparison } from './compareSchemas';
import { type ApiOperation, type ParameterPlace, parametersOf, pathNames, schemaOf } from './operations';
import type { Pair } from './paths';
import { idOf } from './place';
import { typeOf, viewOf } from './schema';
import { type Named, likelyRenames } from './similarity';

interface Parameter extends Named {
	parameter: ParameterPlace;
}

/** Sets a parameter apart from what else stands at the same place. */
const PARAMETER = ' parameter';

/** Compares the parameters of two operations, by name or, in the path, by position. */
export function compareParameters(
	{ ours, theirs }: Pair,
	found: Findings,
	schemas: SchemaComparison,
	standing: Standing,
): void {
	found.visit(['parameters']);
	for (const where of ['path', 'query', 'header', 'cookie']) {
		const [mine, others] = [named(ours, where), named(theirs, where)];
		const pairs = where === 'path' ? byPosition(ours, theirs, mine, others) : byName(mine, others);
		for (const [our, their] of pairs) compareParameter(our.parameter, their.parameter, found, schemas, standing);
		const paired = new Set<Named>(pairs.flat());
		for (const one of mine.filter((candidate) => !paired.has(candidate)))
			reportParameter(one, 'oursOnly', found, standing, ours, theirs);
		for (const one of others.filter((candidate) => !paired.has(candidate)))
			reportParameter(one, 'theirsOnly', found, standing, ours, theirs);
	}
}

function named(operation: ApiOperation, where: string): Parameter[] {
	return parametersOf(operation)
		.filter((parameter) => parameter.in === where)
		.map((parameter) => {
			const schema = schemaOf(parameter.target);
			const type = schema && typeOf(viewOf(schema)).type;
			return { name: parameter.name, aliases: aliasesOf([parameter.target]), type, fields: [], parameter };
		});
}

function byName(ours: readonly Parameter[], theirs: readonly Parameter[]): Array<[Parameter, Parameter]> {
	const key = ({ name, parameter }: Parameter): string => (parameter.in === 'header' ? name.toLowerCase() : name);
	const same = ours.flatMap((our) => {
		const their = theirs.find((candidate) => key(candidate) === key(our));
		return their ? [[our, their] as [Parameter, Parameter]] : [];
	});
	const known = new Set(same.flat());
	const rest = (list: readonly Parameter[]): Parameter[] => list.filter((one) => !known.has(one));
	return [...same, ...likelyRenames(rest(ours), rest(theirs))];
}

/** Path parameters are the same when they stand at the same place of the path. */
function byPosition(
	ours: ApiOperation,
	theirs: ApiOperation,
	mine: readonly Parameter[],
	others: readonly Parameter[],
): Array<[Parameter, Parameter]> {
	const theirNames = pathNames(theirs.path);
	return pathNames(ours.path).flatMap((name, index) => {
		const our = mine.find((candidate) => candidate.name === name);
		const their = others.find((candidate) => candidate.name === theirNames[index]);
		return our && their ? [[our, their] as [Parameter, Parameter]] : [];
	});
}

function compareParameter(
	ours: ParameterPlace,
	theirs: ParameterPlace,
	found: Findings,
	schemas: SchemaComparison,
	outer: Standing,
): void {
	const standing = {
		...outer,
		part: `${ours.in} parameter`,
		name: ours.name,
		leaf: ours.name,
		source: sourceOf([ours.target], outer.source),
	};
	const ourIds = idsOf(ours.site, ours.target, PARAMETER);
	found.visit(ourIds);
	const differs = (aspect: string, our: string, their: string, path: readonly string[]): void =>
		found.add(standing, {
			kind: 'differs',
			aspect,
			name: ours.name,
			ours: our,
			theirs: their,
			line: path,
			ourIds,
			theirIds: [idOf(theirs.target) + aspect],
		});
	const sameName =
		ours.in === 'header' ? ours.name.toLowerCase() === theirs.name.toLowerCase() : ours.name === theirs.name;
	if (!sameName) differs('name', ours.name, theirs.name, [...ours.target.path, 'name']);
	const mandatory = (parameter: ParameterPlace): boolean =>
		parameter.in === 'path' || parameter.target.value['required'] === true;
	const wording = (parameter: ParameterPlace): string => (mandatory(parameter) ? 'mandatory' : 'optional');
	if (mandatory(ours) !== mandatory(theirs))
		differs('required', wording(ours), wording(theirs), [...ours.target.path, 'required']);
	const [our, their] = [schemaOf(ours.target), schemaOf(theirs.target)];
	if (our && their) schemas.compare(viewOf(our), viewOf(their), standing);
}

function reportParameter(
	one: Parameter,
	kind: 'oursOnly' | 'theirsOnly',
	found: Findings,
	outer: Standing,
	ours: ApiOperation,
	theirs: ApiOperation,
): void {
	const { parameter } = one;
	const isOurs = kind === 'oursOnly';
	const text = `${parameter.target.value['required'] === true ? 'mandatory' : 'optional'} ${one.type ?? 'value'}`;
	const ourIds = isOurs ? idsOf(parameter.site, parameter.target, PARAMETER) : ['parameters'];
	if (isOurs) found.visit(ourIds);
	found.add(
		{
			...outer,
			part: `${parameter.in} parameter`,
			name: one.name,
			source: isOurs ? sourceOf([parameter.target], outer.source) : outer.source,
		},
		{
			kind,
			aspect: `${parameter.in} parameter`,
			name: one.name,
			ours: isOurs ? text : 'absent',
			theirs: isOurs ? 'absent' : text,
			line: isOurs ? parameter.site.path : [...ours.place.path, 'parameters'],
			...(isOurs && { linesById: new Map([[idOf(parameter.target) + PARAMETER, parameter.target.path]]) }),
			ourIds,
			theirIds: isOurs ? [`${idOf(theirs.place)} lacks ${one.name}`] : [idOf(parameter.target)],
		},
	);
}
