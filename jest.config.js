const shared = {
	rootDir: __dirname,
	testEnvironment: 'node',
	transform: { '^.+\\.[tj]sx?$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
	// Libraries that ship ES modules only are compiled like our own files.
	transformIgnorePatterns: [
		'/node_modules/(?!(p-limit|yocto-queue|jose|@apidevtools/json-schema-ref-parser|@scalar)/)',
	],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.build/', '<rootDir>/scripts/n8n-home/'],
};

const project = (displayName) => ({
	...shared,
	displayName,
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
});

/** One project a layer: `jest --selectProjects unit` runs one alone. */
module.exports = {
	// Tests wait for conditions; this only ends what hangs, on a slow and busy machine too.
	testTimeout: 180_000,
	projects: ['unit', 'simulator', 'engine', 'faults', 'e2e', 'kills', 'queue'].map(project),
};
