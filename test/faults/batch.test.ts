import { batchesText, playBatches } from './batch';
import type { Batch } from './batch';
import { OPERATIONS } from './operationCases';
import { speedUpWaits } from './speedUpWaits';

const SEED = Number(process.env.FAULTS_SEED ?? 1);

describe('many items while faults strike at random', () => {
	let played: Batch[] = [];

	beforeAll(async () => {
		const undo = speedUpWaits(20);
		played = await playBatches(16, SEED);
		undo();
	}, 1_800_000);

	afterAll(() => void process.stdout.write(`\n${batchesText(played)}\nseed ${SEED}; another with FAULTS_SEED=…\n`));

	it.each(OPERATIONS.filter(({ effect }) => effect !== 'read').map(({ name }) => name))(
		'%s: every item exactly once, or reported',
		(name) => {
			const broken = played
				.filter(({ operation }) => operation.name === name)
				.flatMap((batch) => batch.broken.map((what) => `${batch.code}: ${what}`));
			expect(broken).toEqual([]);
		},
	);
});
