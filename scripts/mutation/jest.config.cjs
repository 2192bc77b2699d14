const { join } = require('node:path');

const { projects } = require('../../jest.config.js');

// By itself the table tests alone: they tell at once which rule is broken. FC_RUNS=100 has random histories play too, the
// same for every mutant, which takes several times as long.
process.env.FC_SEED ??= '1';
process.env.FC_RUNS ??= '0';

/** The unit tests of the tracker alone, for the mutation tests. */
module.exports = {
	...projects.find(({ displayName }) => displayName === 'unit'),
	rootDir: join(__dirname, '..', '..'),
	// `MUTATION_TESTS=settled` takes the test files of that name alone, which is quick for one file's mutants.
	testMatch: [`<rootDir>/test/unit/tracking/**/*${process.env.MUTATION_TESTS ?? ''}*.test.ts`],
	testPathIgnorePatterns: process.env.FC_RUNS === '0' ? ['\\.property\\.test\\.ts$'] : [],
	testTimeout: 60_000,
};
