const tracking = 'nodes/ColtWholesaleSip/tracking';

/**
 * Mutation tests of the trigger's brain: `npm run test:mutation`. Left out are the files that talk to n8n or Colt (poll,
 * running, source, stillReserved, times, tries) and the node's fields.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	testRunner: 'jest',
	jest: { configFile: 'scripts/mutation/jest.config.cjs', enableFindRelatedTests: false },
	coverageAnalysis: 'perTest',
	mutate: ['details', 'expiring', 'filters', 'gather', 'handedOver', 'history', 'kept', 'lastTold', 'near', 'outage', 'settled', 'since', 'state', 'told', 'tracker', 'turn', 'view'].map((name) => `${tracking}/${name}.ts`),
	mutator: {
		// Words for people: what they say is read by people, not held by tests.
		excludedMutations: ['StringLiteral'],
	},
	ignorePatterns: ['dist', '.build', 'docs', 'workflows'],
	tempDirName: '.build/stryker',
	reporters: ['progress-append-only', 'clear-text', 'json'],
	jsonReporter: { fileName: '.build/mutation.json' },
	clearTextReporter: { logTests: false, reportTests: false, allowColor: false, allowEmojis: false, reportScoreTable: false },
	// scripts/mutation/main.ts holds each file to its score.
	thresholds: { high: 95, low: 90, break: null },
	concurrency: 2,
	// So much more than the tests take: what a mutant lets run for ever ends then.
	timeoutMS: 10_000,
	allowConsoleColors: false,
};
