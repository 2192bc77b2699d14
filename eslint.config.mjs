import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const scannerOff = {
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};

/** As wide as Prettier's lines; it does not break what is one literal for JavaScript. */
const lineWidth = {
	'max-len': ['error', { code: 120, tabWidth: 2, ignoreRegExpLiterals: true, ignorePattern: "^import .* from '.*';$" }],
};

/** What is published is held to n8n's own rules, as its scanner applies them; everything to TypeScript's. */
export default tseslint.config(
	{ ignores: ['dist/**', '.build/**', 'node_modules/**', '**/*.generated.ts', 'coverage/**'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.ts'],
		extends: [...tseslint.configs.recommendedTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			eqeqeq: 'error',
			'max-lines': ['error', { max: 300 }],
			...lineWidth,
		},
	},
	{ files: ['scripts/**/*.{mjs,cjs}'], rules: lineWidth },
	{ files: ['scripts/contract-diff/**'], rules: { 'max-len': 'off' } },
	// Tables of cases run longer than code.
	{ files: ['test/**/*.ts'], rules: { 'max-lines': ['error', { max: 400 }] } },
	{
		files: ['{nodes,credentials}/**/*.ts', 'package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { 'no-console': 'error' },
	},
	{
		// Read at the first use, not when n8n starts: only `require` does that without making its callers wait.
		files: ['nodes/shared/libraries/index.ts'],
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	{
		files: ['package.json'],
		languageOptions: { parser: tseslint.parser },
		rules: { ...n8nNodesBase.configs.community.rules },
	},
	{ files: ['credentials/**/*.ts'], rules: { ...n8nNodesBase.configs.credentials.rules, ...scannerOff } },
	{ files: ['nodes/**/*.ts'], rules: { ...n8nNodesBase.configs.nodes.rules, ...scannerOff } },
);
