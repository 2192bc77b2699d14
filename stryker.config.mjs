/**
 * Mutation tests of the trigger's brain: `npm run test:mutation`, which says which file is mutated, with which tests,
 * and what score it must have (scripts/mutation/main.ts).
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	testRunner: 'jest',
	jest: { configFile: 'scripts/mutation/jest.config.cjs', enableFindRelatedTests: false },
	coverageAnalysis: 'perTest',
	mutator: {
		// Words for people: what they say is read by people, not held by tests.
		excludedMutations: ['StringLiteral'],
	},
	ignorePatterns: ['dist', '.build', 'docs', 'workflows'],
	tempDirName: '.build/stryker',
	reporters: ['clear-text', 'json'],
	jsonReporter: { fileName: '.build/mutation.json' },
	clearTextReporter: {
		logTests: false,
		reportTests: false,
		allowColor: false,
		allowEmojis: false,
		reportScoreTable: false,
	},
	concurrency: 2,
	// So much more than the tests take: what a mutant lets run for ever ends then.
	timeoutMS: 10_000,
	allowConsoleColors: false,
};
