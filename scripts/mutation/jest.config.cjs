const { join } = require('node:path');

const { projects } = require('../../jest.config.js');

// The same random histories for every mutant, and few of them: what they do not find, a table test must.
process.env.FC_SEED ??= '1';
process.env.FC_RUNS ??= '100';

/** The unit tests of the tracker alone, for the mutation tests. */
module.exports = {
	...projects.find(({ displayName }) => displayName === 'unit'),
	rootDir: join(__dirname, '..', '..'),
	// `MUTATION_TESTS=settled` takes the test files of that name alone, which is quick for one file's mutants.
	testMatch: [`<rootDir>/test/unit/tracking/**/*${process.env.MUTATION_TESTS ?? ''}*.test.ts`],
	testTimeout: 60_000,
};
