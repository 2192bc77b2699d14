import { type Findings, type Standing, sourceOf } from './compare';
import { compareContent, compareResponses } from './compareAnswers';
import { compareParameters } from './compareParameters';
import type { SchemaComparison } from './compareSchemas';
import type { Source } from './difference';
import type { ApiOperation } from './operations';
import { type Pair, segmentsOf } from './paths';
import { below, idOf, target } from './place';

/** The resources themselves are all told by the vendor's documents. */
const RESOURCE: Source = { kind: 'documented' };

/** Compares two operations: path, method, parameters, body, answers. */
export function compareOperations(pair: Pair, found: Findings, schemas: SchemaComparison, samePath: boolean): void {
	const { ours, theirs } = pair;
	const source = sourceOf([ours.place], RESOURCE);
	const standing: Standing = { operation: ours.title, part: '', name: '', source };
	const differs = (aspect: string, name: string, our: string, their: string, path: readonly string[]): void =>
		found.add(standing, {
			kind: 'differs',
			aspect,
			name,
			ours: our,
			theirs: their,
			line: path,
			ourIds: [idOf(ours.place)],
			theirIds: [idOf(theirs.place) + aspect],
		});
	if (!samePath) differs('path', ours.path, ours.path, theirs.path, ours.item.path);
	if (ours.method !== theirs.method)
		differs('method', ours.path, ours.method.toUpperCase(), theirs.method.toUpperCase(), ours.place.path);
	compareParameters(pair, found, schemas, standing);
	compareBodies(pair, found, schemas, standing);
	compareResponses(pair, found, schemas, standing);
}

/** An operation that only one of the documents has. */
export function reportLone(operation: ApiOperation, side: 'oursOnly' | 'theirsOnly', found: Findings): void {
	const isOurs = side === 'oursOnly';
	const path = isOurs ? operation.place.path : ['paths'];
	found.add(
		{
			operation: operation.title,
			part: '',
			name: '',
			source: isOurs ? sourceOf([operation.place], RESOURCE) : RESOURCE,
		},
		{
			kind: side,
			aspect: 'operation',
			name: operation.title,
			ours: isOurs ? operation.title : 'absent',
			theirs: isOurs ? 'absent' : `${operation.method.toUpperCase()} /${segmentsOf(operation).join('/')}`,
			line: path,
			ourIds: isOurs ? [idOf(operation.place)] : [],
			theirIds: isOurs ? [] : [idOf(operation.place)],
		},
	);
}

function compareBodies({ ours, theirs }: Pair, found: Findings, schemas: SchemaComparison, outer: Standing): void {
	const [our, their] = [ours, theirs].map(({ place }) => {
		const site = below(place, 'requestBody');
		return site && target(site);
	});
	const standing = { ...outer, part: 'request body', source: our ? sourceOf([our], outer.source) : outer.source };
	if (our && their) {
		const ourIds = [idOf(our)];
		found.visit(ourIds);
		const wording = (body: typeof our): string => (body.value['required'] === true ? 'mandatory' : 'optional');
		if (wording(our) !== wording(their)) {
			const path = [...our.path, 'required'];
			const theirIds = [`${idOf(their)} required`];
			found.add(standing, {
				kind: 'differs',
				aspect: 'required',
				name: 'request body',
				ours: wording(our),
				theirs: wording(their),
				line: path,
				ourIds,
				theirIds,
			});
		}
		compareContent(our, their, found, schemas, standing);
	} else if (our || their) {
		const path = our?.path ?? ours.place.path;
		found.add(standing, {
			kind: our ? 'oursOnly' : 'theirsOnly',
			aspect: 'request body',
			name: 'request body',
			ours: our ? 'a request body' : 'absent',
			theirs: our ? 'absent' : 'a request body',
			line: path,
			ourIds: [],
			theirIds: [],
		});
	}
}
