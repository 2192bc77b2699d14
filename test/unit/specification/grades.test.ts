import type { Json } from '../../../nodes/shared/corrections/tree';
import { loadContract } from '../../../contract/tools/load';
import { inbound, wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { compileCorrections } from '../../../nodes/shared/corrections/compile';
import { formatPlace } from '../../../nodes/shared/corrections/place';
import { analyseSpecification } from '../../../nodes/shared/specification/analyse';
import type { Analysis } from '../../../nodes/shared/specification/analyse';
import { readOperations } from '../../../nodes/shared/specification/operations';
import { proposeCorrections } from '../../../nodes/shared/specification/propose';
import { alteredDocument } from './alteredDocument';
import type { Truth } from './alteredDocument';
import { namingStyleOf } from './alteredNames';
import type { Grade } from './alteredNames';

interface Count {
	all: number;
	/** Proposed rightly, and taken without a question. */
	sure: number;
	/** Proposed rightly, as a question. */
	asked: number;
	/** Taken without a question, and wrong. */
	wrong: number;
}

const GRADES: readonly Grade[] = ['rename', 'move', 'value', 'structure', 'absent'];
const none = (): Count => ({ all: 0, sure: 0, asked: 0, wrong: 0 });

/** Each difference counts once, however many operations have it. */
function grade(analysis: Analysis, truth: readonly Truth[]): Record<Grade, Count> {
	const counts = Object.fromEntries(GRADES.map((one) => [one, none()])) as Record<Grade, Count>;
	const seen = new Set<string>();
	for (const { id, half, name } of truth) {
		const expected = name.places.map(formatPlace).join(', ');
		const key = `${half} ${formatPlace(name.ours.logical)} ${expected}`;
		if (name.grade === undefined || (!name.ours.isLeaf && name.ours.type !== 'list') || seen.has(key)) continue;
		seen.add(key);
		const found = analysis.operations
			.find((operation) => operation.id === id)
			?.names.find((one) => one.half === half && formatPlace(one.ours.place) === formatPlace(name.ours.place));
		const isRight = (found?.theirs ?? '') === expected;
		const count = counts[name.grade];
		count.all += 1;
		if (isRight && found?.isSure === true) count.sure += 1;
		else if (isRight && found !== undefined) count.asked += 1;
		else if (found?.isSure === true) count.wrong += 1;
	}
	return counts;
}

const APIS = { wholesaleSip, inbound };
const FORMS = ['OpenAPI 3.0', 'OpenAPI 3.1', 'Swagger 2.0'] as const;

async function gradeSeed(seed: number, api: keyof typeof APIS): Promise<Record<Grade, Count>> {
	const contract = loadContract(api) as unknown as Json;
	const { basePath } = APIS[api];
	const form = FORMS[seed % FORMS.length] ?? 'OpenAPI 3.0';
	const { document, truth } = alteredDocument(readOperations(contract), basePath, namingStyleOf(seed), form);
	const analysis = await analyseSpecification(contract, document, basePath);
	compileCorrections(APIS[api], proposeCorrections(analysis).corrections);
	return grade(analysis, truth);
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The least share proposed rightly, taken or asked, of ten specifications together; nothing may be taken wrongly. */
const LEAST = 0.95;

describe('ten specifications of other tastes', () => {
	const total = Object.fromEntries(GRADES.map((one) => [one, none()])) as Record<Grade, Count>;

	it.each(SEEDS)('%i is read, and what is proposed can be used', async (seed) => {
		for (const api of ['wholesaleSip', 'inbound'] as const) {
			const counts = await gradeSeed(seed, api);
			for (const one of GRADES)
				for (const key of ['all', 'sure', 'asked', 'wrong'] as const) total[one][key] += counts[one][key];
		}
	});

	it.each(GRADES)('%s: enough is proposed rightly, and nothing is taken wrongly', (one) => {
		const { all, sure, asked, wrong } = total[one];
		process.stdout.write(`${one}: ${all} differences, ${sure} taken, ${asked} asked, ${wrong} wrong\n`);
		expect(all).toBeGreaterThan(10);
		expect((sure + asked) / all).toBeGreaterThanOrEqual(LEAST);
		expect(wrong).toBe(0);
	});
});
