import { ensureN8n } from './home';

/** `node scripts/run.mjs scripts/n8n/install.ts`: installs the local n8n when it is missing and prints where it is. */
ensureN8n().then(
	({ modules }) => console.log(modules),
	(error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	},
);
