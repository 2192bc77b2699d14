/** The one layout of the code; `npm run lint` checks it, `npm run format` applies it. */
export default {
	printWidth: 120,
	useTabs: true,
	singleQuote: true,
	trailingComma: 'all',
};
