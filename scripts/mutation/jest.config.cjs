const { join } = require('node:path');

const { projects } = require('../../jest.config.js');

/**
 * The unit tests of the tracker alone, for the mutation tests; without the random histories, which would take days
 * for all mutants.
 */
module.exports = {
	...projects.find(({ displayName }) => displayName === 'unit'),
	rootDir: join(__dirname, '..', '..'),
	// main.ts names the test files that hold the mutated one: loading all of them for each mutant would take most of the
	// time.
	testMatch: [`<rootDir>/test/unit/trigger/**/*${process.env.MUTATION_TESTS ?? ''}*.test.ts`],
	testPathIgnorePatterns: ['\\.property\\.test\\.ts$'],
	testTimeout: 60_000,
};
