import { loadContract } from '../../../contract/tools/load';
import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { compileCorrections } from '../../../nodes/shared/corrections/compile';
import { formatPlace } from '../../../nodes/shared/corrections/place';
import type { Json } from '../../../nodes/shared/corrections/tree';
import { analyseSpecification } from '../../../nodes/shared/specification/analyse';
import type { NameFinding } from '../../../nodes/shared/specification/analyse';
import { proposeCorrections } from '../../../nodes/shared/specification/propose';
import { decoys } from './invented/decoys';
import { german } from './invented/german';
import { jsonApi } from './invented/jsonApi';
import { snake } from './invented/snake';
import { soapish } from './invented/soapish';
import type { InventedApi, Kind } from './invented/write';

interface Count {
	all: number;
	taken: number;
	asked: number;
	/** Asked, and something else is the likeliest. */
	otherwise: number;
}

const APIS: Record<string, InventedApi> = { german, soapish, snake, jsonApi, decoys };

/** Whether a correction says all that it must beside the place. */
function saysIt(found: NameFinding, expected: Json | 'ask' | undefined): boolean {
	if (expected === 'ask') return false;
	const correction = typeof found.correction === 'object' && found.correction !== null ? found.correction : {};
	return Object.entries(expected ?? {}).every(
		([key, value]) => JSON.stringify((correction as unknown as Json)[key]) === JSON.stringify(value),
	);
}

/** What is taken over without a question and is not true, and how much is found of each kind. */
async function judge({ document, truth }: InventedApi): Promise<{ wrong: string[]; counts: Map<Kind, Count> }> {
	const contract = loadContract('wholesaleSip') as unknown as Json;
	const analysis = await analyseSpecification(contract, document, wholesaleSip.basePath);
	compileCorrections(wholesaleSip, proposeCorrections(analysis).corrections);
	const counts = new Map<Kind, Count>();
	const wrong: string[] = [];
	for (const [id, names] of Object.entries(truth)) {
		const operation = analysis.operations.find((one) => one.id === id);
		for (const found of operation?.names ?? []) {
			const name = `${found.half} ${formatPlace(found.ours.logical)}`;
			const isContainer = !found.ours.isLeaf;
			if (isContainer && names[name] === undefined) continue;
			const [kind, place, expected] = names[name] ?? (['absent', ''] as const);
			const isPaging = kind === 'paging' && found.theirs?.split(', ')[0] === place;
			const isRight = (found.theirs ?? '') === place || isPaging;
			const isTaken = found.isSure && operation?.isSure === true;
			const count = counts.get(kind) ?? { all: 0, taken: 0, asked: 0, otherwise: 0 };
			counts.set(kind, count);
			count.all += 1;
			if (isTaken && !(isRight && saysIt(found, expected)))
				wrong.push(`${id} ${name} -> ${found.theirs ?? 'nowhere'}, not ${place}: ${found.why}`);
			if (isTaken) count.taken += 1;
			else if (isRight) count.asked += 1;
			else count.otherwise += 1;
		}
	}
	return { wrong, counts };
}

describe.each(Object.keys(APIS))('an invented specification: %s', (name) => {
	it('nothing is taken over that is not true', async () => {
		const { wrong, counts } = await judge(APIS[name] as InventedApi);
		for (const [kind, { all, taken, asked, otherwise }] of counts)
			process.stdout.write(
				`${name} ${kind}: ${all}, ${taken} taken, ${asked} asked rightly, ${otherwise} asked otherwise\n`,
			);
		expect(wrong).toEqual([]);
	});
});
