const { join } = require('node:path');
const base = require('../../jest.config.js');

const engine = base.projects.find(({ displayName }) => displayName === 'engine');

/** The folder of the n8n-core to run with; scripts/compat/main.ts sets it. */
const modules = join(process.env.COLT_CORE, 'node_modules');

/** Some engine tests with another n8n-core than the one of the project's own dependencies. */
module.exports = {
	...engine,
	testTimeout: base.testTimeout,
	displayName: process.env.COLT_CORE_NAME,
	testMatch: ['<rootDir>/test/compat/**/*.test.ts'],
	moduleNameMapper: { '^(n8n-core|n8n-workflow|reflect-metadata)$': join(modules, '$1') },
	// Libraries that ship ES modules only are compiled like our own files.
	transformIgnorePatterns: [
		'/node_modules/(?!(p-limit|p-retry|is-network-error|yocto-queue|jose|@apidevtools/json-schema-ref-parser|@scalar)/)',
	],
};
