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
	// main.ts names the test files that hold the mutated one: loading all of them for each mutant would take most of the time.
	testMatch: [`<rootDir>/test/unit/tracking/**/*${process.env.MUTATION_TESTS ?? ''}*.test.ts`],
	testPathIgnorePatterns: process.env.FC_RUNS === '0' ? ['\\.property\\.test\\.ts$'] : [],
	testTimeout: 60_000,
};
