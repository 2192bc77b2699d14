import { ensureN8n } from './home';

/** `node scripts/run.mjs scripts/n8n/install.ts`: installs the local n8n when it is missing and prints its folder. */
ensureN8n().then(
	(home) => console.log(home),
	(error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	},
);
